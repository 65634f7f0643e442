import type { FormId } from './model.js'

/** A block of table two: a caption, its columns and its rows. */
export interface ProactiveBlock {
  caption: string
  columns: string[]
  rows: string[]
}

/** A row of table three: its official number and its labels from the outermost group in. */
export interface RequestRow {
  no: string
  path: string[]
}

const ITEM = (no: string): string => `第二十条第（${no}）项`

/** Table two of each form. */
export const PROACTIVE: Record<FormId, ProactiveBlock[]> = {
  '2019': [
    {
      caption: ITEM('一'),
      columns: ['本年新制作数量', '本年新公开数量', '对外公开总数量'],
      rows: ['规章', '规范性文件'],
    },
    {
      caption: ITEM('五'),
      columns: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: ['行政许可', '其他对外管理服务事项'],
    },
    {
      caption: ITEM('六'),
      columns: ['上一年项目数量', '本年增/减', '处理决定数量'],
      rows: ['行政处罚', '行政强制'],
    },
    { caption: ITEM('八'), columns: ['上一年项目数量', '本年增/减'], rows: ['行政事业性收费'] },
    { caption: ITEM('九'), columns: ['采购项目数量', '采购总金额'], rows: ['政府集中采购'] },
  ],
  '2021': [
    {
      caption: ITEM('一'),
      columns: ['本年制发件数', '本年废止件数', '现行有效件数'],
      rows: ['规章', '行政规范性文件'],
    },
    { caption: ITEM('五'), columns: ['本年处理决定数量'], rows: ['行政许可'] },
    { caption: ITEM('六'), columns: ['本年处理决定数量'], rows: ['行政处罚', '行政强制'] },
    { caption: ITEM('八'), columns: ['本年收费金额（单位：万元）'], rows: ['行政事业性收费'] },
  ],
}

const RESULT = '三、本年度办理结果'

const GROUPS: { no: string; label: string; rows: string[] }[] = [
  { no: '三（一）', label: '（一）予以公开', rows: [] },
  {
    no: '三（二）',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    rows: [],
  },
  {
    no: '三（三）',
    label: '（三）不予公开',
    rows: [
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
  },
  {
    no: '三（四）',
    label: '（四）无法提供',
    rows: ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
  },
  {
    no: '三（五）',
    label: '（五）不予处理',
    rows: [
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
  },
]

const OTHER: Record<FormId, string[]> = {
  '2019': [],
  '2021': [
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '3.其他',
  ],
}

/** The rows of table three of a form, in form order. */
export function requestRows(form: FormId): RequestRow[] {
  const groups = [
    ...GROUPS,
    { no: '三（六）', label: '（六）其他处理', rows: OTHER[form] },
    { no: '三（七）', label: '（七）总计', rows: [] },
  ]
  const results = groups.flatMap(({ no, label, rows }) =>
    rows.length === 0
      ? [{ no, path: [RESULT, label] }]
      : rows.map((row, index) => ({ no: `${no}${index + 1}`, path: [RESULT, label, row] })),
  )
  return [
    { no: '一', path: ['一、本年新收政府信息公开申请数量'] },
    { no: '二', path: ['二、上年结转政府信息公开申请数量'] },
    ...results,
    { no: '四', path: ['四、结转下年度继续办理'] },
  ]
}

export const REQUEST_COLUMNS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
]

export const REQUEST_NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

export const REMEDY_ROWS = ['行政复议', '未经复议直接起诉', '复议后起诉']

export const REMEDY_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']

/** The six official section titles. */
export const SECTION_TITLES = {
  一: '总体情况',
  二: '主动公开政府信息情况',
  三: '收到和处理政府信息公开申请情况',
  四: '政府信息公开行政复议、行政诉讼情况',
  五: '存在的主要问题及改进情况',
  六: '其他需要报告的事项',
} as const
