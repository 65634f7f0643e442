import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { NewFile } from '../../../src/requests/add-request.js'
import { addRequestFiles } from '../../../src/requests/add-request-file.js'
import { confirmReceipt } from '../../../src/requests/confirm-receipt.js'
import { correctRequest, previewCorrection } from '../../../src/requests/correct-request.js'
import { countOwnRecords } from '../../../src/requests/count-own-records.js'
import { countRequests, listCounted } from '../../../src/requests/count-requests.js'
import { keepRequestFiles } from '../../../src/requests/keep-files.js'
import { listRequests } from '../../../src/requests/list-requests.js'
import { listNews, markTold } from '../../../src/requests/news/request-news.js'
import { leaveUnpapered } from '../../../src/requests/owed-papers.js'
import { giveOwnData } from '../../../src/requests/own-data/give-own-data.js'
import { readApplicant } from '../../../src/requests/read-applicant.js'
import { readLedger, readRequest } from '../../../src/requests/read-request.js'
import { listRequestFiles, readRequestFile } from '../../../src/requests/read-request-file.js'
import { countReadings } from '../../../src/requests/readings/count-readings.js'
import { listReadings } from '../../../src/requests/readings/list-readings.js'
import { recordStep } from '../../../src/requests/record-step.js'
import { registerRequest } from '../../../src/requests/register-request.js'
import { registrationOf } from '../../../src/requests/registration.js'
import { renewSecret } from '../../../src/requests/renew-secret.js'
import type { RequestFile } from '../../../src/requests/request.js'
import type { SentRequestFile } from '../../../src/requests/request-files.js'
import { searchRequests } from '../../../src/requests/search-requests.js'
import { closeUnreceived, restoreRequest, strikeRequest } from '../../../src/requests/set-aside.js'
import { strikeStep } from '../../../src/requests/strike-step.js'
import { readYearEnd } from '../../../src/requests/year-end.js'
import { IN_A_WEEK, TODAY } from '../../people/days.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { counterRequest, registered, submitted } from '../../requests/given.js'
import { type Expectation, prepared } from '../expectation.js'

