import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Cell, FORMS, type SavedReport, series } from '@gongkai/report'
import { blankReport } from '../../src/collection/starting-points.js'
import { MEASURES, type Share, shareOf } from '../../src/figures/measures.js'

/** Cells of a form, by row and column of tables 三 and 四; of the others is printed nothing. */
function reportWith(
  form: '2019' | '2021',
  printed: Readonly<Record<string, string>>,
  column = '总计',
): SavedReport {
  const blank = blankReport({
    authority: '云岭县财政局',
    reportYear: form === '2019' ? 2020 : 2021,
    form,
  })
  const cells = blank.cells.map((cell): Cell => {
    const raw = cell.column === column ? printed[cell.row] : undefined
    if (raw === undefined) return cell
    if (raw === '?') return { ...cell, state: 'unread', raw: null }
    if (raw === '/') return { ...cell, state: 'mark', raw }
    return { ...cell, state: 'number', raw, value: Number(raw) }
  })
  return { ...blank, cells }
}

describe('横向比较的算法', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, measure: string, printed: Readonly<Record<string, string>>, expected: Partial<Share>])[] = [
    ['予以公开率：予以公开和部分公开之和',   'granted', { '三（一）': '6', '三（二）': '3', '三（七）': '12' }, { kind: 'share', numerator: 9, denominator: 12, share: 0.75 }],
    ['空白与符号和数字相加时计为零',         'granted', { '三（一）': '6', '三（二）': '/', '三（七）': '12' }, { kind: 'share', numerator: 6, share: 0.5 }],
    ['少于10件的样本不足',                   'granted', { '三（一）': '6', '三（七）': '9' },                   { kind: 'tooFew', numerator: 6, denominator: 9 }],
    ['正好10件的计算',                       'granted', { '三（一）': '6', '三（七）': '10' },                  { kind: 'share', share: 0.6 }],
    ['未读出的不计算，更不当作零',           'granted', { '三（一）': '?', '三（七）': '12' },                  { kind: 'unknown', state: 'unread' }],
    ['分母是空白的不计算',                   'granted', { '三（一）': '6' },                                    { kind: 'unknown', state: 'blank' }],
    ['分子大于分母的不计算',                 'granted', { '三（一）': '13', '三（七）': '12' },                 { kind: 'wrong', numerator: 13, denominator: 12 }],
    ['不予公开率：八项之和',                 'refused', { '三（三）1': '1', '三（三）8': '2', '三（七）': '12' }, { kind: 'share', numerator: 3, share: 0.25 }],
    ['结转率：以新收和上年结转为分母',       'carried', { '一': '8', '二': '2', '四': '1' },                    { kind: 'share', denominator: 10, share: 0.1 }],
  ]
  for (const [title, measure, printed, expected] of CASES) {
    it(title, () => {
      const spec = MEASURES.find((one) => one.measure === measure)
      assert.ok(spec)
      assert.partialDeepStrictEqual(shareOf(spec, reportWith('2021', printed)), expected)
    })
  }

  it('复议纠正率不计尚未审结的', () => {
    const spec = MEASURES.find(({ measure }) => measure === 'reviewed')
    assert.ok(spec)
    const blank = blankReport({ authority: '云岭县财政局', reportYear: 2021, form: '2021' })
    const values: Readonly<Record<string, number>> = { 结果纠正: 2, 尚未审结: 3, 总计: 8 }
    const cells = blank.cells.map((cell): Cell => {
      const value = cell.row === '行政复议' ? values[cell.column] : undefined
      return value === undefined ? cell : { ...cell, state: 'number', value, raw: `${value}` }
    })
    assert.deepEqual(shareOf(spec, { ...blank, cells }), {
      kind: 'share',
      numerator: 2,
      denominator: 5,
      share: 0.4,
    })
  })

  it('每项比较的单元格在两种格式上都有，跨2021年口径不变', () => {
    for (const { measure, numerator, denominator, without } of MEASURES) {
      for (const form of ['2019', '2021'] as const) {
        const there = FORMS[form].cells.map(({ table, row, column }) => `${table} ${row} ${column}`)
        const refs = [...numerator, ...denominator, ...without]
        const missing = refs.filter(
          ({ table, row, column }) => !there.includes(`${table} ${row} ${column}`),
        )
        assert.deepEqual(missing, [], `${measure} ${form}`)
      }
    }
  })
})

describe('历年数据跨越格式改变', () => {
  it('其他处理接新格式三项之和，规范性文件断开', () => {
    const old = reportWith('2019', { '三（六）': '4' })
    const now = reportWith('2021', { '三（六）1': '1', '三（六）2': '0', '三（六）3': '2' })
    const all = series([now, old])
    const valuesOf = (key: string) => {
      const one = all.find((found) => found.key === key)
      return [one?.points.map(({ year, value, state }) => [year, value ?? state]), one?.breaks]
    }
    assert.deepEqual(valuesOf('requests|三（六）|总计'), [
      [
        [2020, 4],
        [2021, 3],
      ],
      [],
    ])
    assert.deepEqual(valuesOf('proactive|行政规范性文件|现行有效件数|2021'), [
      [
        [2020, 'absent'],
        [2021, 'blank'],
      ],
      [2021],
    ])
  })
})
