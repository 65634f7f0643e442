import type { Browser } from '../../packages/web/test/faults/browser.js'
import { granted, invite } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { fillCounty } from './fill.js'
import { asOwner, startFresh } from './installation.js'
import { quantile } from './quantile.js'

const AUTHORITIES = 1000
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]
const ROUNDS = 60
const WARM = 40

/** Lists and the board of a thousand authorities with ten years behind them, as a browser gets them from the API. */
export async function benchApi(): Promise<void> {
  const { service, root, admin, supervisor } = await startFresh()
  const { authorities, collections } = await asOwner(service.spec.folder, (client) =>
    fillCounty(client, { root, authorities: AUTHORITIES, years: YEARS, last: 'draft' }),
  )
  const officer = await invite(service.url, admin, 'officer', 'disclosureOfficer', [
    authorities[6]?.id ?? '',
  ])
  const collection = collections.get(2025) ?? ''
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, who: Browser, path: string, toReach: string])[] = [
    ['list of 1000 reports',               supervisor, '/reports?limit=1000',                              'p95 ≤ 60'],
    ['list of 1000 reports, by authority', supervisor, '/reports?limit=1000&sort=authority',               'p95 ≤ 60'],
    ['list of 50 reports',                 supervisor, '/reports?limit=50',                                '-'],
    ['list of 50 reports, an officer',     officer,    '/reports?limit=50',                                '-'],
    ['board of 1000 authorities',          supervisor, `/collections/${collection}/board?limit=1000`,      '≤ 150'],
    ['board, by state, 100',               supervisor, `/collections/${collection}/board?sort=state`,      '≤ 150'],
    ['to-do list, supervisor',             supervisor, '/todos',                                           '-'],
    ['to-do list, officer',                officer,    '/todos',                                           '-'],
  ]
  const rows = []
  for (const [title, who, path, toReach] of CASES)
    rows.push([title, ...(await timed(who, path)), toReach])
  printTable(
    `API: ${AUTHORITIES} authorities, ${YEARS.length} years; one asker, milliseconds to the whole answer`,
    ['what', 'rows', 'kB', 'p50', 'p95', 'to reach'],
    rows,
  )
  await service.stop()
}

async function timed(who: Browser, path: string): Promise<(string | number)[]> {
  const times: number[] = []
  let body = await granted(who, 'GET', path)
  for (let round = -WARM; round < ROUNDS; round++) {
    const start = performance.now()
    body = await granted(who, 'GET', path)
    if (round >= 0) times.push(performance.now() - start)
  }
  const kilobytes = (JSON.stringify(body).length / 1000).toFixed(0)
  const many = (body.items ?? body.rows).length
  return [many, kilobytes, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]
}
