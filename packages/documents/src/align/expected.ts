import {
  type BlockSpec,
  FORMS,
  LITIGATION_GROUP,
  REMEDY_BLOCKS,
  REMEDY_COLUMNS,
} from '@gongkai/report'
import type { Expected } from './chain.js'
import { hanOnly } from './han.js'

/** What a row's anchor is called in a chain: its block and its official name. */
export function rowId(block: number, row: string): string {
  return `row:${block}:${row}`
}

/** What a column header's anchor is called. */
export function columnId(block: number, column: string): string {
  return `column:${block}:${column}`
}

/** The labels of a table's blocks in the order in which the form prints them. */
export function expectedLabels(blocks: readonly BlockSpec[]): readonly Expected[] {
  const key = blocks[0]
  const known = key && KNOWN.get(key)
  if (known) return known
  const labels = labelsOf(blocks)
  if (key) KNOWN.set(key, labels)
  return labels
}

/** Labels by the first block of their table: the layouts are constants. */
const KNOWN = new WeakMap<BlockSpec, readonly Expected[]>()

function labelsOf(blocks: readonly BlockSpec[]): Expected[] {
  return blocks.flatMap((block, index) => [
    { id: `caption:${index}`, words: [hanOnly(block.caption)] },
    { id: `stub:${index}`, words: [hanOnly(block.stub)] },
    ...columnLabels(block, index),
    ...rowLabels(block, index),
  ])
}

/** The columns of table 三 that have a word of their own; 其他 and 总计 stand in too many places. */
const COMMON = new Set(['其他', '总计'])

function columnLabels({ columns }: BlockSpec, block: number): Expected[] {
  return columns
    .filter(({ column }) => !COMMON.has(column))
    .map(({ column }) => ({
      id: columnId(block, column),
      words: spellings(column.replace(/（.*/, '')),
    }))
}

function rowLabels(block: BlockSpec, index: number): Expected[] {
  const printed = new Set<string>()
  return block.rows.flatMap(({ row, label, groups }) => {
    const fresh = groups.filter((group) => !printed.has(group))
    for (const group of fresh) printed.add(group)
    return [
      ...fresh.map((group) => ({ id: `group:${index}:${group}`, words: spellings(group) })),
      { id: rowId(index, row), words: spellings(label) },
    ]
  })
}

/** A label's Han characters: whole, without its own number, and without its note in brackets. */
function spellings(label: string): string[] {
  const whole = hanOnly(label)
  const bare = hanOnly(label.replace(/^[（(]?[一二三四五六七][）)、]/, ''))
  const short = hanOnly(label.replace(/（区分.*/, ''))
  const shortest = hanOnly(label.replace(/（区分.*/, '').replace(/^（二）/, ''))
  const yearless = bare.replace('本年度', '本年')
  // 总计 and 其他 alone are too common to stand for a row whose number is lost.
  return [...new Set([whole, short, shortest, bare, yearless])].filter((one) => one !== '总计')
}

/** All label words of the forms in one string: a slot whose Han characters occur in it is a piece of a label. */
const LEXICON = [
  ...Object.values(FORMS).flatMap(({ blocks }) =>
    blocks.flatMap(({ caption, stub, columns, rows }) => [
      caption,
      stub,
      ...columns.map(({ column }) => column),
      ...rows.flatMap(({ label, groups }) => [label, ...groups]),
    ]),
  ),
  '法人或其他组织',
  '本年办理结果',
  '三本年办理结果',
  '单位：万元',
  LITIGATION_GROUP,
  ...REMEDY_BLOCKS,
  ...REMEDY_COLUMNS,
]
  .map(hanOnly)
  .join('|')

/** Whether the Han characters `han` are a label or a piece of one. */
export function isLabelWords(han: string): boolean {
  return han !== '' && LEXICON.includes(han)
}
