import { randomUUID } from 'node:crypto'
import { localDate } from '@gongkai/law'
import { acceptReport } from '../../../src/collection/accept-report.js'
import { addAuthorities } from '../../../src/collection/add-authorities.js'
import { answerRemark } from '../../../src/collection/answer-remark.js'
import { board } from '../../../src/collection/board.js'
import { HERE } from '../../../src/collection/check-aside.js'
import { checkDraft } from '../../../src/collection/check-draft.js'
import { closeReport, reopenReport } from '../../../src/collection/close-report.js'
import { consolidate, gatherReports } from '../../../src/collection/consolidate.js'
import { correctPublished } from '../../../src/collection/correct-published.js'
import { leaveRemark } from '../../../src/collection/leave-remark.js'
import { getCollection, listCollections } from '../../../src/collection/list-collections.js'
import { listFindings } from '../../../src/collection/list-findings.js'
import { listReports } from '../../../src/collection/list-reports.js'
import { openCollection } from '../../../src/collection/open-collection.js'
import { checkBefore } from '../../../src/collection/pass-check.js'
import { publishReport } from '../../../src/collection/publish-report.js'
import { restoreVersion } from '../../../src/collection/restore-version.js'
import { returnReport } from '../../../src/collection/return-report.js'
import { saveDraft } from '../../../src/collection/save-draft.js'
import { startReport } from '../../../src/collection/start-report.js'
import type { ReportState } from '../../../src/collection/states.js'
import { submitReport } from '../../../src/collection/submit-report.js'
import { waiveFinding } from '../../../src/collection/waive-finding.js'
import { withdrawPublished } from '../../../src/collection/withdraw-published.js'
import { ROLE_IDS } from '../../../src/rights/roles.js'
import { listTodos } from '../../../src/todos/list-todos.js'
import { FOUND, madeReport } from '../../collection/made.js'
import { asOwner, goodReport } from '../../collection/support.js'
import { addAuthority, type Tree } from '../../people/tree.js'
import { type Expectation, hereAndAbove, prepared } from '../expectation.js'

const SUPERVISORS = hereAndAbove('supervisingOfficer')
const DRAFTERS: Expectation['may'] = { own: ['disclosureOfficer'] }
const SENDERS: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const HEADS: Expectation['may'] = { own: ['disclosureHead'] }

const reason = '工作需要'
const NAME = '石桥街道办事处'

/** A report of `own` in this state, of a collection of `own`; how it is named at its first version. */
async function given(tree: Tree, state: ReportState) {
  const { own } = tree.places
  const place = { collector: own, authority: own }
  const made = await prepared(tree, `report ${state}`, () =>
    madeReport(tree, place, state, (year) => goodReport(NAME, year)),
  )
  return { ...made, ref: { reportId: made.reportId, version: 1 } }
}

