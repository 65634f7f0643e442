import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { displayWidth } from '../src/source/text/pieces.js'
import {
  PROACTIVE,
  PROACTIVE_READ,
  type Rows,
  readBlocks,
  readRemedies,
  requests,
  rowsRead,
} from './align-sample.js'

const BLANK = ['', '', '', '', '', '', '']
const ZEROS = ['0', '0', '0', '0', '0', '0', '0']

/** A line with its words at the given columns. */
function drawn(words: readonly (readonly [at: number, word: string])[]): string {
  return words.reduce(
    (line, [at, word]) => line + ' '.repeat(Math.max(0, at - displayWidth(line))) + word,
    '',
  )
}

describe('标签断成几行，数值印在其中一行', () => {
  const withLabel = (...lines: readonly string[]) =>
    requests({}, ZEROS)
      .flatMap((row) => {
        const label = row.at(-8) ?? ''
        if (label.startsWith('（二）')) return lines
        return row.length > 8
          ? [row.slice(0, -8).join(''), row.slice(-8).join('  ')]
          : row.join('  ')
      })
      .join('\n')
  const read = (...lines: readonly string[]) =>
    rowsRead(readBlocks(withLabel(...lines), 'requests')).find((row) => row.startsWith('三（二）'))

  it('中间一行带着左边分组标签的一个字', () => {
    const lines = [
      '度办理结 （二）部分公开（区分处理',
      '  果 的，只计这一情形，不计其他   3   2   0   0   0   0   5',
      '     情形）',
    ]
    assert.equal(read(...lines), '三（二） 3 2 0 0 0 0 5')
  })
  it('中间一行不全是标签的字：不读成空格', () => {
    const lines = [
      '（二）部分公开（区分处理',
      '  备注  的，只计这一情形，而不计入其他情形  3   5',
      '     情形）',
    ]
    assert.equal(read(...lines), '三（二） ? ? ? ? ? ? ?')
  })
})

describe('用空格对齐的表，标签比缩进长，不推动数值', () => {
  const columns = [52, 60, 70, 80, 94, 108, 116]
  const words = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const header = drawn(words.map((word, i) => [columns[i] ?? 0, word]))
  const values = (cells: readonly string[], indent: number) =>
    cells.flatMap((cell, i) => (cell === '' ? [] : [[(columns[i] ?? 0) + indent, cell] as const]))
  const rowsAre: Readonly<Record<string, readonly string[]>> = {
    一: ['9', '', '', '2', '', '', '11'],
    二: ['1', '', '', '', '', '', '1'],
    '三（一）': ['4', '', '', '1', '', '', '5'],
    '三（三）4': ['1', '', '', '', '', '', '1'],
    '三（三）6': ['2', '', '', '1', '', '', '3'],
    '三（五）3': ['3', '', '', '', '', '', '3'],
    四: ['', '', '', '', '', '', ''],
  }
  const lines = (indentOf: (row: number) => number) =>
    requests(rowsAre, BLANK)
      .slice(3)
      .map((row, i) => {
        const label = row.at(-8) ?? ''
        const left = /^\d/.test(label) ? 4 : /^（/.test(label) ? 2 : 0
        const groups = row.slice(0, -8).join('')
        const line = drawn([[left, label], ...values(row.slice(-7), indentOf(i))])
        return groups === '' ? line : `${groups}\n${line}`
      })
  const read = (indentOf: (row: number) => number) =>
    rowsRead(
      readBlocks(['申请人情况  法人或其他组织', header, ...lines(indentOf)].join('\n'), 'requests'),
    )

  it('各行都与表头左边对齐：按位置读', () => {
    const rows = read(() => 2)
    assert.ok(rows.includes('一 9 _ _ 2 _ _ 11'), rows.join('\n'))
    assert.ok(rows.includes('三（三）6 2 _ _ 1 _ _ 3'))
  })
  it('有的行不与表头对齐：不按位置读', () => {
    const rows = read((row) => (row % 2 === 0 ? 2 : -7))
    assert.ok(
      rows.some((row) => /^一 .*\?/.test(row)),
      rows.join('\n'),
    )
  })
})

describe('一格一行，行前都有两个制表符', () => {
  const stacked = (rows: Rows) =>
    rows.map((row) => row.map((cell) => `\t\t${cell}`).join('\n')).join('\n\t\n')

  it('表二', () => {
    assert.deepEqual(rowsRead(readBlocks(stacked(PROACTIVE), 'proactive')), PROACTIVE_READ)
  })
  it('表三一行只有总计有数', () => {
    const rows = requests({ 一: ['', '', '', '', '', '', '0'], 四: ZEROS.with(2, '') }, BLANK)
    const read = rowsRead(readBlocks(`${stacked(rows)}\n\t\n`, 'requests'))
    assert.ok(read.includes('一 _ _ _ _ _ _ 0'), read.join('\n'))
    assert.ok(read.includes('四 0 0 _ 0 0 0 0'))
  })
})

describe('表四表头断成两行', () => {
  const columns = Array.from({ length: 15 }, (_, i) => 8 * i)
  const over = (words: readonly string[]) =>
    drawn(columns.flatMap((at, i) => (words[i % 5] ? [[at, words[i % 5] ?? ''] as const] : [])))
  const header = [
    '          行政复议                                    行政诉讼',
    '                                         未经复议直接起诉            复议后起诉',
    over(['结果', '结果', '其他', '尚未', '总计']),
    over(['维持', '纠正', '结果', '审结', '']),
  ]
  it('数值与上半行对齐', () => {
    const line = drawn([
      [2, '3'],
      [34, '3'],
      [58, '4'],
      [74, '4'],
    ])
    assert.deepEqual(rowsRead(readRemedies([...header, line, ''].join('\n'))), [
      '行政复议 3 _ _ _ 3',
      '未经复议直接起诉 _ _ 4 _ 4',
      '复议后起诉 _ _ _ _ _',
    ])
  })

  const jumbled = [
    '     行政复议                   行政诉讼',
    '             未经复议直接起诉',
    '结果 结果 其他 尚未 总计 结果 结果        复议后起诉',
    '维持 纠正 结果 审结     其他 尚未   结果 结果 其他 尚未',
    '            维持 纠正 结果 审结 总计 维持 纠正 结果 审结 总计',
  ]
  it('各行的字串在一起，十五个数齐全', () => {
    const line = ' 2   0   0   1   3   0   0   0   0   0   0   4   0   0   4'
    assert.deepEqual(rowsRead(readRemedies([...jumbled, '', line, ''].join('\n'))), [
      '行政复议 2 0 0 1 3',
      '未经复议直接起诉 0 0 0 0 0',
      '复议后起诉 0 4 0 0 4',
    ])
  })
  it('各行的字串在一起，其后没有数：不读成空格', () => {
    assert.deepEqual(rowsRead(readRemedies([...jumbled, ''].join('\n'))), [
      '行政复议 ? ? ? ? ?',
      '未经复议直接起诉 ? ? ? ? ?',
      '复议后起诉 ? ? ? ? ?',
    ])
  })
})
