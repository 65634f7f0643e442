import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { difference, shift, sum } from '../src/decimal.js'
import { cellKey, check, exampleReport, FORMS } from '../src/index.js'
import { ALONE, type Change, type FormId, type TableKey } from './given.js'

describe('勾稽关系 国办公开办函〔2019〕60号、〔2021〕30号', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, form: FormId, changes: Change[], findings: string[]][] = [
    ['数据一致', '2021', [], []],
    ['新收多报一件', '2021', [cell('requests', '一', '自然人', '6'), cell('requests', '一', '总计', '7')], [
      'ARI-01 error 自然人列：第一项加第二项之和为7，第三项加第四项之和为6，相差1，请核对后更正。',
      'ARI-01 error 总计列：第一项加第二项之和为8，第三项加第四项之和为7，相差1，请核对后更正。',
    ]],
    ['总计漏加一类', '2019', [cell('requests', '三（六）', '商业企业', '1'), cell('requests', '三（六）', '总计', '1')], [
      'ARI-02 error 商业企业列：三（七）总计为1，三（一）至三（六）之和为2，相差1，请核对后更正。',
      'ARI-02 error 总计列：三（七）总计为6，三（一）至三（六）之和为7，相差1，请核对后更正。',
    ]],
    ['空白按0计成立，不作差错', '2021', [cell('requests', '三（三）1', '自然人', ''), cell('requests', '三（三）1', '总计', '—')], []],
    ['总计空白，分项有数', '2021', [cell('requests', '三（四）1', '总计', '')], [
      'ARI-02 warning 总计列：三（七）总计为6，三（一）至三（六）之和为5，相差1（1格空白或符号按0计）；空白处可能漏填，请核实后据实填写。',
      'ARI-03 warning 三（四）1行：总计为0，各类申请人之和为1，相差1（1格空白或符号按0计）；空白处可能漏填，请核实后据实填写。',
    ]],
    ['空白无论填多少都不成立', '2021', [cell('requests', '三（四）1', '总计', '0'), cell('requests', '三（四）1', '其他', '')], [
      'ARI-02 error 总计列：三（七）总计为6，三（一）至三（六）之和为5，相差1，请核对后更正。',
      'ARI-03 error 三（四）1行：总计为0，各类申请人之和为1，相差1（1格空白或符号按0计），请核对后更正。',
    ]],
    ['复议总计不符', '2021', [cell('remedies', '行政复议', '尚未审结', '1')], [
      'ARI-04 error 行政复议：总计为1，各项结果之和为2，相差1，请核对后更正。',
    ]],
    ['新公开多于总数', '2019', [cell('proactive', '规范性文件', '本年新公开数量', '12')], [
      'ARI-05 error 规范性文件：本年新公开数量（12）大于对外公开总数量（10），请核对后更正。',
    ]],
  ]
  for (const [situation, form, changes, findings] of ROWS) {
    it(situation, () => {
      const found = check(exampleReport(form, changes), ALONE).findings
      assert.deepEqual(
        found
          .filter(({ rule }) => rule.startsWith('ARI'))
          .map(({ rule, severity, message }) => `${rule} ${severity} ${message}`),
        findings,
      )
    })
  }

  it('每一格多报一百件，都被相应的勾稽关系发现', () => {
    for (const form of ['2019', '2021'] as const) {
      for (const spec of FORMS[form].cells.filter(({ table }) => table !== 'proactive')) {
        const changed = exampleReport(form, [cell(spec.table, spec.row, spec.column, '100')])
        const rules = check(changed, ALONE).findings.map(({ rule }) => rule)
        assert.deepEqual(
          rules.filter((rule) => rule.startsWith('ARI')),
          rulesOf(spec),
          cellKey(spec),
        )
      }
    }
  })

  it('有未识别的单元格时不能核对，其余照常核对', () => {
    const changes = [
      cell('requests', '三（二）', '其他', null),
      cell('requests', '一', '总计', '9'),
    ]
    const { findings, notAssessable } = check(exampleReport('2021', changes), ALONE)
    assert.deepEqual(
      notAssessable
        .filter(({ rule }) => /^(?:ARI|CELL)/.test(rule))
        .map(({ rule, reason }) => `${rule} ${reason}`),
      ['CELL-01', 'CELL-02', 'CELL-03', 'CELL-04', 'ARI-02', 'ARI-03'].map(
        (rule) => `${rule} 三（二）／其他未能识别为数字，请对照原件补录后再核对。`,
      ),
    )
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith('ARI')).map(({ rule }) => rule),
      ['ARI-01', 'ARI-03'],
    )
  })

  it('推定的数值不能自证', () => {
    const report = exampleReport('2021', [])
    const cells = report.cells.map((one) =>
      one.table === 'remedies' && one.row === '行政复议' ? { ...one, inferred: true } : one,
    )
    const { findings, notAssessable } = check({ ...report, cells }, ALONE)
    assert.deepEqual(findings, [])
    assert.deepEqual(
      notAssessable.filter(({ rule }) => rule === 'ARI-04').map(({ reason }) => reason),
      ['1处勾稽关系涉及依勾稽关系推定的数值，不能再以其自证，请对照原件确认后再核对。'],
    )
  })

  it('不是规定格式的报告，一条也不算通过', () => {
    const report = { ...exampleReport('2021', []), form: 'before-2019' as const, cells: [] }
    const { findings, notAssessable } = check(report, ALONE)
    assert.deepEqual([findings.length, notAssessable.length], [0, 33])
  })
})

describe('decimal sums', () => {
  it('没有二进制小数的误差', () => {
    assert.equal(sum([0.1, 0.2]), 0.3)
    assert.equal(sum([16681.8715, 0.0001, 3]), 16684.8716)
    assert.equal(sum([]), 0)
    assert.equal(difference(1.1, 1), 0.1)
  })

  it('元与万元换算', () => {
    assert.equal(shift(1750000, -4), 175)
    assert.equal(shift(16681.8715, 4), 166818715)
    assert.equal(shift(1e-7, 4), 0.001)
  })
})

function cell(table: TableKey, row: string, column: string, printed: string | null): Change {
  return { cell: [table, row, column], printed }
}

function rulesOf({ table, row }: { table: TableKey; row: string }): string[] {
  if (table === 'remedies') return ['ARI-04']
  if (row === '三（七）') return ['ARI-01', 'ARI-02', 'ARI-03']
  return row.startsWith('三') ? ['ARI-02', 'ARI-03'] : ['ARI-01', 'ARI-03']
}
