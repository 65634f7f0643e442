import { randomUUIDv7 } from 'node:crypto'
import { consultationsOf, ok, type Refusal, type Result, refuse, yearOf } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../../context.js'
import type { Law } from '../../overlays/law.js'
import { holdLaw } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { transact, type Work } from '../../storage/transact.js'
import { peopleRows } from '../add-request.js'
import type { Person } from '../applicant.js'
import { tellApplicant } from '../news/tell-applicant.js'
import { clockOf, reckonAgain, stepsOf } from '../reckon.js'
import { type Registered, registeredDetail } from '../register-request.js'
import { peopleOf } from '../registration.js'
import {
  findRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
} from '../request.js'
import { newSecret, secretHash } from '../secret.js'
import { refuseWanted, type Wanted, type WantedRefusal } from '../wanted.js'
import { writeRequest } from '../write-request.js'

/** What one part asks for; form and way stay those of the whole. */
type PartWanted = Pick<Wanted, 'wanted' | 'title' | 'number'> & Pick<RequestFile, 'kind'>

export type SplitRequest = RequestRef & {
  readonly parts: readonly PartWanted[]
  readonly reason: string
}

/** The whole, and each part with its secret, which is told once. */
export type Split = { readonly request: RequestFile; readonly parts: readonly Registered[] }

export type SplitRequestRefusal =
  | OpenRefusal
  | WantedRefusal
  | WorkRefusal
  | Refusal<
      | 'requests.no-reason'
      | 'requests.people-erased'
      | 'split.parts-wrong'
      | 'split.not-examined'
      | 'split.waiting'
    >

/** More are handed in as papers of their own. */
const MOST = 20

/**
 * 分案: what came on one paper becomes several requests, each with a number and a secret of its own; days of arrival and receipt and the steps that stand are those of
 * the whole. Only while nobody is waited for and nothing is decided. The whole keeps its number, the files that came with it, and is counted by its parts.
 */
export async function splitRequest(
  platform: Platform,
  actor: Actor,
  command: SplitRequest,
): Promise<Result<Split, SplitRequestRefusal>> {
  return transact<Result<Split, SplitRequestRefusal>>(platform, actor, async (work) => {
    const { tx, record } = work
    const opened = await openRequest(tx, actor, 'request.handle', command)
    if (!opened.ok) return opened
    const { as, request } = opened.value
    const law = await holdLaw(tx, platform)
    const refused =
      refuseParts(request, command) ??
      (await refuseWaiting(tx, request, law)) ??
      (await refuseWork(tx, request))
    if (refused) return refused
    const people = await peopleOf(tx, platform, request.id)
    if (!people || people.length === 0) return PEOPLE_ERASED
    const parts: Registered[] = []
    for (const wanted of command.parts) {
      const given = { platform, actor, law, people, reason: command.reason.trim() }
      const part = await addPart(work, given, request, wanted)
      const detail = { ...registeredDetail(part.request), from: request.requestNumber }
      record({
        ...{ as, name: 'requestSplitOff', subject: { kind: 'request', id: part.request.id } },
        ...{ authorityId: request.authorityId, detail },
      })
      parts.push(part)
    }
    const after = await writeRequest(tx, request, {
      ...{ set_aside: 'split', set_aside_reason: command.reason.trim() },
      ...{ set_aside_by: actor.personId, set_aside_at: platform.now() },
      ...{ stage: 'closed', closed_on: today(platform), received_on: null, counted_under: null },
      ...{ due_on: null, due_provisional: false, next_on: null, next_what: null },
    })
    record({
      ...{ as, name: 'requestSplit', subject: { kind: 'request', id: request.id } },
      authorityId: request.authorityId,
      detail: { parts: parts.map((part) => part.request.requestNumber) },
    })
    // The new secrets go on paper, whatever way was chosen.
    const told = { what: 'split', on: today(platform), byLetter: false, way: 'slip' } as const
    await tellApplicant(tx, platform, { request, ...told })
    return ok({ request: after, parts })
  })
}

function refuseParts({ stage }: RequestFile, { parts, reason }: SplitRequest) {
  if (!reason.trim()) return NO_REASON
  if (stage !== 'examining') return NOT_EXAMINED
  if (parts.length < 2 || parts.length > MOST) return PARTS_WRONG
  return parts
    .map((part) => refuseWanted({ ...part, form: 'paper', way: 'post', help: null }))
    .find((one) => one !== null)
}

