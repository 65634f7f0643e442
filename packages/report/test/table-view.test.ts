import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  cellKey,
  FORMS,
  type FormId,
  tableViews,
  type ViewCell,
  viewRows,
  type WordCell,
} from '../src/index.js'

const cellsOf = (form: FormId, at: number): readonly ViewCell[] => {
  const view = tableViews(form)[at]
  return view ? viewRows(view).flat() : []
}

const wordCell = (form: FormId, at: number, text: string): WordCell | undefined =>
  cellsOf(form, at).find((cell): cell is WordCell => cell.kind !== 'value' && cell.text === text)

describe('规定表格的版式', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`${form}年格式：每个单元格恰好一次，按表格顺序`, () => {
      const printed = tableViews(form)
        .flatMap(viewRows)
        .flat()
        .flatMap((cell) => (cell.kind === 'value' ? [cellKey(cell.cell)] : []))
      assert.deepEqual(printed, FORMS[form].cells.map(cellKey))
    })

    it(`${form}年格式：合并后的单元格不重不漏地铺满表格`, () => {
      for (const view of tableViews(form)) {
        const rows = viewRows(view)
        const covered = rows.map(() => view.widths.map(() => 0))
        for (const { row, column, rowSpan, colSpan } of rows.flat()) {
          for (let y = row; y < row + rowSpan; y++) {
            for (let x = column; x < column + colSpan; x++) {
              const line = covered[y] ?? []
              line[x] = (line[x] ?? 0) + 1
            }
          }
        }
        assert.ok(
          covered.flat().every((times) => times === 1),
          view.name,
        )
      }
    })
  }

  // biome-ignore format: official table
  const MERGES = [
    // form    table  words                                             row column rowSpan colSpan
    ['2019', 0, '第二十条第（九）项',                                    15, 0, 1, 4],
    ['2019', 0, '采购总金额',                                           16, 2, 1, 2],
    ['2021', 0, '本年收费金额（单位：万元）',                             12, 1, 1, 3],
    ['2021', 1, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 0, 0, 3, 3],
    ['2021', 1, '申请人情况',                                            0, 3, 1, 7],
    ['2021', 1, '法人或其他组织',                                        1, 4, 1, 5],
    ['2021', 1, '自然人',                                               1, 3, 2, 1],
    ['2021', 1, '一、本年新收政府信息公开申请数量',                        3, 0, 1, 3],
    ['2021', 1, '三、本年度办理结果',                                    5, 0, 22, 1],
    ['2019', 1, '三、本年度办理结果',                                    5, 0, 20, 1],
    ['2021', 1, '（一）予以公开',                                        5, 1, 1, 2],
    ['2021', 1, '（三）不予公开',                                        7, 1, 8, 1],
    ['2021', 1, '（六）其他处理',                                       23, 1, 3, 1],
    ['2019', 1, '（六）其他处理',                                       23, 1, 1, 2],
    ['2021', 1, '（七）总计',                                           26, 1, 1, 2],
    ['2021', 2, '行政复议',                                              0, 0, 1, 5],
    ['2021', 2, '行政诉讼',                                              0, 5, 1, 10],
    ['2021', 2, '结果维持',                                              1, 0, 2, 1],
    ['2021', 2, '复议后起诉',                                            1, 10, 1, 5],
  ] as const
  for (const [form, table, words, row, column, rowSpan, colSpan] of MERGES) {
    it(`${form}年格式：${words.slice(0, 18)}占${rowSpan}行${colSpan}列`, () => {
      const cell = wordCell(form, table, words)
      assert.deepEqual(cell && [cell.row, cell.column, cell.rowSpan, cell.colSpan], [
        row,
        column,
        rowSpan,
        colSpan,
      ])
    })
  }

  it('数值单元格指明它的表头和行名', () => {
    const words = new Map(
      cellsOf('2021', 1).flatMap((cell) => (cell.kind === 'value' ? [] : [[cell.id, cell.text]])),
    )
    const value = cellsOf('2021', 1).find(
      (cell) =>
        cell.kind === 'value' && cell.cell.row === '三（三）1' && cell.cell.column === '商业企业',
    )
    assert.deepEqual(value?.kind === 'value' && value.headers.map((id) => words.get(id)), [
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（三）不予公开',
      '1.属于国家秘密',
    ])
  })
})
