import { randomUUIDv7 } from 'node:crypto'
import { ok, type Refusal, type RemedyKind, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type FactsRefusal, refuseFacts } from './check-facts.js'
import { keeperOf } from './open-remedy.js'
import type { Instance, Remedy, RemedyFacts } from './remedy.js'
import { addRemedy } from './write-remedy.js'

/** What is known when the first copy arrives. */
export type NewInstance = Pick<Instance, 'caseNumber' | 'procedure' | 'receivedOn' | 'answerBy'>

export type RegisterRemedy = Omit<RemedyFacts, 'instances' | 'redo'> & {
  readonly authorityId: string
  readonly kind: RemedyKind
  readonly instance: NewInstance
}

export type LinkRefusal = Refusal<
  'remedy.no-request' | 'remedy.no-letter' | 'remedy.no-reconsideration'
>
export type RegisterRemedyRefusal = RightRefusal | FactsRefusal | LinkRefusal

/** 登记 a reconsideration or suit that the authority was told of, or a complaint about it that its supervising office received. The day to answer is reckoned from the day of receipt. */
export async function registerRemedy(
  platform: Platform,
  actor: Actor,
  { authorityId, kind, instance, ...links }: RegisterRemedy,
): Promise<Result<Remedy, RegisterRemedyRefusal>> {
  return transact<Result<Remedy, RegisterRemedyRefusal>>(
    platform,
    actor,
    async ({ tx, record }) => {
      const allowed = await allow(tx, actor, keeperOf(kind), authorityId)
      if (!allowed.ok) return allowed
      const asked = { ...links, instances: [begun(instance)], redo: null }
      const refused = refuseFacts(kind, asked, today(platform))
      if (refused) return refused
      const made = await linked(tx, { kind, authorityId }, asked)
      if (!made.ok) return made
      const facts = made.value
      const where = { id: randomUUIDv7(), authorityId, kind }
      const remedy = await addRemedy(tx, platform, where, facts, actor.personId)
      record({
        as: allowed.value,
        name: 'remedyRegistered',
        subject: { kind: 'remedy', id: remedy.id },
        authorityId,
        detail: { kind, ...facts, answerDue: remedy.nextOn },
      })
      return ok(remedy)
    },
  )
}

/** An instance at its beginning. */
export function begun({ caseNumber, procedure, receivedOn, answerBy }: NewInstance): Instance {
  return {
    ...{ caseNumber, procedure, receivedOn, answerBy },
    ...{ answeredOn: null, decidedOn: null, result: null },
  }
}

/** The facts with the number of the letter that they refer to; refused where what they refer to is not there. */
export async function linked(
  tx: Transaction<Schema>,
  { kind, authorityId }: Pick<Remedy, 'kind' | 'authorityId'>,
  facts: RemedyFacts,
): Promise<Result<RemedyFacts, LinkRefusal>> {
  const { requestId, letterId, afterId } = facts
  const find = (table: 'request' | 'remedy', id: string) =>
    tx
      .selectFrom(table)
      .select('kind')
      .where('id', '=', id)
      .where('authority_id', '=', authorityId)
      .executeTakeFirst()
  if (requestId && !(await find('request', requestId))) return NO_REQUEST
  const before = afterId ? await find('remedy', afterId) : null
  const mayBeAfter = kind === 'suitAfterReconsideration' && before?.kind === 'reconsideration'
  if (afterId && !mayBeAfter) return NO_RECONSIDERATION
  if (!letterId) return ok(facts)
  const letter = await tx
    .selectFrom('request_letter')
    .select(['number', 'request_id'])
    .where('id', '=', letterId)
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  if (!letter?.number || letter.request_id !== requestId) return NO_LETTER
  return ok({ ...facts, decisionNumber: letter.number })
}

const NO_REQUEST = refuse(
  'remedy.no-request',
  '台账中没有所选的申请，或者不是本机关的申请。请重新选择，或者不选。',
)
const NO_LETTER = refuse(
  'remedy.no-letter',
  '所选的文书不是这件申请的，或者还没有编发文字号。请重新选择，或者只填写文号。',
)
const NO_RECONSIDERATION = refuse(
  'remedy.no-reconsideration',
  '只有“复议后起诉”才对应在先的行政复议，而且须是本机关台账中的行政复议。请重新选择，或者不选。',
)
