import type { Transaction } from 'kysely'
import type { Actor } from '../context.js'
import { allowAt, type Standing, standingOf } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import type { ReportFile } from './report-file.js'
import { mustNotHaveDrafted } from './separation.js'
import { STEPS, type Step, type StepSpec } from './states.js'
import { type VersionHead, versionHeads } from './versions.js'

/** What the actor may do to a report as it stands: by right, by state, and by who drafted it. Whether errors stand open is seen when it is handed in. */
export async function openSteps(
  tx: Transaction<Schema>,
  actor: Actor,
  report: ReportFile,
): Promise<readonly Step[]> {
  const standing = await standingOf(tx, report.authorityId)
  if (!standing) throw new Error(`authority ${report.authorityId} went away`)
  const heads = await versionHeads(tx, report.id)
  const open = STEPS.filter(
    (row) => row.from === report.state && mayStep(row, actor, standing, report, heads),
  )
  return [...new Set(open.map(({ step }) => step))]
}

function mayStep(
  { step, action }: StepSpec,
  actor: Actor,
  standing: Standing,
  { publishedNo, dissolvedOn }: ReportFile,
  heads: readonly VersionHead[],
): boolean {
  if (step === 'close' && dissolvedOn === null) return false
  const allowed = allowAt(actor, action, standing)
  if (!allowed.ok) return false
  if (step === 'accept') return mustNotHaveDrafted(heads, actor, allowed.value).ok
  if (step !== 'correct') return true
  const drafted = heads.filter(({ no }) => no > (publishedNo ?? 0))
  return drafted.length > 0 && mustNotHaveDrafted(drafted, actor, allowed.value).ok
}