export const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
export const READERS: Expectation['may'] = {
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

const READINGS: Expectation['may'] = { own: ['disclosureHead', 'auditor'], parent: ['auditor'] }

export async function officer(tree: Tree) {
  return prepared(
    tree,
    'desk',
    async () => (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor,
  )
}

/** A request over the counter, received on the day. */
export const given = (tree: Tree) =>
  prepared(tree, 'request', async () => {
    const { request } = await registered(tree.platform, await officer(tree), tree.places.own)
    return request
  })

async function keptFile(
  { platform }: Tree,
  store: Parameters<typeof keepRequestFiles>[1],
  sent: SentRequestFile,
): Promise<NewFile> {
  const kept = await keepRequestFiles(platform, store, [sent], null)
  assert.ok(kept.ok && kept.value[0])
  return kept.value[0]
}

/** The same of one with a file, and the store in which it lies. */
const withFile = (tree: Tree) =>
  prepared(tree, 'request with a file', async () => {
    const kept = new Map<string, Buffer>()
    const store = {
      inspect: async () => {},
      async put(bytes: Uint8Array) {
        const digest = createHash('sha256').update(bytes).digest('hex')
        kept.set(digest, Buffer.from(bytes))
        return digest
      },
      get: async (digest: string) => kept.get(digest) ?? null,
    }
    const scan = { purpose: 'scan', name: '申请表.pdf', bytes: Buffer.from('%PDF-1.7') } as const
    const file = await keptFile(tree, store, scan)
    const { request } = await registered(tree.platform, await officer(tree), tree.places.own, {
      files: [file],
    })
    return { requestId: request.id, fileId: file.id, store }
  })

const correctionOf = (request: RequestFile) => ({
  ...{ requestId: request.id, version: request.version, people: null, reason: '误登' },
  registration: { ...registrationOf(request), title: '道路养护合同' },
})

const counted = ({ places }: Tree) => ({
  ...{ authorityId: places.own, from: TODAY, to: IN_A_WEEK, form: '2021' as const },
})

export const REQUESTS: readonly Expectation[] = [
  {
    useCase: 'countRequests',
    may: READERS,
    attempt: (tree, actor) => countRequests(tree.platform, actor, counted(tree)),
  },
  {
    useCase: 'countOwnRecords',
    may: READERS,
    attempt: (tree, actor) => countOwnRecords(tree.platform, actor, counted(tree)),
  },
  {
    useCase: 'readYearEnd',
    may: READERS,
    attempt: ({ platform, places }, actor) => readYearEnd(platform, actor, places.own),
  },
  {
    useCase: 'listCounted',
    may: READERS,
    attempt: (tree, actor) =>
      listCounted(tree.platform, actor, {
        ...counted(tree),
        ...{ row: '一', column: '总计', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'giveOwnData',
    may: DESK,
    async attempt(tree, actor) {
      const { requestId, store } = await withFile(tree)
      const shown = { requestId, place: 1, proof: '当面核验居民身份证' }
      return giveOwnData(tree.platform, actor, shown, store)
    },
  },
  {
    useCase: 'countReadings',
    may: READINGS,
    attempt: ({ platform, places }, actor) =>
      countReadings(platform, actor, { authorityId: places.own, from: TODAY, to: IN_A_WEEK }),
  },
  {
    useCase: 'listReadings',
    may: READINGS,
    attempt: ({ platform, places }, actor) =>
      listReadings(platform, actor, {
        ...{ authorityId: places.own, from: TODAY, to: IN_A_WEEK },
        ...{ personId: null, requestId: null, after: null, limit: 10 },
      }),
  },
  {
    useCase: 'registerRequest',
    may: DESK,
    attempt: ({ platform, places }, actor) =>
      registerRequest(platform, actor, counterRequest(places.own)),
  },
  {
    useCase: 'confirmReceipt',
    may: DESK,
    async attempt(tree, actor) {
      const { platform, places } = tree
      const { request } = await prepared(tree, 'online', () => submitted(platform, places.own))
      return confirmReceipt(platform, actor, {
        ...{ requestId: request.id, version: request.version },
        ...{ on: TODAY, how: '电话告知申请人', applicantOn: null },
      })
    },
  },
  {
    useCase: 'recordStep',
    may: DESK,
    async attempt(tree, actor) {
      const { id, version } = await given(tree)
      const step = { name: 'askCorrection', on: TODAY, until: IN_A_WEEK } as const
      return recordStep(tree.platform, actor, { requestId: id, version, step, note: null })
    },
  },
  {
    useCase: 'strikeStep',
    may: DESK,
    async attempt(tree, actor) {
      const request = await prepared(tree, 'request with a step', async () => {
        const { id, version } = await given(tree)
        const step = { name: 'askCorrection', on: TODAY, until: IN_A_WEEK } as const
        const desk = await officer(tree)
        await recordStep(tree.platform, desk, { requestId: id, version, step, note: null })
        return { requestId: id, version: version + 1 }
      })
      return strikeStep(tree.platform, actor, { ...request, no: 1, reason: '日期写错' })
    },
  },
  {
    useCase: 'previewCorrection',
    may: DESK,
    attempt: async (tree, actor) =>
      previewCorrection(tree.platform, actor, correctionOf(await given(tree))),
  },
  {
    useCase: 'correctRequest',
    may: DESK,
    attempt: async (tree, actor) =>
      correctRequest(tree.platform, actor, correctionOf(await given(tree))),
  },
  {
    useCase: 'strikeRequest',
    may: { own: ['disclosureHead'] },
    async attempt(tree, actor) {
      const { id, version } = await given(tree)
      return strikeRequest(tree.platform, actor, { requestId: id, version, reason: '误登' })
    },
  },
  {
    useCase: 'closeUnreceived',
    may: DESK,
    async attempt(tree, actor) {
      const { platform, places } = tree
      const { request } = await prepared(tree, 'online', () => submitted(platform, places.own))
      const ref = { requestId: request.id, version: request.version }
      return closeUnreceived(platform, actor, { ...ref, reason: '广告' })
    },
  },
  {
    useCase: 'restoreRequest',
    may: DESK,
    async attempt(tree, actor) {
      const { platform, places } = tree
      const ref = await prepared(tree, 'not received', async () => {
        const { request } = await submitted(platform, places.own)
        const { id: requestId, version } = request
        const desk = await officer(tree)
        await closeUnreceived(platform, desk, { requestId, version, reason: '广告' })
        return { requestId, version: version + 1 }
      })
      return restoreRequest(platform, actor, { ...ref, reason: '已经联系上' })
    },
  },
  {
    useCase: 'leaveUnpapered',
    may: DESK,
    async attempt(tree, actor) {
      const ref = await prepared(tree, 'withdrawn request', async () => {
        const { id: requestId, version } = await given(tree)
        const step = { name: 'withdraw', on: TODAY } as const
        const desk = await officer(tree)
        await recordStep(tree.platform, desk, { requestId, version, step, note: null })
        return { requestId, version: version + 1 }
      })
      return leaveUnpapered(tree.platform, actor, { ...ref, no: 1, reason: '当面告知' })
    },
  },
  {
    useCase: 'addRequestFiles',
    may: DESK,
    async attempt(tree, actor) {
      const { requestId, store } = await withFile(tree)
      const proof = { purpose: 'proof', name: '回执.pdf', bytes: Buffer.from('%PDF-1.7') } as const
      const file = await keptFile(tree, store, proof)
      return addRequestFiles(tree.platform, actor, { requestId, files: [file] })
    },
  },
  {
    useCase: 'readRequest',
    may: READERS,
    attempt: async (tree, actor) => readRequest(tree.platform, actor, (await given(tree)).id),
  },
  {
    useCase: 'readLedger',
    may: READERS,
    attempt: async (tree, actor) =>
      readLedger(tree.platform, actor, { requestId: (await given(tree)).id, asOf: null }),
  },
  {
    useCase: 'listRequests',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      listRequests(platform, actor, {
        ...{ authorityId: places.own, queue: 'open', handlerId: null },
        ...{ after: null, limit: 10 },
      }),
  },
  {
    useCase: 'searchRequests',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      searchRequests(platform, actor, {
        ...{ authorityId: places.own, words: '道路', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'renewSecret',
    may: DESK,
    async attempt(tree, actor) {
      const { id, version } = await given(tree)
      const command = { requestId: id, version, proof: '当面核验居民身份证' }
      return renewSecret(tree.platform, actor, command)
    },
  },
  {
    useCase: 'readApplicant',
    may: DESK,
    attempt: async (tree, actor) => readApplicant(tree.platform, actor, (await given(tree)).id),
  },
  {
    useCase: 'listRequestFiles',
    may: DESK,
    attempt: async (tree, actor) =>
      listRequestFiles(tree.platform, actor, (await withFile(tree)).requestId),
  },
  {
    useCase: 'readRequestFile',
    may: DESK,
    async attempt(tree, actor) {
      const { requestId, fileId, store } = await withFile(tree)
      return readRequestFile(tree.platform, actor, { requestId, fileId }, store)
    },
  },
  {
    useCase: 'listNews',
    may: DESK,
    attempt: async (tree, actor) => listNews(tree.platform, actor, (await given(tree)).id),
  },
  {
    useCase: 'markTold',
    may: DESK,
    async attempt(tree, actor) {
      const { platform, places } = tree
      const told = await prepared(tree, 'request with a slip', async () => {
        const desk = await officer(tree)
        const { request } = await registered(platform, desk, places.own)
        const ref = { requestId: request.id, version: request.version }
        const step = { name: 'askCorrection', on: TODAY, until: IN_A_WEEK } as const
        await recordStep(platform, desk, { ...ref, step, note: null })
        const listed = await listNews(platform, desk, request.id)
        assert.ok(listed.ok && listed.value.news[0])
        return { requestId: request.id, newsId: listed.value.news[0].id }
      })
      return markTold(platform, actor, told)
    },
  },
]
