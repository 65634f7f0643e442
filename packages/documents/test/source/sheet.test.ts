import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import { readSheet } from '../../src/source/sheet/read-sheet.js'
import { shapes } from './shapes.js'

const prose = '云岭县认真贯彻落实条例，不断加强政府信息公开工作。'.repeat(4)

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  kind: 'xlsx' | 'biff8' = 'xlsx',
  hidden = -1,
) {
  const Sheets = Object.keys(sheets).map(
    (name, index) => ({ name, Hidden: index === hidden ? 1 : 0 }) as const,
  )
  const book = { SheetNames: Object.keys(sheets), Sheets: sheets, Workbook: { Sheets } }
  return new Uint8Array(write(book, { type: 'array', bookType: kind }) as ArrayBuffer)
}

function sheet(rows: readonly (readonly unknown[])[], more: Partial<WorkSheet> = {}): WorkSheet {
  return { ...utils.aoa_to_sheet(rows as unknown[][]), ...more }
}

async function read(bytes: Uint8Array, kind: 'xlsx' | 'xls' = 'xlsx') {
  const result = await readSheet(bytes, kind)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

type Case = readonly [title: string, sheet: WorkSheet, expected: ReturnType<typeof shapes>]

// biome-ignore format: one case a line
const CASES: readonly Case[] = [
  ['一张表', sheet([['规章', 0, 2], ['规范性文件', 1, 3]]), [[['规章', '0', '2'], ['规范性文件', '1', '3']]]],
  ['合并单元格', sheet([['甲', '乙', null], [null, 1, 2]], { '!merges': [utils.decode_range('A1:A2'), utils.decode_range('B1:C1')] }), [[['甲@0+1/2', '乙@1+2/1'], ['1', '2']]]],
  ['空单元格补齐', sheet([['规章', null, 2], ['文件', 1, null]]), [[['规章', '', '2'], ['文件', '1', '']]]],
  ['标题和长句成为文字', sheet([['云岭县年度报告'], [prose, null], ['甲', 1], ['乙', 2]]), ['云岭县年度报告', prose, [['甲', '1'], ['乙', '2']]]],
  ['合并到全宽的标题成为文字', sheet([['二、主动公开'], ['甲', 1]], { '!merges': [utils.decode_range('A1:B1')] }), ['二、主动公开', [['甲', '1']]]],
  ['隐藏的行和列不读', sheet([['甲', 'x', 1], ['y', 'y', 'y'], ['乙', 'x', 2]], { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }, {}] }), [[['甲', '1'], ['乙', '2']]]],
  ['合并单元格的首列隐藏', sheet([['甲', null, 1], ['乙', '丙', 2]], { '!merges': [utils.decode_range('A1:B1')], '!cols': [{ hidden: true }] }), [[['甲', '1'], ['丙', '2']]]],
  ['按显示的格式', { '!ref': 'A1:B1', A1: { t: 'n', v: 1234, z: '#,##0' }, B1: { t: 'n', v: 0.125, z: '0.0%' } }, [[['1,234', '12.5%']]]],
  ['单元格内换行', sheet([['本年新\n制作数量', 0]]), [[['本年新\n制作数量', '0']]]],
  ['四周的空白不算', sheet([[null], [null, '甲', 1], [null, '乙', 2], [null]]), [[['甲', '1'], ['乙', '2']]]],
]