async function refuseWaiting(tx: Transaction<Schema>, request: RequestFile, law: Law) {
  const known = await clockOf(tx, request, law)
  const isWaiting = known && consultationsOf(known.clock).some(({ isOpen }) => isOpen)
  return isWaiting ? WAITING : null
}

type WorkRefusal = Refusal<'requests.joined' | 'split.work-underway'>

/** Why work on a request keeps it as it is: it is handled with others, or letters, shares of the work, documents, remedies hang on it. Null where nothing does. */
export async function refuseWork(tx: Transaction<Schema>, { id, join }: RequestFile) {
  if (join === 'leads' || join === 'follows') return JOINED
  const { rows } = await sql<{ what: keyof typeof WORK }>`
    select 'letter' as what from request_letter where request_id = ${id} and state in ('draft', 'inReview', 'approved')
    union all select 'task' from request_task where request_id = ${id} and done_on is null and taken_back_at is null
    union all select 'material' from request_material where request_id = ${id} and state <> 'removed'
    union all select 'remedy' from remedy where request_id = ${id} and struck_at is null
    limit 1`.execute(tx)
  const [found] = rows
  return found ? refuse('split.work-underway', WORK[found.what]) : null
}

// biome-ignore format: table
const WORK = {
  letter:   '有文书正在拟制、审批或者等待送出。请先作废或者送出那份文书。',
  task:     '有交办的事项没有完成。请先收回，分案、撤销分案后再交办。',
  material: '已经放入拟公开材料。请先移除，分案、撤销分案后再放入。',
  remedy:   '已经登记了行政复议、行政诉讼或者投诉，不能分案、撤销分案。',
} as const

type Given = {
  readonly platform: Platform
  readonly actor: Actor
  readonly law: Law
  readonly people: readonly Person[]
  readonly reason: string
}

async function addPart(
  { tx }: Work,
  { platform, actor, law, people, reason }: Given,
  whole: RequestFile,
  { kind, wanted, title, number }: PartWanted,
): Promise<Registered> {
  const { tenantId } = platform
  const { authorityId } = whole
  const id = randomUUIDv7()
  const secret = newSecret()
  await tx
    .insertInto('request')
    .values({
      ...{ tenant_id: tenantId, id, authority_id: authorityId, kind },
      ...{ year: yearOf(whole.arrivedOn), channel: whole.channel, arrived_on: whole.arrivedOn },
      applicant_confirmed_on: whole.applicantConfirmedOn,
      authority_confirmed_on: whole.authorityConfirmedOn,
      ...{ confirmed_how: whole.confirmedHow, proof: whole.proof },
      ...{ applicant_kind: whole.applicantKind, applicant_masked: whole.applicantMasked },
      ...{ wanted: wanted.trim(), wanted_title: title, wanted_number: number },
      ...{ form: whole.form, way: whole.way, help: whole.help, news_way: whole.news },
      ...{ secret_hash: secretHash(secret), registered_by: actor.personId },
      ...{ handler_id: whole.handlerId, registered_at: platform.now() },
      ...reckonAgain(whole, await stepsOf(tx, whole.id), law),
    })
    .execute()
  await tx
    .insertInto('request_person')
    .values(peopleRows(platform, { requestId: id, authorityId }, people))
    .execute()
  await tx
    .insertInto('request_join')
    .values({
      ...{ tenant_id: tenantId, id: randomUUIDv7(), kind: 'partOf', reason },
      ...{ request_id: id, other_id: whole.id, authority_id: authorityId },
      ...{ made_by: actor.personId, made_at: platform.now() },
    })
    .execute()
  await sql`select copy_steps(${whole.id}, ${id})`.execute(tx)
  const found = await findRequest(tx, id)
  if (!found.ok) throw new Error(`part ${id} is gone within its own transaction`)
  return { request: found.value, secret }
}

const NO_REASON = refuse('requests.no-reason', '请写明分案的原因，它与这件申请一起保存。')
const PARTS_WRONG = refuse('split.parts-wrong', `请把这件申请分为2件至${MOST}件。`)
const NOT_EXAMINED = refuse(
  'split.not-examined',
  '只有正在办理的申请可以分案：还没有确认收到的，请先确认；等待补正、说明理由或者缴费的，收到后再分；已经办结的不能分案。',
)
const WAITING = refuse('split.waiting', '正在征求意见，不能分案。请在登记收到的意见后再分。')
const PEOPLE_ERASED = refuse(
  'requests.people-erased',
  '登记的申请人信息已经清除，或者密钥与登记时的不同，不能分案。请与系统管理员联系。',
)
const JOINED = refuse('requests.joined', '这件申请与其他申请并案办理。请先解除并案，再办理。')
