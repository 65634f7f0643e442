import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compareReports, exampleReport } from '../src/index.js'
import type { Change } from './given.js'

describe('比较两份报告', () => {
  const one = (text: string): Change[] => [{ part: 'section/一', text }]

  it('同一报告，表格没有不同，文字全部相同', () => {
    const report = exampleReport('2021', [])
    const { cells, sameCells, passages } = compareReports(report, report)
    assert.deepEqual([cells.length, sameCells], [0, report.cells.length])
    assert.ok(passages.length > 5)
    assert.ok(passages.every(({ kind }) => kind === 'same'))
  })

  it('数字变化、空白与数字分开说明', () => {
    const changes: Change[] = [
      { cell: ['requests', '一', '总计'], printed: '9' },
      { cell: ['requests', '四', '总计'], printed: '' },
      { cell: ['requests', '四', '其他'], printed: null },
    ]
    const { cells } = compareReports(
      exampleReport('2021', []),
      exampleReport('2021', changes, 2022),
    )
    assert.deepEqual(
      cells.map(({ label, kind, difference }) => [label, kind, difference]),
      [
        ['一／总计', 'value', 3],
        ['四／其他', 'state', null],
        ['四／总计', 'state', null],
      ],
    )
  })

  it('金额换算成一个单位再比；一份有单位一份没有的，写明不同', () => {
    const amount = (printed: string) =>
      exampleReport('2019', [{ cell: ['proactive', '政府集中采购', '采购总金额'], printed }])
    const compared = (a: string, b: string) =>
      compareReports(amount(a), amount(b)).cells.map(({ kind, difference }) => [kind, difference])
    assert.deepEqual(compared('175万元', '1750000元'), [])
    assert.deepEqual(compared('175万元', '1760000元'), [['value', 1]])
    assert.deepEqual(compared('175万元', '175'), [['state', null]])
  })

  it('跨格式比较：表三合并比较，无对应栏目的标明中断', () => {
    const a = exampleReport('2019', [{ cell: ['requests', '三（六）', '总计'], printed: '4' }])
    const b = exampleReport('2021', [{ cell: ['requests', '三（六）2', '总计'], printed: '5' }])
    const { cells } = compareReports(a, b)
    const of = (label: string) => cells.filter((change) => change.label === label)
    assert.deepEqual(
      of('三（六）／总计').map(({ kind, difference }) => [kind, difference]),
      [['value', 1]],
    )
    assert.deepEqual(
      of('规范性文件／对外公开总数量').map(({ kind }) => kind),
      ['break'],
    )
    assert.deepEqual(
      of('三（六）2／总计').map(({ kind }) => kind),
      ['break'],
    )
  })

  // biome-ignore format: one case a line
  const PASSAGES: [situation: string, a: string, b: string, kinds: string[]][] = [
    ['逐字相同', '全县建成政务公开专区三处，接待群众查询。', '全县建成政务公开专区三处，接待群众查询。', ['same']],
    ['只换数字', '全年接待现场查询群众128人次，发放指南。', '全年接待现场查询群众96人次，发放指南。', ['numbers']],
    ['改写', '县局组织各科室开展信息公开业务培训，参训人员全覆盖。', '县局组织各股室开展信息公开业务培训，参训人员实现全覆盖。', ['changed']],
    ['各写各的', '修订公开指南并重新排印，送到各镇便民中心。', '推进预算项目绩效目标随预算草案一并公布。', ['onlyInB', 'onlyInA']],
    ['法定套话不比', '坚持以公开为常态、不公开为例外。', '坚持以公开为常态、不公开为例外。', []],
  ]
  for (const [situation, a, b, kinds] of PASSAGES) {
    it(situation, () => {
      const { passages } = compareReports(
        exampleReport('2021', one(a)),
        exampleReport('2021', one(b)),
      )
      const isOne = ({ part }: { part: string }) => part === 'section/一'
      assert.deepEqual(
        passages
          .filter((change) => [change.a, change.b].some((side) => side && isOne(side)))
          .map(({ kind }) => kind),
        kinds,
      )
    })
  }

  it('给出两边的起止', () => {
    const text = '（一）主动公开。\n全年接待现场查询群众128人次，发放指南。'
    const { passages } = compareReports(
      exampleReport('2021', one(text)),
      exampleReport('2021', one(text)),
    )
    const [first] = passages.filter(({ b }) => b?.text.startsWith('全年接待'))
    assert.deepEqual([first?.b?.part, first?.b?.start, first?.b?.end], ['section/一', 9, 30])
  })
})
