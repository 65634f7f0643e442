import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utils, type WorkBook, write } from '@e965/xlsx'
import { readSheetRows } from '../../src/source/sheet/read-rows.js'
import { writeSheetRows } from '../../src/write/sheet-rows.js'

describe('名册的行', () => {
  it('reads the first shown sheet that has words, hidden rows included, blank ones left out', async () => {
    const empty = utils.aoa_to_sheet([])
    const hidden = utils.aoa_to_sheet([['隐藏的工作表']])
    const list = utils.aoa_to_sheet([['名称', '电话'], [], ['县财政局', '0871-600'], ['县教育局']])
    list['!rows'] = [{}, {}, { hidden: true }]
    const book = bookOf({ 空: empty, 隐: hidden, 名册: list })
    book.Workbook = { Sheets: [{}, { Hidden: 1 }, {}] }
    assert.deepEqual(await rowsOf(book), [
      { number: 1, cells: ['名称', '电话'] },
      { number: 3, cells: ['县财政局', '0871-600'] },
      { number: 4, cells: ['县教育局', ''] },
    ])
  })

  const DAY = 43525
  const FORMATS: readonly [string, string, string][] = [
    ['月在前的默认格式', 'm/d/yy', '2019-03-01'],
    ['中文格式', 'yyyy"年"m"月"d"日"', '2019-03-01'],
    ['不是日期的数', '0', '43525'],
  ]
  for (const [title, z, text] of FORMATS) {
    it(`日期单元格：${title}`, async () => {
      const sheet = { A1: { t: 'n', v: DAY, z }, '!ref': 'A1' }
      assert.deepEqual(await rowsOf(bookOf({ 名册: sheet })), [{ number: 1, cells: [text] }])
    })
  }

  it('counts days from 1904 where the workbook does', async () => {
    const book = bookOf({ 名册: { A1: { t: 'n', v: DAY - 1462, z: 'm/d/yy' }, '!ref': 'A1' } })
    book.Workbook = { WBProps: { date1904: true } }
    assert.deepEqual(await rowsOf(book), [{ number: 1, cells: ['2019-03-01'] }])
  })

  it('a cell far away is refused before the blank ones between are made', async () => {
    const sheet = { A1: { t: 's', v: '名称' }, CV1000: { t: 's', v: '远' }, '!ref': 'A1:CV1000' }
    const result = await readSheetRows(bytesOf(bookOf({ 名册: sheet })))
    assert.equal(!result.ok && result.refusal.code, 'file.too-many-rows')
  })

  it('reads back what is written as rows: text stays text, long numbers too', async () => {
    const rows = [
      ['名称', '代码', '备注'],
      ['县财政局', '115301990000000072', '=1+1'],
    ]
    const result = await readSheetRows(await writeSheetRows('名册', rows))
    const expected = rows.map((cells, index) => ({ number: index + 1, cells }))
    assert.deepEqual(result.ok && result.value, expected)
  })

  it('what is no workbook is refused', async () => {
    const result = await readSheetRows(new TextEncoder().encode('名称,电话\n县财政局,1'))
    assert.equal(
      !result.ok && result.refusal.message,
      '这不是 Excel 文件。请提供 xlsx 或者 xls 文件。',
    )
  })
})

function bookOf(sheets: Record<string, object>): WorkBook {
  return { SheetNames: Object.keys(sheets), Sheets: sheets }
}

function bytesOf(book: WorkBook): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

async function rowsOf(book: WorkBook) {
  const result = await readSheetRows(bytesOf(book))
  assert.ok(result.ok)
  return result.value
}
