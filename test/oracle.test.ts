import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { requestRows } from '../bench/generator/forms.js'
import type { LossyRow, TableId, Truth, TruthCell } from '../bench/generator/model.js'
import { judge, keyOf } from '../bench/reading/oracle/oracle.js'
import { supported } from '../bench/reading/oracle/supported.js'

const COLUMNS = {
  count: ['本年制发件数', '本年废止件数', '现行有效件数'],
  change: ['上一年项目数量', '本年增/减', '处理决定数量'],
  single: ['本年处理决定数量'],
  money: ['采购项目数量', '采购总金额'],
  charge: ['本年收费金额（单位：万元）'],
  applicants: ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
  results: ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
}

type Loss = 'glued' | 'blanks'

function cellOf(table: TableId, row: string, column: string, raw: string): TruthCell {
  const value = /\d/.test(raw) ? Number(raw.replace(/[,+元]/g, '')) : null
  const state = value !== null ? 'number' : raw === '' ? 'blank' : 'mark'
  return { table, row, column, state, value, unit: null, raw }
}

function truthOf(cells: TruthCell[]): Truth {
  return {
    form: '2021',
    title: '嘉禾市2024年政府信息公开工作年度报告',
    authority: '嘉禾市人民政府',
    year: 2024,
    cells,
    sections: [],
    intro: '',
    signature: '',
    signedOn: null,
    signedText: '',
    planted: [],
    layout: { before: [], relabel: [], drop: [], swap: [] },
  }
}

function lossy(cells: readonly TruthCell[], loss: Loss): LossyRow {
  const texts = cells.map(({ raw }) => raw)
  return {
    table: cells[0]?.table ?? 'proactive',
    cells: cells.map(({ row, column }) => ({ row, column })),
    print: loss === 'glued' ? texts.join('') : texts.filter((raw) => raw !== ''),
  }
}

/** P: the print settles the cell; R: the sum of its row; T: the sums of the table; -: nothing does; ?: not found out. */
function letters(truth: Truth, rows: readonly LossyRow[], cells: readonly TruthCell[]): string {
  const verdicts = judge(truth, rows)
  const letter = { print: 'P', row: 'R', table: 'T', unknowable: '-', undetermined: '?' }
  return cells
    .map((cell) => verdicts.get(keyOf(cell)))
    .map((one) => (one ? letter[one.is === 'knowable' ? one.by : one.is] : '!'))
    .join('')
}

describe('表二：没有勾稽关系，只有印出的文字能够决定', () => {
  const cases: [string, keyof typeof COLUMNS, string, Loss, string][] = [
    ['2914可以是2、9、14，也可以是29、1、4', 'count', '2 9 14', 'glued', '---'],
    ['000只能是三个0：数字不以0开头', 'count', '0 0 0', 'glued', 'PPP'],
    ['100可以是1、0、0，也可以是10、0、空白', 'count', '1 0 0', 'glued', '---'],
    ['只有一列的，整串就是一个数', 'single', '291', 'glued', 'P'],
    ['三个斜线就是三个标记', 'count', '/ / /', 'glued', 'PPP'],
    ['两个斜线不知在哪两列', 'count', '/ / _', 'glued', '---'],
    ['正号只在增减列，之前的属于上一年', 'change', '5 +3 270', 'glued', 'P--'],
    ['减号在增减列可以是负号，也可以是标记', 'change', '5 -3 270', 'glued', 'P--'],
    ['数量列没有负数，横线只能是标记', 'count', '- - 30', 'glued', 'PPP'],
    ['0之后的千分位分不到别处', 'money', '0 1,200', 'glued', 'PP'],
    ['31200元可以是3、1200元，也可以是31、200元', 'money', '3 1200元', 'glued', '--'],
    ['金额带小数', 'charge', '12.5', 'glued', 'P'],
    ['留下两个0，不知哪一列空白', 'count', '0 _ 0', 'blanks', '---'],
    ['什么也没有留下，三列都空白', 'count', '_ _ _', 'blanks', 'PPP'],
    ['三列留下三个，一个不少', 'count', '1 0 12', 'blanks', 'PPP'],
  ]
  for (const [title, columns, raws, loss, expected] of cases) {
    it(title, () => {
      const cells = rowOf('proactive', '规章', COLUMNS[columns], raws)
      assert.equal(letters(truthOf(cells), [lossy(cells, loss)], cells), expected)
    })
  }
})

