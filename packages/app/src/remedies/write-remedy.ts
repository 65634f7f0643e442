import type { RemedyKind } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Platform } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import { findRemedy } from './find-remedies.js'
import type { Remedy, RemedyFacts } from './remedy.js'
import { daysOfRemedy, type RemedyDays } from './remedy-days.js'

type Where = { readonly id: string; readonly authorityId: string; readonly kind: RemedyKind }

/** Writes a new remedy with its instances. */
export async function addRemedy(
  tx: Transaction<Schema>,
  platform: Platform,
  where: Where,
  facts: RemedyFacts,
  registeredBy: string,
): Promise<Remedy> {
  const { tenantId, now } = platform
  const days = daysOfRemedy(where.kind, facts, (await holdLaw(tx, platform)).calendar)
  await tx
    .insertInto('remedy')
    .values({
      ...{ tenant_id: tenantId, id: where.id, authority_id: where.authorityId, kind: where.kind },
      ...columnsOf(facts, days),
      ...{ registered_by: registeredBy, registered_at: now() },
    })
    .execute()
  return written(tx, platform, where, facts, days)
}

/** Writes other facts of a remedy that is locked, as its next version. No instance is taken away. */
export async function changeRemedy(
  tx: Transaction<Schema>,
  platform: Platform,
  remedy: Remedy,
  facts: RemedyFacts,
): Promise<Remedy> {
  const days = daysOfRemedy(remedy.kind, facts, (await holdLaw(tx, platform)).calendar)
  await tx
    .updateTable('remedy')
    .set({ ...columnsOf(facts, days), version: remedy.version + 1 })
    .where('id', '=', remedy.id)
    .executeTakeFirstOrThrow()
  return written(tx, platform, remedy, facts, days)
}

function columnsOf(facts: RemedyFacts, { redoDay, nextOn, nextWhat }: RemedyDays) {
  const { redo } = facts
  return {
    ...{
      body: facts.body.trim(),
      request_id: facts.requestId,
      ground: facts.ground,
      letter_id: facts.letterId,
    },
    ...{ decision_number: facts.decisionNumber?.trim() || null, after_id: facts.afterId },
    ...{ redo_from: redo?.from ?? null, redo_days: redo?.days ?? null },
    ...{ redo_due_on: redoDay?.on ?? null, redo_provisional: redoDay?.provisional ?? false },
    ...{ redone_on: redo?.doneOn ?? null, redone_number: redo?.number?.trim() || null },
    ...{ next_on: nextOn, next_what: nextWhat },
  }
}

async function written(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  { id, authorityId }: Where,
  { instances }: RemedyFacts,
  { answerDays }: RemedyDays,
): Promise<Remedy> {
  for (const [index, one] of instances.entries()) {
    const due = answerDays[index]
    const columns = {
      ...{ case_number: one.caseNumber?.trim() || null, procedure: one.procedure },
      ...{ received_on: one.receivedOn, answer_due_on: due?.on ?? null },
      ...{ answer_provisional: due?.provisional ?? false, answered_on: one.answeredOn },
      ...{ decided_on: one.decidedOn, result: one.result },
    }
    const key = { tenant_id: tenantId, remedy_id: id, no: index + 1, authority_id: authorityId }
    await tx
      .insertInto('remedy_instance')
      .values({ ...key, ...columns })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'remedy_id', 'no']).doUpdateSet(columns),
      )
      .execute()
  }
  const remedy = await findRemedy(tx, id)
  if (!remedy) throw new Error(`remedy ${id} is gone within its own transaction`)
  return remedy
}
