import { ok, type Refusal, type Result } from '@gongkai/law'
import { sql } from 'kysely'
import type { ListedCheck } from '../checks/export-checks.js'
import type { Actor, Platform } from '../context.js'
import { citedBy } from '../overlays/cited.js'
import { readLaw } from '../overlays/read-law.js'
import type { RightRefusal } from '../rights/allow.js'
import { transact } from '../storage/transact.js'
import { allowOn } from './allow-on.js'

/** 发现清单: what stands open in the newest version of each report that may be read and was checked, in the order of the tree. */
export async function listFindings(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<Result<readonly ListedCheck[], RightRefusal | Refusal<'collection.not-found'>>> {
  return transact(platform, actor, async ({ tx }) => {
    const allowed = await allowOn(tx, actor, 'collection.read', 'collection', collectionId)
    if (!allowed.ok) return allowed
    // A waiver holds for rule, place and value together; the same of a report's own rule has its place in the key.
    const { rows } = await sql<ListedCheck>`
      select a.name as file, f.result->'notAssessable' as "notAssessable",
        coalesce((select json_agg(one order by line) from json_array_elements(f.result->'findings') with ordinality t (one, line)
          where not exists (select from report_waiver w where w.tenant_id = r.tenant_id and w.report_id = r.id
            and w.rule = one->'key'->>'rule' and w.place = one->'key'->>'place' and w.value = one->'key'->>'value')), '[]')
          as findings
      from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join lateral (select result from report_finding f
        where f.tenant_id = r.tenant_id and f.report_id = r.id order by f.version_no desc limit 1) f on true
      where r.tenant_id = ${platform.tenantId} and r.collection_id = ${collectionId}
      order by a.place`.execute(tx)
    const { citations } = await readLaw(tx, platform)
    return ok(
      rows.map((row) => ({
        ...row,
        findings: row.findings.map((finding) => citedBy(citations, finding)),
      })),
    )
  })
}