describe('Excel 读成文字和表格', () => {
  for (const [title, input, expected] of CASES) {
    it(title, async () => assert.deepEqual(shapes(await read(workbook({ 表: input }))), expected))
  }
  it('xls 同样读取', async () => {
    const input = sheet(
      [
        ['甲', '乙', null],
        ['丙', 1, 2],
      ],
      { '!merges': [utils.decode_range('B1:C1')] },
    )
    const source = await read(workbook({ 表: input }, 'biff8'), 'xls')
    assert.deepEqual(shapes(source), [
      [
        ['甲', '乙@1+2/1'],
        ['丙', '1', '2'],
      ],
    ])
  })
  it('隐藏的工作表不读，其余依次读取', async () => {
    const sheets = { 一: sheet([['甲', 1]]), 二: sheet([['乙', 2]]), 三: sheet([['丙', 3]]) }
    assert.deepEqual(shapes(await read(workbook(sheets, 'xlsx', 1))), [
      [['甲', '1']],
      [['丙', '3']],
    ])
  })
  it('位置是工作表和单元格', async () => {
    const hidden = sheet([['甲', 'x', 1]], { '!cols': [{}, { hidden: true }] })
    const { blocks } = await read(workbook({ 表一: hidden }))
    assert.deepEqual(blocks[0]?.kind === 'grid' && blocks[0].cells.map(({ at }) => at), [
      { kind: 'sheet', sheet: '表一', cell: 'A1' },
      { kind: 'sheet', sheet: '表一', cell: 'C1' },
    ])
  })
  it('公式没有计算结果时显示公式并列为问题', async () => {
    const input = {
      '!ref': 'A1:B1',
      A1: { t: 's', v: '总计' },
      B1: { t: 'n', f: 'SUM(B2:B5)' },
    } as const
    const source = await read(workbook({ 表: input }))
    assert.deepEqual(shapes(source), [[['总计', '=SUM(B2:B5)']]])
    assert.deepEqual(
      source.problems.map(({ code }) => code),
      ['sheet.uncalculated'],
    )
  })
})

describe('Excel 中与文字无关的内容不影响读取', () => {
  const parts = unzipSync(workbook({ 表: sheet([['甲', 1]]) }))
  const cells = '<c r="A1" t="inlineStr"><is><t>云岭县收到</t></is></c><c r="B1"><v>2</v></c>'
  const cases: readonly (readonly [string, string])[] = [
    ['链接到整张表', '<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>'],
    ['注明的范围是整张表', '<dimension ref="A1:XFD1048576"/>'],
  ]
  for (const [title, more] of cases) {
    it(title, async () => {
      const xml = `<worksheet><sheetData><row r="1">${cells}</row></sheetData>${more}</worksheet>`
      const part = { 'xl/worksheets/sheet1.xml': new TextEncoder().encode(xml) }
      const source = await read(zipSync({ ...parts, ...part }))
      assert.deepEqual(shapes(source), [[['云岭县收到', '2']]])
    })
  }
})

describe('异常的 Excel 文件', () => {
  const parts = unzipSync(workbook({ 表: sheet([['甲', 1]]) }))
  const withSheet = (xml: string) =>
    zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(xml) })
  const data = (rows: string) => withSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  // biome-ignore format: one case a line
  const cases: readonly (readonly [string, Uint8Array, 'xlsx' | 'xls', string])[] = [
    ['十万行', data('<row><c><v>1</v></c></row>'.repeat(100_000)), 'xlsx', 'file.too-many-rows'],
    ['一行三十万格', data(`<row>${'<c><v>1</v></c>'.repeat(300_000)}</row>`), 'xlsx', 'file.too-many-rows'],
    ['一万八千行、每行两个数', data('<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(18_000)), 'xlsx', 'file.too-many-rows'],
    ['一万行、每行七个有边框的空格', data(`<row>${'<c s="1"/>'.repeat(7)}</row>`.repeat(10_000)), 'xlsx', 'file.too-many-rows'],
    ['xls 有两万个以上的数', workbook({ 表: sheet(Array.from({ length: 10_500 }, () => [1.5, 2.5])) }, 'biff8'), 'xls', 'file.too-many-rows'],
    ['两格相距极远', data('<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="XFD20000"><v>2</v></c></row>'), 'xlsx', 'file.too-many-rows'],
    ['列设置到两千万列', withSheet('<worksheet><cols><col min="1" max="20000000"/></cols></worksheet>'), 'xlsx', 'file.damaged'],
    ['只传了一半', workbook({ 表: sheet([['甲', 1]]) }).subarray(0, 2000), 'xlsx', 'file.damaged'],
    ['没有内容', workbook({ 表: sheet([[null]]) }), 'xlsx', 'file.empty'],
    ['xls 只有文件头', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'xls', 'file.damaged'],
  ]
  for (const [title, bytes, kind, code] of cases) {
    it(title, async () => {
      const result = await readSheet(bytes, kind)
      assert.equal(!result.ok && result.refusal.code, code)
    })
  }
})
