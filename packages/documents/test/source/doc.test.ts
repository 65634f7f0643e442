import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDoc } from '../../src/source/doc/read-doc.js'
import { docFile, type Part } from './doc-file.js'
import { shapes } from './shapes.js'

async function read(...about: Parameters<typeof docFile>) {
  const result = await readDoc(docFile(...about))
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const word = (value: number) => [value & 0xff, (value >> 8) & 0xff]
const IN_TABLE = [0x16, 0x24, 1]
const DELETED = [0x00, 0x08, 1]
const HIDDEN = [0x3c, 0x08, 1]

const line = (text: string, sprms: readonly number[] = []): Part => ({ text: `${text}\r`, sprms })
const cell = (text: string): Part => ({ text: `${text}\x07`, sprms: IN_TABLE })
const inCell = (text: string): Part => ({ text: `${text}\r`, sprms: IN_TABLE })

/** The end of a row with the edges of its cells in twips and the merge flags of each. */
function rowEnd(edges: readonly number[], flags: readonly number[] = []): Part {
  const cells = edges
    .slice(1)
    .flatMap((_, index) => [...word(flags[index] ?? 0), ...Array(18).fill(0)])
  const definition = [edges.length - 1, ...edges.flatMap(word), ...cells]
  return {
    text: '\x07',
    sprms: [...IN_TABLE, 0x17, 0x24, 1, 0x08, 0xd6, ...word(definition.length + 1), ...definition],
  }
}

const VERTICAL_FIRST = 0x60
const VERTICAL_MORE = 0x20
const MERGED_LEFT = 0x02

// biome-ignore format: one case a line
const CASES: readonly (readonly [title: string, parts: readonly Part[], expected: ReturnType<typeof shapes>])[] = [
  ['段落各成一行', [line('一'), line(''), line('二')], ['一', '', '二']],
  ['换行、制表符、不间断连字符', [line('一\x0b二\t三\x1e')], ['一', '二\t三-']],
  ['图片和批注的锚点不读', [line('\x01一\x05二\x08')], ['一二']],
  ['域只读结果', [line('\x13 PAGE \x147\x15件')], ['7件']],
  ['分页符断行', [line('一\x0c二')], ['一', '二']],
  ['空单元格与行尾不相混', [cell('规章'), cell(''), cell(''), rowEnd([0, 1000, 2000, 3000]), cell('文件'), cell('1'), cell('2'), rowEnd([0, 1000, 2000, 3000]), line('后')], [[['规章', '', ''], ['文件', '1', '2']], '后']],
  ['单元格内几段', [inCell('本年新'), cell('制作数量'), cell('0'), rowEnd([0, 1000, 2000])], [[['本年新\n制作数量', '0']]]],
  ['各行宽度不同即横向合并', [cell('甲'), cell('乙'), rowEnd([0, 2000, 3000]), cell('1'), cell('2'), cell('3'), rowEnd([0, 1010, 1990, 3000])], [[['甲@0+2/1', '乙'], ['1', '2', '3']]]],
  ['注明的横向合并', [cell('甲'), cell(''), cell('1'), rowEnd([0, 1000, 2000, 3000], [0, MERGED_LEFT, 0])], [[['甲@0+2/1', '1']]]],
  ['纵向合并', [cell('甲'), cell('1'), rowEnd([0, 1000, 2000], [VERTICAL_FIRST]), cell(''), cell('2'), rowEnd([0, 1000, 2000], [VERTICAL_MORE])], [[['甲@0+1/2', '1'], ['2']]]],
]

describe('Word 97 文件读成文字和表格', () => {
  for (const [title, parts, expected] of CASES) {
    it(title, async () =>
      assert.deepEqual(shapes(await read([line('首'), ...parts])), ['首', ...expected]),
    )
  }
  const unseen: readonly (readonly [string, readonly number[]])[] = [
    ['删除的文字不读', DELETED],
    ['隐藏的文字不读', HIDDEN],
  ]
  for (const [title, sprms] of unseen) {
    it(title, async () => {
      assert.deepEqual(shapes(await read([line('收到35件')], { unseen: [[2, 3, sprms]] })), [
        '收到5件',
      ])
    })
  }
  it('删除段落标记则两段相连', async () => {
    const source = await read([line('云岭'), line('县')], { unseen: [[2, 3, DELETED]] })
    assert.deepEqual(shapes(source), ['云岭县'])
  })
  it('删除的行不读', async () => {
    const parts = [
      cell('甲'),
      cell('1'),
      rowEnd([0, 1000, 2000]),
      cell('乙'),
      cell('2'),
      rowEnd([0, 1000, 2000]),
    ]
    const source = await read(parts, { unseen: [[0, 5, DELETED]] })
    assert.deepEqual(shapes(source), [[['乙', '2']]])
  })
  it('自动编号写出', async () => {
    // One simple list of level 一、 in Chinese counting (37), used once.
    const head = [7, 0, 0, 0, ...Array(22).fill(0), 1, 0]
    const level = [1, 0, 0, 0, 37, 0, 1, ...Array(21).fill(0), 2, 0, 0, 0, 0x01, 0x30]
    const uses = [1, 0, 0, 0, 7, 0, 0, 0, ...Array(12).fill(0), 0xff, 0xff, 0xff, 0xff]
    const LIST = [0x0b, 0x46, 1, 0]
    const source = await read([line('甲', LIST), line('文'), line('乙', LIST)], {
      lists: Uint8Array.from([1, 0, ...head]),
      levels: Uint8Array.from(level),
      uses: Uint8Array.from(uses),
    })
    assert.deepEqual(shapes(source), ['一、甲', '文', '二、乙'])
  })
})

describe('异常的 Word 97 文件', () => {
  const whole = docFile([line('一')])
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['加密', docFile([line('一')], { flags: 0x0100 }), 'file.encrypted'],
    ['没有文字', docFile([line('\x01')]), 'file.no-text'],
    ['只传了一半', whole.subarray(0, whole.length / 2), 'file.damaged'],
    ['只有文件头', whole.subarray(0, 600), 'file.damaged'],
  ]
  for (const [title, bytes, code] of cases) {
    it(title, async () => {
      const result = await readDoc(bytes)
      assert.equal(!result.ok && result.refusal.code, code)
    })
  }
})
