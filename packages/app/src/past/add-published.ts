import { randomUUIDv7 } from 'node:crypto'
import { type LocalDate, ok, type Refusal, type Result, refuse, requiredForm } from '@gongkai/law'
import { type SavedReport, textParts } from '@gongkai/report'
import type { Transaction } from 'kysely'
import { type Collection, dueOnOf, toCollection } from '../collection/collection.js'
import { type FitRefusal, fitDocument } from '../collection/fit-document.js'
import type { Holding, Platform } from '../context.js'
import { corrected } from '../files/write-file.js'
import type { Law } from '../overlays/law.js'
import { holdLaw } from '../overlays/read-law.js'
import type { Schema } from '../storage/schema.js'
import type { Work } from '../storage/transact.js'

/** A report of a year past as it was published. */
export type PublishedBefore = {
  readonly authorityId: string
  readonly reportYear: number
  readonly document: SavedReport
  /** Of the file that it was read from. */
  readonly digest: string
  /** The day of publication; null where nobody knows it. */
  readonly publishedOn: LocalDate | null
}

export type AddPublishedRefusal =
  | FitRefusal
  | Refusal<'past.before-forms' | 'past.exists' | 'past.not-below'>

/** So many reports go into one statement: a document is some 30 kB, a statement takes 65 535 values. */
const BATCH = 40

/**
 * Keeps reports of years past as published, in the collections of `collectorId` of their years, with an event for each. The right was decided
 * before. Refused as a whole where one does not fit its year's form or there is one already. Returns the ids of the reports in the order given.
 */
export async function addPublished(
  { tx, record }: Work,
  platform: Platform,
  { as, collectorId }: { readonly as: Holding; readonly collectorId: string },
  given: readonly PublishedBefore[],
): Promise<Result<readonly string[], AddPublishedRefusal>> {
  const collections = await collectionsOf(tx, platform, collectorId, given)
  if (!collections.ok) return collections
  const law = await holdLaw(tx, platform)
  const authorities = await authoritiesOf(tx, collectorId, given)
  const ids: string[] = []
  for (let at = 0; at < given.length; at += BATCH) {
    const rows: Row[] = []
    for (const one of given.slice(at, at + BATCH)) {
      const row = rowOf(one, collections.value, authorities, law)
      if (!row.ok) return row
      rows.push(row.value)
    }
    const taken = await insert(tx, platform, rows)
    if (taken.length > 0) return exists(taken)
    for (const { id, authorityId, reportYear, digest, publishedOn } of rows) {
      const detail = { reportYear, digest, publishedOn }
      record({ as, name: 'reportImported', subject: { kind: 'report', id }, authorityId, detail })
    }
    ids.push(...rows.map(({ id }) => id))
  }
  return ok(ids)
}

type Row = PublishedBefore & {
  readonly id: string
  readonly collectionId: string
  readonly dueOn: LocalDate
  readonly name: string
}

type Authority = { readonly name: string; readonly kind: string; readonly level: string }

/** A year's collection by the same authority, or a new one with nothing asked. */
async function collectionsOf(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  collectorId: string,
  given: readonly PublishedBefore[],
): Promise<Result<ReadonlyMap<number, Collection>, Refusal<'past.before-forms'>>> {
  const years = [...new Set(given.map(({ reportYear }) => reportYear))]
  const missing = years.find((year) => requiredForm(year) === undefined)
  if (missing !== undefined) return beforeForms(missing)
  const rows = years.map((reportYear) => ({
    ...{ tenant_id: tenantId, id: randomUUIDv7(), authority_id: collectorId },
    ...{ report_year: reportYear, form: requiredForm(reportYear)?.form ?? '2021' },
    ...{ instructions: '', local_duties: '[]', opened_at: now() },
  }))
  await tx
    .insertInto('collection')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = await tx
    .selectFrom('collection')
    .selectAll()
    .where('authority_id', '=', collectorId)
    .where('report_year', 'in', years)
    .execute()
  return ok(new Map(found.map((row) => [row.report_year, toCollection(row)])))
}

async function authoritiesOf(
  tx: Transaction<Schema>,
  collectorId: string,
  given: readonly PublishedBefore[],
): Promise<ReadonlyMap<string, Authority>> {
  const ids = [...new Set(given.map(({ authorityId }) => authorityId))]
  const rows = await tx
    .selectFrom('authority')
    .select(['id', 'name', 'kind', 'level', 'path'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.filter(({ path }) => path.includes(collectorId)).map((row) => [row.id, row]))
}

function rowOf(
  one: PublishedBefore,
  collections: ReadonlyMap<number, Collection>,
  authorities: ReadonlyMap<string, Authority>,
  law: Law,
): Result<Row, AddPublishedRefusal> {
  const { reportYear } = one
  const authority = authorities.get(one.authorityId)
  const collection = collections.get(reportYear)
  if (!authority || !collection) return NOT_BELOW
  const document = { ...one.document, year: reportYear }
  const fit = fitDocument({ reportYear, form: collection.form }, document)
  if (!fit.ok) return fit
  return ok({
    ...{ ...one, document: fit.value, id: randomUUIDv7(), collectionId: collection.id },
    ...{ name: authority.name, dueOn: dueOnOf(authority, collection, law) },
  })
}

/** Adds what is not there. Returns the names of authorities that have a report on the year. */
async function insert(
  tx: Transaction<Schema>,
  { tenantId, now }: Platform,
  rows: readonly Row[],
): Promise<readonly string[]> {
  const out = { submitted_no: 1, accepted_no: 1, published_no: 1, imported: true }
  const files = rows.map((row) => ({
    ...{ tenant_id: tenantId, id: row.id, collection_id: row.collectionId },
    ...{ authority_id: row.authorityId, report_year: row.reportYear, due_on: row.dueOn },
    ...{ state: 'published', published_on: row.publishedOn, ...out },
  }))
  const added = await tx
    .insertInto('annual_report')
    .values(files)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const isAdded = new Set(added.map(({ id }) => id))
  const taken = rows.filter(({ id }) => !isAdded.has(id)).map(({ name }) => name)
  if (taken.length > 0) return taken
  const at = now()
  const versions = rows.map(({ id, authorityId, digest, document }) => ({
    ...{ tenant_id: tenantId, report_id: id, no: 1, authority_id: authorityId },
    ...{ origin: 'imported', source_no: null, file_digest: digest },
    ...{ document: JSON.stringify(document), drafters: '[]' },
    texts: JSON.stringify(textParts(corrected(document))),
    ...{ saved_at: at, frozen_at: at, submitted_at: at, published_at: at },
  }))
  await tx.insertInto('report_version').values(versions).execute()
  return []
}

function beforeForms(year: number) {
  const message = `${year}年度还没有全国统一的报告格式，不能作为数据导入。请填写理由后移出队列，原文件仍然保存。`
  return refuse('past.before-forms', message)
}

const NOT_BELOW = refuse(
  'past.not-below',
  '所选机关不是本机关或下级机关，不能导入其报告。请重新选择。',
)

function exists(names: readonly string[]) {
  const message = `“${names.join('”“')}”在这一年度已有报告。请核对后移出队列，或者通过更正公布修改已有的报告。`
  return refuse('past.exists', message)
}
