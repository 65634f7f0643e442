import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, type Result } from '@gongkai/law'
import { acceptReport } from '../../src/collection/accept-report.js'
import { addAuthorities } from '../../src/collection/add-authorities.js'
import { answerRemark } from '../../src/collection/answer-remark.js'
import { board } from '../../src/collection/board.js'
import { checkDraft } from '../../src/collection/check-draft.js'
import { compareVersions } from '../../src/collection/compare-versions.js'
import { consolidate } from '../../src/collection/consolidate.js'
import { correctPublished } from '../../src/collection/correct-published.js'
import { openCollection } from '../../src/collection/open-collection.js'
import { publishReport } from '../../src/collection/publish-report.js'
import { readReport } from '../../src/collection/read-report.js'
import { restoreVersion } from '../../src/collection/restore-version.js'
import { returnReport } from '../../src/collection/return-report.js'
import { saveDraft } from '../../src/collection/save-draft.js'
import { startReport } from '../../src/collection/start-report.js'
import type { ReportState } from '../../src/collection/states.js'
import { submitReport } from '../../src/collection/submit-report.js'
import { waiveFinding } from '../../src/collection/waive-finding.js'
import { withdrawPublished } from '../../src/collection/withdraw-published.js'
import { ANY_SERVER } from '../support/servers.js'
import { madeReport } from './made.js'
import { asOwner, type County, codeOf, FINANCE, goodReport, granted, newCounty } from './support.js'

const NOBODY = '01900000-0000-7000-8000-000000000000'

type Try = (
  county: County,
  made: { reportId: string; remarkId: string; collectionId: string },
) => Promise<Result<unknown>>

const ref = (reportId: string, version = 1) => ({ reportId, version })
const document = goodReport(FINANCE)
const publishedOn = localDate('2026-01-05')

/** What is refused, of a report in which state, and what is tried. */
// biome-ignore format: table
const CASES: readonly [string, ReportState, Try][] = [
  ['report.not-found',        'draft',      ({ platform, people }) => submitReport(platform, people.officer, ref(NOBODY))],
  ['report.not-found',        'draft',      ({ platform, people }) => readReport(platform, people.officer, { reportId: NOBODY })],
  ['report.not-found',        'draft',      ({ platform, people }, { reportId }) => readReport(platform, people.siblingOfficer, { reportId })],
  ['collection.not-found',    'draft',      ({ platform, people }) => board(platform, people.supervisor, { collectionId: NOBODY })],
  ['remark.not-found',        'draft',      ({ platform, people }) => answerRemark(platform, people.officer, { remarkId: NOBODY, answer: '已改' })],
  ['right.missing',           'draft',      ({ platform, people }, { reportId }) => submitReport(platform, people.siblingOfficer, ref(reportId))],
  ['right.missing',           'submitted',  ({ platform, people }, { reportId }) => acceptReport(platform, people.bureauSupervisor, ref(reportId))],
  ['right.missing',           'published',  ({ platform, people }, { reportId }) => withdrawPublished(platform, people.officer, { ...ref(reportId), reason: '划转' })],
  ['right.missing',           'accepted',   ({ platform, people }, { collectionId }) => consolidate(platform, people.officer, collectionId)],
  ['report.changed',          'draft',      ({ platform, people }, { reportId }) => submitReport(platform, people.officer, ref(reportId, 7))],
  ['report.wrong-state',      'notStarted', ({ platform, people }, { reportId }) => saveDraft(platform, people.officer, { ...ref(reportId), document })],
  ['report.wrong-state',      'submitted',  ({ platform, people }, { reportId }) => saveDraft(platform, people.officer, { ...ref(reportId), document })],
  ['report.wrong-state',      'submitted',  ({ platform, people }, { reportId }) => checkDraft(platform, people.officer, reportId)],
  ['report.wrong-state',      'accepted',   ({ platform, people }, { reportId }) => waiveFinding(platform, people.officer, { reportId, key: { rule: 'x', place: 'x', value: 'x' }, reason: '核实' })],
  ['report.wrong-state',      'draft',      ({ platform, people }, { reportId }) => publishReport(platform, people.officer, { ...ref(reportId), publishedOn })],
  ['report.wrong-state',      'withdrawn',  ({ platform, people }, { reportId }) => withdrawPublished(platform, people.head, { ...ref(reportId), reason: '划转' })],
  ['report.no-version',       'draft',      ({ platform, people }, { reportId }) => restoreVersion(platform, people.officer, { ...ref(reportId), no: 9 })],
  ['report.no-version',       'draft',      ({ platform, people }, { reportId }) => compareVersions(platform, people.supervisor, { reportId, from: 1, to: 2 })],
  ['report.nothing-to-add',   'notStarted', ({ platform, people, files }, { reportId }) => startReport(platform, people.officer, { ...ref(reportId), from: { kind: 'consolidation' } }, files)],
  ['report.no-last-year',     'notStarted', ({ platform, people, files }, { reportId }) => startReport(platform, people.officer, { ...ref(reportId), from: { kind: 'lastYear' } }, files)],
  ['report.file-missing',     'notStarted', ({ platform, people, files }, { reportId }) => startReport(platform, people.officer, { ...ref(reportId), from: { kind: 'file', reading: document } }, files)],
  ['report.other-year',       'draft',      ({ platform, people }, { reportId }) => saveDraft(platform, people.officer, { ...ref(reportId), document })],
  ['report.other-form',       'draft',      ({ platform, people }, { reportId }) => saveDraft(platform, people.officer, { ...ref(reportId), document: { ...document, form: '2019' } })],
  ['finding.not-found',       'draft',      ({ platform, people }, { reportId }) => waiveFinding(platform, people.officer, { reportId, key: { rule: 'x', place: 'x', value: 'x' }, reason: '核实' })],
  ['report.nothing-said',     'submitted',  ({ platform, people }, { reportId }) => returnReport(platform, people.supervisor, { ...ref(reportId), reason: ' ', remarks: [] })],
  ['remark.no-place',         'submitted',  ({ platform, people }, { reportId }) => returnReport(platform, people.supervisor, { ...ref(reportId), reason: '', remarks: [{ target: { kind: 'text', part: 'intro', start: 0, end: 9999 }, words: '补充' }] })],
  ['remark.answer-missing',   'returned',   ({ platform, people }, { remarkId }) => answerRemark(platform, people.officer, { remarkId, answer: ' ' })],
  ['report.day-wrong',        'accepted',   ({ platform, people }, { reportId }) => publishReport(platform, people.officer, { ...ref(reportId), publishedOn: localDate('2026-01-06') })],
  ['report.reason-missing',   'published',  ({ platform, people }, { reportId }) => correctPublished(platform, people.head, { ...ref(reportId), reason: '' })],
  ['report.reason-missing',   'published',  ({ platform, people }, { reportId }) => withdrawPublished(platform, people.head, { ...ref(reportId), reason: ' ' })],
  ['collection.none-accepted', 'submitted', ({ platform, people }, { collectionId }) => consolidate(platform, people.supervisor, collectionId)],
  ['collection.changed',      'draft',      ({ platform, people, education }, { collectionId }) => addAuthorities(platform, people.supervisor, { collectionId, version: 4, authorityIds: [education] })],
  ['collection.already-asked', 'draft',     ({ platform, people, finance }, { collectionId }) => addAuthorities(platform, people.supervisor, { collectionId, version: 1, authorityIds: [finance] })],
  ['collection.none-asked',   'draft',      ({ platform, people }, { collectionId }) => addAuthorities(platform, people.supervisor, { collectionId, version: 1, authorityIds: [] })],
  ['authority.not-found',     'draft',      ({ platform, people }, { collectionId }) => addAuthorities(platform, people.supervisor, { collectionId, version: 1, authorityIds: [NOBODY] })],
  ['collection.not-below',    'draft',      (county) => open(county, 'bureauSupervisor', county.education, [county.finance])],
  ['collection.year-wrong',   'draft',      (county) => open(county, 'supervisor', county.government, [county.finance], 2018)],
  ['collection.year-wrong',   'draft',      (county) => open(county, 'supervisor', county.government, [county.finance], 2027)],
  ['right.missing',           'draft',      (county) => open(county, 'bureauSupervisor', county.government, [county.finance])],
]

