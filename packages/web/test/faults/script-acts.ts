import { dayInChina } from '@gongkai/law'
import type { Browser } from './browser.js'
import { type CaseAct, draftOf, pdfFile, type SeenCase, step } from './case-acts.js'
import { granted } from './county.js'
import type { Approver, AskedCounty, Office } from './offices.js'

/** A case in its course, as it stands. */
export type Scene = {
  readonly county: AskedCounty
  readonly office: Office
  readonly seen: SeenCase
}

/** What is done; `wait` while the background works; null where it is done, or there is nothing to do. */
export type ScriptAct = (scene: Scene) => Promise<CaseAct | 'wait' | null> | CaseAct | 'wait' | null

export const today = () => dayInChina(Date.now())

export const WHY = '按办理需要登记'

export const requestAct =
  (path: string, body: object | undefined, ...events: readonly string[]): ScriptAct =>
  ({ office, seen: { request } }) => ({
    ...{ by: office.officer, path: `/requests/${request.id}${path}`, events },
    sent: { version: request.version, ...(body && { body }) },
  })

/** Without the version of the request. */
export const besideAct =
  (path: string, body: () => object, ...events: readonly string[]): ScriptAct =>
  ({ office, seen: { request } }) => ({
    ...{ by: office.officer, path: `/requests/${request.id}${path}`, events },
    sent: { body: body() },
  })

export const stepAct = (named: object): ScriptAct =>
  requestAct('/steps', step(named), 'requestStepRecorded')

/** By whom something is done instead of the officer. */
export const by =
  (role: Approver, act: ScriptAct): ScriptAct =>
  async (scene) => {
    const what = await act(scene)
    return what && what !== 'wait' ? { ...what, by: scene.county.approvers[role] } : what
  }

/** An act on the letter that was begun last. */
export const letterAct =
  (path: string, body: object | undefined, ...events: readonly string[]): ScriptAct =>
  ({ office, seen: { request, letters } }) => {
    const letter = letters.at(-1)
    if (!letter) throw new Error(`request ${request.id} has no letter`)
    return {
      ...{
        by: office.officer,
        path: `/requests/${request.id}/letters/${letter.id}${path}`,
        events,
      },
      sent: { version: letter.version, ...(body && { body }) },
    }
  }

export const draft = (...[kind, grounds, more]: Parameters<typeof draftOf>): ScriptAct =>
  besideAct('/letters', () => draftOf(kind, grounds, more), 'requestLetterDrafted')

export const SUBMIT = letterAct('/submit', undefined, 'requestLetterSubmitted')
export const agree = (role: Approver) => by(role, letterAct('/approve', {}, 'requestLetterAgreed'))
export const sign = (role: Approver) => by(role, letterAct('/approve', {}, 'requestLetterApproved'))
export const HEAD = [SUBMIT, sign('disclosureHead')]
const LEADER = [SUBMIT, agree('disclosureHead'), sign('leader')]

export const send = (...events: readonly string[]): ScriptAct =>
  letterAct(
    '/send',
    { way: 'post', on: today(), proof: 'XA00000000000' },
    ...events,
    'requestLetterSent',
  )
export const ANSWER = send('requestStepRecorded')
export const outcome = (named: string, event: string, ...steps: readonly string[]): ScriptAct =>
  letterAct('/service', { outcome: named, on: today(), note: WHY }, ...steps, event)

export const FILED = requestAct('/filings', undefined, 'requestFilingAsked')
export const RECEIVED = requestAct(
  '/receipt',
  { on: today(), how: '电话告知' },
  'requestReceiptConfirmed',
)

/** An act on one of the things that hang on the request, which has a version of its own. */
export const taskAct =
  (path: string, body: object | undefined, event: string): ScriptAct =>
  async ({ office, seen: { request } }) => {
    const at = `/requests/${request.id}/tasks`
    const { tasks } = await granted(office.officer, 'GET', at)
    const { id, version } = tasks.at(-1)
    const sent = { version, ...(body && { body }) }
    return { by: office.officer, path: `${at}/${id}${path}`, sent, events: [event] }
  }

const remedies = async ({ officer, authorityId }: Office, requestId: string) =>
  (
    await granted(officer, 'GET', `/remedies?authorityId=${authorityId}&requestId=${requestId}`)
  ).remedies.toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1))

/** A new reconsideration or suit; of a suit after a reconsideration, the last that was registered. */
export const sued =
  (kind: string, body: string): ScriptAct =>
  async ({ office, seen: { request, letters } }) => {
    const [before] = (await remedies(office, request.id)).slice(-1)
    const links = {
      ...{ requestId: request.id, letterId: letters.at(-1)?.id, ground: 'internalAffairs' },
      ...(kind === 'suitAfterReconsideration' && { afterId: before.id }),
    }
    const registered = { authorityId: office.authorityId, kind, body, ...links }
    return {
      ...{ by: office.officer, path: '/remedies', events: ['remedyRegistered'] },
      sent: { body: { ...registered, instance: { receivedOn: today() } } },
    }
  }

export const remedyAct =
  (path: string, body: object, event: string): ScriptAct =>
  async ({ office, seen: { request } }) => {
    const { id, version } = (await remedies(office, request.id)).at(-1)
    const sent = { version, body }
    return { by: office.officer, path: `/remedies/${id}${path}`, sent, events: [event] }
  }

