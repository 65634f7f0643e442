import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CountedRequests, requestCells } from '../../src/compile/request-cells.js'
import { FORMS } from '../../src/form/forms.js'
import type { FormId } from '../../src/form/layout.js'

const valueAt = (form: FormId, counted: readonly CountedRequests[], row: string, column: string) =>
  requestCells(form, counted).find((cell) => cell.row === row && cell.column === column)?.value

describe('由台账生成表三', () => {
  it('一件申请左右各计一次，并计入总计列', () => {
    const counted = [
      { column: '自然人', isNew: true, row: '三（一）', count: 3 },
      { column: '自然人', isNew: false, row: '三（六）1', count: 1 },
      { column: '科研机构', isNew: true, row: null, count: 2 },
    ]
    const value = (row: string, column: string) => valueAt('2021', counted, row, column)
    assert.deepEqual(
      [
        value('一', '自然人'),
        value('二', '自然人'),
        value('三（七）', '自然人'),
        value('四', '自然人'),
      ],
      [3, 1, 4, 0],
    )
    assert.deepEqual([value('一', '总计'), value('四', '总计')], [5, 2])
    assert.equal(value('三（六）1', '自然人'), 1)
    assert.equal(valueAt('2019', counted, '三（六）', '自然人'), 1)
  })

  it('没有申请的，每一格都是0', () => {
    for (const form of ['2019', '2021'] as const) {
      const cells = requestCells(form, [])
      assert.equal(cells.length, form === '2019' ? 161 : 175)
      assert.ok(cells.every(({ state, value }) => state === 'number' && value === 0))
    }
  })

  it('表格中没有的行、列是程序的错误', () => {
    for (const [column, row] of [
      ['自然人', '三（八）'],
      ['个体工商户', '三（一）'],
    ] as const) {
      assert.throws(
        () => requestCells('2021', [{ column, row, isNew: true, count: 1 }]),
        RangeError,
      )
    }
  })

  it('五百个随机年度，勾稽关系都成立', () => {
    const specs = FORMS['2021'].cells.filter(({ table }) => table === 'requests')
    const results = [...new Set(specs.map(({ row }) => row))].filter(
      (row) => row.startsWith('三') && row !== '三（七）',
    )
    const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
    let seed = 7
    const draw = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * n)
    }
    for (let year = 0; year < 500; year++) {
      const counted = Array.from({ length: draw(30) }, () => ({
        column: columns[draw(6)] ?? '其他',
        isNew: draw(2) === 0,
        row: draw(4) === 0 ? null : (results[draw(results.length)] ?? null),
        count: draw(9),
      }))
      const cells = new Map(
        requestCells('2021', counted).map(({ row, column, value }) => [
          `${row}|${column}`,
          value ?? NaN,
        ]),
      )
      const at = (row: string, column: string) => cells.get(`${row}|${column}`) ?? NaN
      for (const column of [...columns, '总计']) {
        const closed = results.reduce((sum, row) => sum + at(row, column), 0)
        assert.equal(closed, at('三（七）', column))
        assert.equal(at('一', column) + at('二', column), at('三（七）', column) + at('四', column))
      }
      for (const row of ['一', '二', ...results, '三（七）', '四']) {
        assert.equal(
          columns.reduce((sum, column) => sum + at(row, column), 0),
          at(row, '总计'),
        )
      }
    }
  })
})
