import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { GridBlock, GridCell } from '../src/source/source.js'
import { PROACTIVE, readBlocks, requests, rowsRead } from './align-sample.js'

type Merged = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** 表三 as a grid of three label columns and seven, with one merged cell of values in it. */
function requestsGrid(merged: Merged): GridBlock {
  const at = (row: number, column: number) =>
    ({ kind: 'table', table: 1, row: row + 1, column: column + 1 }) as const
  const isCovered = (row: number, column: number) =>
    row >= merged.row &&
    row < merged.row + merged.rowSpan &&
    column >= merged.column &&
    column < merged.column + merged.colSpan
  const rows = requests({}, ['0', '0', '0', '0', '0', '0', '0'])
  const cells = rows.flatMap((row, y): GridCell[] => {
    const from = 10 - row.length
    return row.flatMap((text, i): GridCell[] => {
      const column = from + i
      if (isCovered(y, column)) return []
      return [{ text, row: y, column, rowSpan: 1, colSpan: 1, at: at(y, column) }]
    })
  })
  const own: GridCell = { ...merged, at: at(merged.row, merged.column) }
  const all = [...cells, own].sort((a, b) => a.row - b.row || a.column - b.column)
  return { kind: 'grid', height: rows.length, width: 10, cells: all }
}

const read = (merged: Merged) => rowsRead(readBlocks([requestsGrid(merged)], 'requests'))

/** The printed row of 三（三）1 under three rows of header and four rows before it. */
const FIRST = 7

describe('一格盖住几行', () => {
  const cases: readonly [string, Omit<Merged, 'row'>, readonly string[]][] = [
    [
      '“无”盖住三行七列，每格都是“无”',
      { text: '无', column: 3, rowSpan: 3, colSpan: 7 },
      [
        '三（三）1 无 无 无 无 无 无 无',
        '三（三）2 无 无 无 无 无 无 无',
        '三（三）3 无 无 无 无 无 无 无',
        '三（三）4 0 0 0 0 0 0 0',
      ],
    ],
    [
      '横线盖住两行一列',
      { text: '—', column: 5, rowSpan: 2, colSpan: 1 },
      ['三（三）1 0 0 — 0 0 0 0', '三（三）2 0 0 — 0 0 0 0'],
    ],
    [
      '数盖住三行七列，不知属于哪一格',
      { text: '6', column: 3, rowSpan: 3, colSpan: 7 },
      ['三（三）1 ? ? ? ? ? ? ?', '三（三）2 ? ? ? ? ? ? ?', '三（三）3 ? ? ? ? ? ? ?'],
    ],
    [
      '数盖住两行一列，同行其他格照读',
      { text: '6', column: 3, rowSpan: 2, colSpan: 1 },
      ['三（三）1 ? 0 0 0 0 0 0', '三（三）2 ? 0 0 0 0 0 0'],
    ],
    [
      '数盖住一行两列，同行其他格照读',
      { text: '11', column: 3, rowSpan: 1, colSpan: 2 },
      ['三（三）1 ? ? 0 0 0 0 0', '三（三）2 0 0 0 0 0 0 0'],
    ],
    [
      '说明盖住两行七列，不读成空格',
      { text: '未统计', column: 3, rowSpan: 2, colSpan: 7 },
      ['三（三）1 ? ? ? ? ? ? ?', '三（三）2 ? ? ? ? ? ? ?'],
    ],
    [
      '空格盖住三行七列',
      { text: '', column: 3, rowSpan: 3, colSpan: 7 },
      ['三（三）1 _ _ _ _ _ _ _', '三（三）2 _ _ _ _ _ _ _', '三（三）3 _ _ _ _ _ _ _'],
    ],
  ]
  for (const [title, merged, expected] of cases) {
    it(title, () => {
      const rows = read({ ...merged, row: FIRST })
      const at = rows.findIndex((row) => row.startsWith('三（三）1 '))
      assert.deepEqual(rows.slice(at, at + expected.length), expected)
    })
  }

  it('未读出的每一行都带着合并格的原文', () => {
    const { cells } = readBlocks(
      [requestsGrid({ text: '6', row: FIRST, column: 3, rowSpan: 3, colSpan: 7 })],
      'requests',
    )
    const raws = cells.filter(({ row }) => /^三（三）[123]$/.test(row)).map(({ raw }) => raw)
    assert.deepEqual(raws, Array(21).fill('6'))
  })
})

describe('标签与其后的值，不因失读成空格', () => {
  const rulesAre = (...lines: readonly string[]) =>
    rowsRead(
      readBlocks(
        PROACTIVE.flatMap((row) =>
          row[0] === '规章' ? lines : row.length === 4 ? row : [row.join('  ')],
        ).join('\n'),
        'proactive',
      ),
    )[0]
  const note = '说明：以下三个数均不含与其他部门联合制发的文件'
  const cases: readonly [string, readonly string[], string][] = [
    ['隔着一句说明', ['规章', note, '0', '', '2'], '规章 ? ? ?'],
    ['隔着一句说明，其后没有数', ['规章', note], '规章 _ _ _'],
    ['说明的行末有两个数', ['规章', `${note}  0  2`], '规章 ? ? ?'],
    ['括号里只有一个记号', ['规章（—）'], '规章 ? ? ?'],
    ['标签后直接写着“没有”', ['规章没有'], '规章 ? ? ?'],
  ]
  for (const [title, lines, expected] of cases) {
    it(title, () => assert.equal(rulesAre(...lines), expected))
  }
})
