import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tableViews } from '@gongkai/report'
import { NO_FILTER, type Row, selectRows, toRows } from '../src/overview/rows.js'
import { nextCell, spotsOf } from '../src/report/move-in-table.js'
import { groupFindings, numberFindings } from '../src/report/number-findings.js'
import { newItem } from '../src/state/item.js'
import { summaryOf } from '../src/state/summary.js'
import { reduce } from '../src/state/workspace.js'
import { readItem, textFinding } from './items.js'

const finding = textFinding('intro', 0, 1)
const warning = { ...textFinding('intro', 1, 2, 'B-01'), severity: 'warning' } as const

describe('发现的编号和分组', () => {
  it('先错误后警告，再按规则，同一规则按出现的先后', () => {
    const findings = [
      warning,
      textFinding('intro', 5, 6, 'B-02'),
      textFinding('intro', 3, 4, 'A-01'),
    ]
    const numbered = numberFindings([...findings, textFinding('intro', 0, 1, 'B-02')])
    assert.deepEqual(
      numbered.map((one) => [one.no, one.finding.rule]),
      [
        [1, 'A-01'],
        [2, 'B-02'],
        [3, 'B-02'],
        [4, 'B-01'],
      ],
    )
    assert.deepEqual(
      groupFindings(numbered).map(({ severity, count }) => [severity, count]),
      [
        ['error', 3],
        ['warning', 1],
      ],
    )
  })
})

describe('结论', () => {
  const withFindings = (findings: readonly (typeof finding)[]) => {
    const item = readItem('甲')
    return { ...item, check: { ...item.check, findings } }
  }

  it('有错误，待处理', () => assert.equal(summaryOf(withFindings([finding])).verdict, 'open'))

  it('错误已忽略，通过，并计数', () => {
    const item = withFindings([finding])
    const waivers = [{ rule: finding.rule, target: finding.target, reason: '无误' }]
    const summary = summaryOf({ ...item, saved: { ...item.saved, waivers } })
    assert.deepEqual([summary.verdict, summary.error, summary.waived], ['passed', 0, 1])
  })

  it('有未读出的单元格，不算通过', () => {
    const { saved } = readItem('甲')
    const cells = saved.cells.map((cell, at) =>
      at === 0 ? { ...cell, state: 'unread' as const, value: null } : cell,
    )
    const summary = summaryOf(readItem('甲', { cells }))
    assert.deepEqual([summary.verdict, summary.unread], ['open', 1])
  })

  it('不是规定格式的，不说通过', () => {
    assert.equal(summaryOf(readItem('甲', { form: 'before-2019', cells: [] })).verdict, 'other')
  })
})

describe('总表', () => {
  const failed = { ...newItem('丙', new File([], '丙.pdf')), stage: 'failed' } as const
  const first = readItem('甲', { authority: '云岭县财政局', year: 2024 })
  const checked = { ...first, check: { ...first.check, findings: [finding, warning] } }
  const second = readItem('乙', { authority: '云岭县水务局', year: 2023 })
  const rows = toRows([checked, second, failed])
  const ids = (selected: readonly Row[]) => selected.map(({ item }) => item.id).join('')

  // biome-ignore format: table
  const FILTERS: readonly (readonly [title: string, filter: Partial<typeof NO_FILTER>, found: string])[] = [
    ['全部',       {},                 '甲乙丙'],
    ['按机关',     { text: '水务' },   '乙'],
    ['按文件名',   { text: '丙.' },    '丙'],
    ['有错误的',   { show: 'error' },  '甲'],
    ['未能读取的', { show: 'failed' }, '丙'],
    ['按年度',     { year: 2023 },     '乙'],
    ['没有',       { show: 'unread' }, ''],
  ]
  for (const [title, filter, found] of FILTERS) {
    it(title, () => assert.equal(ids(selectRows(rows, { ...NO_FILTER, ...filter }, null)), found))
  }

  it('按错误数排序，没有读出的在 0 之后', () => {
    const sorted = selectRows(rows, NO_FILTER, { key: 'error', descending: true })
    assert.equal(ids(sorted), '甲乙丙')
  })

  it('移除被选作上年报告的文件，改为自动匹配', () => {
    const using = { ...first, conditions: { ...first.conditions, previous: '乙' } }
    const { items } = reduce({ items: [using, second] }, { kind: 'removed', ids: ['乙'] })
    assert.equal(items[0]?.conditions.previous, 'auto')
  })

  it('同名同内容的文件不重复载入，选作上年报告的改指原有的一份', () => {
    const using = { ...second, conditions: { ...second.conditions, previous: '丁' } }
    const again = newItem('丁', new File([], first.name))
    const { saved, check } = first
    const action = { kind: 'read', id: '丁', saved, check, checkedKey: null, restored: 0 } as const
    const { items } = reduce({ items: [first, using, again] }, action)
    assert.deepEqual(
      items.map(({ id, conditions }) => [id, conditions.previous]),
      [
        ['甲', 'auto'],
        ['乙', '甲'],
      ],
    )
  })

  it('停止读取只停没有读完的', () => {
    const waiting = newItem('丁', new File([], '丁.docx'))
    const { items } = reduce({ items: [first, waiting] }, { kind: 'cancelled' })
    assert.deepEqual(
      items.map(({ stage }) => stage),
      ['read', 'cancelled'],
    )
  })
})

describe('表格中的方向键', () => {
  const [proactive, requests] = tableViews('2021').map(spotsOf)

  // biome-ignore format: table
  const MOVES: readonly (readonly [key: string, from: string, to: string | null])[] = [
    ['ArrowRight', 'requests|一|自然人',   'requests|一|商业企业'],
    ['ArrowRight', 'requests|一|总计',     null],
    ['ArrowLeft',  'requests|一|商业企业', 'requests|一|自然人'],
    ['ArrowDown',  'requests|二|其他',     'requests|三（一）|其他'],
    ['ArrowUp',    'requests|一|总计',     null],
    ['End',        'requests|四|自然人',   'requests|四|总计'],
    ['Home',       'requests|四|总计',     'requests|四|自然人'],
    ['Enter',      'requests|四|总计',     null],
  ]
  for (const [key, from, to] of MOVES) {
    it(`${key} ${from}`, () => assert.equal(nextCell(requests ?? [], from, key), to))
  }

  it('从三列的一行下到一列的一行', () => {
    const from = 'proactive|行政规范性文件|现行有效件数'
    assert.equal(
      nextCell(proactive ?? [], from, 'ArrowDown'),
      'proactive|行政许可|本年处理决定数量',
    )
  })
})
