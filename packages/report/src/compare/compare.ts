import { difference } from '../decimal.js'
import type { FormId } from '../form/layout.js'
import { inUnit } from '../merge/units.js'
import type { AnnualReport } from '../reading/annual-report.js'
import type { CellState } from '../reading/cell.js'
import { cellsByKey, isOfficialForm } from '../reading/cells.js'
import { SERIES, type SeriesSpec } from '../series/identity.js'
import { pointOf } from '../series/series.js'
import { comparePassages, type PassageChange } from './compare-passages.js'

/** One side of a compared quantity; `absent`: its form does not count it. */
export type ComparedValue = {
  readonly state: CellState | 'absent'
  readonly value: number | null
  readonly unit: string | null
}

/**
 * A quantity that is not the same in both reports. `value`: two numbers differ; `state`: one of them is no number;
 * `break`: only one of the forms counts it, so there is nothing to compare.
 */
export type CellChange = {
  readonly key: string
  readonly label: string
  readonly kind: 'value' | 'state' | 'break'
  readonly a: ComparedValue
  readonly b: ComparedValue
  /** b less a; null unless `kind` is `value`. */
  readonly difference: number | null
  readonly note: string | null
}

export type Comparison = {
  readonly cells: readonly CellChange[]
  /** How many quantities are the same in both. */
  readonly sameCells: number
  readonly passages: readonly PassageChange[]
}

/** What differs between two reports: quantities that mean the same on both forms, and text sentence by sentence. */
export function compareReports(a: AnnualReport, b: AnnualReport): Comparison {
  const compared = compareCells(a, b)
  const cells = compared.filter((change) => change !== null)
  return { cells, sameCells: compared.length - cells.length, passages: comparePassages(a, b) }
}

function compareCells(a: AnnualReport, b: AnnualReport): (CellChange | null)[] {
  const forms = [a.form, b.form] as const
  const [formA, formB] = forms
  if (!isOfficialForm(formA) || !isOfficialForm(formB)) return []
  const cells = [cellsByKey(a), cellsByKey(b)] as const
  return SERIES.filter((spec) => isOnEither(spec, formA, formB)).map((spec) =>
    changeOf(spec, pointOf(spec, formA, cells[0]), pointOf(spec, formB, cells[1])),
  )
}

/** 三（六） as the sum of its three parts is of use only over the change of form. */
function isOnEither(spec: SeriesSpec, a: FormId, b: FormId): boolean {
  if (a === b && spec.cells[a].length > 1) return false
  return spec.cells[a].length + spec.cells[b].length > 0
}

function changeOf(spec: SeriesSpec, a: ComparedValue, b: ComparedValue): CellChange | null {
  const base = { key: spec.key, label: spec.label, a, b, difference: null, note: spec.note }
  if (a.state === 'absent' || b.state === 'absent') return { ...base, kind: 'break' }
  if (a.value === null || b.value === null) {
    return a.state === b.state && a.state !== 'unread' ? null : { ...base, kind: 'state' }
  }
  if (a.value === 0 && b.value === 0) return null
  // An amount without a unit cannot be held against one that has it: that is a change of what is printed.
  const other = inUnit(b.value, b.unit, a.unit).value
  if (other === null) return { ...base, kind: 'state' }
  if (a.value === other) return null
  return { ...base, kind: 'value', difference: difference(other, a.value) }
}
