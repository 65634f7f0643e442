import {
  type AheadDay,
  type ApplicantKind,
  type Channel,
  type Ground,
  type LocalDate,
  type OwnRecordResult,
  ok,
  type Refusal,
  type Result,
  refuse,
  type Stage,
} from '@gongkai/law'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Actor, Holding } from '../context.js'
import { holdOverlays } from '../overlays/read-law.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Action } from '../rights/rights.js'
import type { Schema } from '../storage/schema.js'
import type { NewsWay } from './news/news.js'
import type { Wanted } from './wanted.js'

/** A request for information, or for the correction of a record about oneself (第四十一条). */
export type RequestKind = 'disclosure' | 'ownRecord'

/** Why a request is none: registered by mistake, never received, handled as its parts, or again as the one that it was a part of. */
export type SetAside = 'struck' | 'notReceived' | 'split' | 'rejoined'

/** 并案: whether a request leads others or is handled with one that leads; 分案: a part of what came on one paper. */
export type JoinMark = 'leads' | 'follows' | 'part'

/** Arrived: the legal day of receipt is not fixed yet. The others are those of the clock. */
export type RequestStage = 'arrived' | Stage

/** The nearest day on which somebody must act: a day of the clock, or that on which a missing confirmation is escalated. */
export type NextWhat = AheadDay['what'] | 'confirmReceipt'

/** What a file is for that lies with a request. */
// biome-ignore format: table
export const FILE_PURPOSES = {
  identity:      '身份证明',
  authorisation: '授权委托书',
  scan:          '来信、申请表',
  correction:    '补正材料',
  proof:         '投递、送达凭证',
  other:         '其他材料',
} as const satisfies Record<string, string>

export type FilePurpose = keyof typeof FILE_PURPOSES

/** One request of the register, without what is personal in it. */
export type RequestFile = Wanted & {
  readonly id: string
  readonly authorityId: string
  readonly authority: string
  /** The authority that carries it on, where the one that was asked has ended. */
  readonly carriedBy: string | null
  /** 申请编号, one in the whole region. */
  readonly requestNumber: string
  /** 原编号, where it was registered elsewhere before. */
  readonly originalNumber: string | null
  readonly kind: RequestKind
  readonly channel: Channel
  readonly arrivedOn: LocalDate
  readonly applicantConfirmedOn: LocalDate | null
  readonly authorityConfirmedOn: LocalDate | null
  /** By which way the applicant was told or asked. */
  readonly confirmedHow: string | null
  /** What proves the day of receipt: the number of the letter, who took it. */
  readonly proof: string | null
  readonly receivedOn: LocalDate | null
  readonly applicantKind: ApplicantKind
  readonly applicantMasked: string
  readonly stage: RequestStage
  readonly dueOn: LocalDate | null
  readonly dueProvisional: boolean
  readonly nextOn: LocalDate | null
  readonly nextWhat: NextWhat | null
  readonly closedOn: LocalDate | null
  readonly grounds: readonly Ground[]
  readonly countedUnder: Ground | null
  readonly filedOn: LocalDate | null
  readonly handlerId: string | null
  /** How the applicant is told that there is news. */
  readonly news: NewsWay
  /** What came of an application to correct one's own record. */
  readonly ownResult: OwnRecordResult | null
  /** It keeps its number and is counted nowhere. */
  readonly setAside: SetAside | null
  readonly setAsideReason: string | null
  readonly join: JoinMark | null
  /** What may name a person is left out, or told without it: who reads it does not handle the request. */
  readonly isMasked: boolean
  /** When what was personal in it was erased under a rule; null where it was not. */
  readonly erasedAt: Date | null
  readonly version: number
}

/** A request and the version of it that was on the screen. */
export type RequestRef = { readonly requestId: string; readonly version: number }

export type RequestNotFound = Refusal<'requests.not-found'>
/** Somebody else was faster: what stands now goes with it. */
type RequestChanged = Refusal<'requests.changed'> & { readonly present: RequestFile }
export type RequestErased = Refusal<'requests.erased'>
export type OpenRefusal = RightRefusal | RequestNotFound | RequestErased | RequestChanged

const REQUEST_NOT_FOUND = refuse(
  'requests.not-found',
  '没有这件申请，或您不能查看。请刷新后重新选择。',
)

/** Nothing is left to be worked on, and what would be added would never be erased. */
const REQUEST_ERASED = refuse(
  'requests.erased',
  '这件申请的保存期限已经届满，个人信息和文书内容已依规清除，不能再办理。申请人另有需要的，请登记为新的申请。',
)

/** A request that is being worked on: locked, and under which role. */
export type OpenedRequest = { readonly as: Holding; readonly request: RequestFile }

