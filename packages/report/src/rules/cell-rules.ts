import { type Citation, citePlace } from '@gongkai/law'
import type { FormId, TableKey } from '../form/layout.js'
import type { Cell } from '../reading/cell.js'
import { cellName, isEmpty, printedUnit, refOf, specOf, TABLES } from '../reading/cells.js'
import { equationsOf } from './arithmetic.js'
import { lackingCells, weigh } from './equation.js'
import { found, type Given, type Outcome, type ReportRule } from './rule.js'

const BOTH: readonly FormId[] = ['2019', '2021']
const TABLE_KEYS = ['proactive', 'requests', 'remedies'] as const

const TABLES_OF_BOTH = [
  citePlace('REPORT-FORMAT-2019', '附件 表格'),
  citePlace('REPORT-FORMAT-2021', '附件 表格'),
]

/** That 0 is to be written was not seen in either letter: authorities' own notices ask for it. */
const ZEROS = TABLES_OF_BOTH.map((basis): Citation => ({ ...basis, known: 'memory' }))

/**
 * CELL-01 is a cell without a number, CELL-02 a number not written as one (sign, blanks, words),
 * CELL-03 its unit, CELL-04 its value: counts are whole and not negative, amounts not negative.
 */
// biome-ignore format: official table
export const CELL_RULES: readonly ReportRule[] = [
  {
    code: 'CELL-01',
    states: '表内各格均应填写数字，没有的填“0”，不留空白，不以“/”“-”“无”等代替',
    basis: ZEROS,
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ cell: ['requests', '三（三）1', '自然人'], printed: '　' }, { cell: ['requests', '三（三）1', '总计'], printed: '/' }] },
    check: (given) => [...TABLE_KEYS.flatMap((table) => emptyCells(table, given)), ...unreadCells(given)],
  },
  {
    code: 'CELL-02',
    states: '数字书写规范：“本年增/减”注明正负号，格内不夹空格和文字',
    basis: [citePlace('REPORT-FORMAT-2019', '第二十条第（五）（六）（八）项 本年增/减'), ...TABLES_OF_BOTH],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2019', changes: [{ cell: ['proactive', '行政处罚', '本年增/减'], printed: '-3' }] },
    fails: { form: '2019', changes: [{ cell: ['proactive', '行政处罚', '本年增/减'], printed: '3' }, { cell: ['proactive', '行政处罚', '处理决定数量'], printed: '三件' }] },
    check: (given) => [...wordCells(given), ...unsignedChanges(given), ...TABLE_KEYS.flatMap((table) => spacedCells(table, given)), ...unreadCells(given)],
  },
  {
    code: 'CELL-03',
    states: '金额按表头单位填写；表头没有单位的，注明单位；格内不重复书写单位',
    basis: [citePlace('REPORT-FORMAT-2019', '第二十条第（九）项 采购总金额'), citePlace('REPORT-FORMAT-2021', '第二十条第（八）项 本年收费金额（单位：万元）')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [{ cell: ['proactive', '行政事业性收费', '本年收费金额（单位：万元）'], printed: '3.25' }] },
    fails: { form: '2021', changes: [{ cell: ['proactive', '行政事业性收费', '本年收费金额（单位：万元）'], printed: '32500元' }] },
    check: (given) => [...given.report.cells.flatMap((cell) => unitOf(cell, given.form)), ...unreadCells(given)],
  },
  {
    code: 'CELL-04',
    states: '数量为非负整数，增减数为整数，金额不为负数',
    basis: TABLES_OF_BOTH,
    severity: 'error',
    forms: BOTH,
    passes: { form: '2019', changes: [{ cell: ['proactive', '行政许可', '本年增/减'], printed: '-2' }] },
    fails: { form: '2019', changes: [{ cell: ['requests', '三（一）', '自然人'], printed: '-2' }] },
    check: (given) => [...given.report.cells.flatMap((cell) => impossibleNumber(cell, given.form)), ...unreadCells(given)],
  },
]

function emptyCells(table: TableKey, given: Given): Outcome[] {
  const empty = given.report.cells.filter((cell) => cell.table === table && isEmpty(cell))
  const [first] = empty
  if (!first) return []
  const marks = empty.filter(({ state }) => state === 'mark')
  const blanks = empty.length - marks.length
  const kinds = [
    blanks > 0 && `${blanks}格空白`,
    marks.length > 0 && `${marks.length}格填写“${marks[0]?.raw?.trim()}”等符号`,
  ]
  const message = `${TABLES[table].name}有${kinds.filter(Boolean).join('、')}，应填写数字，没有的填“0”。`
  return [
    found({ kind: 'cells', cells: empty.map(refOf) }, message + asZero(table, given), {
      says: first.raw,
    }),
  ]
}

