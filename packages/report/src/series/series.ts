import { sum } from '../decimal.js'
import { cellKey } from '../form/forms.js'
import type { FormId } from '../form/layout.js'
import type { AnnualReport } from '../reading/annual-report.js'
import type { CellState } from '../reading/cell.js'
import { type Cells, cellsByKey, isEmpty, isOfficialForm, isUnknown } from '../reading/cells.js'
import { SERIES, type SeriesSpec } from './identity.js'

/** One year of a series. */
export type SeriesPoint = {
  readonly year: number
  readonly form: FormId
  /** `absent`: this year's form does not count it. A sum of several cells is `number` as soon as one is. */
  readonly state: CellState | 'absent'
  readonly value: number | null
  readonly unit: string | null
}

/** One quantity over the years, oldest first. */
export type Series = {
  readonly key: string
  readonly label: string
  readonly points: readonly SeriesPoint[]
  /** The years in which the series cannot be compared with the year before, because the form changed. */
  readonly breaks: readonly number[]
  readonly note: string | null
}

/**
 * Every quantity of the reports over their years, with the breaks that the change of form brings.
 * Reports without an official form or without a year are left out.
 */
export function series(reports: readonly AnnualReport[]): readonly Series[] {
  const years = reports
    .flatMap((report) => {
      const { year, form } = report
      return year !== null && isOfficialForm(form)
        ? [{ year, form, cells: cellsByKey(report) }]
        : []
    })
    .toSorted((a, b) => a.year - b.year)
  return SERIES.map((spec) => {
    const points = years.map(({ year, form, cells }) => ({
      year,
      form,
      ...pointOf(spec, form, cells),
    }))
    const breaks = points
      .filter((point, i) => isBreak(points[i - 1], point))
      .map(({ year }) => year)
    const spans = new Set(points.map(({ form }) => form)).size > 1
    return { key: spec.key, label: spec.label, points, breaks, note: spans ? spec.note : null }
  }).filter(({ points }) => points.some(({ state }) => state !== 'absent'))
}

/** The quantity in one report: the sum of its cells, empty ones as zero where another is a number. */
export function pointOf(
  spec: SeriesSpec,
  form: FormId,
  cells: Cells,
): Pick<SeriesPoint, 'state' | 'value' | 'unit'> {
  const refs = spec.cells[form]
  const found = refs.flatMap((ref) => cells.get(cellKey(ref)) ?? [])
  const [first] = found
  if (!first) return { state: refs.length === 0 ? 'absent' : 'unread', value: null, unit: null }
  const unknown = found.find(isUnknown)
  if (unknown) return { state: unknown.state, value: null, unit: null }
  if (found.every(isEmpty)) return { state: first.state, value: null, unit: first.unit }
  return { state: 'number', value: sum(found.map(({ value }) => value ?? 0)), unit: first.unit }
}

function isBreak(before: SeriesPoint | undefined, point: SeriesPoint): boolean {
  return before !== undefined && (before.state === 'absent') !== (point.state === 'absent')
}
