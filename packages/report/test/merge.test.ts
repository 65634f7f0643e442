import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  cellKey,
  check,
  differences,
  exampleReport,
  mergedAnnualReport,
  mergeReports,
} from '../src/index.js'
import type { Change, FormId } from './given.js'

const FEE = '本年收费金额（单位：万元）'
const fee = (printed: string | null): Change => ({
  cell: ['proactive', '行政事业性收费', FEE],
  printed,
})
const received = (printed: string | null): Change => ({ cell: ['requests', '一', '总计'], printed })
const purchase = (printed: string): Change => ({
  cell: ['proactive', '政府集中采购', '采购总金额'],
  printed,
})

describe('汇总所属单位的报告', () => {
  const merged = (form: FormId, ...changes: Change[][]) =>
    mergeReports(
      changes.map((one, i) => ({
        name: ['甲局', '乙局', '丙局'][i] ?? '',
        report: exampleReport(form, one),
      })),
      { form, year: form === '2021' ? 2023 : 2020 },
    )
  const at = (report: ReturnType<typeof merged>, key: string) =>
    report.cells.find((cell) => cellKey(cell) === key)
  const RECEIVED = 'requests|一|总计'

  it('逐格相加，注明各单位的数', () => {
    const cell = at(merged('2021', [], [received('8')]), RECEIVED)
    assert.deepEqual([cell?.state, cell?.value, cell?.raw], ['number', 14, '14'])
    assert.deepEqual(cell?.sources, [
      { name: '甲局', value: 6, state: 'number', unit: null },
      { name: '乙局', value: 8, state: 'number', unit: null },
    ])
  })

  it('格式的每一格都有，顺序不变', () => {
    assert.deepEqual(
      merged('2021', []).cells.map(cellKey),
      exampleReport('2021', []).cells.map(cellKey),
    )
  })

  it('有单位未能识别的，合计不作数并说明', () => {
    const report = merged('2021', [], [received(null)])
    assert.deepEqual([at(report, RECEIVED)?.state, at(report, RECEIVED)?.value], ['unread', null])
    assert.deepEqual(report.notAdded, [
      {
        name: '乙局',
        cell: { table: 'requests', row: '一', column: '总计' },
        reason: '未能识别为数字，请补录后重新汇总。',
      },
    ])
  })

  it('空白按0计并说明；都空白的仍是空白', () => {
    const report = merged('2021', [], [received('')])
    assert.equal(at(report, RECEIVED)?.value, 6)
    assert.ok(
      report.notes.some(
        ({ name, message }) => name === '乙局' && message === '未填数字，汇总时按0计。',
      ),
    )
    const blank = merged('2021', [received('')], [received('')])
    assert.deepEqual([at(blank, RECEIVED)?.state, at(blank, RECEIVED)?.value], ['blank', null])
  })

  it('元换算为万元后相加', () => {
    const report = merged('2021', [fee('0.1')], [fee('2000元')])
    const cell = at(report, `proactive|行政事业性收费|${FEE}`)
    assert.deepEqual([cell?.value, cell?.unit], [0.3, '万元'])
    assert.ok(
      report.notes.some(
        ({ name, message }) => name === '乙局' && message === '2000元换算为0.2万元。',
      ),
    )
  })

  // biome-ignore format: one case a line
  const AMOUNTS: [situation: string, printed: string[], value: number | null, unit: string][] = [
    ['都以元填写，合计为元', ['100元', '250元'], 350, '元'],
    ['单位不一，合计为万元', ['1.5万元', '2500元'], 1.75, '万元'],
    ['有一家没有单位，不能相加', ['1.5万元', '2500'], null, '万元'],
    ['零不问单位', ['1.5万元', '0'], 1.5, '万元'],
  ]
  for (const [situation, printed, value, unit] of AMOUNTS) {
    it(`采购总金额${situation}`, () => {
      const cell = at(
        merged('2019', ...printed.map((one) => [purchase(one)])),
        'proactive|政府集中采购|采购总金额',
      )
      assert.deepEqual([cell?.value, cell?.unit], [value, unit])
    })
  }

  it('表头没有单位的金额，合计连同单位写出', () => {
    const printed = (...amounts: string[]) =>
      at(
        merged('2019', ...amounts.map((one) => [purchase(one)])),
        'proactive|政府集中采购|采购总金额',
      )?.raw
    assert.equal(printed('100元', '250元'), '350元')
    assert.equal(printed('0', '0'), '0')
    const charges = at(merged('2021', [fee('0.1')]), `proactive|行政事业性收费|${FEE}`)
    assert.equal(charges?.raw, '0.1')
  })

  it('格式或者年度不同的报告整份不加', () => {
    const children = [
      { name: '甲局', report: exampleReport('2021', []) },
      { name: '乙局', report: exampleReport('2019', []) },
      { name: '丙局', report: exampleReport('2021', [], 2022) },
    ]
    const report = mergeReports(children, { form: '2021', year: 2023 })
    assert.deepEqual(report.notAdded, [
      { name: '乙局', cell: null, reason: '报告格式与汇总表不同，各栏目不能直接相加。' },
      { name: '丙局', cell: null, reason: '报告年度为2022年，不是2023年。' },
    ])
    assert.equal(at(report, RECEIVED)?.value, 6)
  })

  it('提示联合制发的文件', () => {
    assert.equal(
      merged('2021', [], []).notes.filter(({ message }) => message.startsWith('联合制发')).length,
      6,
    )
    assert.deepEqual(merged('2021', []).notes, [])
  })

  it('可以写成一份报告：六个标题，表格为合计', () => {
    const report = mergedAnnualReport(merged('2021', [], []), '云岭县人民政府')
    assert.equal(report.title, '云岭县人民政府2023年政府信息公开工作年度报告')
    assert.equal(report.sections[2]?.heading, '三、收到和处理政府信息公开申请情况')
    const [cell] = report.cells.filter((one) => cellKey(one) === RECEIVED)
    assert.deepEqual([cell?.value, cell && 'sources' in cell], [12, false])
    const unnamed = mergedAnnualReport(merged('2021', [], []), null)
    assert.equal(unnamed.title, '2023年政府信息公开工作年度报告')
  })

  it('只有表格：涉及正文的规则无法判断，不报错误', () => {
    const report = mergedAnnualReport(merged('2021', [], []), '云岭县人民政府')
    const context = { previous: null, authority: null, publishedOn: null, subordinates: null }
    const { findings, notAssessable } = check({ ...report, sections: [] }, context)
    assert.deepEqual(
      findings.filter(({ rule }) => /^(?:STR|FEE)/.test(rule)),
      [],
    )
    const codes = notAssessable.map(({ rule }) => rule)
    for (const code of ['STR-01', 'STR-04', 'STR-05', 'STR-08', 'FEE-01']) {
      assert.ok(codes.includes(code), code)
    }
  })

  it('与印发的汇总报告逐格比对', () => {
    const report = merged('2021', [fee('0')], [fee('0')])
    const doubled: Change[] = report.cells.map(({ table, row, column, value }) => ({
      cell: [table, row, column],
      printed: String(value),
    }))
    assert.deepEqual(differences(report, exampleReport('2021', doubled)), [])
    const parent = exampleReport('2021', [
      ...doubled,
      received('13'),
      fee(''),
      { cell: ['requests', '四', '总计'], printed: null },
    ])
    assert.deepEqual(differences(report, parent), [
      {
        cell: { table: 'requests', row: '一', column: '总计' },
        merged: 12,
        printed: 13,
        difference: 1,
        reason: null,
      },
      {
        cell: { table: 'requests', row: '四', column: '总计' },
        merged: 2,
        printed: null,
        difference: null,
        reason: '汇总报告此格未能识别为数字。',
      },
    ])
  })
})
