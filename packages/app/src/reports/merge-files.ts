import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  type Difference,
  differences,
  isOfficialForm,
  isSameFile,
  type MergedReport,
  mergeReports,
  type SavedReport,
} from '@gongkai/report'
import type { FileRefusal } from '../files/refusals.js'
import { corrected } from '../files/write-file.js'
import { groupRemarks, type Remark } from './group-remarks.js'

/** Sums with who gave what, what was left out, and, beside a printed parent report, where the two disagree. */
export type MergedFiles = Omit<MergedReport, 'notAdded' | 'notes'> & {
  /** What was left out of the sums: whole reports, and numbers. */
  readonly notAdded: readonly Remark[]
  /** What was added, but with a condition that a person must know. */
  readonly notes: readonly Remark[]
  /** The authority of the parent report; null where none was given or it names none. */
  readonly authority: string | null
  /** The files that were added up, in the order given. */
  readonly reports: readonly {
    readonly name: string
    readonly file: string
    readonly sha256: string | null
  }[]
  /** Null where no parent report was given. */
  readonly differences: readonly Difference[] | null
}

export type MergeRefusal = Refusal<'merge.no-form' | 'merge.no-reports'>

/** What is to be added up. */
export type MergeInput = {
  readonly children: readonly SavedReport[]
  readonly parent: SavedReport | null
  /** Files that could not be read: the sums are without them, and say so. */
  readonly refused: readonly { readonly file: string; readonly refusal: FileRefusal }[]
}

/**
 * Adds up the reports of subordinate bodies after their corrections, the same file only once and the parent never.
 * Form and year are the parent's, else those of most reports. Refused where there is nothing to add.
 */
export function mergeFiles(input: MergeInput): Result<MergedFiles, MergeRefusal> {
  const { parent, refused } = input
  const { once, again } = withoutRepeated(input)
  if (once.length === 0) return refuse('merge.no-reports', '没有可以汇总的报告。')
  const basis = parent ? [parent] : once
  const form = mostFrequent(basis.map((one) => one.form).filter(isOfficialForm))
  if (!form) return refuse('merge.no-form', NO_FORM)
  const year = mostFrequent(basis.flatMap((one) => one.year ?? [])) ?? null
  const children = once.map((one) => ({ name: nameOf(one), report: corrected(one) }))
  const merged = mergeReports(children, { form, year })
  return ok({
    ...merged,
    notAdded: groupRemarks([
      ...refused.map(({ file, refusal }) => whole(file, `未能读取：${refusal.message}`)),
      ...again.map((one) => whole(one.file, '与其他文件内容相同，只汇总一次。')),
      ...merged.notAdded,
    ]),
    notes: groupRemarks(
      merged.notes.map(({ name, cell, message }) => ({ name, cell, reason: message })),
    ),
    authority: parent?.authority ?? null,
    reports: once
      .filter((one) => one.form === form && (year === null || one.year === year))
      .map((one) => ({ name: nameOf(one), file: one.file, sha256: one.sha256 })),
    differences: parent ? differences(merged, corrected(parent)) : null,
  })
}

const NO_FORM = '没有一份报告采用2019年或2021年规定格式，无法汇总。请提供按规定格式编制的年度报告。'

function withoutRepeated({ children, parent }: MergeInput) {
  const others = children.filter((one) => !parent || !isSameFile(one, parent))
  const isFirst = (report: SavedReport, at: number) =>
    !others.slice(0, at).some((one) => isSameFile(one, report))
  return {
    once: others.filter(isFirst),
    again: others.filter((one, at) => !isFirst(one, at)),
  }
}

function nameOf({ authority, file }: SavedReport): string {
  return authority ?? file
}

function whole(name: string, reason: string) {
  return { name, cell: null, reason }
}

function mostFrequent<T extends string | number>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