export const COLLECTION: readonly Expectation[] = [
  {
    useCase: 'openCollection',
    may: SUPERVISORS,
    async attempt({ platform, places, ...tree }, actor) {
      const asked = { reportYear: 2025, instructions: '', localDuties: [] }
      const again = `update gongkai.collection set report_year = 1 - (select count(*) from gongkai.collection) where report_year = 2025`
      await asOwner({ platform, ...tree }, again)
      const below = await addAuthority({ platform, ...tree }, randomUUID(), places.own)
      return openCollection(platform, actor, {
        ...{ ...asked, authorityId: places.own, authorityIds: [below] },
      })
    },
  },
  {
    useCase: 'addAuthorities',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { collectionId } = await given(tree, 'draft')
      const below = await addAuthority(tree, randomUUID(), tree.places.own)
      const asked = { collectionId, version: 1, authorityIds: [below] }
      return addAuthorities(tree.platform, actor, asked)
    },
  },
  {
    useCase: 'board',
    may: hereAndAbove('supervisingOfficer', 'auditor'),
    async attempt(tree, actor) {
      const { collectionId } = await given(tree, 'draft')
      return board(tree.platform, actor, { collectionId })
    },
  },
  {
    useCase: 'listCollections',
    may: 'self',
    attempt: ({ platform }, actor) => listCollections(platform, actor),
  },
  {
    // Everybody who works where a report was asked for reads what is asked; the administrator works on no report.
    useCase: 'getCollection',
    may: {
      own: [...ROLE_IDS.filter((role) => role !== 'administrator')],
      parent: ['supervisingOfficer', 'auditor'],
    },
    async attempt(tree, actor) {
      const { collectionId } = await given(tree, 'notStarted')
      return getCollection(tree.platform, actor, collectionId)
    },
  },
  {
    useCase: 'listFindings',
    may: hereAndAbove('supervisingOfficer', 'auditor'),
    async attempt(tree, actor) {
      const { collectionId } = await given(tree, 'submitted')
      return listFindings(tree.platform, actor, collectionId)
    },
  },
  {
    useCase: 'listReports',
    may: 'self',
    attempt: ({ platform }, actor) =>
      listReports(platform, actor, { sort: 'year', after: null, limit: 10 }),
  },
  {
    useCase: 'listTodos',
    may: 'self',
    attempt: ({ platform }, actor) => listTodos(platform, actor),
  },
  {
    useCase: 'leaveRemark',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'submitted')
      const target = { kind: 'report' } as const
      return leaveRemark(tree.platform, actor, { ...ref, target, words: '请核对' })
    },
  },
  {
    useCase: 'consolidate',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      return consolidate(tree.platform, actor, await toConsolidate(tree))
    },
  },
  {
    useCase: 'gatherReports',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      return gatherReports(tree.platform, actor, await toConsolidate(tree))
    },
  },
  {
    useCase: 'startReport',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'notStarted')
      const files = { get: async () => null }
      return startReport(tree.platform, actor, { ...ref, from: { kind: 'blank' } }, files)
    },
  },
  {
    useCase: 'saveDraft',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { ref, reportYear } = await given(tree, 'draft')
      const document = goodReport(NAME, reportYear)
      return saveDraft(tree.platform, actor, { ...ref, document })
    },
  },
  {
    useCase: 'restoreVersion',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'returned')
      return restoreVersion(tree.platform, actor, { ...ref, no: 1 })
    },
  },
  {
    useCase: 'checkDraft',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { reportId } = await given(tree, 'draft')
      return checkDraft(tree.platform, actor, reportId)
    },
  },
  {
    useCase: 'waiveFinding',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { reportId } = await given(tree, 'draft')
      return waiveFinding(tree.platform, actor, { reportId, key: FOUND, reason: '已与台账核实' })
    },
  },
  {
    useCase: 'checkBefore',
    may: SENDERS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'draft')
      return checkBefore(tree.platform, actor, 'submit', ref, HERE)
    },
  },
  {
    useCase: 'submitReport',
    may: SENDERS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'draft')
      return submitReport(tree.platform, actor, ref)
    },
  },
  {
    useCase: 'returnReport',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'submitted')
      return returnReport(tree.platform, actor, { ...ref, reason, remarks: [] })
    },
  },
  {
    useCase: 'answerRemark',
    may: DRAFTERS,
    async attempt(tree, actor) {
      const { remarkId } = await given(tree, 'returned')
      return answerRemark(tree.platform, actor, { remarkId, answer: '已改正' })
    },
  },
  {
    useCase: 'acceptReport',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'submitted')
      return acceptReport(tree.platform, actor, ref)
    },
  },
  {
    useCase: 'closeReport',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'draft')
      return whileDissolved(tree, () =>
        closeReport(tree.platform, actor, { ...ref, reason, basis: '云政发〔2026〕1号' }),
      )
    },
  },
  {
    useCase: 'reopenReport',
    may: SUPERVISORS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'closed')
      return reopenReport(tree.platform, actor, { ...ref, reason })
    },
  },
  {
    useCase: 'publishReport',
    may: SENDERS,
    async attempt(tree, actor) {
      const { ref, reportId } = await given(tree, 'accepted')
      await asOwner(
        tree,
        `update gongkai.annual_report set report_year = 1900 - (select count(*) from gongkai.annual_report) where id = '${reportId}'`,
      )
      const publishedOn = localDate('2026-01-05')
      return publishReport(tree.platform, actor, { ...ref, publishedOn })
    },
  },
  {
    useCase: 'correctPublished',
    may: HEADS,
    async attempt(tree, actor) {
      const { ref, reportId, reportYear } = await given(tree, 'published')
      // A day in the year after the report year: nothing else is wrong with it.
      const published = `update gongkai.annual_report set published_on = '${reportYear + 1}-01-05'`
      await asOwner(tree, `${published} where id = '${reportId}'`)
      return correctPublished(tree.platform, actor, { ...ref, reason })
    },
  },
  {
    useCase: 'withdrawPublished',
    may: HEADS,
    async attempt(tree, actor) {
      const { ref } = await given(tree, 'published')
      return withdrawPublished(tree.platform, actor, { ...ref, reason })
    },
  },
]

/** What only may be done to a report whose authority is dissolved. */
async function whileDissolved<T>(tree: Tree, attempt: () => Promise<T>): Promise<T> {
  const set = (day: string) =>
    asOwner(
      tree,
      `update gongkai.authority set dissolved_on = ${day} where id = '${tree.places.own}'`,
    )
  await set(`'2026-01-02'`)
  const result = await attempt()
  await set('null')
  return result
}

/** A collection below `own` with one published report. */
async function toConsolidate(tree: Tree): Promise<string> {
  const { own, sibling } = tree.places
  const place = { collector: own, authority: sibling }
  const { collectionId } = await madeReport(tree, place, 'accepted', (year) =>
    goodReport('石桥街道', year),
  )
  // Whoever consolidates for `own` reads what is below it.
  await asOwner(
    tree,
    `update gongkai.annual_report set state = 'published', published_no = 1, published_on = '2026-01-05' where collection_id = '${collectionId}'`,
  )
  await asOwner(
    tree,
    `update gongkai.report_version set published_at = now() where report_id in (select id from gongkai.annual_report where collection_id = '${collectionId}')`,
  )
  return collectionId
}
