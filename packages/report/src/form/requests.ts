import type { ColumnSpec, RowSpec } from './layout.js'

const RESULT = '三、本年度办理结果'
const REFUSED = [RESULT, '（三）不予公开']
const UNAVAILABLE = [RESULT, '（四）无法提供']
const NOT_PROCESSED = [RESULT, '（五）不予处理']
const OTHER = [RESULT, '（六）其他处理']

/** 三、收到和处理政府信息公开申请情况: the rows that both forms share, down to 三（五）5. */
// biome-ignore format: official table
const SHARED: readonly RowSpec[] = [
  { row: '一',        label: '一、本年新收政府信息公开申请数量', groups: [] },
  { row: '二',        label: '二、上年结转政府信息公开申请数量', groups: [] },
  { row: '三（一）',  label: '（一）予以公开', groups: [RESULT] },
  { row: '三（二）',  label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', groups: [RESULT] },
  { row: '三（三）1', label: '1.属于国家秘密', groups: REFUSED },
  { row: '三（三）2', label: '2.其他法律行政法规禁止公开', groups: REFUSED },
  { row: '三（三）3', label: '3.危及“三安全一稳定”', groups: REFUSED },
  { row: '三（三）4', label: '4.保护第三方合法权益', groups: REFUSED },
  { row: '三（三）5', label: '5.属于三类内部事务信息', groups: REFUSED },
  { row: '三（三）6', label: '6.属于四类过程性信息', groups: REFUSED },
  { row: '三（三）7', label: '7.属于行政执法案卷', groups: REFUSED },
  { row: '三（三）8', label: '8.属于行政查询事项', groups: REFUSED },
  { row: '三（四）1', label: '1.本机关不掌握相关政府信息', groups: UNAVAILABLE },
  { row: '三（四）2', label: '2.没有现成信息需要另行制作', groups: UNAVAILABLE },
  { row: '三（四）3', label: '3.补正后申请内容仍不明确', groups: UNAVAILABLE },
  { row: '三（五）1', label: '1.信访举报投诉类申请', groups: NOT_PROCESSED },
  { row: '三（五）2', label: '2.重复申请', groups: NOT_PROCESSED },
  { row: '三（五）3', label: '3.要求提供公开出版物', groups: NOT_PROCESSED },
  { row: '三（五）4', label: '4.无正当理由大量反复申请', groups: NOT_PROCESSED },
  { row: '三（五）5', label: '5.要求行政机关确认或重新出具已获取信息', groups: NOT_PROCESSED },
]

// biome-ignore format: official table
const CLOSING: readonly RowSpec[] = [
  { row: '三（七）',  label: '（七）总计', groups: [RESULT] },
  { row: '四',        label: '四、结转下年度继续办理', groups: [] },
]

/** The 23 rows of 国办公开办函〔2019〕60号. */
export const REQUEST_ROWS_2019: readonly RowSpec[] = [
  ...SHARED,
  { row: '三（六）', label: '（六）其他处理', groups: [RESULT] },
  ...CLOSING,
]

/** The 25 rows of 国办公开办函〔2021〕30号. */
// biome-ignore format: official table
export const REQUEST_ROWS_2021: readonly RowSpec[] = [
  ...SHARED,
  { row: '三（六）1', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', groups: OTHER },
  { row: '三（六）2', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', groups: OTHER },
  { row: '三（六）3', label: '3.其他', groups: OTHER },
  ...CLOSING,
]

export const REQUESTS_CAPTION =
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

const count = (column: string): ColumnSpec => ({ column, measure: 'count', unit: null })

/** 申请人情况; the five in the middle stand under 法人或其他组织. */
export const REQUEST_COLUMNS: readonly ColumnSpec[] = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
].map(count)
