import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Run } from '../../src/source/pdf/lines.js'
import { wholeLabels } from '../../src/source/pdf/whole-labels.js'
import { wholeRows } from '../../src/source/pdf/whole-rows.js'

/** Text, left edge and baseline; set in 10 pt, a Han character as wide as high. */
type Printed = readonly [text: string, left: number, base: number]

function run([text, left, base]: Printed): Run {
  const wide = [...text].reduce((sum, one) => sum + (one < '\u2e80' ? 5 : 10), 0)
  return { text, box: [left, base - 8.8, left + wide, base + 1.2] }
}

function shown(lines: readonly (readonly Run[])[]): string[] {
  return lines.map((runs) => runs.map(({ text }) => text).join(' ¦ '))
}

describe('没有框线的表格，分几行印的内容归到一行', () => {
  // biome-ignore format: 一行一例
  const ROWS: [what: string, lines: Printed[][], rows: string[]][] = [
    ['折行的标签，数字印在中间',   [[['无正当理由大量', 0, 10]], [['3', 100, 17]], [['反复申请', 15, 24]]],                       ['无正当理由大量反复申请 ¦ 3']],
    ['折行的标签，数字与首行对齐', [[['无正当理由大量', 0, 10], ['3', 100, 10]], [['反复申请', 15, 24]]],                         ['无正当理由大量反复申请 ¦ 3']],
    ['相邻两行的标签不接',         [[['行政处罚', 0, 10]], [['行政强制', 0, 24]]],                                                ['行政处罚', '行政强制']],
    ['表头折行',                   [[['商业', 50, 10], ['科研', 80, 10]], [['企业', 50, 23], ['机构', 80, 23]]],                    ['商业企业 ¦ 科研机构']],
    ['表头与其下的数字不接',       [[['总计', 50, 10]], [['12', 55, 24]]],                                                        ['总计', '12']],
    ['数字在窄列里折成两行',       [[['重复申请', 0, 10], ['154', 80, 10], ['20', 120, 10]], [['1', 85, 23]]],                     ['重复申请 ¦ 1541 ¦ 20']],
    ['数字折行，标签居中',         [[['50', 80, 10]], [['重复申请', 0, 17]], [['1', 82.5, 24]]],                                  ['重复申请 ¦ 501']],
    ['数字折成三行，标签居中',     [[['1', 80, 10]], [['重复申请', 0, 23], ['4', 80, 23]], [['5', 80, 36]]],                       ['重复申请 ¦ 145']],
    ['下一行自有标签的数字不接',   [[['重复申请', 0, 10], ['15', 80, 10]], [['其他处理', 0, 23], ['2', 82.5, 23]]],                ['重复申请 ¦ 15', '其他处理 ¦ 2']],
    ['隔得远的数字不接',           [[['重复申请', 0, 10], ['15', 80, 10]], [['2', 82.5, 40]]],                                    ['重复申请 ¦ 15', '2']],
  ]
  for (const [what, lines, rows] of ROWS) {
    it(what, () => {
      assert.deepEqual(shown(wholeRows(wholeLabels(lines.map((line) => line.map(run))))), rows)
    })
  }
})