/** How the sums that touch empty cells stand, with the cells as zero and as blank. */
function asZero(table: TableKey, { form, cells }: Given): string {
  const verdicts = equationsOf(form)
    .filter((equation) => equation.table === table)
    .map((equation) => weigh(equation, cells))
  const held = verdicts.filter((one) => one.kind === 'holds' && one.empty > 0).length
  const broken = verdicts.filter((one) => one.kind === 'broken' && one.empty > 0).length
  if (held + broken === 0) return ''
  const zero = broken === 0 ? '全部成立' : `有${broken}处不成立`
  return `按空白计，有${held + broken}处勾稽关系无法核对；按0计，${zero}。`
}

function wordCells({ report }: Given): Outcome[] {
  return report.cells
    .filter(({ state }) => state === 'text')
    .map((cell) =>
      found(
        { kind: 'cells', cells: [refOf(cell)] },
        `“${cellName(cell)}”填写的“${cell.raw?.trim()}”不是规范的数字，请改填阿拉伯数字。`,
        { says: cell.raw },
      ),
    )
}

function unsignedChanges({ report, form }: Given): Outcome[] {
  return report.cells
    .filter(({ value, raw }) => value !== null && value > 0 && !/[+＋]/.test(raw ?? ''))
    .filter((cell) => specOf(form, cell)?.measure === 'change')
    .map((cell) =>
      found(
        { kind: 'cells', cells: [refOf(cell)] },
        `“${cellName(cell)}”填写的“${cell.raw?.trim()}”没有正负号，分不清是增加还是减少，增加的请写“+${cell.value}”，减少的请写“-${cell.value}”。`,
        { severity: 'warning', says: cell.raw },
      ),
    )
}

// Blanks of full width or fixed width beside a number; plain blanks and tabs come from the layout of the source.
const ODD_BLANK = /[\u00a0\u2000-\u200d\u2060\u3000]/

function spacedCells(table: TableKey, { report }: Given): Outcome[] {
  const spaced = report.cells.filter(
    (cell) => cell.table === table && cell.state === 'number' && ODD_BLANK.test(cell.raw ?? ''),
  )
  const [first] = spaced
  if (!first) return []
  const message = `${TABLES[table].name}有${spaced.length}格的数字旁夹有全角空格等空白字符，不利于机器读取，请删除。`
  const target = { kind: 'cells', cells: spaced.map(refOf) } as const
  return [found(target, message, { severity: 'note', says: first.raw })]
}

function unitOf(cell: Cell, form: FormId): Outcome[] {
  const printed = printedUnit(cell)
  // Nothing is nothing in any unit.
  if (cell.state !== 'number' || (printed === null && cell.value === 0)) return []
  const spec = specOf(form, cell)
  if (!spec) return []
  const name = cellName(cell)
  const target = { kind: 'cells', cells: [refOf(cell)] } as const
  const says = cell.raw
  if (spec.measure === 'amount' && spec.unit === null && printed === null) {
    const message = `“${name}”填写的“${says?.trim()}”没有单位，表头也未规定单位，请注明元或者万元。`
    return [found(target, message, { severity: 'warning', says })]
  }
  if (printed === null) return []
  const isMoney = printed.endsWith('元')
  if (isMoney && printed !== spec.unit && (spec.unit !== null || spec.measure !== 'amount')) {
    const due = spec.unit ? `表头单位为${spec.unit}` : '本栏不是金额'
    return [found(target, `“${name}”以${printed}填写，${due}，请换算后填写数字。`, { says })]
  }
  return [
    found(target, `“${name}”格内写有单位“${printed}”，表格中宜只填数字。`, {
      severity: 'note',
      says,
    }),
  ]
}

function impossibleNumber(cell: Cell, form: FormId): Outcome[] {
  const { value } = cell
  if (value === null || (Number.isInteger(value) && value >= 0)) return []
  const measure = specOf(form, cell)?.measure
  if (!measure) return []
  const fault =
    measure !== 'amount' && !Number.isInteger(value)
      ? '不是整数'
      : measure !== 'change' && value < 0
        ? '是负数'
        : null
  if (!fault) return []
  const message = `“${cellName(cell)}”填写的“${cell.raw?.trim()}”${fault}，请核对后更正。`
  return [found({ kind: 'cells', cells: [refOf(cell)] }, message, { says: cell.raw })]
}

function unreadCells({ report }: Given): Outcome[] {
  return lackingCells(report.cells.filter((cell) => cell.state === 'unread'))
}
