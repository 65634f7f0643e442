import assert from 'node:assert/strict'
import { it } from 'node:test'
import { localDate, type Result } from '@gongkai/law'
import { randoms } from '../../../law/test/support/randoms.js'
import { acceptReport } from '../../src/collection/accept-report.js'
import { closeReport, reopenReport } from '../../src/collection/close-report.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { publishReport } from '../../src/collection/publish-report.js'
import type { ReportFile, ReportRef } from '../../src/collection/report-file.js'
import { restoreVersion } from '../../src/collection/restore-version.js'
import { returnReport } from '../../src/collection/return-report.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import { type ReportState, STEPS, type Step, type StepSpec } from '../../src/collection/states.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import type { Actor } from '../../src/context.js'
import { SERVERS } from '../support/servers.js'
import { asOwner, type County, collect, goodReport, newCounty, type Person } from './support.js'

const LENGTH = 300
const SEED = 20260105

type Move = {
  readonly step: Step
  readonly may: readonly Person[]
  readonly run: (
    county: County,
    actor: Actor,
    ref: ReportRef,
    chance: () => number,
  ) => Promise<Result<ReportFile>>
}

const OFFICERS = ['officer', 'secondOfficer'] as const

// biome-ignore format: table
const MOVES: readonly Move[] = [
  { step: 'start',    may: OFFICERS,            run: ({ platform, files }, actor, ref) => startReport(platform, actor, { ...ref, from: { kind: 'blank' } }, files) },
  { step: 'save',     may: OFFICERS,            run: ({ platform }, actor, ref) => saveDraft(platform, actor, { ...ref, document: goodReport('云岭县财政局') }) },
  { step: 'save',     may: OFFICERS,            run: ({ platform }, actor, ref) => restoreVersion(platform, actor, { ...ref, no: 1 }) },
  { step: 'submit',   may: [...OFFICERS, 'head'], run: ({ platform }, actor, ref) => submitReport(platform, actor, ref) },
  { step: 'return',   may: ['supervisor'],      run: ({ platform }, actor, ref) => returnReport(platform, actor, { ...ref, reason: '请核对', remarks: [] }) },
  { step: 'accept',   may: ['supervisor'],      run: ({ platform }, actor, ref) => acceptReport(platform, actor, ref) },
  { step: 'publish',  may: [...OFFICERS, 'head'], run: ({ platform }, actor, ref) => publishReport(platform, actor, { ...ref, publishedOn: localDate('2026-01-05') }) },
  { step: 'correct',  may: ['head'],            run: ({ platform }, actor, ref) => correctPublished(platform, actor, { ...ref, reason: '更正' }) },
  { step: 'withdraw', may: ['head'],            run: ({ platform }, actor, ref, chance) => withdrawPublished(platform, actor, { ...ref, reason: chance() < 0.7 ? '' : '划转' }) },
  { step: 'close',    may: ['supervisor'],      run: ({ platform }, actor, ref, chance) => closeReport(platform, actor, { ...ref, reason: chance() < 0.5 ? '' : '机构撤销', basis: '云政发〔2026〕1号' }) },
  { step: 'reopen',   may: ['supervisor'],      run: ({ platform }, actor, ref) => reopenReport(platform, actor, { ...ref, reason: '仍应编制' }) },
]

const WHO: readonly Person[] = [
  'officer',
  'secondOfficer',
  'head',
  'supervisor',
  'siblingOfficer',
  'auditor',
  'bureauSupervisor',
]

