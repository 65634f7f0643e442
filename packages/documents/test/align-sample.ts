import { type BlockSpec, type Cell, FORMS, type FormId, REMEDY_COLUMNS } from '@gongkai/report'
import { fragmentsOf } from '../src/align/fragments.js'
import { streamOf } from '../src/align/stream.js'
import type { TableReading } from '../src/align/table-reading.js'
import { layoutOf, walkBlocks } from '../src/align/walk-blocks.js'
import { walkRemedies } from '../src/align/walk-remedies.js'
import type { Block, GridCell } from '../src/source/source.js'
import { readDecodedText } from '../src/source/text/read-text.js'

/** Printed rows of a table, each a list of its cells. */
export type Rows = readonly (readonly string[])[]

/** 表二 of the 2021 form as an office fills it, a blank cell included. */
export const PROACTIVE: Rows = [
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '', '2'],
  ['行政规范性文件', '1', '4', '30'],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', '51'],
  ['第二十条第（六）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '6'],
  ['行政强制', '7'],
  ['第二十条第（八）项'],
  ['信息内容', '本年收费金额（单位：万元）'],
  ['行政事业性收费', '8.5'],
]

/** What `PROACTIVE` says, row by row. */
export const PROACTIVE_READ = [
  '规章 0 _ 2',
  '行政规范性文件 1 4 30',
  '行政许可 51',
  '行政处罚 6',
  '行政强制 7',
  '行政事业性收费 8.5',
]

/** 表三 of the 2021 form: rows by name as `values` has them, all others `others`. */
export function requests(
  values: Readonly<Record<string, readonly string[]>>,
  others: readonly string[],
): Rows {
  const [block] = blocksOf('2021', 'requests')
  const printed = new Set<string>()
  const rows = block?.rows.map(({ row, label, groups }) => {
    const fresh = groups.filter((group) => !printed.has(group))
    for (const group of fresh) printed.add(group)
    return [...fresh, label, ...(values[row] ?? others)]
  })
  return [
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
    ['自然人', '法人或其他组织', '总计'],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ...(rows ?? []),
  ]
}

/** 表四 with its header by storey. */
export function remedies(values: readonly string[]): Rows {
  return [
    ['行政复议', '行政诉讼'],
    [...REMEDY_COLUMNS, '未经复议直接起诉', '复议后起诉'],
    [...REMEDY_COLUMNS, ...REMEDY_COLUMNS],
    values,
  ]
}

/** The blocks of one table of a form. */
function blocksOf(form: FormId, table: 'proactive' | 'requests'): readonly BlockSpec[] {
  return FORMS[form].blocks.filter((block) => block.table === table)
}

/** The lines of a text. */
export function blocksOfText(text: string): readonly Block[] {
  const read = readDecodedText({ text, encoding: 'utf-8', problems: [] })
  return read.ok ? read.value.blocks : []
}

/** A grid without merged cells; a cell printed as `<` carries on the one before it. */
export function gridOf(rows: Rows): Block {
  const cells = rows.flatMap((row, y) =>
    row.flatMap((text, x): GridCell[] => {
      if (text === '<') return []
      const after = row.slice(x + 1).findIndex((one) => one !== '<')
      const colSpan = (after < 0 ? row.length - x - 1 : after) + 1
      const at = { kind: 'table', table: 1, row: y + 1, column: x + 1 } as const
      return [{ text, row: y, column: x, rowSpan: 1, colSpan, at }]
    }),
  )
  return { kind: 'grid', height: rows.length, width: 4, cells }
}

/** The reading of 表二 or 表三 of the 2021 form in a text or in blocks. */
export function readBlocks(
  printed: string | readonly Block[],
  table: 'proactive' | 'requests',
  form: FormId = '2021',
): TableReading {
  const blocks = typeof printed === 'string' ? blocksOfText(printed) : printed
  return walkBlocks(streamOf(fragmentsOf(blocks)), layoutOf(blocksOf(form, table)), true)
}

/** The reading of 表四 in a text. */
export function readRemedies(text: string): TableReading {
  return walkRemedies(streamOf(fragmentsOf(blocksOfText(text))), true)
}

/** The cells a row a line: `_` blank, `?` unread, `~` inferred, texts in quotation marks. */
export function rowsRead({ cells }: TableReading): string[] {
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows].map(([row, own]) => [row, ...own.map(cellRead)].join(' '))
}

function cellRead({ state, value, raw, inferred }: Cell): string {
  const mark = inferred ? '~' : ''
  if (state === 'number') return `${value}${mark}`
  if (state === 'blank') return `_${mark}`
  if (state === 'unread') return '?'
  return state === 'mark' ? `${raw}` : `“${raw}”`
}
