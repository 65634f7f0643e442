import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partOf } from '../../src/source/part-of.js'
import { readText } from '../../src/source/text/read-text.js'
import { shapes } from './shapes.js'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function read(bytes: Uint8Array) {
  const result = await readText(bytes)
  assert.ok(result.ok)
  return result.value
}

describe('纯文本逐行读取', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['行首制表符保留', '\t规章\n\t0\n\n\t1', ['\t规章', '\t0', '', '\t1']],
    ['Windows 换行', '一\r\n二\r\n', ['一', '二']],
    ['旧式 Mac 换行', '一\r二', ['一', '二']],
    ['换页符和行分隔符也断行', '一\f二\u2028三', ['一', '二', '三']],
    ['空行保留', '一\n\n\n二', ['一', '', '', '二']],
    [
      '网页的字符写法换成字符',
      '&nbsp;&nbsp;危及&ldquo;三安全&rdquo;&#65288;一&#xFF09;&lt;3 &a;',
      ['  危及“三安全”（一）<3 &a;'],
    ],
    ['末尾没有换行', '一', ['一']],
  ]
  for (const [title, text, expected] of cases) {
    it(title, async () => assert.deepEqual(shapes(await read(utf8(text))), expected))
  }

  it('行列从 1 起算，换页符后的文字仍属同一行', async () => {
    const { blocks } = await read(utf8('甲\n乙丙\f丁'))
    assert.deepEqual(
      blocks.map((block) => block.kind === 'line' && block.at),
      [
        { kind: 'line', line: 1, column: 1, endLine: 1, endColumn: 2 },
        { kind: 'line', line: 2, column: 1, endLine: 2, endColumn: 3 },
        { kind: 'line', line: 2, column: 4, endLine: 2, endColumn: 5 },
      ],
    )
  })
})

describe('网页的字符写法换成字符后', () => {
  it('位置仍是原文的列', async () => {
    const [line] = (await read(utf8('&nbsp;甲&ldquo;乙'))).blocks
    assert.ok(line?.kind === 'line')
    const at = partOf(line.at, 3, 4)
    assert.deepEqual(at.kind === 'line' && [at.column, at.endColumn], [15, 16])
  })
})

describe('用空格对齐的表格', () => {
  it('以两个以上空格为界，按显示宽度给出左右边', async () => {
    const { blocks } = await read(utf8('规 章    2      12'))
    const [line] = blocks
    assert.ok(line?.kind === 'line')
    assert.deepEqual(
      line.pieces?.map(({ text, extent }) => [text, ...extent]),
      [
        ['规 章', 0, 5],
        ['2', 9, 10],
        ['12', 16, 18],
      ],
    )
    assert.equal(line.text, '规 章    2      12')
  })
  const plain: readonly (readonly [string, string])[] = [
    ['段首缩进', '　　2023年，云岭县加强公开。'],
    ['词间一个空格', '2023 年 1 月'],
    ['有制表符', '规章  \t0'],
    ['空行', '      '],
    ['标题的编号空开', '第一部分    总体情况'],
    ['目录二字空开', '目    录'],
  ]
  for (const [title, text] of plain) {
    it(`不是表格：${title}`, async () => {
      const [line] = (await read(utf8(text))).blocks
      assert.ok(line?.kind === 'line')
      assert.equal(line.pieces, undefined)
    })
  }
  it('只在右边有字的一行仍给出位置', async () => {
    const [line] = (await read(utf8('                    0'))).blocks
    assert.ok(line?.kind === 'line')
    assert.deepEqual(
      line.pieces?.map(({ extent }) => extent),
      [[20, 21]],
    )
  })
})

describe('行数上限', () => {
  it('超过二十万行不读', async () => {
    const result = await readText(utf8('\n'.repeat(200_001)))
    assert.equal(!result.ok && result.refusal.code, 'file.too-many-rows')
  })
})
