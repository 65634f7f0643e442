import {
  type AnnualReport,
  type CellRef,
  type CellState,
  cellKey,
  cellsByKey,
  FORMS,
  isEmpty,
  isUnknown,
} from '@gongkai/report'

/** A share that authorities are compared by: which cells are divided by which. */
export type MeasureSpec = {
  readonly measure: string
  /** What is compared, in official words. */
  readonly label: string
  /** The formula as an official would write it. */
  readonly formula: string
  readonly numerator: readonly CellRef[]
  readonly denominator: readonly CellRef[]
  /** Taken from the denominator. */
  readonly without: readonly CellRef[]
  /** Below it the share says nothing: 样本不足. In units of the denominator. */
  readonly least: number
}

const requests = (...rows: readonly string[]): readonly CellRef[] =>
  rows.map((row) => ({ table: 'requests', row, column: '总计' }))

const remedies = (column: string, ...rows: readonly string[]): readonly CellRef[] =>
  rows.map((row) => ({ table: 'remedies', row, column }))

/** Rows of 表三 that begin so, on either form. */
const under = (item: string): readonly CellRef[] => {
  const rows = FORMS['2021'].cells
    .filter(({ table, row }) => table === 'requests' && row.startsWith(item))
    .map(({ row }) => row)
  return requests(...new Set(rows))
}

const CONCLUDED = requests('三（七）')
const LITIGATION = ['未经复议直接起诉', '复议后起诉'] as const
const BASIS_REQUESTS = { denominator: CONCLUDED, without: [], least: 10 } as const

/** The comparisons that the portal makes. A cell that was counted differently before 2021 stands in none of them. */
// biome-ignore format: table
export const MEASURES: readonly MeasureSpec[] = [
  { measure: 'granted',     label: '予以公开率',     formula: '（表三 三（一）予以公开＋三（二）部分公开）÷ 三（七）总计',   numerator: requests('三（一）', '三（二）'), ...BASIS_REQUESTS },
  { measure: 'refused',     label: '不予公开率',     formula: '表三 三（三）不予公开各项之和 ÷ 三（七）总计',               numerator: under('三（三）'), ...BASIS_REQUESTS },
  { measure: 'unavailable', label: '无法提供率',     formula: '表三 三（四）无法提供各项之和 ÷ 三（七）总计',               numerator: under('三（四）'), ...BASIS_REQUESTS },
  { measure: 'unprocessed', label: '不予处理率',     formula: '表三 三（五）不予处理各项之和 ÷ 三（七）总计',               numerator: under('三（五）'), ...BASIS_REQUESTS },
  { measure: 'carried',     label: '结转率',         formula: '表三 四、结转下年度 ÷（一、本年新收＋二、上年结转）',        numerator: requests('四'), denominator: requests('一', '二'), without: [], least: 10 },
  { measure: 'reviewed',    label: '复议纠正率',     formula: '表四 行政复议 结果纠正 ÷（总计－尚未审结）',                 numerator: remedies('结果纠正', '行政复议'), denominator: remedies('总计', '行政复议'), without: remedies('尚未审结', '行政复议'), least: 5 },
  { measure: 'litigated',   label: '诉讼纠正率',     formula: '表四 行政诉讼（两类）结果纠正 ÷（总计－尚未审结）',          numerator: remedies('结果纠正', ...LITIGATION), denominator: remedies('总计', ...LITIGATION), without: remedies('尚未审结', ...LITIGATION), least: 5 },
]

/**
 * What came of a measure for one report. `unknown`: a cell holds nothing that can be reckoned with. `wrong`: the part is larger than the
 * whole, so that the printed cells cannot all be right.
 */
export type Share =
  | (Counts & { readonly kind: 'share'; readonly share: number })
  | (Counts & { readonly kind: 'tooFew' | 'wrong' })
  | Unknown

type Counts = { readonly numerator: number; readonly denominator: number }

type Unknown = {
  readonly kind: 'unknown'
  readonly cell: CellRef
  readonly state: CellState | 'absent'
}

/**
 * The measure in one report. Blanks and marks count as zero beside a number; where nothing of the whole is a number, the share is not known,
 * nor where a cell was not read or the form has none such.
 */
export function shareOf(spec: MeasureSpec, report: AnnualReport): Share {
  const cells = cellsByKey(report)
  const refs = [...spec.numerator, ...spec.denominator, ...spec.without]
  const unknown = refs.find((ref) => isUnknown(cells.get(cellKey(ref))))
  const whole = spec.denominator.map((ref) => cells.get(cellKey(ref)))
  const missing =
    unknown ?? (whole.every((cell) => cell && isEmpty(cell)) ? spec.denominator[0] : undefined)
  if (missing) {
    return { kind: 'unknown', cell: missing, state: cells.get(cellKey(missing))?.state ?? 'absent' }
  }
  const sum = (of: readonly CellRef[]) =>
    of.reduce((total, ref) => total + (cells.get(cellKey(ref))?.value ?? 0), 0)
  const numerator = sum(spec.numerator)
  const denominator = sum(spec.denominator) - sum(spec.without)
  if (numerator > denominator) return { kind: 'wrong', numerator, denominator }
  if (denominator < spec.least) return { kind: 'tooFew', numerator, denominator }
  return { kind: 'share', numerator, denominator, share: numerator / denominator }
}
