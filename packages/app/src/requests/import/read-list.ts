import type { SheetRow } from '@gongkai/documents'
import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { COLUMNS, type ImportedKey, type ImportedValues, KEYS } from './columns.js'

/** A row of the list: what its filled cells say, and what is wrong with them. */
export type ListRow = {
  /** Its number in the sheet. */
  readonly row: number
  readonly values: Partial<ImportedValues>
  readonly errors: readonly string[]
}

/** The rows, and the headings of columns that are not taken. */
export type List = { readonly rows: readonly ListRow[]; readonly ignored: readonly string[] }

// A title and the line of instructions may stand above the headings.
const HEADING_ROWS = 5
const MOST_ROWS = 5000

export type ListRefusal = Refusal<'import.no-headings' | 'import.no-rows' | 'import.too-many-rows'>

/** The rows below the headings of the template. Refused where none of the first rows holds them. */
export function readRequests(sheet: readonly SheetRow[]): Result<List, ListRefusal> {
  const at = sheet
    .slice(0, HEADING_ROWS)
    .findIndex(({ cells }) => cells.some((cell) => keyOf(cell) === 'originalNumber'))
  const headings = sheet[at]?.cells
  if (!headings) return NO_HEADINGS
  const keys = headings.map(keyOf)
  if (keys.some((key, index) => key !== null && keys.indexOf(key) < index)) return NO_HEADINGS
  const rows = sheet.slice(at + 1).flatMap(({ number, cells }) => readRow(number, cells, keys))
  if (rows.length === 0) return NO_ROWS
  if (rows.length > MOST_ROWS) return TOO_MANY
  return ok({ rows, ignored: headings.filter((text, index) => text.trim() && !keys[index]) })
}

function keyOf(heading: string): ImportedKey | null {
  const bare = heading.replaceAll(/[\s*＊：:]/g, '')
  return KEYS.find((key) => COLUMNS[key].label === bare) ?? null
}

/** Nothing for a blank row, and for an example of the template. */
function readRow(
  row: number,
  cells: readonly string[],
  keys: readonly (ImportedKey | null)[],
): readonly ListRow[] {
  const values: Partial<Record<ImportedKey, string>> = {}
  const errors: string[] = []
  for (const [index, key] of keys.entries()) {
    const text = (cells[index] ?? '').trim()
    if (key === null || !text) continue
    const { label, says, read } = COLUMNS[key]
    const value = read ? read(text) : text
    if (value === null) errors.push(`${label}“${text.slice(0, 30)}”有误：${says}。`)
    else values[key] = value
  }
  const isBlank = errors.length === 0 && Object.keys(values).length === 0
  if (isBlank || /^示例[：:]/.test(values.originalNumber ?? '')) return []
  // Each column reads to the type of its key.
  return [{ row, values: values as Partial<ImportedValues>, errors }]
}

const NO_HEADINGS = refuse(
  'import.no-headings',
  '没有找到表头，或者表头有重复。请下载导入模板，保留其表头（至少有“原编号”一列），再填写内容。',
)
const NO_ROWS = refuse(
  'import.no-rows',
  '表头之下没有要导入的内容（原编号以“示例：”开头的行不导入）。请填写后重新提供。',
)
const TOO_MANY = refuse(
  'import.too-many-rows',
  `一次导入不超过${MOST_ROWS}件。请分成几个文件，依次导入。`,
)
