import { randomUUID } from 'node:crypto'
import { corrected } from '@gongkai/app'
import { type SavedReport, textParts } from '@gongkai/report'
import type pg from 'pg'
import { documentOf } from './documents.js'

/** What is put into a county that was just set up, by its owner and past the use cases. */
export type Filling = {
  readonly root: string
  readonly authorities: number
  /** Report years, oldest first; all but the last are published. */
  readonly years: readonly number[]
  /** How far the reports of the last year are. */
  readonly last: 'draft' | 'submitted'
  /** Given out in turn; without them, versions stand empty. */
  readonly documents?: readonly SavedReport[]
}

/** Of each year its collection, and its reports in the order of their authorities. */
export type Filled = {
  readonly tenantId: string
  readonly authorities: readonly Placed[]
  readonly collections: ReadonlyMap<number, string>
  readonly reports: ReadonlyMap<number, readonly string[]>
}

type Placed = { readonly id: string; readonly name: string }

const BATCH = 50

/** Adds authorities below `root`, a collection a year, and a report with its version and its check for each of them. */
export async function fillCounty(client: pg.Client, filling: Filling): Promise<Filled> {
  const { rows } = await client.query('select tenant_id from gongkai.tenant')
  const tenantId: string = rows[0].tenant_id
  const authorities = Array.from({ length: filling.authorities }, (_, at) => ({
    ...{ id: randomUUID(), name: `云岭县第${at + 1}局` },
  }))
  await client.query(
    `insert into gongkai.authority (tenant_id, id, parent_id, name, kind, level)
      select $1, id, $2, name, 'department', 'county' from unnest($3::uuid[], $4::text[]) as a (id, name)`,
    [tenantId, filling.root, authorities.map(({ id }) => id), authorities.map(({ name }) => name)],
  )
  const collections = new Map<number, string>()
  const reports = new Map<number, readonly string[]>()
  for (const year of filling.years) {
    const collectionId = randomUUID()
    await client.query(
      `insert into gongkai.collection values ($1, $2, $3, $4, '2021', '', '[]', now())`,
      [tenantId, collectionId, filling.root, year],
    )
    collections.set(year, collectionId)
    reports.set(
      year,
      await fillYear(client, { tenantId, collectionId, authorities }, year, filling),
    )
  }
  await client.query('analyze')
  return { tenantId, authorities, collections, reports }
}

type Place = {
  readonly tenantId: string
  readonly collectionId: string
  readonly authorities: readonly Placed[]
}

async function fillYear(
  client: pg.Client,
  { tenantId, collectionId, authorities }: Place,
  year: number,
  { years, last, documents }: Filling,
): Promise<readonly string[]> {
  const state = year === years.at(-1) ? last : 'published'
  const isOut = state !== 'draft'
  const ids = authorities.map(() => randomUUID())
  const no = (holds: boolean) => (holds ? '1' : 'null')
  const day = `'${year + 1}-01-20'`
  await client.query(
    `insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state,
        submitted_no, accepted_no, published_no, published_on)
      select $1, id, $2, authority_id, ${year}, '${year + 1}-01-31', '${state}', ${no(isOut)}, ${no(state === 'published')},
        ${state === 'published' ? `1, ${day}` : 'null, null'}
      from unnest($3::uuid[], $4::uuid[]) as r (id, authority_id)`,
    [tenantId, collectionId, ids, authorities.map(({ id }) => id)],
  )
  const marks = [isOut, isOut, state === 'published'].map((is) => (is ? day : 'null')).join(', ')
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH)
    const papers = some.map((_, at) => paper(documents, authorities, from + at, year))
    await client.query(
      `insert into gongkai.report_version (tenant_id, report_id, no, authority_id, origin, document, texts, drafters, saved_at,
          frozen_at, submitted_at, published_at)
        select $1, r.id, 1, r.authority_id, 'edited', document::json, texts::json, '[]', ${day}, ${marks}
        from unnest($2::uuid[], $3::text[], $4::text[]) as p (id, document, texts)
        join gongkai.annual_report r on r.tenant_id = $1 and r.id = p.id`,
      [tenantId, some, papers.map(({ document }) => document), papers.map(({ texts }) => texts)],
    )
  }
  await client.query(
    `insert into gongkai.report_check
      select tenant_id, id, authority_id, 1, 'bench', now(), 1, 2 from gongkai.annual_report
      where tenant_id = $1 and collection_id = $2`,
    [tenantId, collectionId],
  )
  return ids
}

function paper(
  documents: readonly SavedReport[] | undefined,
  authorities: readonly Placed[],
  at: number,
  year: number,
) {
  const given = documents?.[at % documents.length]
  if (!given) return { document: '{}', texts: '[]' }
  const document = documentOf(given, authorities[at]?.name ?? '', year)
  return {
    document: JSON.stringify(document),
    texts: JSON.stringify(textParts(corrected(document))),
  }
}

/** A word that stands in one event of a hundred thousand. */
export const RARE = '朱雀桥'

/** Adds so many events about the reports; the chain is numbered on, its digests are random. */
export async function fillEvents(
  client: pg.Client,
  tenantId: string,
  events: number,
): Promise<void> {
  await client.query(
    `with head as (select seq from gongkai.chain_head where tenant_id = $1),
      reports as (select array_agg(id) as ids, array_agg(authority_id) as authorities, count(*) as many
        from (select id, authority_id from gongkai.annual_report where tenant_id = $1 limit 5000) few)
    insert into gongkai.event (tenant_id, seq, id, happened_at, person_id, role, authority_id, name, subject_kind, subject_id,
        detail, previous, digest)
      select $1, head.seq + n, gen_random_uuid(), now(), null, 'disclosureOfficer', authorities[1 + n % many], 'draftSaved', 'report',
        ids[1 + n % many], json_build_object('no', 1, 'words', case when n = $2 / 2 then '${RARE}' else '请与受理台账核对总计' end),
        sha256(n::text::bytea), sha256((n + 1)::text::bytea)
      from head, reports, generate_series(1, $2::integer) as n`,
    [tenantId, events],
  )
  await client.query(
    `update gongkai.chain_head h set (seq, digest) = (select seq, digest from gongkai.event e
      where e.tenant_id = h.tenant_id order by seq desc limit 1) where tenant_id = $1`,
    [tenantId],
  )
  await client.query('analyze gongkai.event')
}
