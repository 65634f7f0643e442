import { ok } from '@gongkai/law'
import { compareFiles } from '../reports/compare-files.js'
import { mergeFiles } from '../reports/merge-files.js'
import { BODIES } from './bodies.js'
import type { JobOf, JobResult } from './job.js'
import { madeJson } from './made.js'
import { takeBody, takeReport, takeReports } from './take-body.js'

type MergeBody = { readonly reports: readonly unknown[]; readonly parent?: unknown }

/** The sums of the reports given. */
export function merge({ body }: JobOf<'merge'>): JobResult {
  const given = takeBody<MergeBody>(body, BODIES.merge)
  if (!given.ok) return given
  const children = takeReports(given.value.reports, 'reports')
  if (!children.ok) return children
  const parent = given.value.parent ? takeReport(given.value.parent, 'parent') : ok(null)
  if (!parent.ok) return parent
  const merged = mergeFiles({ children: children.value, parent: parent.value, refused: [] })
  return merged.ok ? madeJson(merged.value) : merged
}

type CompareBody = { readonly a: unknown; readonly b: unknown }

/** What differs between two reports. */
export function compare({ body }: JobOf<'compare'>): JobResult {
  const given = takeBody<CompareBody>(body, BODIES.compare)
  if (!given.ok) return given
  const a = takeReport(given.value.a, 'a')
  if (!a.ok) return a
  const b = takeReport(given.value.b, 'b')
  return b.ok ? madeJson(compareFiles(a.value, b.value)) : b
}
