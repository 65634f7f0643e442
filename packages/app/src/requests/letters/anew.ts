import {
  type LetterFacts,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../../context.js'
import { factsOf } from '../../remedies/change-facts.js'
import { findRemedy } from '../../remedies/find-remedies.js'
import type { Remedy } from '../../remedies/remedy.js'
import { changeRemedy } from '../../remedies/write-remedy.js'
import type { Schema } from '../../storage/schema.js'
import type { Work } from '../../storage/transact.js'
import type { Anew, LetterRow, OpenedLetter } from './letter.js'

/** Why a decision is made anew after one was sent. */
export type AnewStated = {
  /** The reconsideration, suit or complaint that ordered it; null where the authority puts itself right (自行纠正). */
  readonly remedyId: string | null
  readonly reason: string
}

export type AnewRefusal = Refusal<
  'letter.reason-missing' | 'letter.nothing-sent' | 'letter.no-order' | 'letter.decision-exists'
>

export type AnewRow = Pick<LetterRow, 'anew' | 'replaces_id' | 'remedy_id'>

type AnewColumns = AnewRow & { readonly anew: Anew }

/** What is kept of why a decision on a request is made anew: which one it takes the place of, and on whose order. Refused before there is one that was sent, and without an order that is open. */
export async function anewColumns(
  tx: Transaction<Schema>,
  requestId: string,
  { remedyId, reason }: AnewStated,
): Promise<Result<AnewColumns, AnewRefusal>> {
  if (!reason.trim()) return NO_REASON
  const request = await tx
    .selectFrom('request')
    .select('closed_on')
    .where('id', '=', requestId)
    .executeTakeFirst()
  if (!request?.closed_on) return NOTHING_SENT
  const last = await lastDecision(tx, requestId)
  if (last && last.sent_on === null) return DECISION_EXISTS
  if (remedyId) {
    const remedy = await findRemedy(tx, remedyId)
    const isOrder = remedy?.requestId === requestId && isToRedo(remedy)
    if (!isOrder) return NO_ORDER
  }
  const anew = remedyId ? 'ordered' : 'corrected'
  return ok({ anew, replaces_id: last?.id ?? null, remedy_id: remedyId })
}

function isToRedo({ redo, struckReason }: Remedy): boolean {
  return redo !== null && redo.doneOn === null && struckReason === null
}

/** The decision that stands: the one that no other takes the place of. */
async function lastDecision(tx: Transaction<Schema>, requestId: string) {
  return tx
    .selectFrom('request_letter as l')
    .select(['l.id', 'l.sent_on'])
    .where('l.request_id', '=', requestId)
    .where('l.decides', '=', true)
    .where('l.state', '<>', 'discarded')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_letter as n')
            .select('n.id')
            .whereRef('n.replaces_id', '=', 'l.id')
            .where('n.state', '<>', 'discarded'),
        ),
      ),
    )
    .executeTakeFirst()
}

/** What the record says of it. */
export function anewDetail(columns: AnewColumns | null): Readonly<Record<string, string | null>> {
  if (!columns) return {}
  return { anew: columns.anew, replacesId: columns.replaces_id, remedyId: columns.remedy_id }
}

/** What stands in a decision made anew, and its last day: that of the order; of one's own correction there is none. */
export type AnewFacts = {
  readonly dueOn: LocalDate | null
  readonly told: NonNullable<LetterFacts['anew']>
}

/** The same of a letter; null of a first decision. */
export async function anewFactsOf(
  tx: Transaction<Schema>,
  { anew, replaces_id, remedy_id }: AnewRow,
): Promise<AnewFacts | null> {
  if (!anew) return null
  const replaced = replaces_id
    ? await tx
        .selectFrom('request_letter')
        .select(['number', 'approved_on as on'])
        .where('id', '=', replaces_id)
        .executeTakeFirst()
    : undefined
  const earlier =
    replaced?.number && replaced.on ? { number: replaced.number, on: replaced.on } : null
  const remedy = remedy_id ? await findRemedy(tx, remedy_id) : null
  if (!remedy) return { dueOn: null, told: { earlier, order: null } }
  const caseNumber = remedy.instances.at(-1)?.caseNumber ?? null
  return {
    dueOn: remedy.redoDay?.on ?? null,
    told: { earlier, order: { body: remedy.body, caseNumber } },
  }
}

/** With the sending of a decision that was ordered, the order is carried out. */
export async function recordRedoneBy(
  { tx, record }: Work,
  platform: Platform,
  { as, letter }: OpenedLetter,
  on: LocalDate,
): Promise<void> {
  if (!letter.remedyId) return
  await tx.selectFrom('remedy').select('id').where('id', '=', letter.remedyId).forUpdate().execute()
  const remedy = await findRemedy(tx, letter.remedyId)
  if (!remedy?.redo || !isToRedo(remedy)) return
  const redo = { ...remedy.redo, doneOn: on, number: letter.documentNumber }
  const after = await changeRemedy(tx, platform, remedy, { ...factsOf(remedy), redo })
  record({
    ...{ as, name: 'decisionRedone', subject: { kind: 'remedy', id: remedy.id } },
    authorityId: remedy.authorityId,
    detail: { before: factsOf(remedy), after: factsOf(after), nextOn: after.nextOn },
  })
}

const NO_REASON = refuse(
  'letter.reason-missing',
  '请写明重新作出决定的缘由，它留在这份文书的办理经过里。',
)
const NOTHING_SENT = refuse(
  'letter.nothing-sent',
  '这件申请还没有办结，不需要重新作出决定。请修改拟稿，或者作废后重新登记。',
)
const NO_ORDER = refuse(
  'letter.no-order',
  '这件行政复议、行政诉讼或者投诉没有责令重新作出答复，或者已经重新答复。请先登记其结果和重新答复的期限。',
)
const DECISION_EXISTS = refuse(
  'letter.decision-exists',
  '这件申请已经有一份没有送出的决定文书。需要改变决定的，请修改那份文书，或者将其作废后重新登记。',
)
