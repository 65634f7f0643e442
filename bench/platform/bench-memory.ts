import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '../../packages/web/test/faults/browser.js'
import { granted, invite } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { readDocuments } from './documents.js'
import { type Filled, fillCounty } from './fill.js'
import { asOwner, startFresh } from './installation.js'
import { load } from './load.js'
import { watchMemory } from './memory.js'

const AUTHORITIES = 300
const YEAR = 2024

/**
 * Memory of the process of the service over minutes, and apart from it that of its converters: pages and lists alone, then with checks, then
 * with files.
 */
export async function benchMemory(seed: number, seconds: number): Promise<void> {
  const { service, root, admin, supervisor } = await startFresh()
  const filled = await asOwner(service.spec.folder, async (client) =>
    fillCounty(client, {
      ...{ root, authorities: AUTHORITIES, years: [YEAR - 1, YEAR], last: 'draft' },
      documents: await readDocuments(seed, 50),
    }),
  )
  const officer = await invite(service.url, admin, 'officer', 'disclosureOfficer', [
    filled.authorities[0]?.id ?? '',
  ])
  const { url, pid } = service
  const pages = filled.authorities.map(
    ({ name }) => `/annual-reports/${YEAR - 1}/${encodeURIComponent(name)}`,
  )
  const rows: (string | number)[][] = []
  const phase = async (title: string, share: number, toReach: string, work: Work) => {
    const lasts = seconds * share
    const watched = watchMemory(pid)
    await work(lasts)
    const { first, highest, last, course, converters } = watched()
    const figures = [first, highest, last].map((mb) => mb.toFixed(0))
    rows.push([
      title,
      lasts.toFixed(0),
      ...figures,
      course.map((mb) => mb.toFixed(0)).join(' '),
      toReach,
      converters.toFixed(0),
    ])
  }
  await phase('at rest', 0.05, '≤ 350', (lasts) => wait(lasts * 1000))
  await phase('portal, 8 connections, and lists', 0.45, '≤ 350, flat', async (lasts) => {
    const portal = load({ url, connections: 8, paths: pages, seconds: Math.round(lasts) })
    await Promise.all([portal, lists(supervisor, filled, lasts)])
  })
  await phase('drafts saved and checked', 0.2, '≤ 350, flat', (lasts) =>
    saves(officer, filled, lasts),
  )
  await phase('files made of reports', 0.15, '≤ 350, flat', (lasts) =>
    files(officer, filled, lasts),
  )
  await phase('portal and lists again', 0.15, '≤ 350, flat', async (lasts) => {
    const portal = load({ url, connections: 8, paths: pages, seconds: Math.round(lasts) })
    await Promise.all([portal, lists(supervisor, filled, lasts)])
  })
  printTable(
    'Memory of the service, MB resident',
    ['phase', 's', 'first', 'highest', 'last', 'in tenths', 'to reach', 'converters, highest'],
    rows,
  )
  await service.stop()
}

type Work = (seconds: number) => Promise<unknown>

async function during(seconds: number, work: (round: number) => Promise<unknown>): Promise<void> {
  const until = performance.now() + seconds * 1000
  for (let round = 0; performance.now() < until; round++) await work(round)
}

function lists(supervisor: Browser, { collections }: Filled, seconds: number): Promise<void> {
  const board = `/collections/${collections.get(YEAR)}/board?limit=1000`
  const paths = ['/reports?limit=1000', board, '/todos', '/events?limit=200', '/notices']
  return during(seconds, async (round) => {
    await granted(supervisor, 'GET', paths[round % paths.length] ?? '')
    await wait(50)
  })
}

function saves(officer: Browser, { reports }: Filled, seconds: number): Promise<void> {
  const id = reports.get(YEAR)?.[0]
  return during(seconds, async () => {
    const { report, version } = await granted(officer, 'GET', `/reports/${id}`)
    const body = { document: version.document }
    await granted(officer, 'POST', `/reports/${id}/draft`, { version: report.version, body })
  })
}

function files(officer: Browser, { reports }: Filled, seconds: number): Promise<void> {
  const id = reports.get(YEAR)?.[0]
  const formats = ['docx', 'pdf', 'xlsx', 'html']
  return during(seconds, (round) =>
    granted(officer, 'GET', `/reports/${id}/download/${formats[round % formats.length]}`),
  )
}
