import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Platform } from '../context.js'
import { transact } from '../storage/transact.js'
import { IN_REPORTS, MATTERS } from './competence.js'

/** What may spare a request, or lead it to the right authority. */
export type Suggested = {
  /** What was published of requests before (第四十四条), and where. */
  readonly published: readonly {
    readonly authority: string
    readonly title: string
    /** On the web, or the gazette and the place where it is laid out. */
    readonly address: string
  }[]
  /** Annual reports that are public and tell of what was typed. */
  readonly reports: readonly { readonly authority: string; readonly year: number }[]
  readonly authorities: readonly string[]
}

const MOST = 3

/**
 * 提交前的提示: up to three published documents that may already answer what is asked, and up to three other authorities whose matter it may be, from what was typed. Nothing of it is
 * kept.
 */
export async function suggestAnswers(
  platform: Platform,
  authorityId: string,
  typed: string,
): Promise<Suggested> {
  const words = typed.replaceAll('\0', '').replace(/\s/g, '').slice(0, 2000)
  const told = IN_REPORTS.some((one) => words.includes(one))
  const years = [...words.matchAll(/20\d\d/g)].map(([year]) => Number(year))
  const parts = MATTERS.filter(({ part, words: of }) =>
    [part, ...of].some((one) => one.length > 1 && words.includes(one)),
  ).map(({ part }) => part)
  const { tenantId } = platform
  const { value } = await transact(platform, null, async ({ tx }) => {
    const { rows: published } = await sql<Suggested['published'][number]>`
      select authority, title, address from published_alike(${words}, ${MOST})`.execute(tx)
    const reports = told
      ? await sql<{ authority: string; year: number }>`
          select a.name as authority, r.report_year as year
          from annual_report r join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
          where r.tenant_id = ${tenantId} and r.state = 'published' and a.dissolved_on is null
            and (a.id = ${authorityId} or strpos(${words}, a.name) > 0)
            and (${years.length} = 0 or r.report_year = any (${years}::integer[]))
          order by r.report_year desc, a.place limit ${MOST - published.length}`.execute(tx)
      : null
    // A name that was typed counts more than a matter; among equals, whoever stands beside or below the one asked.
    const authorities = await sql<{ name: string }>`
      select a.name from authority a
      join authority asked on asked.tenant_id = a.tenant_id and asked.id = ${authorityId}
      cross join lateral (select strpos(${words}, a.name) > 0 or coalesce(strpos(${words}, nullif(a.short_name, '')), 0) > 0 as named,
        exists (select from unnest(${parts}::text[]) part where strpos(a.name, part) > 0 and strpos(asked.name, part) = 0) as of_matter) m
      where a.tenant_id = ${tenantId} and a.dissolved_on is null and a.id <> asked.id and (m.named or m.of_matter)
        and strpos(asked.name, a.name) = 0
      order by m.named desc, (a.parent_id = asked.parent_id or a.parent_id = asked.id) desc nulls last, a.place
      limit ${MOST}`.execute(tx)
    return ok({
      published,
      reports: reports?.rows ?? [],
      authorities: authorities.rows.map(({ name }) => name),
    })
  })
  return value
}
