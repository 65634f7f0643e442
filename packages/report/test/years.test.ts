import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type AnnualReport, check, exampleReport, identityOf, series } from '../src/index.js'
import { ALONE, type Change, type FormId, type TableKey } from './given.js'

const at = (table: TableKey, row: string, column: string, printed: string | null): Change => ({
  cell: [table, row, column],
  printed,
})

describe('跨年核对', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, form: FormId, now: Change[], before: Change[], found: string[]][] = [
    ['数据衔接', '2021', [], [], []],
    ['上年结转与上年报告不符', '2021', [], [at('requests', '四', '自然人', '3')], [
      'XYR-01 error 自然人列：上年结转申请1件，上一年度报告结转下年度继续办理3件，两者应当相等，请核对。',
    ]],
    ['上年结转空白', '2021', [at('requests', '二', '自然人', '')], [], [
      'XYR-01 warning 自然人列：上年结转申请0件，上一年度报告结转下年度继续办理1件，两者应当相等，请核对。（1格空白或符号按0计）',
    ]],
    ['现行有效件数不衔接', '2021', [], [at('proactive', '行政规范性文件', '现行有效件数', '21')], [
      'XYR-02 warning 行政规范性文件：上一年度现行有效21件，加本年制发1件，减本年废止1件，应为21件，现填12件；如有失效、重新认定等情形，请说明。',
    ]],
    ['上一年项目数量不衔接', '2019', [], [at('proactive', '行政处罚', '本年增/减', '-3')], [
      'XYR-03 warning 行政处罚：上一年项目数量填8，按上一年度报告（8项，增减-3项）应为5，请核对。',
    ]],
    ['上年未审结案件没有下落', '2019', [], [at('remedies', '复议后起诉', '尚未审结', '2')], [
      'XYR-04 warning 复议后起诉：上一年度尚未审结2件，本年总计只有0件，未审结案件的结果没有反映，请核对。',
    ]],
    ['数量悬殊', '2019', [at('proactive', '行政许可', '处理决定数量', '1200')], [], [
      'XYR-06 note 行政许可／处理决定数量：由上一年度的120变为1200，变动较大，请核实。',
    ]],
    ['数量小，倍数大，不作提示', '2019', [at('proactive', '行政处罚', '处理决定数量', '40')], [], []],
    ['数量大，倍数小，不作提示', '2019', [at('proactive', '行政许可', '处理决定数量', '590')], [], []],
    ['公开总数减少', '2019', [], [at('proactive', '规范性文件', '对外公开总数量', '13')], [
      'XYR-07 note 规范性文件：对外公开总数量由13件减至10件，请核实是否有文件退出公开。',
    ]],
  ]
  for (const [situation, form, now, before, expected] of ROWS) {
    it(situation, () => {
      const report = exampleReport(form, now)
      const previous = exampleReport(form, before, (report.year ?? 0) - 1)
      const { findings } = check(report, { ...ALONE, previous })
      assert.deepEqual(
        findings
          .filter(({ rule }) => rule.startsWith('XYR'))
          .map(({ rule, severity, message }) => `${rule} ${severity} ${message}`),
        expected,
      )
    })
  }

  // biome-ignore format: one case a line
  const LACKING: [situation: string, previous: AnnualReport | null, reason: RegExp][] = [
    ['没有上一年度报告', null, /^未提供上一年度报告/],
    ['所附报告年度不对', exampleReport('2021', [], 2021), /^所附报告为2021年报告，不是上一年度（2022年）报告/],
    ['所附报告是别的机关', exampleReport('2021', [{ reading: { authority: '云岭县民政局' } }], 2022), /^所附报告属于云岭县民政局/],
    ['上年报告有未识别的单元格', exampleReport('2021', [at('requests', '四', '总计', null)], 2022), /^上一年度报告四／总计未能识别为数字/],
  ]
  for (const [situation, previous, reason] of LACKING) {
    it(`${situation}，说明不能核对`, () => {
      const { findings, notAssessable } = check(exampleReport('2021', []), { ...ALONE, previous })
      assert.deepEqual(findings, [])
      assert.match(notAssessable.find(({ rule }) => rule === 'XYR-01')?.reason ?? '', reason)
    })
  }

  it('跨2021年格式变更，表三、表四照常核对，表二说明不能核对', () => {
    const report = exampleReport('2021', [], 2021)
    const previous = exampleReport('2019', [at('requests', '四', '总计', '2')], 2020)
    const { findings, notAssessable } = check(report, { ...ALONE, previous })
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['XYR-01'],
    )
    assert.deepEqual(notAssessable, [
      { rule: 'XYR-02', reason: '上一年度报告使用另一格式，没有可以对应的栏目，无法跨年核对。' },
    ])
  })
})

describe('跨格式的数据系列', () => {
  // biome-ignore format: one case a line
  const SAME: [situation: string, a: [FormId, TableKey, string, string], b: [FormId, TableKey, string, string], same: boolean][] = [
    ['表三连续', ['2019', 'requests', '三（三）8', '总计'], ['2021', 'requests', '三（三）8', '总计'], true],
    ['表四连续', ['2019', 'remedies', '行政复议', '结果纠正'], ['2021', 'remedies', '行政复议', '结果纠正'], true],
    ['处理决定数量连续', ['2019', 'proactive', '行政许可', '处理决定数量'], ['2021', 'proactive', '行政许可', '本年处理决定数量'], true],
    ['规章制作数不连续', ['2019', 'proactive', '规章', '本年新制作数量'], ['2021', 'proactive', '规章', '本年制发件数'], false],
    ['收费项目与收费金额不连续', ['2019', 'proactive', '行政事业性收费', '上一年项目数量'], ['2021', 'proactive', '行政事业性收费', '本年收费金额（单位：万元）'], false],
  ]
  for (const [situation, a, b, same] of SAME) {
    it(situation, () => {
      const [keyA, keyB] = [a, b].map(
        ([form, table, row, column]) => identityOf(form, { table, row, column }).key,
      )
      assert.equal(keyA === keyB, same)
    })
  }

  const all = series([
    exampleReport(
      '2021',
      [at('requests', '三（六）1', '总计', '2'), at('requests', '三（六）3', '总计', '3')],
      2021,
    ),
    exampleReport('2019', [at('requests', '三（六）', '总计', '4')], 2020),
  ])
  const of = (key: string) => all.find((one) => one.key === key)

  it('旧三（六）等于新三（六）1、2、3之和', () => {
    const one = of('requests|三（六）|总计')
    assert.equal(one?.label, '三（六）／总计')
    assert.deepEqual(
      one.points.map(({ year, value }) => [year, value]),
      [
        [2020, 4],
        [2021, 5],
      ],
    )
    assert.deepEqual(one.breaks, [])
  })

  it('格式变更处标明中断', () => {
    const one = of('proactive|行政规范性文件|现行有效件数|2021')
    assert.deepEqual(
      one?.points.map(({ state }) => state),
      ['absent', 'number'],
    )
    assert.deepEqual(one.breaks, [2021])
  })

  it('处理决定数量连续，附说明', () => {
    const one = of('proactive|行政许可|处理决定数量')
    assert.deepEqual(
      one?.points.map(({ value }) => value),
      [120, 120],
    )
    assert.match(one.note ?? '', /口径/)
  })

  it('未识别的单元格不作零', () => {
    const [one] = series([
      exampleReport('2021', [at('requests', '三（六）2', '总计', null)]),
    ]).filter(({ key }) => key === 'requests|三（六）|总计')
    assert.deepEqual(
      one?.points.map(({ state, value }) => [state, value]),
      [['unread', null]],
    )
  })
})
