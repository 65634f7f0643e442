import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cellsByKey, FORMS, type SavedReport, tableViews, toCell } from '@gongkai/report'
import { spotsOf } from '../../src/report/move-in-table.js'
import { localDutiesOf, wrongDay } from '../../src/staff/collections/due-days.js'
import { nextYear } from '../../src/staff/collections/next-year.js'
import { boundText } from '../../src/staff/reports/bound-text.js'
import { withCells, withSection, withText } from '../../src/staff/reports/edit/edited.js'
import { filledTotals, liveSums } from '../../src/staff/reports/edit/live-sums.js'
import { merge, withPlaces } from '../../src/staff/reports/edit/merge.js'
import { formWords, laidOut, pasteAt, rowsOf } from '../../src/staff/reports/edit/paste.js'
import { remembered, undone } from '../../src/staff/reports/edit/undo.js'
import { stretchOf } from '../../src/staff/reports/read/stretch.js'
import { compared, comparedText, sameEnds } from '../../src/staff/reports/versions/compared.js'
import { dueText } from '../../src/staff/words/report-words.js'

const BLANK: SavedReport = {
  ...{ file: '报告.json', sha256: '', mediaType: 'application/json', form: '2021' },
  ...{ title: '云岭县财政局2025年政府信息公开工作年度报告', authority: '云岭县财政局' },
  ...{ year: 2025, intro: '', sections: [], signature: null, signedOn: null, publishedOn: null },
  cells: FORMS['2021'].cells.map((spec) => toCell(spec, '', null, false)),
  ...{ figures: [], labels: [], residue: [], problems: [], trace: [] },
}

/** Row and column of table 三, and what is typed there. */
type Typed = readonly (readonly [row: string, column: string, text: string])[]

function typed(cells: Typed): SavedReport {
  return withCells(
    BLANK,
    new Map(cells.map(([row, column, text]) => [`requests|${row}|${column}`, text])),
  )
}

describe('从 Excel 粘贴', () => {
  const [, requests] = tableViews('2021')
  assert.ok(requests)
  const spots = spotsOf(requests)
  const words = formWords(requests)
  const laid = (from: string, text: string) => pasteAt(spots, from, rowsOf(text), words)

  it('制表符分列，换行分行，引号里的制表符和换行不分', () => {
    assert.deepEqual(rowsOf('1\t2\r\n3\t"4\n件"\n'), [
      ['1', '2'],
      ['3', '4 件'],
    ])
    assert.deepEqual(rowsOf('a\t\tb'), [['a', '', 'b']])
    assert.deepEqual(rowsOf('"说""好"""\t1'), [['说"好"', '1']])
  })

  it('从选定的单元格起向右、向下逐行对应', () => {
    const { cells, left } = laid('requests|一|自然人', '5\t2\n1\t0')
    assert.deepEqual(Object.fromEntries(cells), {
      'requests|一|自然人': '5',
      'requests|一|商业企业': '2',
      'requests|二|自然人': '1',
      'requests|二|商业企业': '0',
    })
    assert.equal(left, 0)
  })

  it('超出表格的数据不粘贴，并且计数；空的不算', () => {
    const { cells, left } = laid('requests|四|总计', '5\t6\t\n7')
    assert.deepEqual(Object.fromEntries(cells), { 'requests|四|总计': '5' })
    assert.equal(left, 2)
  })

  // biome-ignore format: table
  const NAMED = [
    ['整行连同项目名称',     '一、本年新收政府信息公开申请数量\t5\t2\t0\t0\t0\t0\t7', ['5', '2', '7'], 1],
    ['名称前有合并的空格',   '\t（一）予以公开\t\t5\t2\t0\t0\t0\t0\t7',                 ['5', '2', '7'], 1],
    ['两级名称',             '（三）不予公开\t1.属于国家秘密\t5\t2\t0\t0\t0\t0\t7',      ['5', '2', '7'], 1],
    ['名称写得短的',         '新收申请\t5\t2\t0\t0\t0\t0\t7',                            ['新收申请', '5', '0'], 0],
    ['连同表头',             '\t自然人\t商业企业\t总计\n一、本年新收\t5\t2\t0\t0\t0\t0\t7', ['5', '2', '7'], 2],
    ['首格是文字，不是名称', '若干\t2\t0\t0\t0\t0\t7',                                    ['若干', '2', '7'], 0],
  ] as const
  for (const [title, text, expected, left] of NAMED) {
    it(`从数据的第一格起对应：${title}`, () => {
      const { cells, words } = laid('requests|一|自然人', text)
      const at = (column: string) => cells.get(`requests|一|${column}`)
      assert.deepEqual([at('自然人'), at('商业企业'), at('总计')], expected)
      assert.equal(words, left)
    })
  }

  it('只有名称、没有数据的行照样占一行', () => {
    const { cells } = laid(
      'requests|三（六）3|自然人',
      '3.其他\t1\n（七）总计\t\t\n四、结转下年度继续办理\t2',
    )
    assert.equal(cells.get('requests|三（七）|自然人'), '')
    assert.equal(cells.get('requests|四|自然人'), '2')
  })

  it('合并的单元格占几格，后面的就在几格之后', () => {
    const one = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan })
    assert.deepEqual(
      laidOut([
        [one('三', 1, 2), one('（一）', 2), one('5')],
        [one('（二）', 2), one('\n 6 ')],
      ]),
      [
        ['三', '（一）', '', '5'],
        ['', '（二）', '', '6'],
      ],
    )
  })
})

