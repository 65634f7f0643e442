import { citePlace } from '@gongkai/law'
import { difference, sum } from '../decimal.js'
import { cellKey } from '../form/forms.js'
import type { FormId } from '../form/layout.js'
import { REMEDY_BLOCKS } from '../form/remedies.js'
import { REQUEST_COLUMNS } from '../form/requests.js'
import { type Cells, cellName } from '../reading/cells.js'
import type { CellRef } from '../reading/finding.js'
import { SERIES } from '../series/identity.js'
import { pointOf } from '../series/series.js'
import { numbersOf, type PreviousReport, withPrevious, withPreviousOfForm } from './previous.js'
import { found, type Given, type Outcome, type ReportRule } from './rule.js'

const BOTH: readonly FormId[] = ['2019', '2021']

/** A change worth a look: by at least this factor, and by at least so many. */
const BIG_CHANGE = { factor: 5, atLeast: 50 } as const

// biome-ignore format: official table
export const ACROSS_YEARS_RULES: readonly ReportRule[] = [
  {
    code: 'XYR-01',
    states: '上年结转政府信息公开申请数量，等于上一年度报告的结转下年度继续办理数量',
    basis: [citePlace('REPORT-FORMAT-2019', '二、上年结转政府信息公开申请数量'), citePlace('REPORT-FORMAT-2021', '二、上年结转政府信息公开申请数量')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [], previous: { form: '2021', changes: [] } },
    fails: { form: '2021', changes: [], previous: { form: '2021', changes: [{ cell: ['requests', '四', '自然人'], printed: '2' }, { cell: ['requests', '四', '总计'], printed: '2' }] } },
    check: (given) => withPrevious(given, (previous) => carriedOver(given, previous)),
  },
  {
    code: 'XYR-02',
    states: '现行有效件数，等于上一年度现行有效件数加本年制发件数减本年废止件数',
    basis: [citePlace('REPORT-FORMAT-2021', '第二十条第（一）项 现行有效件数')],
    severity: 'warning',
    forms: ['2021'],
    passes: { form: '2021', changes: [], previous: { form: '2021', changes: [] } },
    fails: { form: '2021', changes: [], previous: { form: '2021', changes: [{ cell: ['proactive', '行政规范性文件', '现行有效件数'], printed: '15' }] } },
    check: (given) => withPreviousOfForm(given, (previous) => ['规章', '行政规范性文件'].flatMap((row) => validDocuments(row, given, previous))),
  },
  {
    code: 'XYR-03',
    states: '上一年项目数量，等于上一年度报告的上一年项目数量加本年增/减',
    basis: [citePlace('REPORT-FORMAT-2019', '第二十条第（五）（六）（八）项 上一年项目数量')],
    severity: 'warning',
    forms: ['2019'],
    passes: { form: '2019', changes: [], previous: { form: '2019', changes: [] } },
    fails: { form: '2019', changes: [], previous: { form: '2019', changes: [{ cell: ['proactive', '行政许可', '本年增/减'], printed: '+4' }] } },
    check: (given) => withPreviousOfForm(given, (previous) => ITEM_ROWS.flatMap((row) => items(row, given, previous))),
  },
  {
    code: 'XYR-04',
    states: '行政复议、行政诉讼各栏总计，不小于上一年度报告的尚未审结数量',
    basis: [citePlace('REPORT-FORMAT-2019', '四、政府信息公开行政复议、行政诉讼情况 尚未审结'), citePlace('REPORT-FORMAT-2021', '四、政府信息公开行政复议、行政诉讼情况 尚未审结')],
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [], previous: { form: '2019', changes: [{ cell: ['remedies', '行政复议', '尚未审结'], printed: '1' }] } },
    fails: { form: '2021', changes: [], previous: { form: '2019', changes: [{ cell: ['remedies', '复议后起诉', '尚未审结'], printed: '1' }] } },
    check: (given) => withPrevious(given, (previous) => REMEDY_BLOCKS.flatMap((row) => pending(row, given, previous))),
  },
  {
    code: 'XYR-06',
    states: '与上一年度相差悬殊的数据，请核实',
    basis: [citePlace('REPORT-FORMAT-2019', '附件 表格'), citePlace('REPORT-FORMAT-2021', '附件 表格')],
    severity: 'note',
    forms: BOTH,
    passes: { form: '2021', changes: [], previous: { form: '2021', changes: [{ cell: ['proactive', '行政许可', '本年处理决定数量'], printed: '90' }] } },
    fails: { form: '2021', changes: [], previous: { form: '2021', changes: [{ cell: ['proactive', '行政许可', '本年处理决定数量'], printed: '12' }] } },
    check: (given) => withPrevious(given, (previous) => bigChanges(given, previous)),
  },
  {
    code: 'XYR-07',
    states: '对外公开总数量比上一年度减少的，应当有文件退出公开',
    basis: [citePlace('REPORT-FORMAT-2019', '第二十条第（一）项 对外公开总数量')],
    severity: 'note',
    forms: ['2019'],
    passes: { form: '2019', changes: [], previous: { form: '2019', changes: [] } },
    fails: { form: '2019', changes: [], previous: { form: '2019', changes: [{ cell: ['proactive', '规范性文件', '对外公开总数量'], printed: '14' }] } },
    check: (given) => withPreviousOfForm(given, (previous) => ['规章', '规范性文件'].flatMap((row) => publicDocuments(row, given, previous))),
  },
]

