import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Browser } from '../../packages/web/test/faults/browser.js'
import { type County, granted, setUpCounty } from '../../packages/web/test/faults/county.js'
import { startProcess } from '../../packages/web/test/faults/service-process.js'
import { newSpec } from '../platform/installation.js'
import { residentMb, watchMemory } from '../platform/memory.js'
import { baseReports } from '../robust/absurd/base.js'
import { type AbsurdFile, brokenFiles, hostileFiles } from '../robust/absurd/files.js'
import { hostileTexts, longFiles } from '../robust/absurd/long-files.js'
import { printTable } from '../table.js'

const MOST_SECONDS = 10
const MOST_MB = 900
const SHOWN = 30

/** Files that nobody should have to read, sent to every route that takes one: each is taken or refused in words, and the service goes on. */
export async function soakHostile(only: string): Promise<void> {
  const service = await startProcess(await newSpec())
  const county = await setUpCounty(service.url, service.setUpCode ?? '', 1)
  const base = await baseReports()
  const files = [brokenFiles, hostileFiles, longFiles, hostileTexts]
    .flatMap((filesOf) => filesOf(base))
    .filter(([name]) => name.includes(only))
  const rows: (string | number)[][] = []
  for (const file of files) {
    rows.push(await send(county, file, service.pid))
    if (residentMb(service.pid) === 0)
      throw new Error(`the service ended at ${file[0]}: ${service.said().slice(-2000)}`)
  }
  const unread = await importsRead(county)
  const page = await fetch(`${service.url}/annual-reports`)
  assert.equal(page.status, 200)
  assert.equal(await service.stop(), 0)
  const faults = service
    .said()
    .split('\n')
    .filter((line) => line.includes('"fault"'))
  printTable(
    `Hostile uploads through the API: ${files.length} files to three routes; ${faults.length} faults logged, ${unread} imports not read`,
    ['file', 'begin a report', 'past reports', 'list of authorities', 'longest s', 'MB', 'over'],
    rows,
  )
  for (const fault of new Set(faults.map((line) => line.slice(0, 300))))
    process.stdout.write(`  ${fault}\n`)
}

async function send(
  county: County,
  [name, make]: AbsurdFile,
  pid: number,
): Promise<(string | number)[]> {
  const content = make()
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  const [desk] = county.desks
  if (!desk) throw new Error('no desk')
  const { report } = await granted(desk.officer, 'GET', `/reports/${desk.reportId}`)
  const watched = watchMemory(pid)
  const answers: string[] = []
  let longest = 0
  let hasFault = false
  for (const [who, path, version] of [
    [desk.officer, `/reports/${desk.reportId}/start-from-file`, report.version],
    [county.supervisor, `/past/imports?authorityId=${county.root}`, undefined],
    [county.admin, '/authorities/import/preview', undefined],
  ] as readonly (readonly [Browser, string, number | undefined])[]) {
    const start = performance.now()
    const answer = await who('POST', path, {
      body: formOf(name, bytes),
      ...(version !== undefined && { version }),
    })
    longest = Math.max(longest, (performance.now() - start) / 1000)
    hasFault ||= answer.status === 500
    answers.push(shown(answer))
  }
  const { highest } = watched()
  const isOver = hasFault || longest > MOST_SECONDS || highest > MOST_MB
  return [name, ...answers, longest.toFixed(1), highest.toFixed(0), isOver ? 'over' : '']
}

function formOf(name: string, bytes: Buffer<ArrayBuffer>): FormData {
  const form = new FormData()
  form.append('file', new File([bytes], name))
  return form
}

function shown({ status, body }: Answer): string {
  // What is far too large is refused while it is still being sent.
  if (status === 0) return 'broken off'
  return `${status} ${(body?.code ?? '').slice(0, SHOWN)}`.trim()
}

const READ_MS = 300_000

/** Waits until all that came in was looked at; how many were not. */
async function importsRead({ admin }: County): Promise<number> {
  for (const until = Date.now() + READ_MS; ; ) {
    const { counts } = await granted(admin, 'GET', '/jobs')
    const open = counts.reduce(
      (sum: number, one: { waiting: number; running: number }) => sum + one.waiting + one.running,
      0,
    )
    if (open === 0 || Date.now() > until) {
      const { jobs } = await granted(admin, 'GET', '/jobs?state=failed')
      return open + jobs.length
    }
    await wait(1000)
  }
}
