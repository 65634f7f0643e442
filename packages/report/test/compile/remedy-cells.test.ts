import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { remedyCells } from '../../src/compile/remedy-cells.js'
import { REMEDY_BLOCKS, REMEDY_COLUMNS } from '../../src/form/remedies.js'

describe('由台账生成表四', () => {
  it('一件计入结果和所在一栏的总计', () => {
    const cells = remedyCells('2021', [
      { row: '行政复议', column: '结果维持', count: 2 },
      { row: '行政复议', column: '尚未审结', count: 1 },
      { row: '复议后起诉', column: '其他结果', count: 4 },
    ])
    const row = (name: string) =>
      cells.filter((cell) => cell.row === name).map((cell) => cell.value)
    assert.deepEqual(row('行政复议'), [2, 0, 0, 1, 3])
    assert.deepEqual(row('未经复议直接起诉'), [0, 0, 0, 0, 0])
    assert.deepEqual(row('复议后起诉'), [0, 0, 4, 0, 4])
  })

  it('表格中没有的栏、结果是程序的错误', () => {
    for (const [row, column] of [
      ['行政裁决', '结果维持'],
      ['行政复议', '驳回'],
      ['行政复议', '总计'],
    ] as const)
      assert.throws(() => remedyCells('2021', [{ row, column, count: 1 }]), RangeError)
  })

  it('五百个随机年度，各栏之和等于总计', () => {
    let seed = 11
    const draw = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * n)
    }
    for (let year = 0; year < 500; year++) {
      const counted = Array.from({ length: draw(20) }, () => ({
        row: REMEDY_BLOCKS[draw(3)] ?? '行政复议',
        column: REMEDY_COLUMNS[draw(4)] ?? '尚未审结',
        count: draw(9),
      }))
      const cells = remedyCells(draw(2) ? '2021' : '2019', counted)
      assert.equal(cells.length, 15)
      for (const block of REMEDY_BLOCKS) {
        const values = cells.filter(({ row }) => row === block).map(({ value }) => value ?? NaN)
        const all = counted.filter(({ row }) => row === block)
        assert.equal(
          values.slice(0, 4).reduce((sum, value) => sum + value, 0),
          values[4],
        )
        assert.equal(
          values[4],
          all.reduce((sum, { count }) => sum + count, 0),
        )
      }
    }
  })
})
