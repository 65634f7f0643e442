import type { CellSpec } from './layout.js'

/** 四、政府信息公开行政复议、行政诉讼情况: three blocks of five, side by side in one data row. */
export const REMEDY_BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const

/** The two blocks that stand under the label 行政诉讼. */
export const LITIGATION_GROUP = '行政诉讼'

export const REMEDY_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const

/** The 15 cells of table 四, the same in both forms. */
export const REMEDY_CELLS: readonly CellSpec[] = REMEDY_BLOCKS.flatMap((row) =>
  REMEDY_COLUMNS.map((column) => ({
    table: 'remedies' as const,
    row,
    column,
    measure: 'count' as const,
    unit: null,
  })),
)
