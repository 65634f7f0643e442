import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FormId, SavedReport } from '@gongkai/report'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { cellText, printTables, UNREAD_MARK } from '../src/write/statutory.js'
import { type ReportFormat, writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

async function bytesOf(report: SavedReport, to: ReportFormat): Promise<Uint8Array> {
  const written = await writeReport(report, to)
  assert.ok(written.ok)
  return written.value.bytes
}

async function unzip(report: SavedReport, to: ReportFormat): Promise<Record<string, string>> {
  const files = unzipSync(await bytesOf(report, to))
  return Object.fromEntries(Object.entries(files).map(([name, data]) => [name, strFromU8(data)]))
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

const allTexts = (form: FormId) =>
  printTables(sampleReport(form).cells, form)
    .flatMap(({ blocks }) => blocks.flatMap(({ head, body }) => [...head, ...body]))
    .flat()
    .map(({ text }) => text)

describe('写出Word', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`表格的每个单元格都在，次序与表格一致（${form}年格式）`, async () => {
      const report = { ...sampleReport(form), corrections: [] }
      const buffer = Buffer.from(await bytesOf(report, 'docx'))
      const { value: html } = await mammoth.convertToHtml({ buffer })
      const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text]) =>
        plain(text ?? ''),
      )
      assert.deepEqual(cells, allTexts(form))
    })

    it(`标题、引言、六部分正文、落款依次都在（${form}年格式）`, async () => {
      const report = sampleReport(form)
      const buffer = Buffer.from(await bytesOf(report, 'docx'))
      const { value: html } = await mammoth.convertToHtml({ buffer })
      const paragraphs = [
        ...html.replace(/<table>.*?<\/table>/gs, '').matchAll(/<(p|h1)>(.*?)<\/\1>/gs),
      ].map(([, , text]) => plain(text ?? ''))
      assert.deepEqual(
        paragraphs,
        [
          report.title,
          report.intro,
          ...report.sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]),
          ...(report.signature ?? '').split('\n'),
        ].filter((text) => text !== ''),
      )
    })
  }

  it('合并单元格、重复表头、标题样式、页码和语言', async () => {
    const files = await unzip(sampleReport('2021'), 'docx')
    const document = files['word/document.xml'] ?? ''
    // 表三: stub over 3 columns, 申请人情况, 法人或其他组织, and rows whose label covers 2 or 3 columns.
    assert.equal(count(document, /<w:gridSpan w:val="7"\/>/g), 1)
    assert.equal(count(document, /<w:gridSpan w:val="10"\/>/g), 1)
    // 22 rows under 三、本年度办理结果 and the groups in it begin 6 merges of labels; headers begin 3 + 5.
    assert.equal(count(document, /<w:vMerge w:val="restart"\/>/g), 13)
    assert.equal(count(document, /<w:tblHeader\/>/g), 6)
    assert.equal(count(document, /<w:pStyle w:val="Heading1"\/>/g), 6)
    assert.match(files['word/styles.xml'] ?? '', /w:eastAsia="方正小标宋简体"/)
    assert.match(files['word/styles.xml'] ?? '', /<w:lang w:val="en-US" w:eastAsia="zh-CN"\/>/)
    assert.match(files['docProps/core.xml'] ?? '', /<dc:title>嘉禾市财政局2023年/)
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/)
    assert.match(Object.values(files).join(''), /<w:instrText[^>]*>PAGE</)
  })

  it('文字中的NUL和半个代理项不破坏文件', async () => {
    const report = { ...sampleReport('2021'), intro: '甲\u0000乙\ud800丙' }
    const buffer = Buffer.from(await bytesOf(report, 'docx'))
    const { value } = await mammoth.extractRawText({ buffer })
    assert.ok(value.includes('甲\ufffd乙\ufffd丙'))
  })
})

