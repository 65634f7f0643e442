import { sum } from '../decimal.js'
import { cellKey, FORMS } from '../form/forms.js'
import type { CellSpec, FormId } from '../form/layout.js'
import type { AnnualReport } from '../reading/annual-report.js'
import type { Cell, CellState } from '../reading/cell.js'
import { type Cells, cellsByKey, isEmpty, isUnknown, refOf } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import { inUnit, sumUnit } from './units.js'

/** A subordinate body's report, under the name it goes by. */
export type Child = { readonly name: string; readonly report: AnnualReport }

/** What one body gave to a sum, in its own unit. */
export type Source = {
  readonly name: string
  readonly value: number | null
  readonly state: CellState
  readonly unit: string | null
}

/**
 * A cell of the merged report. It is unread where one body's number could not be added: a sum without it would be false.
 * Blank where no body printed a number.
 */
export type MergedCell = Cell & { readonly sources: readonly Source[] }

/** A number that was left out of the sums, and why; `cell` is null where it is a whole report. */
export type NotAdded = {
  readonly name: string
  readonly cell: CellRef | null
  readonly reason: string
}

/** Something that was added, but with a condition that a person must know; `name` is the body that it is about. */
export type MergeNote = {
  readonly name: string | null
  readonly cell: CellRef | null
  readonly message: string
}

export type MergedReport = {
  readonly form: FormId
  readonly year: number | null
  /** Every cell of the form exactly once, in form order. */
  readonly cells: readonly MergedCell[]
  readonly notAdded: readonly NotAdded[]
  readonly notes: readonly MergeNote[]
}

/** The sums of the children's cells on one form and for one year, each with who gave what. Text is not merged. */
export function mergeReports(
  children: readonly Child[],
  { form, year }: { readonly form: FormId; readonly year: number | null },
): MergedReport {
  const judged = children.map((child) => ({ child, reason: misfit(child, form, year) }))
  const fitting = judged
    .filter(({ reason }) => reason === null)
    .map(({ child }) => ({ name: child.name, cells: cellsByKey(child.report) }))
  const merged = FORMS[form].cells.map((spec) => mergeCell(spec, fitting))
  return {
    form,
    year,
    cells: merged.map(({ cell }) => cell),
    notAdded: [
      ...judged.flatMap(({ child, reason }) =>
        reason ? [{ name: child.name, cell: null, reason }] : [],
      ),
      ...merged.flatMap(({ notAdded }) => notAdded),
    ],
    notes: [...merged.flatMap(({ notes }) => notes), ...jointNotes(form, fitting.length)],
  }
}

/** Why a whole report cannot be added. */
function misfit({ report }: Child, form: FormId, year: number | null): string | null {
  if (report.form !== form) return '报告格式与汇总表不同，各栏目不能直接相加。'
  if (year !== null && report.year !== year) {
    return report.year === null ? '报告年度不明。' : `报告年度为${report.year}年，不是${year}年。`
  }
  return null
}

type Given = { readonly name: string; readonly cells: Cells }

type Merging = {
  readonly cell: MergedCell
  readonly notAdded: readonly NotAdded[]
  readonly notes: readonly MergeNote[]
}

function mergeCell(spec: CellSpec, children: readonly Given[]): Merging {
  const given = children.map(({ name, cells }) => ({ name, cell: cells.get(cellKey(spec)) }))
  const cells = given.flatMap(({ cell }) => cell ?? [])
  const unit = sumUnit(spec, cells)
  const added = given.map(({ name, cell }) => ({ name, ...addend(spec, cell, unit) }))
  const values = added.flatMap(({ value }) => value ?? [])
  const isWhole = added.every(({ reason }) => reason === null)
  const state = !isWhole ? 'unread' : values.length > 0 ? 'number' : 'blank'
  const value = state === 'number' ? sum(values) : null
  const ref = refOf(spec)
  const raw = textOf(spec, value, unit)
  const sources = given.map(sourceOf)
  return {
    cell: { ...ref, state, value, unit, raw, inferred: false, at: null, sources },
    notAdded: added.flatMap(({ name, reason }) => (reason ? [{ name, cell: ref, reason }] : [])),
    notes: [
      ...(state === 'number' ? emptyNote(ref, given) : []),
      ...added.flatMap(({ name, note }) => (note ? [{ name, cell: ref, message: note }] : [])),
    ],
  }
}

type Contribution = { readonly name: string; readonly cell: Cell | undefined }

type Addend = {
  readonly value: number | null
  readonly reason: string | null
  readonly note: string | null
}

/** What a cell adds to the sum in `unit`; nothing when empty. */
function addend(spec: CellSpec, cell: Cell | undefined, unit: string | null): Addend {
  if (!cell || isUnknown(cell)) {
    const printed = cell?.raw?.trim()
    const what = printed ? `（原文“${printed}”）` : ''
    return { value: null, reason: `未能识别为数字${what}，请补录后重新汇总。`, note: null }
  }
  if (cell.value === null || spec.measure !== 'amount' || cell.value === 0) {
    return { value: cell.value, reason: null, note: null }
  }
  return inUnit(cell.value, cell.unit, unit)
}

function sourceOf({ name, cell }: Contribution): Source {
  if (!cell) return { name, value: null, state: 'unread', unit: null }
  return { name, value: cell.value, state: cell.state, unit: cell.unit }
}

function emptyNote(ref: CellRef, given: readonly Contribution[]): MergeNote[] {
  const message = '未填数字，汇总时按0计。'
  return given.flatMap(({ name, cell }) =>
    cell && isEmpty(cell) ? [{ name, cell: ref, message }] : [],
  )
}

/** The print of a sum: changes carry their sign, and amounts the unit that the header leaves open. */
function textOf(spec: CellSpec, value: number | null, unit: string | null): string | null {
  if (value === null) return null
  const sign = spec.measure === 'change' && value > 0 ? '+' : ''
  return `${sign}${value}${spec.unit === null && value !== 0 ? (unit ?? '') : ''}`
}

/** Documents issued jointly stand in the reports of all who signed; the lead authority alone counts them. */
function jointNotes(form: FormId, children: number): MergeNote[] {
  if (children < 2) return []
  return FORMS[form].cells
    .filter(({ table, row }) => table === 'proactive' && /规章|规范性文件/.test(row))
    .map((spec) => ({
      name: null,
      cell: refOf(spec),
      message: '联合制发的文件只由牵头机关计一次，请核实各单位有无重复计算。',
    }))
}
