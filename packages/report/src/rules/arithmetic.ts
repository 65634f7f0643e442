import { citePlace } from '@gongkai/law'
import { cellKey, FORMS } from '../form/forms.js'
import type { FormId, TableKey } from '../form/layout.js'
import { REMEDY_BLOCKS, REMEDY_COLUMNS } from '../form/remedies.js'
import { REQUEST_COLUMNS } from '../form/requests.js'
import { checkEquations, type Equation, type Side } from './equation.js'
import type { ReportRule } from './rule.js'

const BOTH: readonly FormId[] = ['2019', '2021']

const TOTAL = '总计'
const CONCLUDED = '三（七）'
const COLUMNS = REQUEST_COLUMNS.map(({ column }) => column)

// biome-ignore format: official table
export const ARITHMETIC_RULES: readonly ReportRule[] = [
  {
    code: 'ARI-01',
    states: '第一项加第二项之和，等于第三项加第四项之和',
    basis: [citePlace('REPORT-FORMAT-2019', '三、收到和处理政府信息公开申请情况 勾稽关系'), citePlace('REPORT-FORMAT-2021', '三、收到和处理政府信息公开申请情况 勾稽关系')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ cell: ['requests', '一', '自然人'], printed: '9' }, { cell: ['requests', '一', '总计'], printed: '10' }] },
    check: (given) => checkEquations(EQUATIONS[given.form].balances, given),
  },
  {
    code: 'ARI-02',
    states: '第三项第（七）目总计，等于第（一）至（六）目之和',
    basis: [citePlace('REPORT-FORMAT-2019', '三（七）总计'), citePlace('REPORT-FORMAT-2021', '三（七）总计')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2019', changes: [] },
    fails: { form: '2019', changes: [{ cell: ['requests', '三（六）', '商业企业'], printed: '1' }, { cell: ['requests', '三（六）', '总计'], printed: '1' }] },
    check: (given) => checkEquations(EQUATIONS[given.form].columnSums, given),
  },
  {
    code: 'ARI-03',
    states: '总计列，等于自然人与各类法人或其他组织之和',
    basis: [citePlace('REPORT-FORMAT-2019', '三、申请人情况 总计'), citePlace('REPORT-FORMAT-2021', '三、申请人情况 总计')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [{ cell: ['requests', '三（六）3', '总计'], printed: '' }] },
    fails: { form: '2021', changes: [{ cell: ['requests', '三（四）2', '其他'], printed: '1' }] },
    check: (given) => checkEquations(EQUATIONS[given.form].rowSums, given),
  },
  {
    code: 'ARI-04',
    states: '行政复议、行政诉讼各栏总计，等于结果维持、结果纠正、其他结果、尚未审结之和',
    basis: [citePlace('REPORT-FORMAT-2019', '四、政府信息公开行政复议、行政诉讼情况 总计'), citePlace('REPORT-FORMAT-2021', '四、政府信息公开行政复议、行政诉讼情况 总计')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2019', changes: [] },
    fails: { form: '2019', changes: [{ cell: ['remedies', '行政复议', '总计'], printed: '2' }] },
    check: (given) => checkEquations(EQUATIONS[given.form].remedySums, given),
  },
  {
    code: 'ARI-05',
    states: '本年新公开数量不大于对外公开总数量',
    basis: [citePlace('REPORT-FORMAT-2019', '第二十条第（一）项 对外公开总数量')],
    severity: 'error',
    forms: ['2019'],
    passes: { form: '2019', changes: [] },
    fails: { form: '2019', changes: [{ cell: ['proactive', '规范性文件', '本年新公开数量'], printed: '11' }] },
    check: (given) => checkEquations(EQUATIONS[given.form].publishedDocuments, given),
  },
]

/** Every sum inside one report of that form, of all tables. */
export function equationsOf(form: FormId): readonly Equation[] {
  const { balances, columnSums, rowSums, remedySums, publishedDocuments } = EQUATIONS[form]
  return [...balances, ...columnSums, ...rowSums, ...remedySums, ...publishedDocuments]
}

type Equations = Readonly<
  Record<
    'balances' | 'columnSums' | 'rowSums' | 'remedySums' | 'publishedDocuments',
    readonly Equation[]
  >
>

const EQUATIONS: Readonly<Record<FormId, Equations>> = {
  '2019': { ...sumsOf('2019'), publishedDocuments: publishedDocuments() },
  '2021': { ...sumsOf('2021'), publishedDocuments: [] },
}

function sumsOf(form: FormId) {
  return {
    balances: balances(),
    columnSums: columnSums(form),
    rowSums: rowSums(form),
    remedySums: remedySums(),
  }
}

function balances(): Equation[] {
  return COLUMNS.map((column) => ({
    table: 'requests',
    name: `${column}列`,
    relation: 'equal',
    left: side('第一项加第二项之和', 'requests', ['一', '二'], [column]),
    right: side('第三项加第四项之和', 'requests', [CONCLUDED, '四'], [column]),
  }))
}

function columnSums(form: FormId): Equation[] {
  const results = requestRows(form).filter((row) => row.startsWith('三') && row !== CONCLUDED)
  return COLUMNS.map((column) => ({
    table: 'requests',
    name: `${column}列`,
    relation: 'equal',
    left: side('三（七）总计', 'requests', [CONCLUDED], [column]),
    right: side('三（一）至三（六）之和', 'requests', results, [column]),
  }))
}

function rowSums(form: FormId): Equation[] {
  const parts = COLUMNS.filter((column) => column !== TOTAL)
  return requestRows(form).map((row) => ({
    table: 'requests',
    name: `${row}行`,
    relation: 'equal',
    left: side('总计', 'requests', [row], [TOTAL]),
    right: side('各类申请人之和', 'requests', [row], parts),
  }))
}

function remedySums(): Equation[] {
  const parts = REMEDY_COLUMNS.filter((column) => column !== TOTAL)
  return REMEDY_BLOCKS.map((row) => ({
    table: 'remedies',
    name: row,
    relation: 'equal',
    left: side('总计', 'remedies', [row], [TOTAL]),
    right: side('各项结果之和', 'remedies', [row], parts),
  }))
}

function publishedDocuments(): Equation[] {
  return ['规章', '规范性文件'].map((row) => ({
    table: 'proactive',
    name: row,
    relation: 'atMost',
    left: side('本年新公开数量', 'proactive', [row], ['本年新公开数量']),
    right: side('对外公开总数量', 'proactive', [row], ['对外公开总数量']),
  }))
}

function requestRows(form: FormId): string[] {
  const block = FORMS[form].blocks.find(({ table }) => table === 'requests')
  return block?.rows.map(({ row }) => row) ?? []
}

function side(
  label: string,
  table: TableKey,
  rows: readonly string[],
  columns: readonly string[],
): Side {
  const cells = rows.flatMap((row) => columns.map((column) => ({ table, row, column })))
  return { label, cells, keys: cells.map(cellKey) }
}