describe('撤销', () => {
  const unread = {
    ...BLANK,
    cells: BLANK.cells.map((cell) => ({ ...cell, state: 'unread' as const, raw: null })),
  }
  const [a, b] = ['requests|一|自然人', 'requests|一|商业企业']

  it('在一格里连续填写的一次撤回，未读出的还是未读出', () => {
    const first = remembered([], unread, [a], a)
    const filled = withCells(unread, new Map([[a, '1']]))
    assert.equal(remembered(first, filled, [a], a), first)
    const [last] = first
    assert.ok(last)
    assert.deepEqual(undone(withCells(filled, new Map([[a, '12']])), last), unread)
  })

  it('粘贴的各格一起撤回，其他格不变', () => {
    const before = withCells(BLANK, new Map([[a, '1']]))
    const [last] = remembered([], before, [a, b], null)
    assert.ok(last)
    const pasted = withCells(
      before,
      new Map([
        [a, '5'],
        [b, '6'],
        ['requests|二|自然人', '9'],
      ]),
    )
    const cells = cellsByKey(undone(pasted, last))
    assert.deepEqual(
      [a, b, 'requests|二|自然人'].map((key) => cells.get(key)?.raw),
      ['1', '', '9'],
    )
  })
})

describe('两人同时更改', () => {
  const base = withText(
    withSection(withText(BLANK, 'intro', '本年新收0件。'), '五'),
    'section/五',
    '问题。',
  )
  const [a, b] = ['requests|一|自然人', 'requests|一|商业企业']
  const raw = (report: SavedReport, key: string) => cellsByKey(report).get(key)?.raw

  it('改在不同单元格和不同部分的，各取所改', () => {
    const mine = withCells(withText(base, 'section/五', '问题和措施。'), new Map([[a, '5']]))
    const theirs = withSection(
      withCells(withText(base, 'intro', '引言。'), new Map([[b, '2']])),
      '六',
    )
    const { document, contested, taken } = merge(base, mine, theirs)
    assert.deepEqual(contested, [])
    assert.deepEqual([raw(document, a), raw(document, b)], ['5', '2'])
    assert.deepEqual(
      [document.intro, document.sections.map(({ no, text }) => [no, text])],
      [
        '引言。',
        [
          ['五', '问题和措施。'],
          ['六', ''],
        ],
      ],
    )
    assert.equal(taken, 3)
  })

  it('同一处改得不同的逐处询问，选我的才用我的；改得相同的不问', () => {
    const mine = withCells(
      withText(base, 'intro', '甲。'),
      new Map([
        [a, '5'],
        [b, '1'],
      ]),
    )
    const theirs = withCells(
      withText(base, 'intro', '乙。'),
      new Map([
        [a, '6'],
        [b, '1'],
      ]),
    )
    const { document, contested } = merge(base, mine, theirs)
    assert.deepEqual(contested, [
      { kind: 'cell', key: a },
      { kind: 'part', part: 'intro' },
    ])
    assert.deepEqual([raw(document, a), document.intro], ['6', '乙。'])
    const chosen = withPlaces(document, mine, contested.slice(0, 1))
    assert.deepEqual([raw(chosen, a), chosen.intro], ['5', '乙。'])
  })

  it('我写的正文绑定了他人改动的单元格，数字随之变动', () => {
    const [cell] = base.cells.filter((one) => one.table === 'requests')
    assert.ok(cell)
    const before = withCells(base, new Map([[a, '0']]))
    const mine = { ...before, bindings: [{ part: 'intro', start: 4, end: 5, cell }] as const }
    const theirs = withCells(before, new Map([[a, '12']]))
    const { document, contested } = merge(before, mine, theirs)
    assert.deepEqual([document.intro, contested], ['本年新收12件。', []])
  })
})

