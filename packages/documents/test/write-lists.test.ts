import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Finding, Place, Target } from '@gongkai/report'
import { strFromU8, unzipSync } from 'fflate'
import { describePlace, describeTarget } from '../src/write/describe.js'
import { writeFindings } from '../src/write/findings.js'
import { type OverviewRow, writeOverview } from '../src/write/overview.js'
import { sampleReport } from './write-sample.js'

const files = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
  )

/** The text of a sheet's cell, by its address; empty where there is none. */
function cellsOf(bytes: Uint8Array, sheet: number): (at: string) => string {
  const all = files(bytes)
  const shared = [...(all['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)]
  const cells = (all[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(
    /<c r="(\w+)"([^>]*)><v>(.*?)<\/v>/g,
  )
  const byAddress = new Map(
    [...cells].map(([, at, attributes, value]) => [
      at,
      attributes?.includes('t="s"') ? (shared[Number(value)]?.[1] ?? '') : (value ?? ''),
    ]),
  )
  return (at) => byAddress.get(at) ?? ''
}

const sheetNames = (bytes: Uint8Array) =>
  [...(files(bytes)['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name,
  )

const finding: Finding = {
  rule: 'ARI-01',
  severity: 'error',
  message: '“总计”列第一项加第二项之和为5，第三项加第四项之和为4，不相等。',
  target: {
    kind: 'cells',
    cells: [
      { table: 'requests', row: '一', column: '总计' },
      { table: 'requests', row: '四', column: '总计' },
    ],
  },
  at: { kind: 'line', line: 12, column: 3, endLine: 12, endColumn: 4 },
  says: '=5',
  shouldBe: null,
  basis: '《中华人民共和国政府信息公开条例》第五十条',
}

const FOUND = [
  {
    file: '嘉禾市<财政局>.docx',
    findings: [finding],
    notAssessable: [{ rule: 'XYR-01', reason: '没有上一年度报告。' }],
  },
  { file: '云岭县审计局.pdf', findings: [], notAssessable: [] },
]

describe('问题清单', () => {
  it('Excel每个问题一行，未能核验的另列', async () => {
    const bytes = await writeFindings(FOUND, 'xlsx')
    assert.deepEqual(sheetNames(bytes), ['问题清单', '未能核验'])
    const cells = cellsOf(bytes, 1)
    assert.equal(cells('B2'), '嘉禾市&lt;财政局&gt;.docx')
    assert.deepEqual(['A2', 'C2', 'D2', 'E2', 'F2', 'H2', 'J2'].map(cells), [
      '1',
      '错误',
      'ARI-01',
      '表三 一·总计等2处',
      '第12行第3列',
      '=5',
      '《中华人民共和国政府信息公开条例》第五十条',
    ])
    assert.equal(cellsOf(bytes, 2)('C2'), '没有上一年度报告。')
  })

  it('网页每份报告一节，没有问题的写明没有', async () => {
    const html = new TextDecoder().decode(await writeFindings(FOUND, 'html'))
    assert.ok(html.includes('<h2 id="file-1">嘉禾市&lt;财政局&gt;.docx</h2>'))
    assert.ok(html.includes('<li>XYR-01：没有上一年度报告。</li>'))
    assert.ok(html.includes('云岭县审计局.pdf</h2>\n<p>没有发现问题。</p>'))
  })
})

describe('位置和对象的说法', () => {
  // biome-ignore format: one case a line
  const PLACES: readonly [Place | null, string][] = [
    [{ kind: 'line', line: 3, column: 5, endLine: 3, endColumn: 6 }, '第3行第5列'],
    [{ kind: 'page', page: 2, box: [0, 0, 1, 1] },                   '第2页'],
    [{ kind: 'paragraph', paragraph: 4, start: 0, end: 2 },          '第4段'],
    [{ kind: 'table', table: 1, row: 3, column: 2 },                 '第1个表格第3行第2列'],
    [{ kind: 'sheet', sheet: '表三', cell: 'D5' },                    '工作表“表三”D5'],
    [{ kind: 'field', path: '第7行' },                                '第7行'],
    [null, ''],
  ]
  for (const [place, words] of PLACES)
    it(words || '没有位置', () => assert.equal(describePlace(place), words))

  // biome-ignore format: one case a line
  const TARGETS: readonly [Target, string][] = [
    [{ kind: 'report' },                                       '整份报告'],
    [{ kind: 'text', part: 'title', start: 0, end: 1 },        '标题'],
    [{ kind: 'text', part: 'heading/三', start: 0, end: 1 },    '第三部分标题'],
    [{ kind: 'text', part: 'section/五', start: 0, end: 1 },    '第五部分正文'],
    [{ kind: 'cells', cells: [{ table: 'remedies', row: '复议后起诉', column: '总计' }] }, '表四 复议后起诉·总计'],
  ]
  for (const [target, words] of TARGETS)
    it(words, () => assert.equal(describeTarget(target), words))

  it('不认识的部分照写其名，不论叫什么', () => {
    const target = { kind: 'text', part: 'constructor', start: 0, end: 1 } as unknown as Target
    assert.equal(describeTarget(target), 'constructor')
  })
})

describe('汇总表', () => {
  const read = (form: '2019' | '2021'): OverviewRow => {
    const { file, title, authority, year, cells } = sampleReport(form)
    const counts = { errors: 1, warnings: 2, notes: 3, unread: 1, problems: 1 }
    return { file, title, authority, year, form, refusal: null, ...counts, cells }
  }
  const refused: OverviewRow = {
    ...read('2021'),
    file: '扫描件.pdf',
    title: null,
    authority: null,
    year: null,
    form: null,
    refusal: '只有图像，没有文字。',
    cells: [],
  }

  it('每份文件一行，读不了的写明原因，不写0个错误', async () => {
    const bytes = await writeOverview([read('2021'), refused])
    const cells = cellsOf(bytes, 1)
    assert.deepEqual(
      [cells('D2'), cells('F2'), cells('G2'), cells('J2')],
      ['嘉禾市财政局', '2021年格式', '1', '1'],
    )
    assert.deepEqual(
      [cells('F3'), cells('G3'), cells('L3')],
      ['未读取', '', '只有图像，没有文字。'],
    )
  })

  it('两种格式各一张数据表，未读出的不写成0', async () => {
    const bytes = await writeOverview([read('2019'), read('2021'), refused])
    assert.deepEqual(sheetNames(bytes), ['概览', '2021年格式数据', '2019年格式数据'])
    const cells = cellsOf(bytes, 2)
    assert.deepEqual(['D1', 'D2', 'D3', 'E3', 'F3', 'J3', 'K3', 'L3', 'M3'].map(cells), [
      '规章',
      '本年制发件数',
      '0',
      '',
      '/',
      '1204',
      '=1+1',
      '〔未读出〕',
      '38.5',
    ])
    // 10 cells of table 二, 25 totals of table 三, 15 cells of table 四 after the three columns of the report.
    assert.deepEqual([cells('BA2'), cells('BB2')], ['总计', ''])
  })
})
