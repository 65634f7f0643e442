import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { joinWrappedRows } from '../src/whole/wrapped-rows.js'
import { blocksOfText, readBlocks, rowsRead } from './align-sample.js'
import { shapes } from './source/shapes.js'
import { reportOf, reportText } from './whole-sample.js'

const joined = (text: string) => joinWrappedRows(blocksOfText(text))

const HEAD = `
| 第二十条第（一）项                     |
|信息内容|本年制发|本年废止|现行有效|
|        |件数    |件数    |件数    |
`.trim()

const RULE = '├────────┼────────┼────────┼────────┤'

/** A drawn table with one stroke too many in its first row: the strokes do not show which cell is which. */
const unclear = (...bands: readonly string[]) =>
  [
    '┌───────────────────────────────────┐',
    '│││      第二十条第（一）项         │',
    '├────────┬────────┬────────┬────────┤',
    '│信息内容│制发件数│废止件数│有效件数│',
    ...bands.flatMap((band) => [RULE, band]),
    '└────────┴────────┴────────┴────────┘',
  ].join('\n')

const FULL = '│行政规范│   4    │        │        │\n│性文件  │        │   6    │   5    │'

// biome-ignore format: one case a line
const PIPES: readonly (readonly [title: string, rows: string, read: readonly string[]])[] = [
  ['数在首行', '|规章|3|1|28|\n|行政规范|46|12|309|\n|性文件||||', ['规章 3 1 28', '行政规范性文件 46 12 309']],
  ['数在末行，有空格', '|规章|3|1|28|\n|行政规范||||\n|性文件|46||309|', ['规章 3 1 28', '行政规范性文件 46 _ 309']],
  ['数分在两行', '|规章|3|1|28|\n|行政规范|46||309|\n|性文件||12||', ['规章 3 1 28', '行政规范性文件 46 12 309']],
  ['下一行是另一项，各格空着', '|规章||||\n|行政规范性文件|46|12|309|', ['规章 _ _ _', '行政规范性文件 46 12 309']],
]

// biome-ignore format: one case a line
const BANDS: readonly (readonly [title: string, bands: readonly string[], read: readonly string[]])[] = [
  ['标签断行，数分在两行', ['│规章    │   1    │        │   3    │', FULL], ['规章 1 _ 3', '行政规范性文件 4 6 5']],
  ['标签在首行，数在末行', ['│规章    │        │   0    │        │\n│        │   1    │        │   3    │', FULL], ['规章 1 0 3', '行政规范性文件 4 6 5']],
  ['标签不是格式的字，占满一行', ['│规章    │   1    │   2    │   3    │', '│行政规范│        │   4    │        │\n│性文件等│   1    │        │   6    │'], ['规章 1 2 3', '行政规范性文件 1 4 6']],
  ['标签不是格式的字，没有占满：哪格空着不能断定', ['│规章    │        │   0    │        │\n│ 命令   │   1    │        │   3    │', FULL], ['规章 ? ? ?', '行政规范性文件 4 6 5']],
  ['没有横线的两项仍是两行', ['│规章    │   1    │        │   3    │\n│行政规范│   4    │   6    │   5    │\n│性文件  │        │        │        │'], ['规章 1 _ 3', '行政规范性文件 4 6 5']],
]

describe('竖线隔开的表格，一项的几行合成一行', () => {
  for (const [title, rows, read] of PIPES) {
    it(title, () => {
      const table = readBlocks(joined(`${HEAD}\n${rows}`), 'proactive')
      assert.deepEqual(rowsRead(table).slice(0, 2), read)
    })
  }

  it('在整篇报告里', () => {
    const printed = /（二）部分公开.*/
    const wrapped =
      '|（二）部分公开（区分处理的|1|2||||3|6|\n|，只计这一情形，不计其他情|||||||\n|形）|||||||'
    const { cells } = reportOf(reportText().replace(printed, wrapped))
    assert.deepEqual(
      cells.filter(({ row }) => row === '三（二）').map(({ state, value }) => value ?? state),
      [1, 2, 'blank', 'blank', 'blank', 3, 6],
    )
  })

  it('没有断行的，仍按行读', () => {
    const text = '|规章|3|1|28|\n|行政处罚|5|\n|结果维持|结果纠正|\n|—|—|\n甲|乙'
    assert.deepEqual(shapes({ blocks: joined(text) }), text.split('\n'))
  })

  it('位置从首行到末行', () => {
    const [grid] = joined('| 行政规范 | 4 |\n| 性文件 | |')
    assert.ok(grid?.kind === 'grid')
    assert.deepEqual(
      grid.cells.map(({ text, at }) => [text, at.kind === 'line' && Object.values(at).slice(1)]),
      [
        ['行政规范\n性文件', [1, 3, 2, 6]],
        ['4', [1, 10, 1, 11]],
      ],
    )
  })

  it('十万行也合得成', () => {
    const blocks = blocksOfText('|行政规范|4|\n|性文件| |\n'.repeat(50_000))
    assert.equal(joinWrappedRows(blocks).length, 1)
  })
})

describe('画线的表格看不出各格，横线之间的几行', () => {
  for (const [title, bands, read] of BANDS) {
    it(title, () => {
      const table = readBlocks(joined(unclear(...bands)), 'proactive')
      assert.deepEqual(rowsRead(table).slice(0, 2), read)
    })
  }
})
