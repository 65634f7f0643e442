import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import type { DocumentRefusal, LineBlock, Source } from '../source.js'
import { lineBlock, splitLines, type TextLine } from './lines.js'
import { linePieces } from './pieces.js'

/** A plain text as its lines, each kept character by character, with the columns of tables drawn with blanks. */
export async function readText(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  return readDecodedText(decode(bytes))
}

/** The same for a text that is decoded already. */
export function readDecodedText({ text, problems }: Decoded): Result<Source, DocumentRefusal> {
  const lines = splitLines(text)
  if (lines.length > LIMITS.textLines) return REFUSALS.tooManyRows('行数', LIMITS.textLines)
  return ok({ kind: 'text', blocks: lines.map(textBlock), residue: [], problems })
}

function textBlock(line: TextLine): LineBlock {
  const block = lineBlock(line)
  const pieces = linePieces(line)
  return pieces ? { ...block, pieces } : block
}