/** The request of this id as far as who asks may see it. */
export async function findRequest(
  tx: Transaction<Schema>,
  id: string,
): Promise<Result<RequestFile, RequestNotFound>> {
  const row = await requests(tx).where('r.id', '=', id).executeTakeFirst()
  return row ? ok(toRequest(row)) : REQUEST_NOT_FOUND
}

/** The same where something of it is left to be worked on. */
export async function findUnerased(
  tx: Transaction<Schema>,
  id: string,
): Promise<Result<RequestFile, RequestNotFound | RequestErased>> {
  const found = await findRequest(tx, id)
  return found.ok && found.value.erasedAt ? REQUEST_ERASED : found
}

/** The authority that a request was made to, whatever may be read of it; refused where there is none of this id. */
export async function authorityOfRequest(
  tx: Transaction<Schema>,
  id: string,
): Promise<Result<string, RequestNotFound>> {
  const { rows } = await sql<{ authorityId: string | null }>`
    select authority_of_request(${id}) as "authorityId"`.execute(tx)
  const authorityId = rows[0]?.authorityId
  return authorityId ? ok(authorityId) : REQUEST_NOT_FOUND
}

/** The right to `action` on a request, wherever it is; refused where there is none of this id. */
export async function allowOnRequest(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  id: string,
): Promise<Result<Holding, RightRefusal | RequestNotFound>> {
  const authority = await authorityOfRequest(tx, id)
  return authority.ok ? allow(tx, actor, action, authority.value) : authority
}

/** Opens a request for `action`: the right, whether anything of it is left, the version. It is locked until the transaction ends. */
export async function openRequest(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  { requestId, version }: RequestRef,
): Promise<Result<OpenedRequest, OpenRefusal>> {
  const allowed = await allowOnRequest(tx, actor, action, requestId)
  if (!allowed.ok) return allowed
  const request = await lockRequest(tx, requestId)
  if (request.erasedAt) return REQUEST_ERASED
  if (request.version !== version) return changed(request)
  return ok({ as: allowed.value, request })
}

/** The request as it stands while nobody else can change it. */
export async function lockRequest(tx: Transaction<Schema>, id: string): Promise<RequestFile> {
  await holdOverlays(tx)
  return toRequest(
    await requests(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirstOrThrow(),
  )
}

function changed(present: RequestFile): { ok: false; refusal: RequestChanged } {
  const message = `申请${present.requestNumber}已由他人办理，本次没有保存。请对照现在的情况，确认后重新提交。`
  return { ok: false, refusal: { code: 'requests.changed', message, present } }
}

/** Rows of the register with the name of the authority. */
export function requests(tx: Transaction<Schema>) {
  return tx
    .selectFrom('request as r')
    .innerJoin('authority as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
    )
    .selectAll('r')
    .leftJoin('authority as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.id', '=', 'a.carrier_id'),
    )
    .select(['a.name as authority', 'c.name as carried_by', JOIN_MARK.as('join_mark')])
}

const JOIN_MARK = sql<JoinMark | null>`(
  select case when bool_or(j.kind = 'handledWith' and j.request_id = r.id) then 'follows'
      when bool_or(j.kind = 'handledWith') then 'leads' when bool_or(j.request_id = r.id) then 'part' end
    from request_join j where j.tenant_id = r.tenant_id and (j.request_id = r.id or j.other_id = r.id) and j.undone_at is null)`

/** A row as it is told. */
export function toRequest(
  row: Selectable<Schema['request']> & {
    authority: string
    carried_by: string | null
    join_mark: JoinMark | null
  },
): RequestFile {
  return {
    id: row.id,
    authorityId: row.authority_id,
    authority: row.authority,
    carriedBy: row.carried_by,
    requestNumber: row.number,
    originalNumber: row.original_number,
    kind: row.kind,
    channel: row.channel,
    arrivedOn: row.arrived_on,
    applicantConfirmedOn: row.applicant_confirmed_on,
    authorityConfirmedOn: row.authority_confirmed_on,
    confirmedHow: row.confirmed_how,
    proof: row.proof,
    receivedOn: row.received_on,
    applicantKind: row.applicant_kind,
    applicantMasked: row.applicant_masked,
    wanted: row.wanted,
    title: row.wanted_title,
    number: row.wanted_number,
    form: row.form,
    way: row.way,
    help: row.help,
    stage: row.stage,
    dueOn: row.due_on,
    dueProvisional: row.due_provisional,
    nextOn: row.next_on,
    nextWhat: row.next_what,
    closedOn: row.closed_on,
    grounds: row.grounds,
    countedUnder: row.counted_under,
    filedOn: row.filed_on,
    handlerId: row.handler_id,
    news: row.news_way,
    ownResult: row.own_result,
    ...{ setAside: row.set_aside, setAsideReason: row.set_aside_reason },
    join: row.join_mark,
    isMasked: false,
    erasedAt: row.erased_at,
    version: row.version,
  }
}