/** The re-evaluation of what was refused. */
export const lookedAt =
  (found: object, event: string): ScriptAct =>
  async ({ office, seen: { request } }) => {
    const path = `/requests/${request.id}/reevaluation`
    const { withheld } = await granted(office.officer, 'GET', path)
    const body = { dueOn: withheld.dueOn, reason: WHY, ...found }
    return { by: office.officer, path, sent: { body }, events: [event] }
  }

export const proposalAct =
  (by: (scene: Scene) => Browser, path: string, body: object, event: string): ScriptAct =>
  async (scene) => {
    const { office, seen } = scene
    const { proposals } = await granted(
      office.officer,
      'GET',
      `/requests/${seen.request.id}/proactive`,
    )
    const at = `/proactive/${proposals.at(-1).id}${path}`
    return { by: by(scene), path: at, sent: { body }, events: [event] }
  }
export const deciding = ({ county }: Scene) => county.approvers.leader
export const publishing = ({ office }: Scene) => office.officer

export const FEE =
  (act: string, body: (yuan: number) => object, event: string): ScriptAct =>
  async ({ office, seen: { request } }) => {
    const path = `/requests/${request.id}/fees`
    const [fee] = (await granted(office.officer, 'GET', path)).fees
    const sent = { version: request.version, body: body(fee.yuan) }
    return { by: office.officer, path: `${path}/${fee.letterId}/${act}`, sent, events: [event] }
  }

/** Handled with another that is open in the office, where one was left open before. */
export const TOGETHER: ScriptAct = async (scene) => {
  const { office, seen } = scene
  const at = `/requests?authorityId=${office.authorityId}&queue=open`
  const { requests } = await granted(office.officer, 'GET', at)
  const leader = requests.find(
    (one: SeenCase['request']) =>
      one.id !== seen.request.id && one.stage === 'examining' && !one.join,
  )
  const body = { leaderNumber: leader?.requestNumber, reason: WHY }
  return leader ? requestAct('/together', body, 'requestHandledTogether')(scene) : null
}

export const APART: ScriptAct = (scene) =>
  scene.seen.request.join === 'follows'
    ? requestAct('/apart', { reason: WHY }, 'requestHandledApart')(scene)
    : null

export const HANDLER: ScriptAct = async (scene) => {
  const { person } = await granted(scene.office.officer, 'GET', '/session')
  return requestAct('/handler', { handlerId: person.id }, 'requestHandlerAssigned')(scene)
}

export const TASK: ScriptAct = async (scene) => {
  const { person } = await granted(scene.office.officer, 'GET', '/session')
  const body = () => ({ personIds: [person.id], task: '查找合同并提出意见' })
  return besideAct('/tasks', body, 'requestTaskGiven')(scene)
}

/** The registration put right: what stands, with another wording. */
export const CORRECTED: ScriptAct = (scene) => {
  const { request } = scene.seen
  const registration = { ...request, wanted: '县城道路养护项目的合同及其附件' }
  return requestAct('/correction', { registration, reason: WHY }, 'requestCorrected')(scene)
}

/** The erasure of what is over for long: proposed by one, decided by another, done in the background. Its events are not those of the request: what is to be done is asked anew. */
export const ERASED: ScriptAct = async ({ county, office, seen: { request } }) => {
  if (request.erasedAt !== null || !county.makeOld) return null
  await county.makeOld(request.id)
  const path = `/requests/retention?authorityId=${office.authorityId}`
  const { due, erasures } = await granted(office.officer, 'GET', path)
  const [last] = erasures.filter((one: { doneAt: string | null }) => one.doneAt === null)
  // Approved, or done since the request was read.
  if (last?.decision === 'approved' || (!last && due === 0)) return 'wait'
  const events: readonly string[] = []
  if (!last) {
    const sent = { body: { authorityId: office.authorityId, due, reason: WHY } }
    return { by: office.officer, path: '/erasures', sent, events }
  }
  const sent = { body: { decision: 'approved' } }
  return { by: county.approvers.leader, path: `/erasures/${last.id}/decision`, sent, events }
}

export const SCAN = besideAct(
  '/files',
  () => {
    const body = new FormData()
    body.append('file', pdfFile('来信扫描件.pdf'))
    return body
  },
  'requestFilesAdded',
)
export const SEARCHED = {
  ...{ searchedOn: today(), systems: ['公文管理系统'], words: ['合同'], files: ['文书档案'] },
  persons: ['办公室'],
}
export const OTHER = {
  advisedOn: today(),
  competent: '云岭县交通运输局',
  reason: WHY,
  told: 'inside',
}
export const CONSULTED = { consultation: '施工单位' }
export const PROPOSAL = { title: '道路养护项目的合同', reason: 'widelyKnown', says: WHY }
export const PUBLICATION = { on: today(), title: '道路养护项目的合同', address: '县政府网站' }
export const FEE_NOTICE = [
  draft('feeNotice'),
  ...LEADER,
  send('requestStepRecorded'),
  outcome('served', 'requestLetterServed', 'requestStepRecorded'),
]
