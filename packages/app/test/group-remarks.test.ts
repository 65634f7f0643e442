import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReport, type SavedReport } from '@gongkai/report'
import { mergeFiles, remarkText } from '../src/index.js'

const BLANK = [
  ['一', '自然人'],
  ['一', '总计'],
  ['二', '自然人'],
  ['二', '总计'],
] as const

function saved(authority: string, blank: typeof BLANK | readonly []): SavedReport {
  const changes = blank.map(([row, column]) => ({
    cell: ['requests', row, column] as const,
    printed: '',
  }))
  const report = exampleReport('2021', changes)
  return {
    ...report,
    authority,
    file: `${authority}.txt`,
    sha256: authority,
    mediaType: 'text/plain',
  }
}

describe('汇总的说明', () => {
  it('按单位和情形归并，列出前三格', () => {
    const children = [saved('甲局', []), saved('乙局', BLANK), saved('丙局', BLANK)]
    const merged = mergeFiles({ children, parent: null, refused: [] })
    assert.ok(merged.ok)
    assert.deepEqual(
      merged.value.notes.slice(0, 2).map(({ name, reason, cells }) => [name, reason, cells.length]),
      [
        ['乙局', '未填数字，汇总时按0计。', 4],
        ['丙局', '未填数字，汇总时按0计。', 4],
      ],
    )
    assert.deepEqual(merged.value.notes.slice(1).map(remarkText), [
      '丙局，表三 一·自然人、表三 一·总计、表三 二·自然人等4格：未填数字，汇总时按0计。',
      '表二 规章·本年制发件数、表二 规章·本年废止件数、表二 规章·现行有效件数等6格：联合制发的文件只由牵头机关计一次，请核实各单位有无重复计算。',
    ])
  })
})
