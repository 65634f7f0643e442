import { ok, type Result } from '@gongkai/law'
import { type Decoded, decode } from '../decode/decode.js'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { placeOfColumns } from '../part-of.js'
import type { Block, DocumentRefusal, LineBlock, Source } from '../source.js'
import { drawnTable } from './drawn-table.js'
import { withoutEntities } from './entities.js'
import { lineBlock, splitLines, type TextLine } from './lines.js'
import { unmarked } from './marked.js'
import { linePieces } from './pieces.js'

/** A plain text as its lines, each kept character by character, with the columns of tables drawn with blanks. */
export async function readText(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  return readDecodedText(decode(bytes))
}

/** The same for a text that is decoded already. */
export function readDecodedText({ text, problems }: Decoded): Result<Source, DocumentRefusal> {
  const lines = splitLines(text)
  if (lines.length > LIMITS.textLines) return REFUSALS.tooManyRows('行数', LIMITS.textLines)
  return ok({ kind: 'text', blocks: textBlocks(lines), residue: [], problems })
}

function textBlocks(lines: readonly TextLine[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const table = drawnTable(lines, at, unmarked)
    blocks.push(...(table ? [table.grid] : lines.slice(at, at + 1).map(textBlock)))
    at += table?.length ?? 1
  }
  return blocks
}

function textBlock(line: TextLine): LineBlock {
  if (line.text.includes('&')) {
    const plain = withoutEntities(unmarked(line.text, line.column))
    return { kind: 'line', text: plain.text, at: placeOfColumns(line.line, plain.columns) }
  }
  const block = lineBlock(line)
  const pieces = linePieces(line)
  return pieces ? { ...block, pieces } : block
}
