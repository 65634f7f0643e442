import { CSV_COLUMNS } from '../../../packages/documents/src/own/csv-columns.js'
import { rawPdf } from '../../../packages/documents/test/source-pdf/samples.js'
import { docxOf, part, wordDocument, zipOf } from '../../../test/support/zip.js'
import type { Base } from './base.js'
import type { AbsurdFile } from './files.js'

const ROWS = 100_000
const times = (count: number, text: string) => text.repeat(count)

/** Files that are what they seem but of absurd length. */
export function longFiles({ text, docx }: Base): readonly AbsurdFile[] {
  const flat = text.replace(/\s+/g, '')
  const row = '<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'
  // biome-ignore format: one file a line
  return [
    ['表格十万行.html',     () => `<p>${text}</p><table>${times(ROWS, '<tr><td>规章</td><td>1</td></tr>')}</table>`],
    ['表格一万八千行.html', () => `<p>${text}</p><table>${times(18_000, '<tr><td>规章</td><td>1</td></tr>')}</table>`],
    ['表格十万行.xlsx',     () => xlsxOf(ROWS)],
    ['表格一万八千行.xlsx', () => xlsxOf(18_000)],
    ['表格十万行.txt',      () => text + times(ROWS, '规章\t1\t2\t3\n')],
    ['表格三十万行.txt',    () => text + times(3 * ROWS, '规章\t1\t2\t3\n')],
    ['表格十万行.md',       () => `${text}\n| 信息内容 | 数 |\n|---|---|\n${times(ROWS, '| 规章 | 1 |\n')}`],
    ['表格十万行.docx',     () => docxOf(part('word/document.xml', wordDocument(`<w:tbl>${times(ROWS, row)}</w:tbl>`)))],
    ['表格二万行.docx',     () => docxOf(part('word/document.xml', wordDocument(`<w:tbl>${times(19_000, row)}</w:tbl>`)))],
    ['百万行.csv',          () => `单位,件数\n${times(1_000_000, '嘉禾市财政局,1\n')}`],
    ['本系统百万行.csv',    () => `${CSV_COLUMNS.join(',')}\n${times(200_000, `${CSV_COLUMNS.map(() => '1').join(',')}\n`)}`],
    ['五千页.pdf',          () => rawPdf(Array<string>(5000).fill('BT /F1 10 Tf 20 300 Td (12) Tj ET'))],
    ['二百九十页密排.pdf',  () => rawPdf(Array<string>(290).fill(densePage()))],
    ['一行20MB.txt',        () => times(19_900_000 / 3, '公')],
    ['一行20MB报告.txt',    () => times(Math.floor(19_000_000 / Buffer.byteLength(flat)), flat)],
    ['报告重复20MB.txt',    () => times(Math.floor(19_000_000 / Buffer.byteLength(text)), `${text}\n`)],
    ['一行20MB数字.txt',    () => `${text}\n${times(19_000_000, '1')}`],
    ['一行20MB.html',       () => `<html><body>${times(Math.floor(19_000_000 / Buffer.byteLength(flat)), flat)}`],
    ['二十万空行.txt',      () => text + times(190_000, '\n')],
    ['Word附4MB注释.docx',  () => Buffer.concat([docx, Buffer.alloc(4_000_000)])],
  ]
}

function densePage(): string {
  const words = Array.from(
    { length: 2000 },
    (_, i) => `1 0 0 1 ${(i % 40) * 7} ${400 - 8 * (i / 40)} Tm (${i}) Tj`,
  )
  return `BT /F1 6 Tf ${words.join(' ')} ET`
}

function xlsxOf(rows: number): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const row = (at: number) =>
    `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>规章</t></is></c><c r="B${at}"><v>1</v></c></row>`
  const data = Array.from({ length: rows }, (_, at) => row(at + 1)).join('')
  return zipOf([
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="b"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    ),
  ])
}

const AMOUNT = 100_000

/** What a careless pattern, or a walk that compares all with all, takes the square of. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['左括号', times(AMOUNT, '（')],
  ['左书名号', times(AMOUNT, '《')],
  ['左引号', times(AMOUNT, '“')],
  ['半角引号', times(AMOUNT, '"')],
  ['六角括号', times(AMOUNT, '〔')],
  ['方括号', times(AMOUNT, '[bookmark:')],
  ['数字', times(AMOUNT, '1')],
  ['数字与逗号', times(AMOUNT / 2, '1,')],
  ['数字与点', times(AMOUNT / 2, '1.')],
  ['汉字数字', times(AMOUNT, '一')],
  ['百分号', times(AMOUNT / 4, '12%、')],
  ['件数', times(AMOUNT / 5, '公开1件，')],
  ['年份', times(AMOUNT / 5, '2023年')],
  ['空格', times(AMOUNT, ' ')],
  ['全角空格', times(AMOUNT, '\u3000')],
  ['制表符', times(AMOUNT, '\t')],
  ['竖线', times(AMOUNT, '|')],
  ['空格与竖线', times(AMOUNT / 2, ' |')],
  ['横线', times(AMOUNT, '-')],
  ['尖括号', times(AMOUNT / 2, '首页>')],
  ['顿号', times(AMOUNT / 2, '局、')],
  ['同一个字', times(AMOUNT, '公')],
  ['同一句话', times(AMOUNT / 10, '主动公开政府信息一批。')],
  ['标签属于国家秘密', times(50_000, '属于国家秘密')],
  ['标签其他', times(50_000, '其他')],
  ['标签其他分行', times(50_000, '其他\n')],
  ['标签规章分行', times(50_000, '规章\t1\n')],
  ['标签结果维持', times(50_000, '结果维持')],
  ['标签自然人', times(50_000, '自然人')],
  ['标题', times(10_000, '一、总体情况\n')],
  [
    '六个标题',
    times(
      3_000,
      '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
    ),
  ],
  ['报告标题', times(3_000, '嘉禾市财政局2023年政府信息公开工作年度报告\n')],
  ['条目编号', times(20_000, '（一）加强组织领导。\n')],
  ['是字条目', times(20_000, '一是加强领导。二是')],
  ['机关名称', times(20_000, '嘉禾市财政局')],
  [
    '相近机关名称',
    Array.from({ length: 20_000 }, (_, i) => `嘉${String.fromCodePoint(0x4e00 + i)}市财政局`).join(
      '，',
    ),
  ],
  ['身份证号', times(10_000, '11010519491231002X，')],
  ['各不相同的数', Array.from({ length: 20_000 }, (_, i) => `公开信息${i}条`).join('，')],
  [
    '各不相同的句',
    Array.from(
      { length: 20_000 },
      (_, i) => `公开${String.fromCodePoint(0x4e00 + i)}信息的渠道是门户网站。`,
    ).join(''),
  ],
]

/** A report whose first section goes on with one of these, and one in whose request table it stands. */
export function hostileTexts({ text }: Base): readonly AbsurdFile[] {
  const at = text.indexOf('\n', text.indexOf('一、')) + 1
  const lines = text.split('\n')
  const inside = lines.findLastIndex((line) => line.includes('国家秘密'))
  return HOSTILE.flatMap(([what, hostile]): AbsurdFile[] => [
    [`正文中${what}.txt`, () => `${text.slice(0, at)}${hostile}\n${text.slice(at)}`],
    [
      `表中${what}.txt`,
      () => [...lines.slice(0, inside), hostile, ...lines.slice(inside)].join('\n'),
    ],
  ])
}