function open(
  { platform, people }: County,
  person: 'supervisor' | 'bureauSupervisor',
  authorityId: string,
  authorityIds: readonly string[],
  reportYear = 2025,
) {
  const asked = { authorityId, reportYear, authorityIds, instructions: '', localDuties: [] }
  return openCollection(platform, people[person], asked)
}

// The servers do not know of each other: both are tried at the same time.
describe('不予办理', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let county: County
      before(async () => {
        county = await newCounty(server)
      })
      after(() => county.close())

      for (const [index, [code, state, attempt]] of CASES.entries()) {
        it(`${code} ${index}`, async () => {
          const place = { collector: county.government, authority: county.finance }
          const made = await madeReport(county, place, state, () => document)
          const events = await eventsOf(county)
          const result = await attempt(county, made)
          assert.equal(codeOf(result), code)
          assert.match(result.ok ? '' : result.refusal.message, /。$/)
          assert.equal(await eventsOf(county), events)
        })
      }

      it('一个年度只布置一次', async () => {
        granted(await open(county, 'supervisor', county.government, [county.finance], 2024))
        const again = await open(county, 'supervisor', county.government, [county.education], 2024)
        assert.equal(codeOf(again), 'collection.exists')
      })

      it('意见只答复一次，告知已有的答复', async () => {
        const place = { collector: county.government, authority: county.finance }
        const { remarkId } = await madeReport(county, place, 'returned')
        const { platform, people } = county
        granted(await answerRemark(platform, people.officer, { remarkId, answer: '已改正' }))
        const again = await answerRemark(platform, people.secondOfficer, {
          remarkId,
          answer: '无误',
        })
        assert.ok(!again.ok && again.refusal.code === 'remark.answered')
        assert.equal(again.refusal.present.answer, '已改正')
      })
    })
  }
})

async function eventsOf(county: County): Promise<unknown> {
  return (await asOwner(county, 'select count(*) from gongkai.event'))[0]?.count
}
