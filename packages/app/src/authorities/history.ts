import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import type { Schema } from '../storage/schema.js'
import type { Authority } from './authority.js'
import { dateText } from './date-text.js'

/** How the register tells that an authority became another. */
export type ChangeKind = 'renamed' | 'moved' | 'merged' | 'split' | 'dissolved'

type ChangeRow = Schema['authority_change']

/** When and why a reorganisation took place. */
export type Reorganisation = {
  /** The day from which it holds. */
  readonly happenedOn: LocalDate
  /** The decision it rests on, in words. */
  readonly reason: string
}

/** Adds a line to the history of an authority. */
export async function tellHistory(
  tx: Transaction<Schema>,
  { tenantId }: Platform,
  kind: ChangeKind,
  { happenedOn, reason }: Reorganisation,
  what: Pick<ChangeRow, 'authority_id'> & Partial<ChangeRow>,
): Promise<void> {
  const blank = {
    name_before: null,
    name_after: null,
    parent_before_id: null,
    parent_after_id: null,
    successor_id: null,
  }
  const row = { tenant_id: tenantId, id: randomUUIDv7(), kind, happened_on: happenedOn }
  await tx
    .insertInto('authority_change')
    .values({ ...row, note: reason, ...blank, ...what })
    .execute()
}

/** Refuses a day after today, or one on which one of the authorities did not exist yet or was changed later. */
export async function refuseDay(
  tx: Transaction<Schema>,
  platform: Platform,
  authorities: readonly Authority[],
  happenedOn: LocalDate,
): Promise<Result<null, Refusal<'authority.day-wrong'>>> {
  if (happenedOn > today(platform)) {
    return wrong('变更日期晚于今天。请在变更生效之日或者以后登记。')
  }
  const young = authorities.find(
    ({ establishedOn }) => establishedOn !== null && happenedOn <= establishedOn,
  )
  if (young) {
    return wrong(`变更日期应在“${young.name}”设立之后。请核对变更日期和设立日期。`)
  }
  const later = await tx
    .selectFrom('authority_change')
    .innerJoin('authority', 'authority.id', 'authority_change.authority_id')
    .select(['authority.name', 'authority_change.happened_on'])
    .where(
      'authority_id',
      'in',
      authorities.map(({ id }) => id),
    )
    .where('happened_on', '>', happenedOn)
    .executeTakeFirst()
  if (!later) return ok(null)
  const day = dateText(later.happened_on)
  return wrong(`“${later.name}”在${day}另有变更登记，变更应按日期先后登记。请核对变更日期。`)
}

function wrong(message: string) {
  return refuse('authority.day-wrong', message)
}
