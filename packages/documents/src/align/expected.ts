import {
  type BlockSpec,
  FORMS,
  LITIGATION_GROUP,
  REMEDY_BLOCKS,
  REMEDY_COLUMNS,
} from '@gongkai/report'
import { hanOnly } from './han.js'

/** A label that the walk expects. A table's labels stand in form order. */
export type Expected = {
  readonly kind: 'caption' | 'stub' | 'column' | 'group' | 'row'
  /** Index of its block in the table. */
  readonly block: number
  /** As printed on the form, a note in brackets behind a column left out. */
  readonly label: string
  /** Its Han characters, the fullest spelling first. */
  readonly words: readonly string[]
}

/** The labels of a table's blocks in the order in which the form prints them. */
export function expectedLabels(blocks: readonly BlockSpec[]): Expected[] {
  return blocks.flatMap((block, index) => [
    { kind: 'caption', block: index, label: block.caption, words: [hanOnly(block.caption)] },
    { kind: 'stub', block: index, label: block.stub, words: [hanOnly(block.stub)] },
    ...columnLabels(block, index),
    ...rowLabels(block, index),
  ])
}

/** The columns of table 三 that have a word of their own; 其他 and 总计 stand in too many places. */
const COMMON = new Set(['其他', '总计'])

function columnLabels({ columns }: BlockSpec, block: number): Expected[] {
  return columns
    .filter(({ column }) => !COMMON.has(column))
    .map(({ column }) => {
      const label = withoutNote(column)
      return { kind: 'column', block, label, words: spellings(label) }
    })
}

/** `本年收费金额（单位：万元）` → `本年收费金额`. */
export function withoutNote(column: string): string {
  return column.replace(/（.*/, '')
}

function rowLabels({ rows }: BlockSpec, block: number): Expected[] {
  const printed = new Set<string>()
  return rows.flatMap(({ label, groups }): Expected[] => {
    const fresh = groups.filter((group) => !printed.has(group))
    for (const group of fresh) printed.add(group)
    return [
      ...fresh.map(
        (group): Expected => ({
          kind: 'group',
          block,
          label: group,
          words: spellings(group),
        }),
      ),
      { kind: 'row', block, label, words: spellings(label) },
    ]
  })
}

/** A label's Han characters: whole, without its own number, and without its note in brackets. */
function spellings(label: string): string[] {
  const whole = hanOnly(label)
  const bare = hanOnly(label.replace(/^[（(]?[一二三四五六七][）)、]/, ''))
  const short = hanOnly(label.replace(/（区分.*/, ''))
  const shortest = hanOnly(label.replace(/（区分.*/, '').replace(/^（二）/, ''))
  const yearless = [whole, bare].map((words) => words.replace('本年度', '本年'))
  // 总计 and 其他 alone are too common to stand for a row whose number is lost.
  return [...new Set([whole, short, shortest, bare, ...yearless])].filter((one) => one !== '总计')
}

/** All label words of the forms in one string: what occurs in it is a label or a piece of one. */
const LEXICON = [
  ...Object.values(FORMS).flatMap(({ blocks }) =>
    blocks.flatMap(({ caption, stub, columns, rows }) => [
      caption,
      stub,
      ...columns.map(({ column }) => column),
      ...rows.flatMap(({ label, groups }) => [label, ...groups]),
    ]),
  ),
  '自然人法人或其他组织总计',
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
