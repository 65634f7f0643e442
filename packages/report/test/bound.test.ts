import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type AnnualReport,
  type Binding,
  type BoundReport,
  bind,
  type CellRef,
  cellsFor,
  exampleReport,
  followCells,
  keepBindings,
  moveBindings,
  numberAt,
  partText,
  specOf,
  stateOf,
  toCell,
  unbind,
  withBindings,
} from '../src/index.js'

const PART = 'section/一'
const TOTAL: CellRef = { table: 'requests', row: '一', column: '总计' }
const NATURAL: CellRef = { table: 'requests', row: '一', column: '自然人' }
const FEES: CellRef = {
  table: 'proactive',
  row: '行政事业性收费',
  column: '本年收费金额（单位：万元）',
}

/** A report whose first section is `text`, with what is printed in some cells; the others are blank. */
function written(text: string, printed: readonly (readonly [CellRef, string])[] = []): BoundReport {
  const example: AnnualReport = exampleReport('2021', [{ part: PART, text }])
  const cells = example.cells.map((cell) => {
    const [, raw = ''] = printed.find(([ref]) => isSame(ref, cell)) ?? []
    const spec = specOf('2021', cell)
    assert.ok(spec)
    return toCell(spec, raw, null, false)
  })
  return { ...example, cells }
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}

/** The report of which `raw` in its text is bound to `cell`; the `at`th that stands there. */
function bound(report: BoundReport, raw: string, cell: CellRef, at = 0): BoundReport {
  const number = numberAt(textOf(report), ...placeOf(textOf(report), raw, at))
  assert.ok(number)
  return bind(report, PART, number, cell)
}

function placeOf(text: string, raw: string, at: number): [number, number] {
  const start = [...text.matchAll(new RegExp(raw, 'g'))][at]?.index ?? -1
  return [start, start + raw.length]
}

/** The same with other contents of a cell, followed. */
function typed(report: BoundReport, ref: CellRef, raw: string): BoundReport {
  const spec = specOf('2021', ref)
  assert.ok(spec)
  const cells = report.cells.map((cell) =>
    isSame(cell, ref) ? toCell(spec, raw, null, false) : cell,
  )
  return followCells({ ...report, cells })
}

function textOf(report: AnnualReport): string {
  return partText(report, PART) ?? ''
}

/** What is bound: the digits in the text, and the cell. */
function boundOf(report: BoundReport): string[] {
  return (report.bindings ?? []).map(
    ({ start, end, cell }) => `${textOf(report).slice(start, end)} ${cell.row}·${cell.column}`,
  )
}

describe('正文中的数字', () => {
  // biome-ignore format: one case a line
  const ROWS: [situation: string, text: string, start: number, end: number, raw: string | null][] = [
    ['选中整个数字', '新收7件', 2, 3, '7'],
    ['光标在数字中间', '新收1,234件', 4, 4, '1,234'],
    ['光标在数字末尾', '新收7件', 3, 3, '7'],
    ['只选中一部分的，取整个数字', '新收1234件', 3, 4, '1234'],
    ['连同前后文字一起选中', '新收7件', 0, 4, '7'],
    ['全角数字', '新收１２件', 2, 2, '１２'],
    ['负数', '比上年增长-3件', 6, 6, '-3'],
    ['年份区间不是负数', '2024-2025年', 5, 9, '2025'],
    ['中文逗号不是分节号', '7，800件', 0, 1, '7'],
    ['选中两个数字', '7件8件', 0, 4, null],
    ['光标不在数字上', '新收7件', 1, 1, null],
    ['编号不是数字', '第007号', 2, 2, null],
  ]
  for (const [situation, text, start, end, raw] of ROWS) {
    it(`${situation}：${raw ?? '没有'}`, () => {
      assert.equal(numberAt(text, start, end)?.raw ?? null, raw)
    })
  }
})

describe('可以绑定的单元格', () => {
  const cells = (text: string, at: number, ...printed: [CellRef, string][]) => {
    const number = numberAt(text, at, at)
    assert.ok(number)
    const { same, others } = cellsFor(written(text, printed), number)
    return { same: same.map(({ column }) => column), others: others.map(({ column }) => column) }
  }

  it('相等的在前；空白、符号、文字的不在其中，0也不等于空白', () => {
    assert.deepEqual(cells('新收7件', 3, [TOTAL, '7'], [NATURAL, '5'], [FEES, '/']), {
      same: ['总计'],
      others: ['自然人'],
    })
    assert.deepEqual(cells('新收0件', 3, [TOTAL, '若干'], [NATURAL, '-']), { same: [], others: [] })
  })

  it('数字后的单位不同的，不是同一个数', () => {
    assert.deepEqual(cells('收费7万元', 3, [TOTAL, '7'], [FEES, '7万元']), {
      same: ['本年收费金额（单位：万元）'],
      others: [],
    })
    assert.deepEqual(cells('占7%', 2, [TOTAL, '7']), { same: [], others: [] })
  })

  it('没有数字的单元格不能绑定', () => {
    assert.deepEqual(boundOf(bound(written('新收7件'), '7', TOTAL)), [])
  })

  it('绑定到不等的单元格，文字改为单元格的数', () => {
    const report = bound(written('新收7件', [[TOTAL, '12']]), '7', TOTAL)
    assert.equal(textOf(report), '新收12件')
    assert.deepEqual(boundOf(report), ['12 一·总计'])
  })
})

