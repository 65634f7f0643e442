import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse } from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import type { Schema } from '../storage/schema.js'

/** A code under which an authority numbers what it issues, and what for: `云公复`，政府信息公开答复. */
export type NumberSeries = { readonly code: string; readonly purpose: string }

export type SeriesRefusal = Refusal<'series.wrong' | 'series.taken'>

// 发文机关代字 (GB/T 9704-2012, 7.2.5): words alone; year, brackets and number follow it.
const CODE = /^[^\s\d〔〕[\]()（）【】]+$/u

/** The series in use, in the order of their codes. */
export async function seriesOf(
  tx: Transaction<Schema>,
  authorityId: string,
): Promise<readonly NumberSeries[]> {
  return tx
    .selectFrom('number_series')
    .select(['code', 'purpose'])
    .where('authority_id', '=', authorityId)
    .where('until', 'is', null)
    .orderBy('code')
    .execute()
}

/** Makes `wanted` the series of an authority from `day` on: what is missing in it ends, what is new begins. Whether anything changed. */
export async function setSeries(
  tx: Transaction<Schema>,
  { tenantId, authorityId, day }: Where,
  wanted: readonly NumberSeries[],
): Promise<Result<boolean, SeriesRefusal>> {
  const present = await seriesOf(tx, authorityId)
  const added = wanted.filter((one) => !present.some((other) => isSame(one, other)))
  const ended = present.filter((one) => !wanted.some((other) => isSame(one, other)))
  if (added.length === 0 && ended.length === 0) return ok(false)
  await endSeries(
    tx,
    authorityId,
    day,
    ended.map(({ code }) => code),
  )
  const wrong = refuseWrong(wanted) ?? (await refuseTakenCodes(tx, added))
  if (wrong) return wrong
  const rows = added.map(({ code, purpose }) => ({
    tenant_id: tenantId,
    id: randomUUIDv7(),
    authority_id: authorityId,
    code,
    purpose,
    since: day,
    until: null,
  }))
  if (rows.length > 0) await tx.insertInto('number_series').values(rows).execute()
  return ok(true)
}

type Where = { readonly tenantId: string; readonly authorityId: string; readonly day: LocalDate }

/** Ends series of an authority with `day`; without `codes` all of them. Returns the codes that ended. */
export async function endSeries(
  tx: Transaction<Schema>,
  authorityId: string,
  day: LocalDate,
  codes?: readonly string[],
): Promise<readonly string[]> {
  if (codes?.length === 0) return []
  const rows = await tx
    .updateTable('number_series')
    .set({ until: sql`greatest(since, ${day}::date)` })
    .where('authority_id', '=', authorityId)
    .where('until', 'is', null)
    .$if(codes !== undefined, (query) => query.where('code', 'in', codes ?? []))
    .returning('code')
    .execute()
  return rows.map(({ code }) => code).toSorted()
}

function isSame(one: NumberSeries, other: NumberSeries): boolean {
  return one.code === other.code && one.purpose === other.purpose
}

function refuseWrong(wanted: readonly NumberSeries[]) {
  const codes = wanted.map(({ code }) => code)
  const isRight =
    new Set(codes).size === codes.length &&
    wanted.every(({ code, purpose }) => CODE.test(code) && purpose.trim() !== '')
  if (isRight) return null
  const message =
    '发文字号的代字只写文字，如“云公复”，不含年份、括号和序号；各代字不得重复，并写明用途。'
  return refuse('series.wrong', message)
}

async function refuseTakenCodes(tx: Transaction<Schema>, added: readonly NumberSeries[]) {
  const taken = await tx
    .selectFrom('number_series')
    .innerJoin('authority', 'authority.id', 'number_series.authority_id')
    .select(['number_series.code', 'authority.name'])
    .where('number_series.until', 'is', null)
    .where('number_series.code', 'in', ['', ...added.map(({ code }) => code)])
    .executeTakeFirst()
  if (!taken) return null
  const message = `代字“${taken.code}”由“${taken.name}”使用，不同机关的发文字号不能重复。请另定代字。`
  return refuse('series.taken', message)
}
