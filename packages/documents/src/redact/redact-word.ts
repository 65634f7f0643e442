import { ok, type Result } from '@gongkai/law'
import { readDocx } from '../source/docx/read-docx.js'
import { refuseTooLong } from '../source/guards/extent.js'
import type { Block } from '../source/source.js'
import { blackOut, openParts } from './black-out.js'
import { findPassages, type Shown } from './find-passages.js'
import { inspectParts } from './office-parts.js'
import { placeText } from './place-text.js'
import type { Redacted, Redactions, RedactRefusal } from './redaction.js'
import { besideText, stillOpen } from './still-open.js'
import { writeBlocks } from './write-blocks.js'

/**
 * A new Word file of the text and tables that a reader sees, passages withheld. Nothing of the old file is taken along: typefaces and
 * alignment are lost with its history.
 */
export async function redactWord(
  bytes: Uint8Array,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const parts = inspectParts(bytes)
  if (!parts.ok) return parts
  const source = await readDocx(bytes)
  if (!source.ok) return source
  const tooLong = refuseTooLong(source.value)
  if (tooLong) return tooLong
  const { blocks, problems } = source.value
  const shown = blocks.flatMap((block): readonly Shown[] =>
    block.kind === 'line' ? [block] : block.cells,
  )
  const found = findPassages(shown, redactions.passages)
  if (!found.ok) return found
  const { stretches, withheld, words } = found.value
  const at = (index: number) => stretches.get(index) ?? []
  const open = shown.map((one, index) => ({
    where: placeText(one.at),
    text: openParts(one.text, at(index)),
  }))
  const openText = [...open, ...besideText(redactions, withheld)]
  return ok({
    bytes: await writeBlocks(withText(blocks, (text, index) => blackOut(text, at(index)))),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    withheld,
    openText,
    problems: [...problems, ...parts.value, ...stillOpen(words, openText)],
  })
}

/** The blocks with each line and cell, counted in their order, as `change` says. */
function withText(
  blocks: readonly Block[],
  change: (text: string, index: number) => string,
): Block[] {
  let index = 0
  return blocks.map((block) => {
    if (block.kind === 'line') return { ...block, text: change(block.text, index++) }
    return {
      ...block,
      cells: block.cells.map((cell) => ({ ...cell, text: change(cell.text, index++) })),
    }
  })
}
