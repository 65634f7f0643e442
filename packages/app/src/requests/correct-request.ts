import {
  APPLICANT_KINDS,
  type ClockRefusal,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { type AddRefusal, peopleRows, refuseDays } from './add-request.js'
import { maskedName, type Person, refuseApplicants } from './applicant.js'
import { refreshApplicants } from './letters/refresh-applicants.js'
import { refuseNews, slipsForMails } from './news/tell-applicant.js'
import { type Reckoned, reckon, stepsOf } from './reckon.js'
import { refuseKind } from './refuse-kind.js'
import { refuseComing } from './register-request.js'
import {
  type CorrectionMoves,
  peopleOf,
  type RegisteredField,
  type Registration,
  registrationOf,
  sealBefore,
  sealPeopleBefore,
} from './registration.js'
import {
  type OpenedRequest,
  type OpenRefusal,
  openRequest,
  type RequestFile,
  type RequestRef,
} from './request.js'
import { refuseUnderway, type UnderwayRefusal } from './set-aside.js'
import { refuseWanted } from './wanted.js'
import { writeRequest } from './write-request.js'

export type CorrectRequest = RequestRef & {
  readonly registration: Registration
  /** Null where who asks was registered rightly. */
  readonly people: readonly Person[] | null
  readonly reason: string
}

export type CorrectRequestRefusal =
  | OpenRefusal
  | AddRefusal
  | ClockRefusal
  | UnderwayRefusal
  | Refusal<
      | 'requests.no-reason'
      | 'requests.nothing-changed'
      | 'requests.steps-exist'
      | 'requests.people-erased'
      | 'requests.proof-missing'
      | 'requests.online-only'
      | 'requests.kind-fixed'
    >

/** What a correction would move: it is shown before it is confirmed. Nothing is written. */
export async function previewCorrection(
  platform: Platform,
  actor: Actor,
  command: CorrectRequest,
): Promise<Result<CorrectionMoves, CorrectRequestRefusal>> {
  return transact<Result<CorrectionMoves, CorrectRequestRefusal>>(
    platform,
    actor,
    async ({ tx }) => {
      const opened = await openCorrected(tx, platform, actor, command)
      return opened.ok ? ok(opened.value.moves) : opened
    },
  )
}

/** 更正登记: what was registered of a request is put right with the reason; what stood there is kept sealed, and the days are reckoned anew from the steps. */
export async function correctRequest(
  platform: Platform,
  actor: Actor,
  command: CorrectRequest,
): Promise<Result<RequestFile, CorrectRequestRefusal>> {
  return transact<Result<RequestFile, CorrectRequestRefusal>>(platform, actor, async (work) => {
    const { tx, record } = work
    const opened = await openCorrected(tx, platform, actor, command)
    if (!opened.ok) return opened
    const { as, request, moves, reckoned } = opened.value
    const reason = command.reason.trim()
    await keepBefore(work, platform, actor, opened.value, reason)
    const people = moves.changed.includes('people') ? command.people : null
    if (people) await putPeople(work, platform, actor, request, people)
    if (command.registration.news === 'slip') await slipsForMails(tx, platform, request)
    const after = await writeRequest(tx, request, {
      ...columnsOf(command.registration),
      ...(await maskedOf(tx, request, command.registration, people)),
      ...reckoned,
    })
    const { changed, receivedOn, stage, dueOn } = moves
    record({
      ...{ as, name: 'requestCorrected', subject: { kind: 'request', id: request.id } },
      // The reason stands with the correction: it may name somebody, and the record is read by others.
      authorityId: request.authorityId,
      detail: { changed, receivedOn, stage, dueOn },
    })
    return ok(after)
  })
}

type Corrected = OpenedRequest & {
  readonly moves: CorrectionMoves
  readonly reckoned: Reckoned
  readonly peopleBefore: readonly Person[] | null
}

async function openCorrected(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor,
  command: CorrectRequest,
): Promise<Result<Corrected, CorrectRequestRefusal>> {
  const opened = await openRequest(tx, actor, 'request.handle', command)
  if (!opened.ok) return opened
  const { request } = opened.value
  const { registration, people, reason } = command
  if (!reason.trim()) return NO_REASON
  const refused =
    (await refuseUnderway(tx, request)) ??
    refuseRegistration(request, registration, platform) ??
    (await refuseKind(tx, request, registration)) ??
    (people && refuseApplicants({ kind: registration.applicantKind, people }))
  if (refused) return refused
  const peopleBefore = await peopleOf(tx, platform, request.id)
  if (people && !peopleBefore) return PEOPLE_ERASED
  const applicants = { kind: registration.applicantKind, people: people ?? peopleBefore ?? [] }
  const untold = refuseNews({ news: registration.news, applicants })
  if (untold) return untold
  const changed = changedFields(registrationOf(request), registration)
  const isOther = people !== null && JSON.stringify(people) !== JSON.stringify(peopleBefore)
  const fields: readonly RegisteredField[] = isOther ? [...changed, 'people'] : changed
  if (fields.length === 0) return NOTHING_CHANGED
  const steps = await stepsOf(tx, request.id)
  const reckoned = reckon(registration, steps, await holdLaw(tx, platform))
  if (!reckoned.ok) return reckoned
  const isClosedBefore = request.stage === 'closed' && request.receivedOn === null
  if (reckoned.value.received_on === null && steps.length > 0) return STEPS_EXIST
  if (isClosedBefore) return ENDED_BEFORE
  const moves = movesOf(request, registration, reckoned.value, fields)
  return ok({ ...opened.value, moves, reckoned: reckoned.value, peopleBefore })
}

function changedFields(before: Registration, after: Registration): readonly RegisteredField[] {
  const keys = Object.keys(before) as readonly (keyof Registration)[]
  const textOf = (value: string | null) => value?.trim() || null
  return keys.filter((key) => textOf(before[key]) !== textOf(after[key]))
}

function refuseRegistration(
  { channel }: RequestFile,
  registration: Registration,
  platform: Platform,
) {
  // Whoever asked by the form chose the channel himself.
  const isOnline = channel === 'online' && registration.channel === 'online'
  return (
    refuseWanted(registration) ??
    refuseDays(registration, today(platform)) ??
    (isOnline ? null : refuseComing(registration))
  )
}

function movesOf(
  request: RequestFile,
  registration: Registration,
  reckoned: Reckoned,
  changed: readonly RegisteredField[],
): CorrectionMoves {
  return {
    changed,
    receivedOn: { before: request.receivedOn, after: reckoned.received_on },
    stage: { before: request.stage, after: reckoned.stage },
    dueOn: { before: request.dueOn, after: reckoned.due_on },
    nextOn: { before: request.nextOn, after: reckoned.next_on },
    column: { before: columnOf(request), after: columnOf(registration) },
  }
}

/** An application to correct one's own record is counted by itself. */
function columnOf({ kind, applicantKind }: Pick<Registration, 'kind' | 'applicantKind'>): string {
  return kind === 'ownRecord'
    ? '不计入表三，更正申请另行统计'
    : APPLICANT_KINDS[applicantKind].column
}

function columnsOf(registration: Registration) {
  const { wanted, title, number, form, way, help, news } = registration
  return {
    ...{ kind: registration.kind, channel: registration.channel },
    arrived_on: registration.arrivedOn,
    applicant_confirmed_on: registration.applicantConfirmedOn,
    authority_confirmed_on: registration.authorityConfirmedOn,
    ...{ confirmed_how: registration.confirmedHow, proof: registration.proof },
    applicant_kind: registration.applicantKind,
    ...{ wanted: wanted.trim(), wanted_title: title, wanted_number: number, form, way, help },
    news_way: news,
  }
}

/** What stands in lists of who asks; where that was erased, what stood there stays. */
async function maskedOf(
  tx: Transaction<Schema>,
  { id }: RequestFile,
  { applicantKind }: Registration,
  people: readonly Person[] | null,
) {
  const given = people?.find(({ part }) => part === 'applicant')?.name
  const row = await tx
    .selectFrom('request_person')
    .select('name')
    .where('request_id', '=', id)
    .where('part', '=', 'applicant')
    .orderBy('place')
    .executeTakeFirst()
  const name = given ?? row?.name
  return name ? { applicant_masked: maskedName(applicantKind, name) } : {}
}

async function keepBefore(
  { tx }: Work,
  { tenantId, key, now }: Platform,
  { personId }: Actor,
  { request, moves, peopleBefore }: Corrected,
  reason: string,
): Promise<void> {
  const { last } = await tx
    .selectFrom('request_correction')
    .select(({ fn }) => fn.max('no').as('last'))
    .where('request_id', '=', request.id)
    .executeTakeFirstOrThrow()
  const place = { requestId: request.id, no: (last ?? 0) + 1 }
  const isPeople = moves.changed.includes('people')
  await tx
    .insertInto('request_correction')
    .values({
      ...{ tenant_id: tenantId, request_id: request.id, no: place.no, reason },
      ...{ authority_id: request.authorityId, changed: moves.changed },
      before: sealBefore(key, place, registrationOf(request)),
      people_before: isPeople && peopleBefore ? sealPeopleBefore(key, place, peopleBefore) : null,
      ...{ corrected_by: personId, corrected_at: now() },
    })
    .execute()
}

async function putPeople(
  work: Work,
  platform: Platform,
  actor: Actor,
  { id: requestId, authorityId }: RequestFile,
  people: readonly Person[],
): Promise<void> {
  const { tx } = work
  await tx.deleteFrom('request_person').where('request_id', '=', requestId).execute()
  await tx
    .insertInto('request_person')
    .values(peopleRows(platform, { requestId, authorityId }, people))
    .execute()
  await refreshApplicants(tx, platform, actor, requestId, people)
}

const NO_REASON = refuse('requests.no-reason', '请写明更正的原因，它留在这件申请的办理经过里。')
const NOTHING_CHANGED = refuse(
  'requests.nothing-changed',
  '更正后的内容与登记的相同，没有需要更正的。请修改有误的项目后再提交。',
)
const STEPS_EXIST = refuse(
  'requests.steps-exist',
  '已经登记了办理步骤，收到之日不能更正为未定。请填写确认的日期，或者先更正那些步骤的登记。',
)
const PEOPLE_ERASED = refuse(
  'requests.people-erased',
  '登记的申请人信息已经清除，或者密钥与登记时的不同，不能更正。请与系统管理员联系。',
)
const ENDED_BEFORE = refuse(
  'requests.steps-exist',
  '这件申请在确认收到之前已由申请人撤回，不再更正。',
)
