import { cellKey } from '../form/forms.js'
import type { FormId } from '../form/layout.js'
import { type Cells, cellsByKey, isOfficialForm, isUnknown } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import { lackingCells } from './equation.js'
import { type Given, lacking, type Outcome } from './rule.js'

/** Last year's report, as far as it can be held against this one. */
export type PreviousReport = { readonly form: FormId; readonly cells: Cells }

/** Runs `compare` on last year's report; without a fitting one, says what is lacking. */
export function withPrevious(
  given: Given,
  compare: (previous: PreviousReport) => readonly Outcome[],
): readonly Outcome[] {
  const { previous, report } = given
  if (!previous) return [lacking('未提供上一年度报告，无法跨年核对；请附上上一年度报告。')]
  const { form } = previous
  if (report.year === null || previous.year === null) {
    return [lacking('报告年度不明，无法确认所附报告是不是上一年度的报告。')]
  }
  if (previous.year !== report.year - 1) {
    return [lacking(`所附报告为${previous.year}年报告，不是上一年度（${report.year - 1}年）报告。`)]
  }
  if (isOther(given)) return [lacking(`所附报告属于${previous.authority}，不是本机关的报告。`)]
  if (!isOfficialForm(form)) return [lacking('上一年度报告不是2019年或2021年格式，无法跨年核对。')]
  return compare({ form, cells: cellsByKey(previous) })
}

/** The same with last year's report on this year's form; over the change of form, says that the columns differ. */
export function withPreviousOfForm(
  given: Given,
  compare: (previous: PreviousReport) => readonly Outcome[],
): readonly Outcome[] {
  return withPrevious(given, (previous) =>
    previous.form === given.form
      ? compare(previous)
      : [lacking('上一年度报告使用另一格式，没有可以对应的栏目，无法跨年核对。')],
  )
}

/** Numbers to calculate with, or the outcomes that say which cells cannot be read. */
export type Numbers =
  | { readonly ok: true; readonly values: readonly number[]; readonly empty: number }
  | { readonly ok: false; readonly outcomes: readonly Outcome[] }

/** The numbers of `refs` in `cells`, empty cells as zero and counted in `empty`. */
export function numbersOf(refs: readonly CellRef[], cells: Cells): Numbers {
  const unknown = refs.filter((ref) => isUnknown(cells.get(cellKey(ref))))
  if (unknown.length > 0) return { ok: false, outcomes: lackingCells(unknown) }
  const values = refs.map((ref) => cells.get(cellKey(ref))?.value ?? null)
  return {
    ok: true,
    values: values.map((value) => value ?? 0),
    empty: values.filter((value) => value === null).length,
  }
}

/** Names may be long or short (嘉禾市财政局, 财政局): another authority is one whose name neither holds nor is held. */
function isOther({ previous, report, authority }: Given): boolean {
  const [before, now] = [previous?.authority, authority ?? report.authority]
  return Boolean(before && now && !before.includes(now) && !now.includes(before))
}
