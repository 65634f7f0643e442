import type { Block } from '../blocks.js'
import type { Rng } from '../rng.js'
import { simpleShape } from './shape.js'
import {
  addGrid,
  addLine,
  type CellStore,
  createSheet,
  inlineStore,
  packXlsx,
  type Sheet,
  sharedStore,
} from './xlsx-parts.js'

function drawStore(rng: Rng): [CellStore, string[]] {
  const strings: string[] = []
  return rng.chance(0.5) ? [inlineStore, strings] : [sharedStore(strings), strings]
}

/** The whole report on one sheet. */
export function oneSheet(blocks: Block[], rng: Rng): Uint8Array {
  const sheet = createSheet('年度报告')
  for (const block of blocks) {
    if (block.kind === 'table') addGrid(sheet, block.grid)
    else addLine(sheet, block.text, rng.chance(0.9) ? 10 : 1)
    if (block.kind === 'table' && rng.chance(0.5)) sheet.height += 1
  }
  const [store, strings] = drawStore(rng)
  return packXlsx([sheet], store, strings)
}

/** A workbook with the whole report on one sheet. */
export const xlsxSheet = simpleShape('xlsx-sheet', ({ blocks, rng }) => ({
  bytes: oneSheet(blocks, rng),
  extension: 'xlsx',
}))

/** A workbook with a sheet for each part that has a table. */
export const xlsxSheets = simpleShape('xlsx-sheets', ({ blocks, rng }) => {
  const sheets: Sheet[] = [createSheet('总体情况')]
  const names = ['主动公开', '依申请公开', '复议诉讼', '问题及其他']
  for (const [at, block] of blocks.entries()) {
    const last = sheets.at(-1) ?? createSheet('')
    if (block.kind === 'table') addGrid(last, block.grid)
    const next = blocks[at + 1]
    const opens = block.kind === 'heading' && next?.kind === 'table'
    const closes = blocks[at - 1]?.kind === 'table' && block.kind === 'heading'
    const target = opens || closes ? createSheet(names[sheets.length - 1] ?? '其他') : last
    if (target !== last) sheets.push(target)
    if (block.kind !== 'table') addLine(target, block.text, 10)
  }
  const [store, strings] = drawStore(rng)
  return { bytes: packXlsx(sheets, store, strings), extension: 'xlsx' }
})