describe('即时合计', () => {
  const report = typed([
    ['一', '自然人', '5'],
    ['一', '商业企业', '/'],
    ['三（一）', '自然人', '3'],
    ['三（二）', '自然人', '1'],
  ])

  it('各项之和随填随算，符号和空白按0计', () => {
    const { totals } = liveSums(report, '2021')
    const sumsOf = (key: string) => totals.get(key)?.map(({ sum }) => sum)
    assert.deepEqual(sumsOf('requests|一|总计'), [5])
    assert.deepEqual(sumsOf('requests|三（七）|自然人'), [4])
  })

  it('有单元格未读出或者填了文字的，合计不明，不按0计', () => {
    const unclear = liveSums(typed([['一', '自然人', '若干']]), '2021')
    assert.deepEqual(unclear.totals.get('requests|一|总计')?.[0]?.sum, null)
    assert.equal(unclear.balances.find(({ column }) => column === '自然人')?.left, null)
  })

  it('勾稽关系两边并列', () => {
    const full = withCells(report, filledTotals(report, '2021'))
    const natural = liveSums(full, '2021').balances.find(({ column }) => column === '自然人')
    assert.deepEqual(natural, { column: '自然人', left: 5, right: 4 })
  })

  it('填入合计时先合计各列，再合计各行；没有数据的合计不填0', () => {
    const filled = filledTotals(report, '2021')
    assert.deepEqual(Object.fromEntries(filled), {
      'requests|三（七）|自然人': '4',
      'requests|一|总计': '5',
      'requests|三（一）|总计': '3',
      'requests|三（二）|总计': '1',
      'requests|三（七）|总计': '4',
    })
  })
})

describe('编辑', () => {
  it('填入的内容按单元格的规则读作数字、符号或者文字', () => {
    const report = typed([
      ['一', '自然人', '1,204'],
      ['二', '自然人', '/'],
    ])
    const cells = cellsByKey(report)
    assert.equal(cells.get('requests|一|自然人')?.value, 1204)
    assert.equal(cells.get('requests|二|自然人')?.state, 'mark')
    assert.equal(cells.get('requests|四|自然人')?.state, 'blank')
  })

  it('落款改了，成文日期跟着改', () => {
    const signed = withText(BLANK, 'signature', '云岭县财政局\n2026年1月12日')
    assert.equal(signed.signedOn, '2026-01-12')
    assert.equal(withText(signed, 'signature', '云岭县财政局').signedOn, null)
  })

  it('缺少的部分补在应有的位置，标题可以改', () => {
    const both = withSection(withSection(BLANK, '三'), '一')
    assert.deepEqual(
      both.sections.map(({ heading }) => heading),
      ['一、总体情况', '三、收到和处理政府信息公开申请情况'],
    )
    const renamed = withText(both, 'heading/一', '1、概述')
    assert.equal(renamed.sections[0]?.title, '概述')
  })
})

