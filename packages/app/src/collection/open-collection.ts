import { randomUUIDv7 } from 'node:crypto'
import {
  type LocalDuty,
  ok,
  type Refusal,
  type Result,
  refuse,
  requiredForm,
  yearOf,
} from '@gongkai/law'
import type { Insertable, Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { allow, type RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { type AskRefusal, askAuthorities } from './ask-authorities.js'
import { type Collection, toCollection } from './collection.js'

export type OpenCollection = {
  /** The authority that collects. */
  readonly authorityId: string
  readonly reportYear: number
  readonly instructions: string
  /** Earlier days that the area has fixed. */
  readonly localDuties: readonly LocalDuty[]
  /** Who is asked: itself or authorities below. */
  readonly authorityIds: readonly string[]
}

export type OpenCollectionRefusal =
  | RightRefusal
  | AskRefusal
  | Refusal<'collection.exists' | 'collection.year-wrong'>

/** 组织年度报告工作: opens the collection of a report year and asks the authorities. The form is that of the year. */
export async function openCollection(
  platform: Platform,
  actor: Actor,
  command: OpenCollection,
): Promise<Result<Collection, OpenCollectionRefusal>> {
  const { authorityId, reportYear, instructions, localDuties, authorityIds } = command
  return transact(platform, actor, async ({ tx, record }) => {
    const allowed = await allow(tx, actor, 'collection.open', authorityId)
    if (!allowed.ok) return allowed
    const form = requiredForm(reportYear)?.form
    if (!form || reportYear > yearOf(today(platform))) return YEAR_WRONG
    const row = await insert(tx, {
      ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), authority_id: authorityId },
      ...{ report_year: reportYear, form, instructions, opened_at: platform.now() },
      local_duties: JSON.stringify(localDuties),
    })
    if (!row) return exists(reportYear)
    const collection = toCollection(row)
    const asked = await askAuthorities(tx, platform, actor, collection, authorityIds)
    if (!asked.ok) return asked
    record({
      as: allowed.value,
      name: 'collectionOpened',
      subject: { kind: 'collection', id: collection.id },
      authorityId,
      detail: { reportYear, form, instructions, localDuties, asked: asked.value },
    })
    return ok(collection)
  })
}

function insert(tx: Transaction<Schema>, row: Insertable<Schema['collection']>) {
  return tx
    .insertInto('collection')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

const YEAR_WRONG = refuse(
  'collection.year-wrong',
  '报告年度应在2019年以后，且不晚于今年。请核对报告年度。',
)

function exists(year: number) {
  return refuse('collection.exists', `${year}年度的年度报告工作已经布置。请打开后在其中增加机关。`)
}
