import type { BlockSpec } from '@gongkai/report'

/** Whether the values of a row, blank counted as 0, can stand so: the row's own arithmetic. */
export type RowLaw = (values: readonly number[]) => boolean

/** No arithmetic holds in the row. */
export const ANY: RowLaw = () => true

/** The last value is the sum of the others (总计). */
export const LAST_IS_SUM: RowLaw = (values) => {
  const total = values.at(-1) ?? 0
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) === total
}

/** Bands of five, each closed by its own total (表四). */
export const FIVES_SUM: RowLaw = (values) =>
  [0, 5, 10].every((from) => LAST_IS_SUM(values.slice(from, from + 5)))

/** In 表三 the last column is the sum of the others; 表二 has no sums. */
export function lawOf({ table }: BlockSpec): RowLaw {
  return table === 'requests' ? LAST_IS_SUM : ANY
}
