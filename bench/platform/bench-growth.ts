import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { invite } from '../../packages/web/test/faults/county.js'
import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { median, printTable } from '../table.js'
import { fillCounty, fillEvents } from './fill.js'
import { type Asked, growthCases } from './growth-cases.js'
import { asOwner, startFresh } from './installation.js'
import { type Cost, explainEverything, readPlans } from './plans.js'

/** How many authorities there are, for how many years; of each report ten events. */
type Size = { readonly authorities: number; readonly years: number }

/** In depth, what is asked for stays as it is among ever more that is not; in breadth, most of it grows too. */
const SIZES = {
  depth: [1, 10, 100].map((years) => ({ authorities: 200, years })),
  breadth: [100, 1000, 10_000].map((authorities) => ({ authorities, years: 3 })),
} as const

const LAST_YEAR = 2025
const ROUNDS = 7
const EXPLAINED = 3
const NOTHING: Cost = { blocks: 0, looked: 0 }

const OUT = fileURLToPath(new URL('../out/explain', import.meta.url))

/** What one question took at one size. */
type Measure = Cost & Pick<Asked, 'bound'> & { readonly ms: number; readonly told: number }

/** The same questions with ten and a hundred times the rows: time, rows told, and the rows and blocks that were looked at for them, as the plans count them. */
export async function benchGrowth(way: keyof typeof SIZES, isPrinted: boolean): Promise<void> {
  const out = path.join(OUT, way)
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const measures = new Map<string, Measure[]>()
  for (const size of SIZES[way]) {
    for (const [title, measure] of await measureAt(size, out, isPrinted)) {
      measures.set(title, [...(measures.get(title) ?? []), measure])
    }
  }
  const rows = [...measures].map(([title, at]) => [
    title,
    ...at.flatMap(({ ms, told, looked, blocks }) => [
      ...[told, ms.toFixed(1), looked, (looked / Math.max(1, told)).toFixed(1), blocks],
    ]),
    judged(at),
  ])
  const columns = [1, 10, 100].flatMap((times) => [
    ...[`told ${times}×`, `ms ${times}×`],
    ...[`looked ${times}×`, `a row ${times}×`, `blocks ${times}×`],
  ])
  const sizes = SIZES[way].map(({ authorities, years }) => `${authorities} × ${years}`)
  printTable(
    `Growth in ${way}: authorities × years ${sizes.join(', ')}, ten events a report; what is told (rows, or what is counted), median ms, rows looked at, of these for each row told, blocks of 8 kB (plans: ${path.relative(process.cwd(), out)})`,
    ['question', ...columns, ''],
    rows,
  )
}

function judged(at: readonly Measure[]): string {
  const { bound, looked = 0 } = at.at(-1) ?? {}
  if (!grows(at)) return ''
  // What belongs to a page beside what is searched.
  return bound && looked <= bound + 1000
    ? `at most ${bound} a page`
    : 'grows faster than its result'
}

/** What was looked at grew more than twice as much as what is told, and not only by the height of an index. */
function grows(at: readonly Measure[]): boolean {
  const [first, , last] = at
  if (!first || !last) return false
  const result = Math.max(1, last.told / Math.max(1, first.told))
  return (
    last.blocks > 2 * result * first.blocks + 200 || last.looked > 2 * result * first.looked + 1000
  )
}

async function measureAt(
  { authorities, years }: Size,
  out: string,
  isPrinted: boolean,
): Promise<readonly (readonly [string, Measure])[]> {
  const { service, root, admin, supervisor } = await startFresh()
  const { folder } = service.spec
  const filled = await asOwner(folder, async (client) => {
    const all = Array.from({ length: years }, (_, at) => LAST_YEAR - years + 1 + at)
    const made = await fillCounty(client, { root, authorities, years: all, last: 'draft' })
    await fillEvents(client, made.tenantId, authorities * years * 10)
    await client.query('vacuum analyze')
    return made
  })
  const officer = await invite(service.url, admin, 'officer', 'disclosureOfficer', [
    filled.authorities[6]?.id ?? '',
  ])
  const cases = growthCases({ admin, supervisor, officer, filled, url: service.url })
  const times = new Map<string, number>()
  for (const one of cases) times.set(one.title, await timed(one, folder))
  await asOwner(folder, explainEverything)
  await service.stop()
  const explained = await startProcess(service.spec)
  const measures: (readonly [string, Measure])[] = []
  for (const one of cases) {
    const told = await one.ask()
    const file = path.join(out, `${authorities}x${years}-${one.file}.txt`)
    const costs: Cost[] = []
    // A connection reads the catalogue when a function is first called on it: the last has long been in use.
    for (let round = 1; round <= EXPLAINED; round++) {
      await touch(folder)
      const log = readPlans(folder)
      await one.ask()
      costs.push(await log.keep(file, isPrinted && round === EXPLAINED))
    }
    const cost = costs.toSorted((a, b) => a.blocks - b.blocks)[0] ?? NOTHING
    const ms = times.get(one.title) ?? Number.NaN
    measures.push([one.title, { ms, told, ...cost, ...(one.bound && { bound: one.bound }) }])
  }
  await explained.stop()
  return measures
}

async function timed({ ask }: Asked, folder: string): Promise<number> {
  const times: number[] = []
  for (let round = -2; round < ROUNDS; round++) {
    await touch(folder)
    const start = performance.now()
    await ask()
    if (round >= 0) times.push(performance.now() - start)
  }
  return median(times)
}

/** Something that everybody sees changed: no page of the portal is kept. */
function touch(folder: string): Promise<unknown> {
  return asOwner(folder, (client) => client.query('update gongkai.tenant set name = name'))
}
