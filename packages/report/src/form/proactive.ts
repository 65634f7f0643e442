import type { BlockSpec, ColumnSpec } from './layout.js'

/** 二、主动公开政府信息情况 of 国办公开办函〔2019〕60号: five blocks under the items of 条例第二十条. */
export const PROACTIVE_2019: readonly BlockSpec[] = [
  block(
    '第二十条第（一）项',
    ['规章', '规范性文件'],
    [count('本年新制作数量'), count('本年新公开数量'), count('对外公开总数量')],
  ),
  block(
    '第二十条第（五）项',
    ['行政许可', '其他对外管理服务事项'],
    [count('上一年项目数量'), change('本年增/减'), count('处理决定数量')],
  ),
  block(
    '第二十条第（六）项',
    ['行政处罚', '行政强制'],
    [count('上一年项目数量'), change('本年增/减'), count('处理决定数量')],
  ),
  block('第二十条第（八）项', ['行政事业性收费'], [count('上一年项目数量'), change('本年增/减')]),
  block(
    '第二十条第（九）项',
    ['政府集中采购'],
    [count('采购项目数量'), { column: '采购总金额', measure: 'amount', unit: null }],
  ),
]

/** 二、主动公开政府信息情况 of 国办公开办函〔2021〕30号: four blocks. */
export const PROACTIVE_2021: readonly BlockSpec[] = [
  block(
    '第二十条第（一）项',
    ['规章', '行政规范性文件'],
    [count('本年制发件数'), count('本年废止件数'), count('现行有效件数')],
  ),
  block('第二十条第（五）项', ['行政许可'], [count('本年处理决定数量')]),
  block('第二十条第（六）项', ['行政处罚', '行政强制'], [count('本年处理决定数量')]),
  block(
    '第二十条第（八）项',
    ['行政事业性收费'],
    [{ column: '本年收费金额（单位：万元）', measure: 'amount', unit: '万元' }],
  ),
]

function block(
  caption: string,
  rows: readonly string[],
  columns: readonly ColumnSpec[],
): BlockSpec {
  const labelled = rows.map((row) => ({ row, label: row, groups: [] }))
  return { table: 'proactive', caption, stub: '信息内容', columns, rows: labelled }
}

function count(column: string): ColumnSpec {
  return { column, measure: 'count', unit: null }
}

function change(column: string): ColumnSpec {
  return { column, measure: 'change', unit: null }
}
