import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Transaction } from 'kysely'
import type { Actor, Platform } from '../context.js'
import { holdLaw } from '../overlays/read-law.js'
import { allowAt, type RightRefusal, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { type Collection, dueOnOf } from './collection.js'
import { tellAsked } from './tell.js'

export type AskRefusal =
  | RightRefusal
  | Refusal<'collection.none-asked' | 'collection.not-below' | 'collection.already-asked'>

/** Which authority was asked for its report, and by when. */
export type Asked = { readonly authorityId: string; readonly dueOn: LocalDate }

/**
 * Asks the authorities for their reports of the collection's year: each gets its due date, and its officers are told. Refused as a whole where one of them is
 * not there, is dissolved, is not the collector, who carries on for it, or below, or was asked already.
 */
export async function askAuthorities(
  tx: Transaction<Schema>,
  platform: Platform,
  actor: Actor,
  collection: Collection,
  authorityIds: readonly string[],
): Promise<Result<readonly Asked[], AskRefusal>> {
  if (authorityIds.length === 0) return NONE
  const found = await existing(tx, authorityIds)
  if (found.length < new Set(authorityIds).size) return GONE
  const collector = await standingOf(tx, collection.authorityId)
  const above = [collection.authorityId, collector?.carrierPath?.at(-1)]
  const outside = found.filter(({ path }) => !path.some((id) => above.includes(id)))
  if (outside.length > 0) return notBelow(outside.map(({ name }) => name))
  for (const { path } of found) {
    const allowed = allowAt(actor, 'collection.open', { path })
    if (!allowed.ok) return allowed
  }
  const law = await holdLaw(tx, platform)
  const rows = found.map((one) => ({
    ...{ tenant_id: platform.tenantId, id: randomUUIDv7(), collection_id: collection.id },
    ...{ authority_id: one.id, report_year: collection.reportYear },
    ...{ due_on: dueOnOf(one, collection, law), state: 'notStarted' },
  }))
  const asked = await tx
    .insertInto('annual_report')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('authority_id')
    .execute()
  const isAsked = new Set(asked.map(({ authority_id }) => authority_id))
  const before = found.filter(({ id }) => !isAsked.has(id)).map(({ name }) => name)
  if (before.length > 0) return alreadyAsked(before)
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const told = rows.map((row) => ({
    ...{ reportId: row.id, authorityId: row.authority_id, dueOn: row.due_on },
    authority: names.get(row.authority_id) ?? '',
  }))
  await tellAsked(tx, platform, actor, collection.reportYear, told)
  return ok(rows.map((row) => ({ authorityId: row.authority_id, dueOn: row.due_on })))
}

async function existing(tx: Transaction<Schema>, ids: readonly string[]) {
  return tx
    .selectFrom('authority')
    .select(['id', 'name', 'kind', 'level', 'path'])
    .where('id', 'in', [...ids])
    .where('dissolved_on', 'is', null)
    .execute()
}

const NONE = refuse('collection.none-asked', '没有选择机关。请至少选择一个机关。')
const GONE = refuse('authority.not-found', '所选机关中有的不存在或已撤销。请刷新后重新选择。')

function notBelow(names: readonly string[]) {
  const message = `${listed(names)}不是本机关或下级机关，不能向其布置。请去掉后重新提交。`
  return refuse('collection.not-below', message)
}

function alreadyAsked(names: readonly string[]) {
  const message = `${listed(names)}这一年度的报告已经布置。请去掉后重新提交。`
  return refuse('collection.already-asked', message)
}

/** So many are named. */
const NAMED = 5

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? `等${names.length}个机关` : ''
  return `${names
    .slice(0, NAMED)
    .map((name) => `“${name}”`)
    .join('、')}${more}`
}
