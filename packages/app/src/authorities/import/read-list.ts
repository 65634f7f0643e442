import type { SheetRow } from '@gongkai/documents'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { tidyName } from '../../names/tidy-name.js'
import { type ColumnKey, cellValue, columnOf } from './columns.js'

/** A row of the list: what its filled cells say, and what is wrong with them. */
export type ListRow = {
  /** Its number in the sheet. */
  readonly row: number
  readonly values: Readonly<Partial<Record<ColumnKey, string>>>
  readonly errors: readonly string[]
}

export type List = {
  readonly rows: readonly ListRow[]
  /** Headings of columns that are not taken. */
  readonly ignored: readonly string[]
  /** Numbers of rows that are examples of the template, and are not taken. */
  readonly examples: readonly number[]
}

// A title and a line of instructions may stand above the headings.
const HEADING_ROWS = 5

/** The rows of a list of authorities below its headings. Refused where none of the first rows holds the heading of the names. */
export function readList(
  sheet: readonly SheetRow[],
): Result<List, Refusal<'import.no-headings' | 'import.no-rows'>> {
  const at = sheet
    .slice(0, HEADING_ROWS)
    .findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'name'))
  const headings = sheet[at]?.cells
  if (!headings) return NO_HEADINGS
  const columns = headings.map(columnOf)
  const twice = columns.find((key, index) => key !== null && columns.indexOf(key) < index)
  if (twice) return NO_HEADINGS
  const all = sheet.slice(at + 1).flatMap(({ number, cells }) => readRow(number, cells, columns))
  const rows = all.filter((one) => !isExample(one))
  const examples = all.filter(isExample).map(({ row }) => row)
  if (rows.length === 0) return NO_ROWS
  const ignored = headings.filter((heading, index) => heading.trim() && columns[index] === null)
  return ok({ rows, ignored, examples })
}

const NO_HEADINGS = refuse(
  'import.no-headings',
  '没有找到表头，或者表头有重复。请下载导入模板，保留其表头（至少有“机关名称”一列），再填写内容。',
)
const NO_ROWS = refuse(
  'import.no-rows',
  '表头之下没有要导入的内容（名称以“示例：”开头的行不导入）。请填写后重新提供。',
)

function isExample({ values: { name } }: ListRow): boolean {
  return name !== undefined && /^示例[：:]/.test(name)
}

/** Nothing for a row that is blank in every column of ours. */
function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly (ColumnKey | null)[],
): readonly ListRow[] {
  const values: Partial<Record<ColumnKey, string>> = {}
  const errors: string[] = []
  for (const [index, key] of columns.entries()) {
    const text = tidyName(cells[index] ?? '')
    if (key === null || !text) continue
    const read = cellValue(key, text)
    if ('wrong' in read) errors.push(read.wrong)
    else values[key] = read.value
  }
  const isBlank = errors.length === 0 && Object.keys(values).length === 0
  return isBlank ? [] : [{ row, values, errors }]
}