describe('写出Excel', () => {
  it('四张工作表，合并与表格一致', async () => {
    const files = await unzip(sampleReport('2021'), 'xlsx')
    const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)]
    assert.deepEqual(
      names.map(([, name]) => name),
      ['正文', '表二', '表三', '表四'],
    )
    const merges = (sheet: number) =>
      [
        ...(files[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(/<mergeCell ref="([^"]*)"/g),
      ].map(([, range]) => range)
    assert.deepEqual(merges(1), [])
    assert.deepEqual(merges(4), [
      'A1:E1',
      'F1:O1',
      'A2:A3',
      'B2:B3',
      'C2:C3',
      'D2:D3',
      'E2:E3',
      'F2:J2',
      'K2:O2',
    ])
    assert.ok(merges(3).includes('A1:C3') && merges(3).includes('A6:A27'))
  })

  it('数字是数字，带符号和千分位的照原样显示，公式样的文字仍是文字', async () => {
    const files = await unzip(sampleReport('2021'), 'xlsx')
    const sheet = files['xl/worksheets/sheet2.xml'] ?? ''
    assert.match(sheet, /<c r="B3"[^>]*><v>0<\/v>/)
    assert.match(sheet, /<c r="B7"[^>]*><v>1204<\/v>/)
    assert.match(sheet, /<c r="B14"[^>]*><v>38\.5<\/v>/)
    assert.match(files['xl/styles.xml'] ?? '', /formatCode="#,##0"/)
    assert.doesNotMatch(sheet, /<f>/)
    assert.ok((files['xl/sharedStrings.xml'] ?? '').includes('>=1+1<'))
    assert.ok((files['xl/sharedStrings.xml'] ?? '').includes(UNREAD_MARK))
  })
})

describe('单元格印什么', () => {
  const base = {
    table: 'requests',
    row: '一',
    column: '总计',
    unit: null,
    inferred: false,
    at: null,
  }
  // biome-ignore format: one case a line
  const CASES = [
    ['数字照印',               { state: 'number', value: 1204, raw: '1,204' }, '1,204'],
    ['带单位的照印',           { state: 'number', value: 12,   raw: '12件' },  '12件'],
    ['算出来的数字',           { state: 'number', value: 0,    raw: null },    '0'],
    ['算出来的金额带单位',     { state: 'number', value: 5,    raw: null, unit: '元' }, '5元'],
    ['表头已有万元的不重复',   { state: 'number', value: 5,    raw: null, unit: '万元' }, '5'],
    ['空白',                   { state: 'blank',  value: null, raw: ' ' },     ''],
    ['符号',                   { state: 'mark',   value: null, raw: '—' },     '—'],
    ['文字',                   { state: 'text',   value: null, raw: '见附件' }, '见附件'],
    ['未读出的不印成零或空白', { state: 'unread', value: null, raw: '7 8' },   '〔未读出〕'],
  ] as const
  for (const [title, cell, printed] of CASES) {
    it(title, () => assert.equal(cellText({ ...base, ...cell } as never), printed))
  }
})

describe('没有规定表格的报告', () => {
  for (const to of ['docx', 'pdf', 'html', 'xlsx', 'csv'] as const) {
    it(`不写成${to}，并说明原因`, async () => {
      const result = await writeReport({ ...sampleReport('2019'), form: 'unknown', cells: [] }, to)
      assert.ok(!result.ok)
      assert.equal(result.refusal.code, 'write.no-form')
      assert.match(result.refusal.message, /可以改存为JSON或XML/)
    })
  }
})

describe('长得不可能是年度报告的', () => {
  const report = sampleReport('2021')
  const [first, ...rest] = report.cells
  const long = '长'.repeat(2001)
  // biome-ignore format: one case a line
  const CASES = [
    ['标题2001字',   { ...report, title: long }],
    ['正文30万字',   { ...report, intro: '公开政府信息。'.repeat(43_000) }],
    ['单元格2001字', { ...report, cells: [{ ...first, state: 'text', value: null, raw: long }, ...rest] }],
  ] as const
  for (const [title, value] of CASES) {
    it(`${title}的不排版`, async () => {
      const result = await writeReport(value as SavedReport, 'pdf')
      assert.equal(!result.ok && result.refusal.code, 'write.too-long')
    })
  }
})
