import { cite, citePlace, RULE_POWER } from '@gongkai/law'
import { sum } from '../decimal.js'
import { cellKey, FORMS } from '../form/forms.js'
import { REMEDY_BLOCKS } from '../form/remedies.js'
import { cellsByKey, isOfficialForm } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import { lacksRulePower } from './authority.js'
import { lackingCells } from './equation.js'
import { numbersOf } from './previous.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'

// biome-ignore format: official table
export const PLAUSIBILITY_RULES: readonly ReportRule[] = [
  {
    code: 'LOG-01',
    states: '没有规章制定权的机关，规章一栏应为零',
    basis: [...RULE_POWER, cite('OGI-2019', 20, undefined, 1)],
    severity: 'error',
    forms: ['2019', '2021'],
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ reading: { authority: '石桥街道办事处' } }, { cell: ['proactive', '规章', '现行有效件数'], printed: '2' }] },
    check: rulesWithoutPower,
  },
  {
    code: 'LOG-02',
    states: '本年新制作规章、规范性文件的，应当在本年公开',
    basis: [cite('OGI-2019', 20, undefined, 1), cite('OGI-2019', 26)],
    severity: 'warning',
    forms: ['2019'],
    passes: { form: '2019', changes: [] },
    fails: { form: '2019', changes: [{ cell: ['proactive', '规范性文件', '本年新公开数量'], printed: '0' }] },
    check: (given) => ['规章', '规范性文件'].flatMap((row) => unpublished(row, given)),
  },
  {
    code: 'LOG-03',
    states: '两年内没有收到政府信息公开申请而有行政复议、行政诉讼的，请核实',
    basis: [citePlace('REPORT-FORMAT-2019', '四、政府信息公开行政复议、行政诉讼情况'), citePlace('REPORT-FORMAT-2021', '四、政府信息公开行政复议、行政诉讼情况')],
    severity: 'note',
    forms: ['2019', '2021'],
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: noRequests(), previous: { form: '2021', changes: noRequests() } },
    check: remediesWithoutRequests,
  },
  {
    code: 'LOG-04',
    states: '现行有效件数，不小于本年制发件数减本年废止件数',
    basis: [citePlace('REPORT-FORMAT-2021', '第二十条第（一）项 现行有效件数')],
    severity: 'warning',
    forms: ['2021'],
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ cell: ['proactive', '行政规范性文件', '现行有效件数'], printed: '0' }, { cell: ['proactive', '行政规范性文件', '本年制发件数'], printed: '3' }] },
    check: (given) => ['规章', '行政规范性文件'].flatMap((row) => tooFewValid(row, given)),
  },
]

function noRequests() {
  return FORMS['2021'].cells
    .filter(({ table }) => table === 'requests')
    .map(({ table, row, column }) => ({ cell: [table, row, column] as const, printed: '0' }))
}

function unpublished(row: string, { cells }: Given): readonly Outcome[] {
  const refs = ['本年新制作数量', '本年新公开数量'].map((column) => proactive(row, column))
  const numbers = numbersOf(refs, cells)
  if (!numbers.ok) return numbers.outcomes
  const [made = 0, published = 0] = numbers.values
  if (made === 0 || published > 0) return []
  const message = `${row}本年新制作${made}件，本年新公开0件；规章、规范性文件属于应当主动公开的内容，请核实漏填还是未公开。`
  return [found({ kind: 'cells', cells: refs }, message)]
}

/** A case may stem from a request of the year before: only two years without any are odd. */
function remediesWithoutRequests({ report, cells, previous }: Given): readonly Outcome[] {
  const totals = REMEDY_BLOCKS.map((row): CellRef => ({ table: 'remedies', row, column: '总计' }))
  const remedies = numbersOf(totals, cells)
  const requests = numbersOf(REQUEST_TOTALS, cells)
  if (!remedies.ok) return remedies.outcomes
  if (!requests.ok) return requests.outcomes
  if (sum(remedies.values) === 0 || sum(requests.values) > 0) return []
  if (!previous || !isOfficialForm(previous.form) || previous.year !== (report.year ?? 0) - 1) {
    return [lacking('本年没有政府信息公开申请而有行政复议、行政诉讼，需附上一年度报告核对。')]
  }
  const before = numbersOf(REQUEST_TOTALS, cellsByKey(previous))
  if (!before.ok) return before.outcomes
  if (sum(before.values) > 0) return []
  const message = `本年和上一年度均没有政府信息公开申请，而行政复议、行政诉讼合计${sum(remedies.values)}件，请核实。`
  return [found({ kind: 'cells', cells: totals }, message)]
}

const REQUEST_TOTALS: readonly CellRef[] = ['一', '二'].map((row) => ({
  table: 'requests',
  row,
  column: '总计',
}))

function tooFewValid(row: string, { cells }: Given): readonly Outcome[] {
  const refs = ['现行有效件数', '本年制发件数', '本年废止件数'].map((column) =>
    proactive(row, column),
  )
  const numbers = numbersOf(refs, cells)
  if (!numbers.ok) return numbers.outcomes
  const [valid = 0, made = 0, repealed = 0] = numbers.values
  if (valid >= made - repealed) return []
  const message = `${row}本年制发${made}件、废止${repealed}件，现行有效件数却只有${valid}件，请核实现行有效件数是否漏计。`
  return [found({ kind: 'cells', cells: refs }, message)]
}

function rulesWithoutPower({ report, authority, cells }: Given): readonly Outcome[] {
  const refs = report.cells.filter(({ table, row }) => table === 'proactive' && row === '规章')
  const printed = refs.filter(({ value }) => value !== null && value !== 0)
  const unread = lackingCells(refs.filter(({ state }) => state === 'unread' || state === 'text'))
  if (printed.length === 0) return unread
  const name = authority ?? report.authority
  if (name === null) return [lacking('机关名称不明，无法判断有无规章制定权。')]
  const lacks = lacksRulePower(name)
  if (lacks === null) return [lacking(`仅凭名称“${name}”无法判断有无规章制定权，请人工核对。`)]
  const message = `${name}没有规章制定权，“规章”一栏填写的数量可能是规范性文件，请核对。`
  const severity = lacks === 'sure' ? 'error' : 'warning'
  const target = {
    kind: 'cells',
    cells: printed.map(({ table, row, column }) => ({ table, row, column })),
  } as const
  return [
    found(target, message, {
      severity,
      says: cells.get(cellKey(printed[0] ?? proactive('规章', '')))?.raw ?? null,
    }),
  ]
}

function proactive(row: string, column: string): CellRef {
  return { table: 'proactive', row, column }
}
