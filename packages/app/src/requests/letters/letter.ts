import {
  type Ground,
  LETTERS,
  type LetterKind,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { Actor, Holding } from '../../context.js'
import type { RightRefusal } from '../../rights/allow.js'
import type { Action } from '../../rights/rights.js'
import type { Schema } from '../../storage/schema.js'
import { allowOnRequest, type RequestNotFound } from '../request.js'

/** Where a letter stands. `returned`: the post brought it back; `noticed`: it was made known by public notice (公告送达). */
export type LetterState =
  | 'draft'
  | 'inReview'
  | 'approved'
  | 'sent'
  | 'served'
  | 'returned'
  | 'noticed'
  | 'discarded'

/** Who may have to consent to a letter, in the order in which they are asked. */
export type LetterApprover = 'secrecyReviewer' | 'disclosureHead' | 'leader'

/** 重新作出: as it was ordered, or 自行纠正. */
export type Anew = 'ordered' | 'corrected'

/** By which way a letter goes out; `file` are papers that stay in the file. */
// biome-ignore format: table
export const SENDING_WAYS = {
  post:   { title: '邮寄（邮政企业）',     proof: '邮件编号' },
  hand:   { title: '直接送达',             proof: '签收人' },
  email:  { title: '电子邮件',             proof: '发往的邮箱' },
  portal: { title: '网上查询页面',         proof: null },
  file:   { title: '存入案卷',             proof: null },
} as const satisfies Record<string, { readonly title: string; readonly proof: string | null }>

export type SendingWay = keyof typeof SENDING_WAYS

/** A letter of a request, without what is personal in it. */
export type RequestLetter = {
  readonly id: string
  readonly requestId: string
  readonly authorityId: string
  readonly kind: LetterKind
  readonly title: string
  /** It ends the request. */
  readonly decides: boolean
  readonly grounds: readonly Ground[]
  readonly state: LetterState
  /** Why the decision is made anew after one was sent; null of the first. */
  readonly anew: Anew | null
  /** The decision that it takes the place of, where that is in the register. */
  readonly replacesId: string | null
  /** The remedy that ordered it. */
  readonly remedyId: string | null
  /** Who must consent. */
  readonly needs: readonly LetterApprover[]
  readonly round: number
  readonly writers: readonly string[]
  /** 发文字号; null until it is approved, and on papers that have none. */
  readonly documentNumber: string | null
  /** 成文日期. */
  readonly approvedOn: LocalDate | null
  /** The last day for it, as it stood when it was sent. */
  readonly dueOn: LocalDate | null
  readonly isLate: boolean
  readonly sentWay: SendingWay | null
  readonly sentOn: LocalDate | null
  readonly servedOn: LocalDate | null
  readonly returnedOn: LocalDate | null
  readonly noticedOn: LocalDate | null
  readonly version: number
}

/** A letter of a request and the version of it that was on the screen. */
export type LetterRef = {
  readonly requestId: string
  readonly letterId: string
  readonly version: number
}

export type LetterNotFound = Refusal<'letter.not-found'>
/** Somebody else was faster: what stands now goes with it. */
type LetterChanged = Refusal<'letter.changed'> & { readonly present: RequestLetter }
export type OpenLetterRefusal =
  | RightRefusal
  | RequestNotFound
  | LetterNotFound
  | LetterChanged
  | LetterErased
  | Refusal<'letter.wrong-state'>

export type LetterErased = Refusal<'letter.erased'>

export const LETTER_ERASED = refuse(
  'letter.erased',
  '这件申请的保存期限已经届满，文书的内容已依规清除，只留有编号和日期。',
)

/** Whether nothing is left of what a letter says. */
export function isErased({ content }: Pick<LetterRow, 'content'>): boolean {
  return content.length === 0
}

export const LETTER_NOT_FOUND = refuse(
  'letter.not-found',
  '没有这份文书，或您不能查看。请刷新后重新选择。',
)

export type LetterRow = Selectable<Schema['request_letter']>

/** A letter that is being worked on: locked, as it is kept and as it is told, and under which role. */
export type OpenedLetter = {
  readonly as: Holding
  readonly row: LetterRow
  readonly letter: RequestLetter
}

/** Opens a letter for `action`: the right, the version, the state. It is locked until the transaction ends. */
export async function openLetter(
  tx: Transaction<Schema>,
  actor: Actor,
  action: Action,
  ref: LetterRef,
  states: readonly LetterState[],
): Promise<Result<OpenedLetter, OpenLetterRefusal>> {
  const allowed = await allowOnRequest(tx, actor, action, ref.requestId)
  if (!allowed.ok) return allowed
  const locked = await lockLetter(tx, ref, states)
  return locked.ok ? ok({ as: allowed.value, ...locked.value }) : locked
}

/** The letter as it stands while nobody else can change it; refused where it is another version or not in one of `states`. */
export async function lockLetter(
  tx: Transaction<Schema>,
  { requestId, letterId, version }: LetterRef,
  states: readonly LetterState[],
): Promise<Result<Omit<OpenedLetter, 'as'>, OpenLetterRefusal>> {
  const row = await tx
    .selectFrom('request_letter')
    .selectAll()
    .where('id', '=', letterId)
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return LETTER_NOT_FOUND
  if (isErased(row)) return LETTER_ERASED
  const letter = toLetter(row)
  if (row.version !== version) {
    const message = `《${letter.title}》已由他人办理，本次没有保存。请对照现在的情况，确认后重新提交。`
    return { ok: false, refusal: { code: 'letter.changed', message, present: letter } }
  }
  if (states.includes(row.state)) return ok({ row, letter })
  const message = `《${letter.title}》现在是“${LETTER_STATES[row.state]}”，不能这样办理。请刷新后查看。`
  return refuse('letter.wrong-state', message)
}

// biome-ignore format: table
const LETTER_STATES: Readonly<Record<LetterState, string>> = {
  draft:     '拟稿',
  inReview:  '审批中',
  approved:  '已签发',
  sent:      '已发出',
  served:    '已送达',
  returned:  '已退回',
  noticed:   '公告送达中',
  discarded: '已作废',
}

/** A row as it is told. */
export function toLetter(row: LetterRow): RequestLetter {
  return {
    ...{ id: row.id, requestId: row.request_id, authorityId: row.authority_id },
    ...{ kind: row.kind, title: LETTERS[row.kind].title, decides: row.decides },
    ...{ anew: row.anew, replacesId: row.replaces_id, remedyId: row.remedy_id },
    ...{ grounds: row.grounds, state: row.state, needs: row.needs, round: row.round },
    ...{ writers: row.writers, documentNumber: row.number, approvedOn: row.approved_on },
    dueOn: row.due_on,
    isLate: row.due_on !== null && row.sent_on !== null && row.sent_on > row.due_on,
    ...{ sentWay: row.sent_way, sentOn: row.sent_on, servedOn: row.served_on },
    ...{ returnedOn: row.returned_on, noticedOn: row.noticed_on, version: row.version },
  }
}
