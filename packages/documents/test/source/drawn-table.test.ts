import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown } from '../../src/source/markdown/read-markdown.js'
import { readText } from '../../src/source/text/read-text.js'
import { readBlocks, rowsRead } from '../align-sample.js'
import { shapes } from './shapes.js'

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(text: string) {
  const result = await readText(bytes(text))
  assert.ok(result.ok)
  return shapes(result.value)
}

const NARROW = `
甲
┌────────┬────┬────┐
│信息    │制发│废止│
│内容    │件数│    │
├────────┼────┼────┤
│规章    │0   │    │
├────────┼────┼────┤
│行政规范│    │ 12 │
│性文件  │ 3  │    │
└────────┴────┴────┘
乙`.trim()

const PROACTIVE = `
┌───────────────────────────────────┐
│        第二十条第（一）项         │
├────────┬────────┬────────┬────────┤
│信息内容│本年制发│本年废止│现行有效│
│        │  件数  │  件数  │  件数  │
├────────┼────────┼────────┼────────┤
│  规章  │   0    │        │   2    │
├────────┼────────┼────────┼────────┤
│行政规范│   1    │   4    │   30   │
│性文件  │        │        │        │
└────────┴────────┴────────┴────────┘`.trim()

/** The same with every box character twice as wide, as Chinese fonts show it. */
const WIDE = `
甲
┌────┬──┬──┐
│信息    │制发│废止│
│内容    │件数│    │
├────┼──┼──┤
│规章    │0   │    │
├────┼──┼──┤
│行政规范│    │ 12 │
│性文件  │ 3  │    │
└────┴──┴──┘
乙`.trim()

const ASCII = `
甲
+----------+------+------+
| 信息     | 制发 | 废止 |
| 内容     | 件数 |      |
+==========+======+======+
| 规章     | 0    |      |
+----------+------+------+
| 行政规范 |      | 12   |
| 性文件   | 3    |      |
+----------+------+------+
乙`.trim()

/** Strokes that do not stand under those of the rules: quotation marks counted as one column. */
const SLOPPY = NARROW.replaceAll('│规章    │', '│“规章” │').replace('│ 12 │', '│   12 │')

const TABLE = [
  '甲',
  [
    ['信息\n内容', '制发\n件数', '废止'],
    ['规章', '0', ''],
    ['行政规范\n性文件', '3', '12'],
  ],
  '乙',
]
const MERGED = `
┌──────────────┬──────────────┐
│              │  申请人情况  │
│  勾稽关系    ├──────┬───────┤
│              │自然人│法人   │
├──────┬───────┼──────┼───────┤
│三、  │（一） │  1   │   2   │
│本年度├───────┼──────┼───────┤
│办理  │（二） │  -   │  +3   │
├──────┴───────┴──────┴───────┤
│ 第二十条第（一）项          │
└─────────────────────────────┘`.trim()

/** A column that begins below a merged cell: only rules that do not cross the table show it. One line has a quotation mark. */
const NESTED = `
┌────────────────┬────┐
│     情形       │人数│
├──┬─────────────┼────┤
│  │总数         │ 3  │
│  ├──────┬──────┼────┤
│  │      │国家秘│    │
│办│（三）│密    │ 1  │
│理│不予公├──────┼────┤
│  │开    │“甲” │ 2  │
│  ├──────┴──────┼────┤
│  │其他         │ 4  │
├──┴─────────────┼────┤
│总计            │ 3  │
└────────────────┴────┘`.trim()

/** No line begins with a mark that closes: the line above it has room for a character. */
const KEPT = `
┌──────────┬──┐
│要求缴纳费│  │
│用通知用  │2 │
│户、不再办│  │
└──────────┴──┘`.trim()

