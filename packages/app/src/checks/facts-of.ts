import type { Fact } from '@gongkai/proofread'
import type { AnnualReport } from '@gongkai/report'

/** The numbers of the tables as facts that the text is held against: `requests/一/总计`. Other cells are no facts. */
export function factsOf({ cells }: AnnualReport): Fact[] {
  return cells.flatMap(({ table, row, column, value, unit }) =>
    value === null ? [] : [{ subject: `${table}/${row}/${column}`, value, unit }],
  )
}
