import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, newBrowser } from '../../packages/web/test/faults/browser.js'
import { verifyChain } from '../../packages/web/test/faults/chain.js'
import { type County, granted, setUpCounty, YEAR } from '../../packages/web/test/faults/county.js'
import { freePort, startProcess } from '../../packages/web/test/faults/service-process.js'
import { printTable } from '../table.js'
import { holdInvariants } from './invariants.js'
import { ownPlace } from './place.js'
import { newReminders } from './reminders.js'

const ROUNDS = 30

/** Two services on one database and one data folder behave as one. */
export async function soakTwo(): Promise<void> {
  const { place } = await ownPlace()
  const first = await startProcess(place.spec)
  const county = await setUpCounty(first.url, first.setUpCode ?? '', 4)
  const second = await startProcess({ ...place.spec, port: await freePort() })
  const there = (browser: Browser) => newBrowser(second.url, browser.cookie())
  const reminders = newReminders(county.root, county.collectionId, 'officer0')
  await place.asOwner(reminders.ask)
  await place.asOwner(reminders.ask)
  const rows: (string | number)[][] = [
    [
      'a save on each with the same version: one is done, one is told',
      await bothSave(county, there),
    ],
    [
      'the same request under one key on both at once: done once',
      await bothUnderOneKey(county, there),
    ],
    [
      'a correction on one, the page on the other at once: the new one',
      await pagesFollow(county, second.url),
    ],
    ['checks of all asked for on both: each job done once', await jobsOnce(county, there)],
  ]
  await remindedOnce(place.asOwner, reminders.missing)
  rows.push(['reminders asked for twice: each authority reminded of once', 2])
  rows.push(['signed out on one: signed out on the other', await signedOut(county, there)])
  await place.asOwner(holdInvariants)
  const events = await verifyChain(place.spec.folder, place.databaseUrl)
  rows.push(['events in the chain, which verifies', events])
  await first.stop()
  await second.stop()
  printTable(`Two services on one database: ${place.name}`, ['what', 'times'], rows)
}

type There = (browser: Browser) => Browser

function deskOf({ desks }: County, at: number) {
  const desk = desks[at]
  if (!desk) throw new Error(`no desk ${at}`)
  return desk
}

async function bothSave(county: County, there: There): Promise<number> {
  const { officer, reportId, document } = deskOf(county, 1)
  const other = there(officer)
  let { version } = await granted(officer, 'POST', `/reports/${reportId}/start`, {
    ...{ version: 1, body: { from: 'blank' } },
  })
  for (let round = 0; round < ROUNDS; round++) {
    const save = (who: Browser, words: string) =>
      who('POST', `/reports/${reportId}/draft`, {
        version,
        body: { document: { ...document, intro: words } },
      })
    const answers = await Promise.all([save(officer, '甲'), save(other, '乙')])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 412])
    const winner = answers[0]?.status === 200 ? '甲' : '乙'
    const kept = await granted(round % 2 === 0 ? officer : other, 'GET', `/reports/${reportId}`)
    assert.equal(kept.version.document.intro, winner)
    assert.equal(kept.report.version, version + 1)
    version += 1
  }
  return ROUNDS
}

async function bothUnderOneKey(county: County, there: There): Promise<number> {
  const { officer, reportId, document } = deskOf(county, 1)
  const other = there(officer)
  for (let round = 0; round < ROUNDS; round++) {
    const { report } = await granted(officer, 'GET', `/reports/${reportId}`)
    const sent = { version: report.version, key: randomUUID(), body: { document } }
    const answers = await Promise.all(
      [officer, other].map((who) => who('POST', `/reports/${reportId}/draft`, sent)),
    )
    for (const { status, body } of answers)
      assert.ok(status === 200 || body.code === 'idempotency.under-way', JSON.stringify(body))
    const after = await granted(other, 'GET', `/reports/${reportId}`)
    assert.equal(after.report.version, report.version + 1)
  }
  return ROUNDS
}

async function pagesFollow(county: County, url: string): Promise<number> {
  const { officer, reportId, document, authority } = deskOf(county, 2)
  const page = `${url}/annual-reports/${YEAR}/${encodeURIComponent(authority)}`
  const step = async (who: Browser, name: string, body?: object) => {
    const { report } = await granted(officer, 'GET', `/reports/${reportId}`)
    const sent = { version: report.version, ...(body && { body }) }
    return granted(who, 'POST', `/reports/${reportId}/${name}`, sent)
  }
  await step(officer, 'start', { from: 'blank' })
  await step(officer, 'draft', { document })
  await step(officer, 'submit')
  await step(county.supervisor, 'accept')
  await step(officer, 'publish', { publishedOn: '2024-03-01' })
  for (let round = 0; round < ROUNDS; round++) {
    const words = `更正之${'甲乙丙丁戊己庚辛壬癸'[round % 10]}${'子丑寅卯'[Math.floor(round / 10)]}。`
    await step(officer, 'draft', { document: { ...document, intro: words } })
    await step(county.head, 'correct', { reason: '引言有误' })
    const text = await (await fetch(page)).text()
    assert.ok(text.includes(words), `round ${round}: the other one serves an old page`)
  }
  return ROUNDS
}

async function jobsOnce(county: County, there: There): Promise<number> {
  const path = `/collections/${county.collectionId}/check`
  const ids = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const who = round % 2 === 0 ? county.supervisor : there(county.supervisor)
    ids.add((await granted(who, 'POST', path)).jobId)
    await wait(100)
  }
  for (const id of ids) {
    for (;;) {
      const { state, retried } = await granted(county.admin, 'GET', `/jobs/${id}`)
      assert.notEqual(state, 'failed')
      if (state === 'done') {
        assert.equal(retried, 0)
        break
      }
      await wait(200)
    }
  }
  return ids.size
}

const REMINDED_MS = 60_000

async function remindedOnce<C>(
  asOwner: (work: (client: C) => Promise<number>) => Promise<number>,
  missing: (client: C) => Promise<number>,
): Promise<void> {
  for (const until = Date.now() + REMINDED_MS; (await asOwner(missing)) > 0; ) {
    assert.ok(Date.now() < until, 'not all were reminded of')
    await wait(500)
  }
}

async function signedOut(county: County, there: There): Promise<number> {
  const { officer } = deskOf(county, 3)
  const other = there(officer)
  await granted(other, 'GET', '/session')
  await granted(officer, 'DELETE', '/session')
  assert.equal((await other('GET', '/session')).status, 401)
  return 1
}