const ITEM_ROWS = ['行政许可', '其他对外管理服务事项', '行政处罚', '行政强制', '行政事业性收费']

/** What a comparison over the years looks at: this year's cells, last year's, and what they come to. */
type Comparison = {
  readonly now: readonly CellRef[]
  readonly before: readonly CellRef[]
  /** Null where all is well; else the message, with the empty cells told as zero. */
  readonly judge: (now: readonly number[], before: readonly number[]) => string | null
}

function compareYears(
  given: Given,
  previous: PreviousReport,
  what: Comparison,
): readonly Outcome[] {
  const now = numbersOf(what.now, given.cells)
  const before = numbersOf(what.before, previous.cells)
  if (!now.ok) return now.outcomes
  if (!before.ok) {
    return before.outcomes.map((outcome) =>
      outcome.kind === 'notAssessable'
        ? { ...outcome, reason: `上一年度报告${outcome.reason}` }
        : outcome,
    )
  }
  const message = what.judge(now.values, before.values)
  if (message === null) return []
  const empty = now.empty + before.empty
  return [
    found(
      { kind: 'cells', cells: what.now },
      empty > 0 ? `${message}（${empty}格空白或符号按0计）` : message,
      empty > 0 ? { severity: 'warning' } : {},
    ),
  ]
}

function carriedOver(given: Given, previous: PreviousReport): readonly Outcome[] {
  return REQUEST_COLUMNS.flatMap(({ column }) =>
    compareYears(given, previous, {
      now: [{ table: 'requests', row: '二', column }],
      before: [{ table: 'requests', row: '四', column }],
      judge: ([now = 0], [before = 0]) =>
        now === before
          ? null
          : `${column}列：上年结转申请${now}件，上一年度报告结转下年度继续办理${before}件，两者应当相等，请核对。`,
    }),
  )
}

function validDocuments(row: string, given: Given, previous: PreviousReport): readonly Outcome[] {
  const columns = ['现行有效件数', '本年制发件数', '本年废止件数']
  return compareYears(given, previous, {
    now: columns.map((column) => ({ table: 'proactive', row, column })),
    before: [{ table: 'proactive', row, column: '现行有效件数' }],
    judge: ([valid = 0, made = 0, repealed = 0], [before = 0]) => {
      const due = sum([before, made, -repealed])
      return valid === due
        ? null
        : `${row}：上一年度现行有效${before}件，加本年制发${made}件，减本年废止${repealed}件，应为${due}件，现填${valid}件；如有失效、重新认定等情形，请说明。`
    },
  })
}

function items(row: string, given: Given, previous: PreviousReport): readonly Outcome[] {
  const columns = ['上一年项目数量', '本年增/减']
  return compareYears(given, previous, {
    now: [{ table: 'proactive', row, column: '上一年项目数量' }],
    before: columns.map((column) => ({ table: 'proactive', row, column })),
    judge: ([now = 0], [items = 0, change = 0]) =>
      now === sum([items, change])
        ? null
        : `${row}：上一年项目数量填${now}，按上一年度报告（${items}项，增减${change}项）应为${sum([items, change])}，请核对。`,
  })
}

function pending(row: string, given: Given, previous: PreviousReport): readonly Outcome[] {
  return compareYears(given, previous, {
    now: [{ table: 'remedies', row, column: '总计' }],
    before: [{ table: 'remedies', row, column: '尚未审结' }],
    judge: ([now = 0], [before = 0]) =>
      now >= before
        ? null
        : `${row}：上一年度尚未审结${before}件，本年总计只有${now}件，未审结案件的结果没有反映，请核对。`,
  })
}

function publicDocuments(row: string, given: Given, previous: PreviousReport): readonly Outcome[] {
  const ref: CellRef = { table: 'proactive', row, column: '对外公开总数量' }
  return compareYears(given, previous, {
    now: [ref],
    before: [ref],
    judge: ([now = 0], [before = 0]) =>
      now >= before
        ? null
        : `${row}：对外公开总数量由${before}件减至${now}件，请核实是否有文件退出公开。`,
  })
}

/** Every quantity that both years' forms count; of table 三 only the column of totals. */
function bigChanges({ form, cells }: Given, previous: PreviousReport): readonly Outcome[] {
  return SERIES.flatMap((spec) => {
    const [first] = spec.cells[form]
    if (!first || first.column === '本年增/减') return []
    const isSum = spec.cells[form].length > 1
    if (isSum && form === previous.form) return []
    if (first.table === 'requests' && first.column !== '总计') return []
    const now = pointOf(spec, form, cells)
    const before = pointOf(spec, previous.form, previous.cells)
    if (now.value === null || before.value === null || now.unit !== before.unit) return []
    if (!isBig(before.value, now.value)) return []
    const name = isSum ? spec.label : cellName(first)
    const message = `${name}：由上一年度的${before.value}变为${now.value}，变动较大，请核实。`
    return [
      found({ kind: 'cells', cells: spec.cells[form] }, message, { says: rawOf(first, cells) }),
    ]
  })
}

function isBig(before: number, now: number): boolean {
  const [small, large] = [Math.min(before, now), Math.max(before, now)]
  return (
    difference(large, small) >= BIG_CHANGE.atLeast &&
    large >= BIG_CHANGE.factor * Math.max(small, 1)
  )
}

function rawOf(ref: CellRef, cells: Cells): string | null {
  return cells.get(cellKey(ref))?.raw ?? null
}
