import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { notify } from '../notices/notify.js'
import { dayText } from '../notices/texts.js'
import type { NewEvent } from '../records/event.js'
import type { Schema } from '../storage/schema.js'
import type { PersonRow } from './person.js'

/** What is known of a person besides the login. */
export type PersonData = {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
}

/** Who must be told by mail, at the address that the person had until now; null where that has not changed, or there was none. */
export type PersonWritten = {
  readonly former: { readonly name: string; readonly email: string } | null
}

/**
 * Writes what is known of a person, who is told in the system and at the new address. Returns what to record, with the values themselves as personal
 * data; refused where nothing differs.
 */
export async function writePerson(
  tx: Transaction<Schema>,
  row: PersonRow,
  { name, phone, email }: PersonData,
  day: LocalDate,
): Promise<Result<PersonWritten & Told, Refusal<'person.unchanged'>>> {
  const after = { name, phone, email }
  const before = { name: row.name, phone: row.phone, email: row.email }
  const keys = ['name', 'phone', 'email'] as const
  const changed = keys.filter((key) => before[key] !== after[key])
  if (changed.length === 0) return UNCHANGED
  await tx
    .updateTable('person')
    .set({ ...after, version: row.version + 1 })
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  if (row.state === 'active') await notify(tx, row.id, 'contactChanged', { day: dayText(day) })
  const former = row.email && row.email !== email ? { name, email: row.email } : null
  return ok({ former, detail: { changed }, personal: { before, after } })
}

type Told = Required<Pick<NewEvent, 'detail' | 'personal'>>

const UNCHANGED = refuse('person.unchanged', '没有改动，无须保存。')