describe('随单元格变动', () => {
  const report = bound(
    bound(
      written('新收7件，其中自然人5件。', [
        [TOTAL, '7'],
        [NATURAL, '5'],
      ]),
      '7',
      TOTAL,
    ),
    '5',
    NATURAL,
  )

  it('长短变了，后面的绑定随之移动', () => {
    const after = typed(typed(report, TOTAL, '1207'), NATURAL, '1200')
    assert.equal(textOf(after), '新收1207件，其中自然人1200件。')
    assert.deepEqual(boundOf(after), ['1207 一·总计', '1200 一·自然人'])
  })

  it('单元格没有数字的，文字不动，填上后再随动，从不变成0', () => {
    for (const raw of ['', '/', '若干']) {
      const waiting = typed(report, TOTAL, raw)
      const [first] = waiting.bindings ?? []
      assert.equal(textOf(waiting), '新收7件，其中自然人5件。')
      assert.equal(first && stateOf(waiting, first), 'waits')
      assert.equal(textOf(typed(waiting, TOTAL, '12')), '新收12件，其中自然人5件。')
    }
  })

  it('分节号、小数、负数照样写', () => {
    const grouped = bound(written('新收1,234件', [[TOTAL, '1234']]), '1,234', TOTAL)
    assert.equal(textOf(typed(grouped, TOTAL, '２３４５')), '新收2,345件')
    assert.equal(textOf(typed(report, TOTAL, '7.00')), '新收7件，其中自然人5件。')
    assert.equal(textOf(typed(report, TOTAL, '12.50')), '新收12.50件，其中自然人5件。')
    assert.equal(textOf(typed(report, TOTAL, '-3')), '新收-3件，其中自然人5件。')
  })

  it('单位变了的不改写：7万元不会变成70000万元', () => {
    const fees = bound(written('收费7万元', [[FEES, '7万元']]), '7', FEES)
    const changed = typed(fees, FEES, '70000元')
    assert.equal(textOf(changed), '收费7万元')
    assert.deepEqual(keepBindings(changed, changed.bindings ?? []).kept, [])
  })

  it('解除后不再随动', () => {
    const [first] = report.bindings ?? []
    assert.ok(first)
    const after = typed(unbind(report, first), TOTAL, '9')
    assert.equal(textOf(after), '新收7件，其中自然人5件。')
    assert.deepEqual(boundOf(after), ['5 一·自然人'])
  })
})

describe('修改正文', () => {
  const BEFORE = '新收7件，办结7件。'
  const report = bound(
    bound(
      written(BEFORE, [
        [TOTAL, '7'],
        [NATURAL, '7'],
      ]),
      '7',
      TOTAL,
    ),
    '7',
    NATURAL,
    1,
  )
  const BOTH = ['7 一·总计', '7 一·自然人']

  // `|` is where the cursor stands after the change.
  // biome-ignore format: one case a line
  const ROWS: [situation: string, after: string, kept: string[]][] = [
    ['在前面插入', '全年|新收7件，办结7件。', BOTH],
    ['紧接着插入', '新收7|余件，办结7件。', BOTH],
    ['在两者之间删除', '新收7件|办结7件。', BOTH],
    ['在数字后接着写数字', '新收78|件，办结7件。', ['7 一·自然人']],
    ['在数字前写数字', '新收17|件，办结7件。', ['7 一·自然人']],
    ['删去数字', '新收|件，办结7件。', ['7 一·自然人']],
    ['改写数字', '新收8|件，办结7件。', ['7 一·自然人']],
    ['删去前半句，留下的是后一个', '新收|7件。', ['7 一·自然人']],
    ['全部删去', '|', []],
  ]
  for (const [situation, marked, kept] of ROWS) {
    it(`${situation}：保留${kept.length}处`, () => {
      const caret = marked.indexOf('|')
      const text = marked.replace('|', '')
      const sections = report.sections.map((one) => (one.no === '一' ? { ...one, text } : one))
      const moved = moveBindings(report, { ...report, sections }, PART, caret)
      const after = withBindings({ ...report, sections }, moved.kept)
      assert.deepEqual(boundOf(after), kept)
      assert.equal(moved.kept.length + moved.dropped.length, 2)
    })
  }
})

describe('保存时核对绑定', () => {
  const report = written('新收7件，其中17件。', [
    [TOTAL, '7'],
    [NATURAL, '8'],
  ])
  const at = (
    start: number,
    end: number,
    cell: CellRef,
    part: Binding['part'] = PART,
  ): Binding => ({
    ...{ part, start, end, cell },
  })
  // biome-ignore format: one case a line
  const ROWS: [situation: string, bindings: Binding[], kept: number][] = [
    ['与单元格一致', [at(2, 3, TOTAL)], 1],
    ['与单元格不一致', [at(2, 3, NATURAL)], 0],
    ['单元格空白，等待填写', [at(2, 3, { ...TOTAL, row: '二' })], 1],
    ['没有这个单元格', [at(2, 3, { ...TOTAL, row: '九' })], 0],
    ['只是较长数字的一部分', [at(8, 9, TOTAL)], 0],
    ['此处没有数字', [at(0, 2, TOTAL)], 0],
    ['同一数字绑定两次', [at(2, 3, TOTAL), at(2, 3, TOTAL)], 1],
    ['没有这一部分', [at(2, 3, TOTAL, 'section/九')], 0],
  ]
  for (const [situation, bindings, kept] of ROWS) {
    it(`${situation}：${kept > 0 ? '保留' : '取消'}`, () => {
      assert.equal(keepBindings(report, bindings).kept.length, kept)
    })
  }
})
