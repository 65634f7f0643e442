import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Platform } from '../context.js'
import { listYear } from '../portal/list-year.js'
import { openReports } from '../portal/open-data.js'
import { MEASURES, type MeasureSpec, type Share, shareOf } from './measures.js'

export type CompareAuthorities = { readonly year: number; readonly measure: string }

export type ComparedAuthority = {
  readonly authority: string
  readonly address: string
  readonly share: Share
}

export type AuthorityComparison = {
  readonly year: number
  readonly measure: MeasureSpec
  /** In the order of the tree; those without a public report are not among them. */
  readonly authorities: readonly ComparedAuthority[]
  readonly lateness: Lateness
}

/** Article 49: how many of those whose day has come were late, or still are. */
export type Lateness = {
  readonly late: number
  readonly due: number
  /** Null below the minimum. */
  readonly share: number | null
}

/** Below so many authorities a share of late ones says nothing. */
export const LEAST_DUE = 5

/** One share of every published report of a year, beside how many of the authorities were late. */
export async function compareAuthorities(
  platform: Platform,
  { year, measure }: CompareAuthorities,
): Promise<Result<AuthorityComparison, Refusal<'figures.no-measure'>>> {
  const spec = MEASURES.find((one) => one.measure === measure)
  if (!spec) return NO_MEASURE
  const authorities: ComparedAuthority[] = []
  for await (const { about, document } of openReports(platform, year)) {
    const { authority, address } = about
    authorities.push({ authority, address, share: shareOf(spec, document) })
  }
  return ok({ year, measure: spec, authorities, lateness: await latenessOf(platform, year) })
}

async function latenessOf(platform: Platform, year: number): Promise<Lateness> {
  const standings = (await listYear(platform, year)).map(({ standing }) => standing)
  const late = standings.filter((one) => one === 'late' || one === 'overdue').length
  const due = late + standings.filter((one) => one === 'inTime').length
  return { late, due, share: due < LEAST_DUE ? null : late / due }
}

const NO_MEASURE = refuse('figures.no-measure', '没有这项比较。请从“横向比较”页面重新选择。')
