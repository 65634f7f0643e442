import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { partText } from '@gongkai/report'
import {
  correctCell,
  correctText,
  discardAmendments,
  shownCorrections,
  takeBack,
  withWaivers,
} from '../src/state/amend.js'
import type { Item } from '../src/state/item.js'
import { moveTarget } from '../src/state/move-targets.js'
import { shownReport } from '../src/state/shown.js'
import { readItem, textFinding } from './items.js'

const cell = { table: 'requests', row: '一', column: '自然人' } as const
const at = (start: number, end: number) => ({ kind: 'text', part: 'intro', start, end }) as const

function intro(item: Item | null): string | null {
  return item?.saved ? partText(shownReport(item.saved), 'intro') : null
}

function printed(item: Item): string | null | undefined {
  return (
    item.saved &&
    shownReport(item.saved).cells.find(({ row, column }) => row === '一' && column === '自然人')
      ?.raw
  )
}

describe('更正文字', () => {
  const item = readItem('甲', { intro: '甲乙丙丁戊' })

  it('第二处更正按更正后的文字定位', () => {
    const first = correctText(item, at(0, 1), '子丑寅', null)
    assert.equal(intro(first), '子丑寅乙丙丁戊')
    const second = first && correctText(first, at(4, 5), '卯', null)
    assert.equal(intro(second), '子丑寅乙卯丁戊')
    assert.equal(second?.revision, 2)
  })

  it('与已有更正重叠的不予更正', () => {
    const first = correctText(item, at(0, 2), '子', null)
    assert.ok(first)
    assert.equal(correctText(first, at(0, 2), '丑', null), null)
  })

  it('撤销一处，其余不变', () => {
    const first = correctText(item, at(0, 1), '子丑寅', null)
    const second = first && correctText(first, at(4, 5), '卯', null)
    const correction = second?.saved?.corrections?.[0]
    assert.ok(second && correction)
    assert.equal(intro(takeBack(second, correction)), '甲乙卯丁戊')
  })

  it('发现和忽略随文字移动，重叠的等待重新核对；撤销后回到原处', () => {
    const findings = [textFinding('intro', 0, 1), textFinding('intro', 3, 4)]
    const checked = { ...item, check: { ...item.check, findings } }
    const waived = withWaivers(checked, [{ rule: 'R', target: at(4, 5), reason: '无误' }])
    const changed = correctText(waived, at(0, 1), '子丑寅', null)
    assert.deepEqual(
      changed?.check?.findings.map(({ target }) => target),
      [at(5, 6)],
    )
    assert.deepEqual(
      changed?.saved?.waivers?.map(({ target }) => target),
      [at(6, 7)],
    )
    const correction = changed?.saved?.corrections?.[0]
    assert.ok(changed && correction)
    assert.deepEqual(takeBack(changed, correction).saved?.waivers?.[0]?.target, at(4, 5))
  })

  it('更正处在更正后的文字中的位置', () => {
    const first = correctText(item, at(3, 4), '', null)
    const second = first && correctText(first, at(0, 1), '子丑', null)
    const shown = shownCorrections(second?.saved?.corrections ?? [], 'intro')
    assert.deepEqual(
      shown.map(({ start, end }) => [start, end]),
      [
        [0, 2],
        [4, 4],
      ],
    )
  })
})

describe('更正单元格', () => {
  const item = readItem('甲')
  const read = printed(item) ?? ''

  it('再次更正同一格，只留一处；改回原文即撤销', () => {
    const twice = correctCell(correctCell(item, cell, '7', null), cell, '8', null)
    assert.equal(printed(twice), '8')
    assert.equal(twice.saved?.corrections?.length, 1)
    assert.deepEqual(correctCell(twice, cell, read, null).saved?.corrections, [])
  })

  it('未读出的格可以更正为空白', () => {
    const unread = item.saved.cells.map((one) =>
      one.row === '一' && one.column === '自然人'
        ? { ...one, state: 'unread' as const, value: null, raw: '' }
        : one,
    )
    const changed = correctCell(readItem('甲', { cells: unread }), cell, '', null)
    assert.equal(changed.saved?.corrections?.length, 1)
  })

  it('全部撤销后恢复为读取时的内容', () => {
    const clean = discardAmendments(correctCell(item, cell, '7', null))
    assert.equal(printed(clean), read)
  })
})

describe('位置的移动', () => {
  const change = { part: 'intro', start: 2, end: 4, by: 3 } as const
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, from: readonly [number, number], to: readonly [number, number] | null])[] = [
    ['在前',       [0, 2], [0, 2]],
    ['在后',       [4, 6], [7, 9]],
    ['重叠',       [3, 5], null],
    ['同一处',     [2, 4], null],
    ['起点的空位', [2, 2], null],
  ]
  for (const [title, from, to] of CASES) {
    it(title, () => assert.deepEqual(moveTarget(at(...from), change), to && at(...to)))
  }

  it('其他部分不动', () => {
    const target = { kind: 'text', part: 'title', start: 3, end: 4 } as const
    assert.equal(moveTarget(target, change), target)
  })
})
