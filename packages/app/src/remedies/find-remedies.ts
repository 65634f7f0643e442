import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'
import type { Remedy } from './remedy.js'

/** Rows of the register with the names that belong to them and with their instances. */
export function remedies(tx: Transaction<Schema>) {
  return tx
    .selectFrom('remedy as r')
    .innerJoin('authority as a', (join) =>
      join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.authority_id'),
    )
    .leftJoin('request as q', (join) =>
      join.onRef('q.tenant_id', '=', 'r.tenant_id').onRef('q.id', '=', 'r.request_id'),
    )
    .selectAll('r')
    .select(['a.name as authority', 'q.number as request_number'])
    .select(
      sql<readonly InstanceRow[]>`(select json_agg(i order by i.no) from remedy_instance i
        where i.tenant_id = r.tenant_id and i.remedy_id = r.id)`.as('instances'),
    )
}

type InstanceRow = Omit<
  Schema['remedy_instance'],
  'tenant_id' | 'remedy_id' | 'authority_id' | 'no'
>
type Row = Awaited<ReturnType<ReturnType<typeof remedies>['executeTakeFirstOrThrow']>>

/** The remedy of this id as far as who asks may see it. */
export async function findRemedy(tx: Transaction<Schema>, id: string): Promise<Remedy | null> {
  const row = await remedies(tx).where('r.id', '=', id).executeTakeFirst()
  return row ? toRemedy(row) : null
}

/** A row as it is told. */
export function toRemedy(row: Row): Remedy {
  const { redo_from, redo_days, redo_due_on } = row
  return {
    ...{ id: row.id, authorityId: row.authority_id, authority: row.authority, kind: row.kind },
    ...{ body: row.body, requestId: row.request_id, requestNumber: row.request_number },
    ...{
      decisionNumber: row.decision_number,
      letterId: row.letter_id,
      ground: row.ground,
      afterId: row.after_id,
    },
    instances: row.instances.map((one) => ({
      ...{ caseNumber: one.case_number, procedure: one.procedure, receivedOn: one.received_on },
      answerBy: row.kind === 'complaint' ? one.answer_due_on : null,
      ...{ answeredOn: one.answered_on, decidedOn: one.decided_on, result: one.result },
    })),
    answerDays: row.instances.map((one) => ({
      ...{ on: one.answer_due_on, provisional: one.answer_provisional },
    })),
    redo:
      redo_from && redo_days
        ? { from: redo_from, days: redo_days, doneOn: row.redone_on, number: row.redone_number }
        : null,
    redoDay: redo_due_on && { on: redo_due_on, provisional: row.redo_provisional },
    ...{ nextOn: row.next_on, nextWhat: row.next_what },
    ...{ struckReason: row.struck_reason, version: row.version },
  }
}
