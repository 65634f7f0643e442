import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown } from '../../src/source/markdown/read-markdown.js'
import { shapes } from './shapes.js'

async function read(text: string) {
  const result = await readMarkdown(new TextEncoder().encode(text))
  assert.ok(result.ok)
  return result.value
}

// biome-ignore format: one case a line
const CASES: readonly (readonly [title: string, text: string, expected: ReturnType<typeof shapes>])[] = [
  ['标题', '# 年度报告\n## 一、总体情况 ##', ['年度报告', '一、总体情况']],
  ['加粗、斜体、删除线、代码', '**本年**新*制作*~~数~~`量`__一__', ['本年新制作数量一']],
  ['词中的下划线不是标记', 'a_b_c', ['a_b_c']],
  ['单独的星号', '注：*为必填', ['注：*为必填']],
  ['转义', '1\\. 总体情况 \\*甲\\* \\[乙\\]', ['1. 总体情况 *甲* [乙]']],
  ['链接留文字，图片不读', '见[云岭县](http://a.cn/b_(c) "题")![图](a.png)', ['见云岭县']],
  ['方括号不是链接', '[bookmark: _GoBack]规章', ['[bookmark: _GoBack]规章']],
  ['引用和无序列表', '> 甲\n- 乙\n* 丙', ['甲', '乙', '丙']],
  ['负数不是列表', '-3\n- 3', ['-3', '3']],
  ['有序列表的序号是文字', '1. 甲\n2、乙', ['1. 甲', '2、乙']],
  ['分隔线和代码围栏不读', '甲\n---\n```\n乙\n```\n***', ['甲', '乙']],
  ['空行保留', '甲\n\n乙', ['甲', '', '乙']],
  ['行内标签和实体', '甲<br>乙<b>丙</b>&nbsp;&lt;', ['甲', '乙丙 <']],
  ['管道表格', '| 信息内容 | 数量 |\n| --- | ---: |\n| 规章 | **0** |\n| | 1 |', [[['信息内容', '数量'], ['规章', '0'], ['', '1']]]],
  ['管道表格两边没有竖线', '信息内容 | 数量\n---|---\n规章 | 0', [[['信息内容', '数量'], ['规章', '0']]]],
  ['一行都是短横：第二行是分隔，往下是填写的符号', '| 甲 | 乙 |\n| - | - |\n| - | - |', [[['甲', '乙'], ['-', '-']]]],
  ['各行格数不同', '| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1 |\n| 2 | 3 | 4 | 5 |', [[['甲', '乙', '丙'], ['1'], ['2', '3', '4', '5']]]],
  ['转义的竖线不分格', '| 甲\\|乙 | 1 |', [[['甲|乙', '1']]]],
  ['正文中的一个竖线', '甲|乙', ['甲|乙']],
  ['嵌入的网页表格', '甲\n<table><tr>\n<td>规章<td>0\n</table>\n乙', ['甲', [['规章', '0']], '乙']],
]

describe('Markdown 读成文字和表格', () => {
  for (const [title, text, expected] of CASES) {
    it(title, async () => assert.deepEqual(shapes(await read(text)), expected))
  }
  it('位置是原文的行和列', async () => {
    const { blocks } = await read('## 一、总体\n| 规章 | 0 |\n|---|---|')
    const [heading, grid] = blocks
    assert.deepEqual(heading?.kind === 'line' && heading.at, {
      kind: 'line',
      line: 1,
      column: 4,
      endLine: 1,
      endColumn: 8,
    })
    assert.deepEqual(grid?.kind === 'grid' && grid.cells[1]?.at, {
      kind: 'line',
      line: 2,
      column: 8,
      endLine: 2,
      endColumn: 9,
    })
  })
})
