import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Five real reports with cells read by hand, where they lie beside the repository; never copied into it. */
const FOLDER = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))

/** What a hand-read cell holds: its value (null for blank) and the unit printed with it. */
type SeedCell = { readonly value: number | null; readonly unit: string | null }

export type Seed = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly title: string
  readonly authority: string
  readonly year: number
  readonly form: string
  /** `table|row|column` → cell. */
  readonly cells: ReadonlyMap<string, SeedCell>
}

type Printed = number | string | null

type Expected = {
  readonly title: string
  readonly agency: string
  readonly year: number
  readonly format: string
  readonly tables: {
    readonly proactive: Readonly<Record<string, Readonly<Record<string, Printed>>>>
    readonly requests: {
      readonly columns: readonly string[]
      readonly rows: Readonly<Record<string, readonly Printed[]>>
    }
    readonly remedies: Readonly<Record<string, readonly Printed[]>>
  }
}

const REMEDY_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']

/** The seeds, none where the folder is not there. */
export function readSeeds(): Seed[] {
  if (!existsSync(FOLDER)) return []
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
  return names.sort().map(readSeed)
}

function readSeed(name: string): Seed {
  const truth = readFileSync(`${FOLDER}${name.replace('.txt', '.expected.json')}`, 'utf8')
  const { title, agency, year, format, tables }: Expected = JSON.parse(truth)
  const cells = new Map<string, SeedCell>()
  for (const [row, columns] of Object.entries(tables.proactive)) {
    for (const [column, value] of Object.entries(columns)) {
      cells.set(`proactive|${row}|${column}`, cellOf(value))
    }
  }
  for (const [path, values] of Object.entries(tables.requests.rows)) {
    values.forEach((value, i) => {
      cells.set(`requests|${rowNumber(path)}|${tables.requests.columns[i]}`, cellOf(value))
    })
  }
  for (const [row, values] of Object.entries(tables.remedies)) {
    values.forEach((value, i) => {
      cells.set(`remedies|${row}|${REMEDY_COLUMNS[i]}`, cellOf(value))
    })
  }
  const bytes = readFileSync(FOLDER + name)
  return { name, bytes, title, authority: agency, year, form: format, cells }
}

/** `三/（三）/1.属于国家秘密` → `三（三）1`; `一、本年新收…` → `一`. */
function rowNumber(path: string): string {
  return path
    .split('/')
    .map((part) => /^(?:[一二三四]|（[一二三四五六七]）|\d)/.exec(part)?.[0] ?? '')
    .join('')
}

function cellOf(printed: Printed): SeedCell {
  if (typeof printed !== 'string') return { value: printed, unit: null }
  const [, number = '', unit = ''] = /^([\d.]+)(.*)$/.exec(printed) ?? []
  return { value: Number(number), unit: unit || null }
}
