import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  PROACTIVE,
  PROACTIVE_READ,
  type Rows,
  readBlocks,
  requests,
  rowsRead,
} from './align-sample.js'

const ZEROS = ['0', '0', '0', '0', '0', '0', '0']
const tabbed = (rows: Rows) =>
  rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n')
const changed = (rows: Rows, official: string, printed: string) =>
  rows.map((row) => row.map((cell) => (cell === official ? printed : cell)))

const LABELS: readonly (readonly [string, string, string, string | null])[] = [
  // 情形, 表样标签, 印出的标签, 记为
  ['照表样印', '（一）予以公开', '（一）予以公开', null],
  ['换行断开', '（一）予以公开', '（一）\n予以公开', 'broken'],
  ['字间有空格', '（一）予以公开', '（一） 予 以 公 开', 'spaced'],
  ['半角括号', '（一）予以公开', '(一)予以公开', 'width'],
  ['全角数字', '1.属于国家秘密', '１.属于国家秘密', null],
  ['顿号编号', '1.属于国家秘密', '1、属于国家秘密', null],
  ['繁体', '（一）予以公开', '（一）予以公開', 'width'],
  ['少“度”字', '三、本年度办理结果', '三、本年办理结果', 'altered'],
  ['多字', '（一）予以公开', '（一）予以公开合计', 'altered'],
  ['错字', '3.要求提供公开出版物', '3.要求提供公开初版物', 'altered'],
]

describe('表三标签的各种印法', () => {
  for (const [title, official, printed, kind] of LABELS) {
    it(title, () => {
      const values = { '三（一）': ['5', '0', '0', '0', '0', '0', '5'] }
      const read = readBlocks(
        tabbed(changed(requests(values, ZEROS), official, printed)),
        'requests',
      )
      assert.ok(read.cells.every(({ state }) => state === 'number'))
      assert.ok(rowsRead(read).includes('三（一） 5 0 0 0 0 0 5'))
      assert.deepEqual(
        read.labels.map(({ label, kind }) => [label, kind]),
        kind ? [[official, kind]] : [],
      )
    })
  }

  it('标签折行，数值印在中间', () => {
    const lines = tabbed(requests({}, ZEROS)).split('\n')
    const at = lines.indexOf('\t2.其他法律行政法规禁止公开')
    const values = ['1', '2', '0', '0', '0', '0', '3']
    const broken = ['2.其他法律', ...values, '行政法规禁止公开']
    const text = lines.toSpliced(at, 8, ...broken.map((cell) => `\t${cell}`)).join('\n')
    const read = readBlocks(text, 'requests')
    assert.ok(rowsRead(read).includes('三（三）2 1 2 0 0 0 0 3'))
    assert.ok(read.cells.every(({ state }) => state === 'number'))
  })

  it('三（六）3其他与表头的“其他”分得开', () => {
    const values = { '三（六）3': ['0', '0', '0', '0', '0', '9', '9'] }
    const read = readBlocks(tabbed(requests(values, ZEROS)), 'requests')
    assert.ok(rowsRead(read).includes('三（六）3 0 0 0 0 0 9 9'))
  })

  it('没有的行未读出并说明，不挪用邻行的数', () => {
    const rows = requests({ '三（五）1': ['2', '0', '0', '0', '0', '0', '2'] }, ZEROS)
    const text = tabbed(rows.filter((row) => !row.includes('2.重复申请')))
    const read = readBlocks(text, 'requests')
    assert.ok(rowsRead(read).includes('三（五）2 ? ? ? ? ? ? ?'))
    assert.ok(rowsRead(read).includes('三（五）1 2 0 0 0 0 0 2'))
    assert.deepEqual(
      read.problems.map(({ code, message }) => [code, message]),
      [['row.missing', '没有找到“2.重复申请”一行，该行各格未读出，请对照原文核对。']],
    )
    assert.deepEqual(
      read.labels.map(({ label, kind, at }) => [label, kind, at]),
      [['2.重复申请', 'missing', null]],
    )
  })

  it('标签失落而数值齐全，按表样次序分给各行并注明推定', () => {
    const rows = requests({ '三（五）2': ['1', '0', '0', '0', '0', '0', '1'] }, ZEROS)
    const text = tabbed(rows.map((row) => row.filter((cell) => cell !== '2.重复申请')))
    const read = rowsRead(readBlocks(text, 'requests'))
    assert.ok(read.includes('三（五）2 1~ 0~ 0~ 0~ 0~ 0~ 1~'))
    assert.ok(read.includes('三（五）1 0 0 0 0 0 0 0'))
  })
})

describe('表二标签', () => {
  it('标签后多出的字不算数值', () => {
    const text = tabbed(changed(PROACTIVE, '行政强制', '行政强制措施及执行'))
    assert.deepEqual(rowsRead(readBlocks(text, 'proactive')), PROACTIVE_READ)
  })

  it('“无”不是标签的字', () => {
    const text = '规章无无无行政规范性文件1\t2\t3'
    const rows = [...PROACTIVE.slice(0, 2).map((row) => row.join('\t')), text]
    const [rules] = rowsRead(readBlocks(rows.join('\n'), 'proactive'))
    assert.equal(rules, '规章 无 无 无')
  })

  it('表后叙述里的同名词语不是表中的行', () => {
    const text = `${PROACTIVE.slice(0, -2)
      .map((row) => row.join('\t'))
      .join('\n')}\n全年召开专题会议两次，研究部署公开工作，逐项核对目录。行政事业性收费99万元。`
    assert.equal(rowsRead(readBlocks(text, 'proactive'))[5], '行政事业性收费 ?')
  })

  it('多出的行不占用表样的行', () => {
    const extra = PROACTIVE.flatMap((row) =>
      row[0] === '行政处罚' ? [row, ['行政检查', '99']] : [row],
    )
    const [, , , penalties] = rowsRead(
      readBlocks(extra.map((row) => row.join('\t')).join('\n'), 'proactive'),
    )
    assert.equal(penalties, '行政处罚 6')
  })
})