for (const server of SERVERS) {
  it(`任意办理${LENGTH}次，状态只按表变化 ${server.name}`, {
    skip: server.skip ?? false,
  }, async () => {
    const county = await newCounty(server)
    const { reportOf } = await collect(county)
    const reportId = reportOf(county.finance)
    // Only of such an authority the duty may end.
    await asOwner(
      county,
      `update gongkai.authority set dissolved_on = '2026-01-02' where id = '${county.finance}'`,
    )
    const chance = randoms(SEED)
    const pick = <T>(list: readonly T[]): T => {
      const one = list[Math.floor(chance() * list.length)]
      assert.ok(one !== undefined)
      return one
    }
    let state: ReportState = 'notStarted'
    let before: ReportState = state
    let version = 1
    let done = 0
    const reached = new Set<string>()
    for (let step = 0; step < LENGTH; step++) {
      const move = pick(chance() < 0.5 ? MOVES : MOVES.filter((one) => rowOf(one.step, state)))
      const person = chance() < 0.3 ? pick(WHO) : pick(move.may)
      const isStale = chance() < 0.1
      const ref = { reportId, version: isStale ? version - 1 : version }
      const result = await move.run(county, county.people[person], ref, chance)
      const row: StepSpec | undefined = rowOf(move.step, state)
      const title: string = `${step}: ${person} ${move.step} from ${state}`
      if (result.ok) {
        assert.ok(row && !isStale && move.may.includes(person), title)
        const to: ReportState = move.step === 'reopen' ? before : row.to
        assert.deepEqual([result.value.state, result.value.version], [to, version + 1], title)
        reached.add(`${row.step} ${row.from}`)
        if (move.step === 'close') before = state
        state = to
        version += 1
        done += 1
      } else if (!move.may.includes(person)) {
        assert.equal(result.refusal.code, 'right.missing', title)
      } else if (isStale) {
        assert.equal(result.refusal.code, 'report.changed', title)
      } else if (!row) {
        assert.equal(result.refusal.code, 'report.wrong-state', title)
      } else {
        assert.ok(EXPECTED.includes(result.refusal.code), `${title}: ${result.refusal.code}`)
      }
      const [kept] = await asOwner(county, KEPT, [reportId])
      assert.deepEqual([kept?.state, kept?.version], [state, version], title)
      assert.ok(Number(kept?.working) <= 1, title)
      assert.equal(kept?.broken, 0, title)
      if (state === 'withdrawn') {
        ;({ state, version } = await again(county, reportId))
      }
    }
    const [{ events } = { events: 0 }] = await asOwner(
      county,
      `select count(*)::int as events from gongkai.event where subject_id = $1`,
      [reportId],
    )
    assert.equal(events, done)
    const rows: readonly StepSpec[] = STEPS
    assert.deepEqual(
      [...reached].toSorted(),
      [...new Set(rows.map(({ step, from }) => `${step} ${from}`))].toSorted(),
    )
    await county.close()
  })
}

/** What may keep a step back that the table has: errors in a blank form, nothing to correct, no reason. */
const EXPECTED = [
  'report.errors-open',
  'report.nothing-to-correct',
  'report.reason-missing',
  'report.closing-reason-missing',
]

/** What is kept of the report, and how many of its versions are out without being what the report says. */
const KEPT = `
  select r.state, r.version,
    (select count(*)::int from gongkai.report_version v where v.report_id = r.id and v.frozen_at is null) as working,
    (select count(*)::int from gongkai.report_version v where v.report_id = r.id
      and ((v.submitted_at is not null and r.submitted_no is null) or (v.published_at is not null and r.published_no is null)
        or ((r.state = 'withdrawn') <> (v.withdrawn_at is not null) and v.published_at is not null))) as broken
  from gongkai.annual_report r where r.id = $1`

function rowOf(step: Step, state: ReportState): StepSpec | undefined {
  const rows: readonly StepSpec[] = STEPS
  return rows.find((row) => row.step === step && row.from === state)
}

/** Back to the beginning, as the owner: a walk of one report would end at its first withdrawal. */
async function again(
  county: County,
  reportId: string,
): Promise<{ state: ReportState; version: number }> {
  await asOwner(
    county,
    `update gongkai.report_version set withdrawn_at = null, published_at = null, submitted_at = null where report_id = '${reportId}';
    update gongkai.annual_report set state = 'notStarted', submitted_no = null, accepted_no = null, published_no = null,
      published_on = null, withdrawn_on = null, withdrawn_reason = null where id = '${reportId}'`,
  )
  const [row] = await asOwner(county, KEPT, [reportId])
  return { state: 'notStarted', version: Number(row?.version) }
}
