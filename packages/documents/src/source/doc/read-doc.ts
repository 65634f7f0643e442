import { ok, type Result } from '@gongkai/law'
import { LIMITS } from '../guards/limits.js'
import { REFUSALS } from '../guards/refusals.js'
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
  const streams = openDoc(bytes)
  if (!streams.ok) return streams
  const text = readDocText(streams.value)
  if (!text) return REFUSALS.damaged('Word 文件正文不完整')
  const paragraphs = paragraphRuns(streams.value)
  if (countRowEnds(paragraphs) > LIMITS.tableRows)
    return REFUSALS.tooManyRows('表格行数', LIMITS.tableRows)
  const walk: DocWalk = {
    text,
    paragraphs,
    unseen: characterRuns(streams.value).filter(isUnseen),
    styles: styleLists(streams.value),
    numbering: readDocNumbering(streams.value),
    paragraphCount: 0,
    tableCount: 0,
  }
  const blocks = readTexts(walk, streams.value)
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

function hasText(block: Block): boolean {
  return block.kind === 'line'
    ? block.text.trim() !== ''
    : block.cells.some(({ text }) => text !== '')
}

/** Deleted or hidden; 0x81 is the opposite of the style, which hides nothing. */
function isUnseen({ sprms }: Run): boolean {
  const states = sprms.filter(({ code }) => code === SPRM.deleted || code === SPRM.hidden)
  return states.some(({ operand }) => [0x01, 0x81].includes(operand.getUint8(0)))
}

function countRowEnds(runs: readonly Run[]): number {
  return runs.filter(({ sprms }) => sprms.some(({ code }) => code === SPRM.rowEnd)).length
}
