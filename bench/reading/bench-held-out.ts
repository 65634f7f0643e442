import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFile } from '@gongkai/app'
import { percent, printTable } from '../table.js'

/** Two sets from two hands; what their README says has been looked at is held out no more. */
const SETS = ['held-out', 'held-out-2']

type HeldOutTruth = {
  readonly form: string
  readonly title: string
  readonly authority: string
  readonly year: number
  readonly cells: readonly {
    readonly table: string
    readonly row: string
    readonly column: string
    readonly state: string
    readonly value: number | null
  }[]
}

/** The documents laid out by hand: cells right, unread and wrong; cells nobody can know must be unread. */
export async function benchHeldOut(): Promise<void> {
  for (const set of SETS) await benchSet(set, fileURLToPath(new URL(`../${set}/`, import.meta.url)))
}

async function benchSet(set: string, folder: string): Promise<void> {
  const names = readdirSync(folder).filter(
    (name) => !/\.truth\.json$|\.md$/.test(name) || /^\d.*\.md$/.test(name),
  )
  const rows: (string | number)[][] = []
  const total = { cells: 0, right: 0, unread: 0, wrong: 0 }
  for (const name of names.sort()) {
    const truth: HeldOutTruth = JSON.parse(
      readFileSync(folder + name.replace(/\.\w+$/, '.truth.json'), 'utf8'),
    )
    const score = await scoreOf(folder, name, truth)
    for (const key of ['cells', 'right', 'unread', 'wrong'] as const) total[key] += score[key]
    rows.push([
      name,
      score.cells,
      percent(score.right, score.cells),
      score.unread,
      score.wrong,
      score.head,
    ])
  }
  rows.push(['all', total.cells, percent(total.right, total.cells), total.unread, total.wrong, ''])
  printTable(
    `Documents laid out by hand: ${set}`,
    ['document', 'cells', 'right', 'unread', 'WRONG', 'title, authority, year, form'],
    rows,
  )
}

async function scoreOf(folder: string, name: string, truth: HeldOutTruth) {
  const score = { cells: truth.cells.length, right: 0, unread: 0, wrong: 0, head: 'refused' }
  const read = await readFile({ name, bytes: readFileSync(folder + name) })
  if (!read.ok) return { ...score, unread: score.cells }
  const found = new Map(
    read.value.cells.map((cell) => [`${cell.table}|${cell.row}|${cell.column}`, cell]),
  )
  for (const { table, row, column, state, value } of truth.cells) {
    const cell = found.get(`${table}|${row}|${column}`)
    const isUnread = !cell || cell.state === 'unread'
    if (state === 'unknowable' ? isUnread : cell?.state === state && cell.value === value)
      score.right++
    else if (isUnread) score.unread++
    else score.wrong++
  }
  const { title, authority, year, form } = read.value
  const same = [
    title === truth.title,
    authority === truth.authority,
    year === truth.year,
    form === truth.form,
  ]
  return { ...score, head: same.map((one) => (one ? 'right' : 'WRONG')).join(' ') }
}
