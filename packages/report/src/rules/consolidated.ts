import { cite } from '@gongkai/law'
import type { TableKey } from '../form/layout.js'
import { type Difference, differences } from '../merge/differences.js'
import { mergeReports } from '../merge/merge.js'
import { cellName, TABLES } from '../reading/cells.js'
import { levelOf } from './authority.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'

const COUNTY = { reading: { authority: '云岭县人民政府' } }

// biome-ignore format: official table
export const CONSOLIDATED_RULES: readonly ReportRule[] = [
  {
    code: 'AGG-01',
    states: '汇总编制的报告，各格等于所属各单位报告之和',
    basis: [cite('OGI-2019', 49), cite('OGI-2019', 50)],
    severity: 'warning',
    forms: ['2019', '2021'],
    passes: { form: '2021', changes: [COUNTY], subordinates: [{ form: '2021', changes: [] }] },
    fails: { form: '2021', changes: [COUNTY], subordinates: [{ form: '2021', changes: [] }, { form: '2021', changes: [] }] },
    check: consolidated,
  },
]

/** A department's report sums up nothing unless its subordinate bodies are given. */
function consolidated(given: Given): readonly Outcome[] {
  const { report, form, authority, subordinates } = given
  if (!subordinates) {
    const name = authority ?? report.authority
    const level = name === null ? null : levelOf(name)
    if (level === 'department' || level === 'township') return []
    return [lacking('未提供所属各单位的报告，无法核对汇总数；如为汇总编制，请附上各单位报告。')]
  }
  const children = subordinates.map((one, i) => ({
    name: one.authority ?? `第${i + 1}份报告`,
    report: one,
  }))
  const merged = mergeReports(children, { form, year: report.year })
  const left = merged.notAdded.map(
    ({ name, cell, reason }) => `${name}${cell ? `“${cellName(cell)}”` : ''}${reason}`,
  )
  const all = differences(merged, report)
  return [
    ...(['proactive', 'requests', 'remedies'] as const).flatMap((table) => inTable(table, all)),
    ...(left.length > 0 ? [lacking(`${left.length}处数据未能汇总：${left[0]}`)] : []),
  ]
}

function inTable(table: TableKey, all: readonly Difference[]): Outcome[] {
  const unequal = all.filter(({ cell, reason }) => cell.table === table && reason === null)
  if (unequal.length === 0) return []
  const shown = unequal
    .slice(0, 3)
    .map(({ cell, merged, printed }) => `“${cellName(cell)}”各单位合计${merged}，本报告${printed}`)
  const more = unequal.length > 3 ? `等${unequal.length}格` : ''
  const message = `${TABLES[table].name}与各单位报告之和不符：${shown.join('；')}${more}，请核对汇总范围。`
  return [found({ kind: 'cells', cells: unequal.map(({ cell }) => cell) }, message)]
}