describe('表三：横向之和，纵向之和，第一项加第二项等于第三项加第四项', () => {
  type Rows = Readonly<Record<string, string>>
  const cases: [string, Loss, Rows, Rows][] = [
    [
      '总计是1，其余只能是1和五个0',
      'glued',
      { 一: '1 0 0 0 0 0 1', '三（一）': '1 0 0 0 0 0 1', '三（七）': '1 0 0 0 0 0 1' },
      { 一: 'RRRRRRR', '三（一）': 'RRRRRRR', '三（七）': 'RRRRRRR', 二: 'PPPPPPP', 四: 'PPPPPPP' },
    ],
    [
      '33是3和总计3，列由总计行决定',
      'glued',
      { 一: '0 3 0 0 0 0 3', '三（一）': '_ 3 _ _ _ _ 3', '三（七）': '0 3 0 0 0 0 3' },
      { '三（一）': 'TTTTTTR', '三（七）': 'RRRRRRR' },
    ],
    [
      '各行都只留下2和2，只知总计',
      'blanks',
      {
        一: '2 _ _ _ _ _ 2',
        '三（一）': '2 _ _ _ _ _ 2',
        '三（七）': '2 _ _ _ _ _ 2',
        二: '_ _ _ _ _ _ _',
      },
      { 一: '------R', '三（一）': '------R', '三（七）': '------R', 二: 'PPPPPPP' },
    ],
    [
      '总计行齐全，只有一行有数，列就定了',
      'blanks',
      { 一: '2 0 0 0 0 0 2', '三（一）': '2 _ _ _ _ _ 2', '三（七）': '2 0 0 0 0 0 2' },
      { 一: 'PPPPPPP', '三（一）': 'TTTTTTR', '三（七）': 'PPPPPPP' },
    ],
    [
      '两行可以互换的两列不可知，其余各列可知',
      'blanks',
      {
        一: '1 1 0 0 0 0 2',
        '三（一）': '1 _ _ _ _ _ 1',
        '三（二）': '_ 1 _ _ _ _ 1',
        '三（七）': '1 1 0 0 0 0 2',
      },
      { '三（一）': '--TTTTR', '三（二）': '--TTTTR' },
    ],
    [
      '结转下年度由第一项、第二项与第三项决定',
      'blanks',
      {
        一: '1 1 0 0 0 0 2',
        '三（一）': '1 0 0 0 0 0 1',
        '三（七）': '1 0 0 0 0 0 1',
        四: '_ 1 _ _ _ _ 1',
      },
      { 四: 'TTTTTTR', '三（一）': 'PPPPPPP' },
    ],
    [
      '新收经总计行由一行决定：两个等式相继使用',
      'blanks',
      { 一: '_ 1 _ _ _ _ 1', '三（一）': '0 1 0 0 0 0 1', '三（七）': '_ 1 _ _ _ _ 1' },
      { 一: 'TTTTTTR', '三（七）': 'TTTTTTR' },
    ],
    [
      '0与空白于和相同，不可知',
      'blanks',
      { '三（一）': '0 _ _ _ _ _ 0' },
      { '三（一）': '-------', '三（二）': 'PPPPPPP' },
    ],
    [
      '有一处不平，等式都不能用，七个0仍然可知',
      'glued',
      { 一: '1 0 0 0 0 0 2', '三（一）': '1 0 0 0 0 0 1', '三（七）': '1 0 0 0 0 0 1' },
      { 一: '-------', '三（一）': '-------', 二: 'PPPPPPP' },
    ],
  ]
  for (const [title, loss, given, expected] of cases) {
    it(title, () => {
      const rows = requestRows('2021').map(({ no }) =>
        rowOf('requests', no, COLUMNS.applicants, given[no] ?? '0 0 0 0 0 0 0'),
      )
      const lossyRows = rows.map((cells) => lossy(cells, loss))
      const truth = truthOf(rows.flat())
      for (const [no, wanted] of Object.entries(expected)) {
        const cells = rows.find(([first]) => first?.row === no) ?? []
        assert.equal(letters(truth, lossyRows, cells), wanted, no)
      }
    })
  }
})

describe('表四：三块各自之和', () => {
  const ZEROS = '0 0 0 0 0'
  const BLANKS = '_ _ _ _ _'
  const cases: [string, Loss, string[], string][] = [
    ['十五个0', 'glued', [ZEROS, ZEROS, ZEROS], 'PPPPPPPPPPPPPPP'],
    [
      '10001之后是0，也可以是10、0、0、空白、10',
      'glued',
      ['1 0 0 0 1', ZEROS, ZEROS],
      '---------------',
    ],
    ['最后一块的1之后没有别的', 'glued', [ZEROS, ZEROS, '0 0 0 1 1'], 'RRRRRRRRRRRRRRR'],
    ['留下1和1，不知在哪一块', 'blanks', ['1 _ _ _ 1', BLANKS, BLANKS], '---------------'],
    [
      '三块各有一对，只知总计',
      'blanks',
      ['1 _ _ _ 1', '_ 2 _ _ 2', '_ _ _ 3 3'],
      '----R----R----R',
    ],
    ['十五个数一个不少', 'blanks', ['1 0 0 0 1', ZEROS, ZEROS], 'PPPPPPPPPPPPPPP'],
  ]
  for (const [title, loss, blocks, expected] of cases) {
    it(title, () => {
      const names = ['行政复议', '未经复议直接起诉', '复议后起诉']
      const cells = names.flatMap((name, at) =>
        rowOf('remedies', name, COLUMNS.results, blocks[at] ?? ''),
      )
      assert.equal(letters(truthOf(cells), [lossy(cells, loss)], cells), expected)
    })
  }
})

it('可能的组合太多时不作判断', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    adds: [at, 0, 0, 0, 0, 0, at],
    outcomes: [],
  }))
  const domains = new Map(
    ['一', '二', '三（一）', '三（七）', '四'].map((no) => [no, many] as const),
  )
  assert.equal(supported(domains), undefined)
})

function rowOf(table: TableId, row: string, columns: readonly string[], raws: string): TruthCell[] {
  const texts = raws.split(' ').map((raw) => (raw === '_' ? '' : raw))
  return columns.map((column, at) => cellOf(table, row, column, texts[at] ?? ''))
}
