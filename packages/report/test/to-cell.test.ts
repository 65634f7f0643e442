import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CellSpec, type CellState, toCell, unreadCell } from '../src/index.js'

const COUNT: CellSpec = {
  table: 'requests',
  row: '一',
  column: '总计',
  measure: 'count',
  unit: null,
}
const AMOUNT: CellSpec = {
  table: 'proactive',
  row: '行政事业性收费',
  column: '本年收费金额（单位：万元）',
  measure: 'amount',
  unit: '万元',
}

describe('单元格文字读作数值', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, raw: string, state: CellState, value: number | null, unit: string | null][] = [
    ['整数', '12', 'number', 12, null],
    ['零', '0', 'number', 0, null],
    ['全角数字', '１２', 'number', 12, null],
    ['全角空格在前', '　0', 'number', 0, null],
    ['不换行空格在后', '7\u00a0', 'number', 7, null],
    ['零宽字符', '\u200b3\ufeff', 'number', 3, null],
    ['千位分隔', '120,403', 'number', 120403, null],
    ['全角千位分隔', '1，234，567', 'number', 1234567, null],
    ['小数', '16681.8715', 'number', 16681.8715, null],
    ['带单位万元', '16681.8715万元', 'number', 16681.8715, '万元'],
    ['带单位元，有空格', '1750000 元', 'number', 1750000, '元'],
    ['带单位件', '5件', 'number', 5, '件'],
    ['正号', '+52', 'number', 52, null],
    ['负号', '-3', 'number', -3, null],
    ['全角负号', '－13', 'number', -13, null],
    ['数学负号', '−4', 'number', -4, null],
    ['负号后有空格', '- 4', 'number', -4, null],
    ['负零读作零', '-0', 'number', 0, null],
    ['空白', '', 'blank', null, null],
    ['全角空格', '　', 'blank', null, null],
    ['不换行空格', '\u00a0', 'blank', null, null],
    ['斜线', '/', 'mark', null, null],
    ['全角斜线', '／', 'mark', null, null],
    ['反斜线', '\\', 'mark', null, null],
    ['短横', '-', 'mark', null, null],
    ['长横', '—', 'mark', null, null],
    ['破折号', '——', 'mark', null, null],
    ['无', ' 无 ', 'mark', null, null],
    ['文字', '详见附件', 'text', null, null],
    ['汉字数字不代为换算', '零', 'text', null, null],
    ['两数之间有空格，不合成一数', '1 2', 'text', null, null],
    ['两个零相连，不作一个零', '00', 'text', null, null],
    ['分隔不足三位', '1,23', 'text', null, null],
    ['带圈序号不是数字', '12①', 'text', null, null],
    ['上标不是数字', '1²', 'text', null, null],
    ['约数', '12余', 'text', null, null],
    ['超出可精确表示的范围', '99999999999999999999', 'text', null, null],
  ]
  for (const [situation, raw, state, value, unit] of ROWS) {
    it(situation, () => {
      const cell = toCell(COUNT, raw, null, false)
      assert.deepEqual([cell.state, cell.value, cell.unit], [state, value, unit])
      assert.equal(cell.raw, raw)
    })
  }

  it('未注明单位的，用表头单位', () => {
    assert.equal(toCell(AMOUNT, '3.5', null, false).unit, '万元')
    assert.equal(toCell(AMOUNT, '35000元', null, false).unit, '元')
  })

  it('未能识别的单元格没有数值', () => {
    const cell = unreadCell(COUNT, '0000', null)
    assert.deepEqual([cell.state, cell.value, cell.raw], ['unread', null, '0000'])
  })
})
