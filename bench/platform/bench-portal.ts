import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '../../packages/web/test/faults/browser.js'
import { granted, invite } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { readDocuments } from './documents.js'
import { fillCounty } from './fill.js'
import { asOwner, startFresh } from './installation.js'
import { type Load, type Loaded, load } from './load.js'

const AUTHORITIES = 1000
const YEAR = 2024
const CONNECTIONS = 64
const SECONDS = 20

/** The page of a published report under load: as it is kept, made anew each time, and while it is corrected. */
export async function benchPortal(seed: number): Promise<void> {
  const { service, root, admin } = await startFresh()
  const { url } = service
  const { authorities, reports } = await asOwner(service.spec.folder, async (client) =>
    fillCounty(client, {
      ...{ root, authorities: AUTHORITIES, years: [YEAR, YEAR + 1], last: 'draft' },
      documents: await readDocuments(seed, 50),
    }),
  )
  const pathOf = (name: string) => `/annual-reports/${YEAR}/${encodeURIComponent(name)}`
  const [first, ...others] = authorities
  if (!first) throw new Error('no authority')
  const one = pathOf(first.name)
  const kept: Load = { url, connections: CONNECTIONS, paths: [one], seconds: SECONDS }
  await load({ ...kept, seconds: 5 })
  const rows = [row('a report, kept', await load(kept), '≥ 1500/s, p99 ≤ 50')]
  const year = `/annual-reports/${YEAR}`
  rows.push(row('the year, 1000 authorities, kept', await load({ ...kept, paths: [year] }), '-'))
  const anew = { url, connections: CONNECTIONS, paths: others.map(({ name }) => pathOf(name)) }
  rows.push(
    row('999 reports, each made anew', await load({ ...anew, amount: AUTHORITIES - 1 }), '-'),
  )
  printTable(
    `Portal: ${CONNECTIONS} connections, gzip, load on the same processors; milliseconds`,
    ['page', 'a second', 'p50', 'p99', 'longest', 'failed', 'to reach'],
    rows,
  )
  const officer = await invite(url, admin, 'officer', 'disclosureOfficer', [first.id])
  const head = await invite(url, admin, 'head', 'disclosureHead', [first.id])
  const reportId = reports.get(YEAR)?.[0] ?? ''
  await correctUnderLoad({ kept, officer, head, reportId })
  await service.stop()
}

function row(title: string, done: Loaded, toReach: string): (string | number)[] {
  const { perSecond, p50, p99, max, errors, non2xx } = done
  const failed = errors + non2xx
  return [title, perSecond.toFixed(0), p50, p99, max.toFixed(0), failed, toReach]
}

type Correcting = {
  readonly kept: Load
  readonly officer: Browser
  readonly head: Browser
  readonly reportId: string
}

const CORRECTIONS = 5

/** Puts out corrections while the page is under load, and asks for the page all the time. */
async function correctUnderLoad({ kept, officer, head, reportId }: Correcting): Promise<void> {
  const loading = load({ ...kept, seconds: 25 })
  await wait(3000)
  const rows: (string | number)[][] = []
  for (let round = 1; round <= CORRECTIONS; round++) {
    const words = `第${'一二三四五'[round - 1]}次更正的内容。`
    const { report, version } = await granted(officer, 'GET', `/reports/${reportId}`)
    const document = { ...version.document, intro: words }
    const saved = await granted(officer, 'POST', `/reports/${reportId}/draft`, {
      ...{ version: report.version, body: { document } },
    })
    await waiveAll(officer, reportId)
    const seen = watch(`${kept.url}${kept.paths[0]}`, words)
    await wait(300)
    const sent = performance.now()
    await granted(head, 'POST', `/reports/${reportId}/correct`, {
      ...{ version: saved.version, body: { reason: '引言有误' } },
    })
    const acknowledged = performance.now()
    const { firstNew, oldAfter } = await seen.over(acknowledged)
    rows.push([
      round,
      (acknowledged - sent).toFixed(0),
      (firstNew - acknowledged).toFixed(0),
      oldAfter,
    ])
  }
  const { perSecond, p99, errors, non2xx } = await loading
  printTable(
    `A correction while the page is under load (${perSecond.toFixed(0)} a second, p99 ${p99} ms, ${errors + non2xx} failed); milliseconds`,
    [
      'correction',
      'its own answer after',
      'new page served after the answer',
      'old pages asked for after the answer (to reach: 0)',
    ],
    rows,
  )
}

/** Generated reports may have findings that keep them from going out. */
async function waiveAll(officer: Browser, reportId: string): Promise<void> {
  const { check } = await granted(officer, 'GET', `/reports/${reportId}`)
  for (const { severity, key, waiver } of check.findings) {
    if (severity !== 'error' || waiver) continue
    const body = { ...key, reason: '经核对，数据无误' }
    await officer('POST', `/reports/${reportId}/waivers`, { body })
  }
}

/** Asks for a page again and again until it holds `words`. Below 0: it was served before the answer to the correction came. */
function watch(url: string, words: string) {
  const asked: { readonly at: number; readonly isNew: boolean; readonly came: number }[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const at = performance.now()
      const page = await (await fetch(url)).text()
      asked.push({ at, isNew: page.includes(words), came: performance.now() })
    }
  })()
  return {
    async over(acknowledged: number) {
      await wait(1000)
      isOver = true
      await asking
      const firstNew = asked.find(({ isNew }) => isNew)?.came ?? Number.POSITIVE_INFINITY
      const oldAfter = asked.filter(({ at, isNew }) => at > acknowledged && !isNew).length
      return { firstNew, oldAfter }
    },
  }
}
