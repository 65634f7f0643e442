import { compareWithRegister } from '../../../src/collection/register-cells.js'
import { correctRemedy, strikeRemedy } from '../../../src/remedies/correct-remedy.js'
import { countRemedies, listCountedRemedies } from '../../../src/remedies/count-remedies.js'
import {
  addInstance,
  answerRemedy,
  decideRemedy,
  recordRedone,
} from '../../../src/remedies/handle-remedy.js'
import { listRemedies, readRemedy } from '../../../src/remedies/list-remedies.js'
import { registerRemedy } from '../../../src/remedies/register-remedy.js'
import { importRequests, previewRequests } from '../../../src/requests/import/import-requests.js'
import { madeReport } from '../../collection/made.js'
import { goodReport } from '../../collection/support.js'
import { IN_A_WEEK, TODAY } from '../../people/days.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { brought, newRemedy } from '../../remedies/given.js'
import { type Expectation, prepared } from '../expectation.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const READERS: Expectation['may'] = {
  own: [
    'disclosureOfficer',
    'sectionHandler',
    'reviewer',
    'secrecyReviewer',
    'disclosureHead',
    'leader',
    'supervisingOfficer',
    'auditor',
  ],
  parent: ['supervisingOfficer', 'auditor'],
}

const officer = (tree: Tree) =>
  prepared(
    tree,
    'remedy desk',
    async () => (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor,
  )

/** A reconsideration that waits for the answer. */
const given = (tree: Tree) =>
  prepared(tree, 'remedy', async () => {
    const remedy = await brought(tree.platform, await officer(tree), tree.places.own)
    return { remedyId: remedy.id, version: remedy.version, remedy }
  })

/** A suit that was decided; the decision must be made anew. */
const decided = (tree: Tree) =>
  prepared(tree, 'decided suit', async () => {
    const desk = await officer(tree)
    const { id, version } = await brought(tree.platform, desk, tree.places.own, { kind: 'suit' })
    await decideRemedy(tree.platform, desk, {
      ...{ remedyId: id, version, on: TODAY, result: 'courtRevoked' },
      redo: { from: TODAY, days: null },
    })
    return { remedyId: id, version: version + 1 }
  })

const LIST = [
  ['原编号', '来件日期', '提交方式', '申请人类型', '申请内容', '办结日期', '处理结果'],
  ['旧1', '2026-01-05', '当面提交', '自然人', '合同', '2026-01-05', '予以公开'],
].map((cells, index) => ({ number: index + 1, cells }))

const counted = ({ places }: Tree) => ({
  ...{ authorityId: places.own, from: TODAY, to: IN_A_WEEK, form: '2021' as const },
})

export const REMEDIES: readonly Expectation[] = [
  {
    useCase: 'previewRequests',
    may: DESK,
    attempt: ({ platform, places }, actor) =>
      previewRequests(platform, actor, { authorityId: places.own, rows: LIST }),
  },
  {
    useCase: 'importRequests',
    may: DESK,
    async attempt(tree, actor) {
      const command = { authorityId: tree.places.own, rows: LIST }
      const digest = await prepared(tree, 'preview', async () => {
        const shown = await previewRequests(tree.platform, await officer(tree), command)
        return shown.ok ? shown.value.digest : ''
      })
      return importRequests(tree.platform, actor, { ...command, digest })
    },
  },
  {
    useCase: 'registerRemedy',
    may: DESK,
    attempt: ({ platform, places }, actor) =>
      registerRemedy(platform, actor, newRemedy(places.own)),
  },
  {
    useCase: 'answerRemedy',
    may: DESK,
    attempt: async (tree, actor) =>
      answerRemedy(tree.platform, actor, { ...(await given(tree)), on: TODAY }),
  },
  {
    useCase: 'decideRemedy',
    may: DESK,
    attempt: async (tree, actor) =>
      decideRemedy(tree.platform, actor, {
        ...(await given(tree)),
        ...{ on: TODAY, result: 'upheld', redo: null },
      }),
  },
  {
    useCase: 'addInstance',
    may: DESK,
    attempt: async (tree, actor) =>
      addInstance(tree.platform, actor, {
        ...(await decided(tree)),
        instance: { caseNumber: null, procedure: 'ordinary', receivedOn: TODAY, answerBy: null },
      }),
  },
  {
    useCase: 'recordRedone',
    may: DESK,
    attempt: async (tree, actor) =>
      recordRedone(tree.platform, actor, { ...(await decided(tree)), on: TODAY, number: null }),
  },
  {
    useCase: 'correctRemedy',
    may: DESK,
    async attempt(tree, actor) {
      const { remedy, ...ref } = await given(tree)
      return correctRemedy(tree.platform, actor, { ...ref, facts: remedy, reason: '名称写错' })
    },
  },
  {
    useCase: 'strikeRemedy',
    may: DESK,
    attempt: async (tree, actor) =>
      strikeRemedy(tree.platform, actor, { ...(await given(tree)), reason: '重复登记' }),
  },
  {
    useCase: 'listRemedies',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      listRemedies(platform, actor, {
        ...{ authorityId: places.own, queue: 'all', requestId: null, after: null, limit: 10 },
        ...{ below: false, kind: null, result: null },
      }),
  },
  {
    useCase: 'readRemedy',
    may: READERS,
    attempt: async (tree, actor) => readRemedy(tree.platform, actor, (await given(tree)).remedyId),
  },
  {
    useCase: 'countRemedies',
    may: READERS,
    attempt: (tree, actor) => countRemedies(tree.platform, actor, counted(tree)),
  },
  {
    useCase: 'listCountedRemedies',
    may: READERS,
    attempt: (tree, actor) =>
      listCountedRemedies(tree.platform, actor, {
        ...counted(tree),
        ...{ row: '行政复议', column: '总计', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'compareWithRegister',
    may: READERS,
    async attempt(tree, actor) {
      const { own } = tree.places
      const { reportId } = await prepared(tree, 'report to compare', () =>
        madeReport(tree, { collector: own, authority: own }, 'draft', (year) =>
          goodReport('石桥街道办事处', year),
        ),
      )
      return compareWithRegister(tree.platform, actor, reportId)
    },
  },
]