describe('比较两个版本', () => {
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, a: string, b: string, rows: string[]])[] = [
    ['相同的没有差异',       '一。\n二。', '一。\n二。',       []],
    ['改写的段落并列',       '一。\n二。', '一。\n二和三。',   ['二。→二和三。']],
    ['新增的段落',           '一。',       '一。\n无。',       ['→无。']],
    ['删去的段落',           '一。\n二。', '二。',             ['一。→']],
    ['只换了次序的整段列出', '一。\n二。', '二。\n一。',       ['一。\n二。→二。\n一。']],
  ]
  for (const [title, a, b, rows] of CASES) {
    it(title, () => {
      const said = comparedText(a, b).map((row) => `${row.a}→${row.b}`)
      assert.deepEqual(said, rows)
    })
  }

  it('单元格按印出的内容比较，空白改成0也列出', () => {
    const [before, after] = [
      typed([['一', '自然人', '5']]),
      typed([
        ['一', '自然人', '3'],
        ['二', '自然人', '0'],
      ]),
    ]
    const said = compared(before, after).cells.map(({ cell, a, b, by }) => [cell.row, a, b, by])
    assert.deepEqual(said, [
      ['一', '5', '3', -2],
      ['二', '', '0', null],
    ])
  })

  it('改动的起止', () => {
    assert.deepEqual(sameEnds('公开12条。', '公开15条。'), { start: 3, end: 2 })
    assert.deepEqual(sameEnds('甲', '甲甲'), { start: 1, end: 0 })
  })
})

describe('意见所指的文字', () => {
  const TEXT = '一季度公开12条。\n二季度公开12条，增加2条。'
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, selected: string, says: string])[] = [
    ['选中的一句',               '增加2条',         '增加2条'],
    ['跨段选中的，换行不计',     '12条。 二季度',   '12条。\n二季度'],
    ['没有选中的为整个部分',     '',                TEXT],
    ['不在本部分的为整个部分',   '三季度',          TEXT],
    ['出现两次分不清的为整个部分', '公开12条',      TEXT],
  ]
  for (const [title, selected, says] of CASES) {
    it(title, () => {
      const { start, end } = stretchOf(TEXT, selected)
      assert.equal(TEXT.slice(start, end), says)
    })
  }
})

describe('随单元格变动的数字对阅看的人怎么说', () => {
  const cell = { table: 'requests', row: '一', column: '总计' } as const
  const binding = { part: 'intro', start: 2, end: 3, cell } as const
  // biome-ignore format: one case a line
  const ROWS: [typed: string, says: string][] = [
    ['7',  '随表三 一·总计变动'],
    ['',   '是原来的数字：表三 一·总计现在没有数字，填写后随之更新'],
    ['12', '与表三 一·总计不一致，表中为12，请核对'],
  ]
  for (const [text, says] of ROWS) {
    it(`表中为“${text}”`, () => {
      const report = { ...typed([['一', '总计', text]]), intro: '新收7件。', bindings: [binding] }
      assert.equal(boundText(report, binding), says)
    })
  }
})

describe('时限', () => {
  // biome-ignore format: table
  const WRONG: readonly (readonly [day: string, statutory: string, says: string | undefined])[] = [
    ['',           '2026-01-31', undefined],
    ['2026-01-31', '2026-01-31', undefined],
    ['2026-01-20', '2026-01-31', undefined],
    ['2026-02-01', '2026-01-31', '不能晚于法定时限。'],
    ['2025-12-31', '2026-01-31', '应在报告年度的次年之内。'],
  ]
  for (const [day, statutory, says] of WRONG) {
    it(`法定${statutory}，填写${day || '空'}`, () => assert.equal(wrongDay(day, statutory), says))
  }

  it('只有早于法定时限的日期成为本地时限', () => {
    const earlier = { department: '2026-01-20', township: '2026-01-31', government: '' }
    assert.deepEqual(localDutiesOf(2025, '云岭县', earlier, '云政办函〔2025〕8号'), [
      {
        ...{ area: '云岭县', level: 'department', step: 'publish' },
        ...{ fromReportYear: 2025, untilReportYear: 2025 },
        ...{ monthDay: '01-20', notice: '云政办函〔2025〕8号' },
      },
    ])
  })

  it('布置年度时先选尚未布置的年度', () => {
    assert.equal(nextYear(2026, []), 2025)
    assert.equal(nextYear(2026, [2025, 2024]), 2026)
    assert.equal(nextYear(2026, [2026, 2025]), 2024)
    assert.equal(nextYear(2026, [2026, 2025, 2024, 2023, 2022, 2021]), 2025)
  })

  it('离期限还有几天', () => {
    assert.equal(dueText('2026-01-31', '2026-01-26'), '还有5天')
    assert.equal(dueText('2026-01-31', '2026-01-31'), '今日到期')
    assert.equal(dueText('2026-01-31', '2026-02-03'), '逾期3天')
  })
})