// biome-ignore format: one case a line
const CASES: readonly (readonly [title: string, text: string, expected: unknown])[] = [
  ['框线占一列', NARROW, TABLE],
  ['框线占两列', WIDE, TABLE],
  ['加号和短横', ASCII, TABLE],
  ['双线', NARROW.replaceAll('─', '═').replaceAll('│', '║').replaceAll('┌', '╔').replaceAll('┼', '╬').replaceAll('├', '╠').replaceAll('┤', '╣').replaceAll('└', '╚').replaceAll('┴', '╩').replaceAll('┬', '╦').replaceAll('┐', '╗').replaceAll('┘', '╝'), TABLE],
  ['缩进', NARROW.replace(/^(?=[┌│├└])/gm, '    '), TABLE],
  ['竖线没有对齐', SLOPPY, ['甲', [['信息\n内容', '制发\n件数', '废止'], ['“规章”', '0', ''], ['行政规范\n性文件', '3', '12']], '乙']],
  ['合并单元格', MERGED, [[['勾稽关系@0+2/2', '申请人情况@2+2/1'], ['自然人', '法人'], ['三、\n本年度\n办理@0+1/2', '（一）', '1', '2'], ['（二）', '-', '+3'], ['第二十条第（一）项@0+4/1']]]],
  ['横线不贯通，只在其中分列，引号使竖线错开', NESTED, [[['情形@0+3/1', '人数'], ['办\n理@0+1/4', '总数@1+2/1', '3'], ['（三）\n不予公\n开@1+1/2', '国家秘\n密', '1'], ['“甲”', '2'], ['其他@1+2/1', '4'], ['总计@0+3/1', '3']]]],
  ['顿号不在行首，上一行留有一字的空', KEPT, [[['要求缴纳费\n用通知用\n户、不再办', '2']]]],
  ['加号是数的符号', '+----+----+\n| 甲 | +3 |\n+----+----+', [[['甲', '+3']]]],
  ['格内的短横是填写的符号', '┌──┬──┐\n│甲│──│\n└──┴──┘', [[['甲', '──']]]],
  ['下边框在下一页', '┌──┬──┐\n│甲│1 │\n├──┼──┤\n│乙│2 │', [[['甲', '1'], ['乙', '2']]]],
  ['各行之间没有横线：仍按行读', '┌──┬──┐\n│甲│1 │\n│乙│2 │\n└──┴──┘', ['┌──┬──┐', '│甲│1 │', '│乙│2 │', '└──┴──┘']],
  ['各行之间没有横线，有一行空着：仍按行读', '┌──────┬──┐\n│规章  │0 │\n│文件  │  │\n└──────┴──┘', ['┌──────┬──┐', '│规章  │0 │', '│文件  │  │', '└──────┴──┘']],
  ['竖线数目不合：仍按行读', '┌──┬──┐\n│甲│1 │5│\n└──┴──┘', ['┌──┬──┐', '│甲│1 │5│', '└──┴──┘']],
  ['没有横线的竖线：仍按行读', '|甲|1|\n|乙|2|', ['|甲|1|', '|乙|2|']],
]

describe('用字符画的表格，一格的几行合成一格', () => {
  for (const [title, text, expected] of CASES) {
    it(title, async () => assert.deepEqual(await read(text), expected))
  }

  it('Markdown 代码围栏里的也是', async () => {
    for (const table of [NARROW, ASCII]) {
      const result = await readMarkdown(bytes(`# 丙\n\`\`\`\n${table}\n\`\`\``))
      assert.deepEqual(result.ok && shapes(result.value), ['丙', ...TABLE])
    }
  })

  it('表二画成这样，各格读出', () => {
    const table = readBlocks(PROACTIVE, 'proactive')
    assert.deepEqual(rowsRead(table).slice(0, 2), ['规章 0 _ 2', '行政规范性文件 1 4 30'])
  })

  it('十万行的一块不慢', async () => {
    const started = performance.now()
    assert.equal((await read('│甲│1│\n'.repeat(100_000))).length, 100_000)
    assert.ok(performance.now() - started < 5000)
  })

  it('位置是原文的行和列，几行的从首行到末行', async () => {
    const result = await readText(bytes(NARROW))
    const grid = result.ok && result.value.blocks[1]
    assert.ok(grid && grid.kind === 'grid')
    const places = grid.cells.map(
      ({ at }) => at.kind === 'line' && [at.line, at.column, at.endLine, at.endColumn],
    )
    assert.deepEqual(places[0], [3, 2, 4, 4])
    assert.deepEqual(places[5], [6, 14, 6, 14])
    assert.deepEqual(places[7], [9, 9, 9, 10])
    assert.deepEqual(places[8], [8, 13, 8, 15])
  })

  it('Markdown 的转义和强调不留在格里，位置是原文的列', async () => {
    const result = await readMarkdown(
      bytes('+----+------+\n| 甲 | \\-   |\n+====+======+\n| 乙 | **5** |\n+----+------+'),
    )
    const [grid] = result.ok ? result.value.blocks : []
    assert.ok(grid?.kind === 'grid')
    assert.deepEqual(
      grid.cells.map(({ text, at }) => [text, at.kind === 'line' && [at.column, at.endColumn]]),
      [
        ['甲', [3, 4]],
        ['-', [8, 9]],
        ['乙', [3, 4]],
        ['5', [9, 10]],
      ],
    )
  })
})
