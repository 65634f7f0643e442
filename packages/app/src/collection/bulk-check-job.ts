import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { CheckResult } from '../checks/check-report.js'
import { type SharedSiblings, type SiblingTexts, shareSiblings } from '../checks/shared-siblings.js'
import type { Actor, Platform } from '../context.js'
import { createPool, type Pool } from '../pool/create-pool.js'
import { mapInOrder } from '../pool/map-in-order.js'
import { defineJob, type QueueJob } from '../queue/define-job.js'
import { transact } from '../storage/transact.js'
import { CHECK_ALL, type CheckAll } from './bulk-check.js'
import { keepCheck } from './findings.js'
import { heldAgainst } from './held-against.js'
import { lockReport, type ReportFile } from './report-file.js'
import { latestVersion, type ReportVersion } from './versions.js'

/** For each converter so many reports are fetched and kept at the same time. */
const AHEAD = 2
/** It is told every so many reports how far it is. */
const TELL_EVERY = 20

/** Checks every report of a collection in `jobs` converters of its own, in which the texts of all the others are read once. */
export function bulkCheckJob(jobs: number): QueueJob<CheckAll> {
  return defineJob({
    ...CHECK_ALL,
    async run(platform, { collectionId }, { actor, signal, progress }) {
      const ids = await reportsOf(platform, actor, collectionId)
      const siblings = await siblingsOf(platform, actor, collectionId)
      const pool = createPool({ jobs })
      const failed: string[] = []
      const told = () =>
        failed.length > 0 ? `${failed.length}份未能检查：${failed.join('、')}` : undefined
      try {
        let done = 0
        await progress(done, ids.length)
        for await (const name of mapInOrder(ids, jobs * AHEAD, (id) =>
          checkOne(platform, actor, pool, siblings, id),
        )) {
          if (name !== null) failed.push(name)
          done += 1
          signal.throwIfAborted()
          if (done % TELL_EVERY === 0 || done === ids.length)
            await progress(done, ids.length, told())
        }
      } finally {
        await pool.close()
      }
    },
  })
}

/** Checks a report as often as it changes meanwhile. Returns the authority's name where it cannot be checked, else null. */
async function checkOne(
  platform: Platform,
  actor: Actor,
  pool: Pool,
  siblings: SharedSiblings,
  id: string,
): Promise<string | null> {
  for (;;) {
    const { value: opened } = await transact(platform, actor, async ({ tx }) => {
      const report = await lockReport(tx, id)
      const version = await latestVersion(tx, id)
      return ok(version && { report, version, against: await heldAgainst(tx, platform, report) })
    })
    if (!opened) return null
    const { report, version, against } = opened
    const check = () => pool.checkSaved(version.document, against, siblings)
    const first = await check()
    // Its converter may have been ended by what has nothing to do with the report.
    const result = !first.ok && first.refusal.code === 'file.fault' ? await check() : first
    if (!result.ok) return report.authority
    if (await kept(platform, actor, report, version, result.value)) return null
  }
}

/** False where it is no longer what was checked. */
async function kept(
  platform: Platform,
  actor: Actor,
  { id, version: checkedAt }: ReportFile,
  version: ReportVersion,
  result: CheckResult,
): Promise<boolean> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const report = await lockReport(tx, id)
    if (report.version !== checkedAt) return ok(false)
    await keepCheck(tx, platform, report, version, result)
    return ok(true)
  })
  return value
}

/** Those that have begun, in the order of the tree. */
async function reportsOf(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<readonly string[]> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<{ id: string }>`
      select r.id from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      where r.tenant_id = ${platform.tenantId} and r.collection_id = ${collectionId} and r.state not in ('notStarted', 'closed')
      order by a.place`.execute(tx)
    return ok(rows)
  })
  return value.map(({ id }) => id)
}

/** What was handed in: what the check of a single report is told of the others, too. */
async function siblingsOf(
  platform: Platform,
  actor: Actor,
  collectionId: string,
): Promise<SharedSiblings> {
  const { value } = await transact(platform, actor, async ({ tx }) => {
    const { rows } = await sql<SiblingTexts>`
      select a.name, r.report_year as year, v.texts::text as texts from annual_report r
      join authority a on a.tenant_id = r.tenant_id and a.id = r.authority_id
      join report_version v on v.tenant_id = r.tenant_id and v.report_id = r.id
        and v.no = coalesce(r.published_no, r.submitted_no)
      where r.tenant_id = ${platform.tenantId} and r.collection_id = ${collectionId}
      order by a.place`.execute(tx)
    return ok(rows)
  })
  return shareSiblings(collectionId, value)
}
