import { ok, type Result } from '@gongkai/law'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
import { hasText } from '../has-text.js'
import type { Block, DocumentRefusal, Source } from '../source.js'
import { readDocNumbering } from './numbering.js'
import { characterRuns, paragraphRuns, type Run } from './properties.js'
import { SPRM } from './sprm.js'
import { type DocStreams, openDoc } from './streams.js'
import { styleLists } from './styles.js'
import { readDocText } from './text.js'
import { type DocWalk, walkDoc } from './walk.js'

/**
 * A Word 97 file as it is read on paper: tables with their spans, automatic numbers written out, deleted and hidden
 * text, headers, footers and notes left out. Text boxes follow the main text.
 */
export async function readDoc(bytes: Uint8Array): Promise<Result<Source, DocumentRefusal>> {
  try {
    const streams = openDoc(bytes)
    return streams.ok ? readStreams(streams.value) : streams
  } catch (error) {
    // A table of the file that points past its own end.
    if (error instanceof RangeError) return REFUSALS.damaged('Word 文件的格式信息不完整')
    throw error
  }
}

function readStreams(streams: DocStreams): Result<Source, DocumentRefusal> {
  const text = readDocText(streams)
  if (!text) return REFUSALS.damaged('Word 文件正文不完整')
  const paragraphs = paragraphRuns(streams)
  if (countRowEnds(paragraphs) > LIMITS.tableRows)
    return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  const walk: DocWalk = {
    text,
    paragraphs,
    unseen: characterRuns(streams).filter(isUnseen),
    styles: styleLists(streams),
    numbering: readDocNumbering(streams),
    paragraphCount: 0,
    tableCount: 0,
  }
  const blocks = readTexts(walk, streams)
  if (!blocks.some(hasText)) return REFUSALS.noText('，可能只有图片')
  return ok({ kind: 'doc', blocks, residue: [], problems: [] })
}

// Lengths stand in the order main text, notes, headers, macros, comments, end notes, text boxes.
const TEXT_BOXES = 6

function readTexts(walk: DocWalk, { lengths, mainLength }: DocStreams): Block[] {
  const boxesAt = lengths.slice(0, TEXT_BOXES).reduce((sum, length) => sum + length, 0)
  const boxesEnd = boxesAt + (lengths[TEXT_BOXES] ?? 0)
  const end = walk.text.text.length
  return [
    ...walkDoc(walk, 0, Math.min(mainLength, end)),
    ...walkDoc(walk, Math.min(boxesAt, end), Math.min(boxesEnd, end)).filter(hasText),
  ]
}

/** Deleted or hidden; 0x81 is the opposite of the style, which hides nothing. */
function isUnseen({ sprms }: Run): boolean {
  const states = sprms.filter(({ code }) => code === SPRM.deleted || code === SPRM.hidden)
  return states.some(({ operand }) => [0x01, 0x81].includes(operand.getUint8(0)))
}

function countRowEnds(runs: readonly Run[]): number {
  return runs.filter(({ sprms }) => sprms.some(({ code }) => code === SPRM.rowEnd)).length
}
