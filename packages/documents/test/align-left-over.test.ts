import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gridOf, PROACTIVE, type Rows, readBlocks, requests, rowsRead } from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']

/** The rows between tabs, with `extra` put in before the row that begins with `before`. */
const withExtra = (rows: Rows, before: string, extra: readonly string[]) => {
  const at = rows.findIndex((row) => row.includes(before))
  return rows.toSpliced(at, 0, extra)
}
const tabbed = (rows: Rows) => rows.map((row) => row.join('\t')).join('\n')
const stacked = (rows: Rows) => rows.flat().join('\n')

type Case = readonly [
  title: string,
  extra: readonly string[],
  listed: readonly (readonly [string, string])[],
]

const EXTRAS: readonly Case[] = [
  ['表样没有的一行', ['其他说明', '3', '4'], [['other', '其他说明 3 4']]],
  ['长串数字', ['1'.repeat(100_000)], [['other', `${'1'.repeat(200)}…`]]],
  [
    '说明文字',
    ['注：以上数据含所属事业单位办理数'],
    [['other', '注：以上数据含所属事业单位办理数']],
  ],
  ['页码', ['- 3 -'], [['page-number', '- 3 -']]],
  ['单独的数字', ['12'], [['page-number', '12']]],
  ['重复的表头', ['信息内容', '本年处理决定数量'], []],
  ['一行符号', ['—', '—'], []],
]

describe('表中不属于任何一格的内容', () => {
  for (const [title, extra, listed] of EXTRAS) {
    it(`${title}：各格照读，另行列出`, () => {
      const read = readBlocks(tabbed(withExtra(PROACTIVE, '行政强制', extra)), 'proactive')
      assert.deepEqual(rowsRead(read).slice(3), ['行政处罚 6', '行政强制 7', '行政事业性收费 8.5'])
      assert.deepEqual(
        read.residue.map(({ kind, text }) => [kind, text]),
        listed,
      )
    })
  }

  it('合并的单元格重复印出数值：不是多余的内容', () => {
    const rows = PROACTIVE.map((row) =>
      row[0] === '行政许可' ? ['行政许可', '51', '51', '51'] : row,
    )
    assert.deepEqual(readBlocks(tabbed(rows), 'proactive').residue, [])
  })

  it('由算式定下的行用去了全部文字', () => {
    const rows = requests({ 一: ['1', '2', '3'] }, ZEROS)
    assert.deepEqual(readBlocks(tabbed(rows), 'requests').residue, [])
  })
})

const REPEATED: readonly (readonly [string, Rows])[] = [
  ['紧接着再印一次', withExtra(PROACTIVE, '行政强制', ['行政处罚', '9'])],
  ['印在别的行之后', withExtra(PROACTIVE, '第二十条第（八）项', ['行政处罚', '9'])],
  ['印在表末', [...PROACTIVE, ['行政处罚', '9']]],
]

describe('同一标签印了两次', () => {
  for (const [title, rows] of REPEATED) {
    for (const [print, blocks] of [
      ['制表符分列', tabbed(rows)],
      ['一格一行', stacked(rows)],
      ['表格', [gridOf(rows)]],
    ] as const) {
      it(`${title}，数值不同，${print}：未读出，两处原文都列明`, () => {
        const read = readBlocks(blocks, 'proactive')
        assert.deepEqual(rowsRead(read).slice(2), [
          '行政许可 51',
          '行政处罚 ?',
          '行政强制 7',
          '行政事业性收费 8.5',
        ])
        assert.deepEqual(
          read.problems.map(({ code, message }) => [code, message]),
          [
            [
              'row.repeated',
              '“行政处罚”一行印了2次，数值分别为“6”、“9”，未予采用，请对照原文核定后填写。',
            ],
          ],
        )
      })
    }
  }

  it('数值相同：照读', () => {
    const rows = withExtra(PROACTIVE, '行政强制', ['行政处罚', '6'])
    const read = readBlocks(tabbed(rows), 'proactive')
    assert.equal(rowsRead(read)[3], '行政处罚 6')
    assert.deepEqual(read.problems, [])
  })

  it('只有一处有数值：取有数值的一处', () => {
    const rows = withExtra(PROACTIVE, '行政强制', ['行政处罚'])
    assert.equal(rowsRead(readBlocks(tabbed(rows), 'proactive'))[3], '行政处罚 6')
  })

  it('缺下一行时，不把重复的标签当作下一行', () => {
    const rows = PROACTIVE.map((row) => (row[0] === '行政强制' ? ['行政处罚', '7'] : row))
    const read = rowsRead(readBlocks(tabbed(rows), 'proactive'))
    assert.deepEqual(read.slice(3, 5), ['行政处罚 ?', '行政强制 ?'])
  })

  it('表三：勾稽关系不替重复的行作主', () => {
    const rows = requests({}, ZEROS)
    const twice = withExtra(rows, '2.重复申请', [
      '1.信访举报投诉类申请',
      '3',
      ...ZEROS.slice(2),
      '3',
    ])
    const read = readBlocks(tabbed(twice), 'requests')
    assert.ok(rowsRead(read).includes('三（五）1 ? ? ? ? ? ? ?'))
    assert.equal(read.cells.filter(({ state }) => state === 'unread').length, 7)
  })
})
