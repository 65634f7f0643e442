import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown } from '../../src/source/markdown/read-markdown.js'
import { partOf } from '../../src/source/part-of.js'
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
  ['每行是列表的一项', '- 规章 | 0 | 1\n- 2 | 3 | 4', [[['规章', '0', '1'], ['2', '3', '4']]]],
  ['短横在第一格不是列表', '- | 0\n规章 | 1', [[['-', '0'], ['规章', '1']]]],
  ['转义的竖线不分格', '| 甲\\|乙 | 1 |', [[['甲|乙', '1']]]],
  ['正文中的一个竖线', '甲|乙', ['甲|乙']],
  ['嵌入的网页表格', '甲\n<table><tr>\n<td>规章<td>0\n</table>\n乙', ['甲', [['规章', '0']], '乙']],
]

const REPORT = '青溪区财政局2022年政府信息公开工作年度报告'

// biome-ignore format: one case a line
const FRONT: readonly (readonly [title: string, text: string, lines: readonly string[], meta: unknown, residue: number])[] = [
  ['YAML', `---\ntitle: ${REPORT}\ndate: 2023-01-20\ntags:\n  - 年报\n---\n正文`, ['正文'], { title: REPORT, publishedOn: '2023-01-20' }, 4],
  ['YAML 加引号，Windows 换行', `---\r\ntitle: "${REPORT}"\r\n---\r\n正文`, ['正文'], { title: REPORT }, 1],
  ['YAML 折行', `---\ntitle: >-\n  青溪区财政局2022年\n  政府信息公开工作年度报告\nlayout: page\n---\n正文`, ['正文'], { title: REPORT }, 4],
  ['YAML 以三点结束', `---\n标题: ${REPORT}\n发布日期: 2023年1月20日\n...\n正文`, ['正文'], { title: REPORT, publishedOn: '2023-01-20' }, 2],
  ['TOML', `+++\ntitle = "${REPORT}"\ndate = 2023-01-20T08:00:00+08:00\n+++\n正文`, ['正文'], { title: REPORT, publishedOn: '2023-01-20' }, 2],
  ['没有标题', '---\nlayout: post\n---\n正文', ['正文'], {}, 1],
  ['分隔线之间是正文', '---\n甲\n---\n乙', ['甲', '乙'], undefined, 0],
  ['没有结束', '---\ntitle: 甲\n乙', ['title: 甲', '乙'], undefined, 0],
]

describe('Markdown 文件头部的说明', () => {
  for (const [title, text, lines, meta, residue] of FRONT) {
    it(title, async () => {
      const source = await read(text)
      assert.deepEqual(shapes(source), lines)
      assert.deepEqual(source.meta, meta)
      assert.equal(source.residue.length, residue)
    })
  }
})

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

  it('嵌入的几张网页表格依次编号', async () => {
    const table = '<table><tr><td>甲<td>1</table>'
    const { blocks } = await read(`${table}\n乙\n${table}`)
    const places = blocks.flatMap((block) => (block.kind === 'grid' ? [block.cells[0]?.at] : []))
    assert.deepEqual(
      places.map((at) => at?.kind === 'table' && at.table),
      [1, 2],
    )
  })
  it('取出标记后，位置仍是原文的列', async () => {
    const { blocks } = await read('**本年**收到&nbsp;`3`件，见[附件](a.cn)\\*')
    const [line] = blocks
    assert.ok(line?.kind === 'line')
    assert.equal(line.text, '本年收到 3件，见附件*')
    const column = (words: string) => {
      const from = line.text.indexOf(words)
      const at = partOf(line.at, from, from + words.length)
      return at.kind === 'line' && [at.column, at.endColumn]
    }
    assert.deepEqual(column('本年'), [3, 5])
    assert.deepEqual(column('年收'), [4, 8])
    assert.deepEqual(column('收到'), [7, 9])
    assert.deepEqual(column(' '), [9, 10])
    assert.deepEqual(column('3'), [16, 17])
    assert.deepEqual(column('件，见附件'), [18, 24])
    assert.deepEqual(column('*'), [32, 33])
  })
  it('再取一段，位置不漂移；换行标签后的部分、表格里的也不', async () => {
    const { blocks } = await read('*甲*乙<br>**丙**丁\n| **规章** | **12**件 |\n|---|---|')
    const [, line, grid] = blocks
    assert.ok(line?.kind === 'line' && grid?.kind === 'grid')
    const 丁 = partOf(partOf(line.at, 0, 2), 1, 2)
    assert.deepEqual(丁.kind === 'line' && [丁.column, 丁.endColumn], [14, 15])
    assert.deepEqual(
      grid.cells.map(({ text, at }) => [text, at.kind === 'line' && [at.column, at.endColumn]]),
      [
        ['规章', [5, 7]],
        ['12件', [14, 19]],
      ],
    )
    const [, 件] = grid.cells
    const at = 件 && partOf(件.at, 2, 3)
    assert.deepEqual(at?.kind === 'line' && at.column, 18)
  })
})
