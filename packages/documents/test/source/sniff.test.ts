import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src/source/read-source.js'
import { sniff } from '../../src/source/sniff/sniff.js'
import { compoundFile } from './compound-file.js'
import { shapes } from './shapes.js'
import { docxFile, zipFile } from './zip-file.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

// biome-ignore format: one case a line
const KINDS: readonly (readonly [title: string, bytes: Uint8Array, name: string, kind: string])[] = [
  ['纯文本', utf8('云岭县2023年年度报告\n一、总体情况'), 'a.txt', 'text'],
  ['扩展名写错的纯文本', utf8('云岭县2023年年度报告'), 'a.docx', 'text'],
  ['有竖线的纯文本', utf8('规章|0|1\n文件|2|3'), 'a.txt', 'text'],
  ['UTF-16 纯文本', Uint8Array.from(Buffer.from('\ufeff云岭县', 'utf16le')), 'a.txt', 'text'],
  ['UTF-16 纯文本无 BOM，头两个字的字节像 gzip', Uint8Array.from(Buffer.from('謟砈云岭县2023年', 'utf16le')), 'a.txt', 'text'],
  ['Markdown 标题', utf8('# 年度报告\n正文'), 'a.txt', 'markdown'],
  ['Markdown 表格', utf8('|甲|乙|\n|---|---|\n|1|2|'), 'a', 'markdown'],
  ['只有加粗的 md 文件', utf8('**一、总体情况**'), 'a.md', 'markdown'],
  ['头部有说明', utf8('---\ntitle: 报告\n---\n正文'), 'a.txt', 'markdown'],
  ['头部有说明（TOML）', utf8('+++\ntitle = "报告"\n+++\n正文'), 'a.txt', 'markdown'],
  ['分隔线不是说明', utf8('---\n正文\n---\n'), 'a.txt', 'text'],
  ['文字中夹网页表格', utf8('一、总体情况\n<table><tr><td>1</table>'), 'a.txt', 'markdown'],
  ['网页', utf8('<!DOCTYPE html><title>报告</title>'), 'a.txt', 'html'],
  ['网页片段', utf8('<div><p>报告</p></div>'), 'a', 'html'],
  ['XHTML', utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'), 'a', 'html'],
  ['扩展名是 doc 的网页', utf8('<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>一</body></html>'), 'a.doc', 'html'],
  ['本系统的 json', utf8('{"form":"2021","sections":[],"cells":[],"problems":[]}'), 'a.txt', 'json'],
  ['本系统的 json 只剩开头', utf8('{"file":"a.txt","sha256":"00","mediaType":"text/plain","form":"20'), 'a.txt', 'json'],
  ['本系统的 json 换行书写、只剩开头', utf8('{\n  "file": "a.txt",\n  "sha256": "00",\n  "mediaType": "te'), 'a.txt', 'json'],
  ['本系统的 xml 只剩开头', utf8('<?xml version="1.0" encoding="UTF-8"?>\n<annualReport xmlns="urn:gong'), 'a.txt', 'xml'],
  ['本系统的 xml', utf8('<?xml version="1.0"?><annualReport xmlns="urn:gongkai:annual-report:1"/>'), 'a.txt', 'xml'],
  ['本系统的 csv', utf8('\ufefffile,sha256,mediaType,form,title,authority,year,signedOn,publishedOn,table,row,column,state,value,unit,raw,inferred\r\n'), 'a.txt', 'csv'],
  ['PDF', utf8('%PDF-1.7\n'), 'a.txt', 'pdf'],
  ['docx', docxFile('<w:p/>'), 'a.txt', 'docx'],
  ['xlsx', zipFile({ 'xl/workbook.xml': '<workbook/>' }), 'a.zip', 'xlsx'],
  ['doc', compoundFile({ WordDocument: new Uint8Array(9), '1Table': new Uint8Array(9) }), 'a.xls', 'doc'],
  ['xls', compoundFile({ Workbook: new Uint8Array(9) }), 'a.doc', 'xls'],
]

// biome-ignore format: one case a line
const REFUSED: readonly (readonly [title: string, bytes: Uint8Array, code: string, says: RegExp])[] = [
  ['空文件', new Uint8Array(0), 'file.empty', /重新提供/],
  ['只有空白', utf8(' \n\t\n'), 'file.empty', /重新提供/],
  ['空压缩包', zipFile({}), 'file.empty', /重新提供/],
  ['500 MB', new Uint8Array(500_000_000), 'file.too-large', /500\.0 MB.*50\.0 MB/],
  ['21 MB 的文本', new Uint8Array(21_000_000).fill(0x61), 'file.too-large', /20\.0 MB/],
  ['加密的 docx', compoundFile({ EncryptionInfo: new Uint8Array(9), EncryptedPackage: new Uint8Array(9) }), 'file.encrypted', /密码/],
  ['演示文稿', compoundFile({ 'PowerPoint Document': new Uint8Array(9) }), 'file.unsupported', /PowerPoint/],
  ['OFD', zipFile({ 'OFD.xml': '<OFD/>' }), 'file.unsupported', /OFD.*另存为 docx/],
  ['压缩包', zipFile({ '报告.txt': '一' }), 'file.unsupported', /解压/],
  ['RTF', utf8('{\\rtf1\\ansi}'), 'file.unsupported', /RTF.*另存为 docx/],
  ['别的 XML', utf8('<?xml version="1.0"?><w:wordDocument/>'), 'file.unsupported', /XML/],
  ['别的 JSON', utf8('{"a": 1}'), 'file.unsupported', /JSON/],
  ['PNG 图片', hex('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489'), 'file.unsupported', /图片/],
  ['满是 NUL', utf8('云岭县\0\0\0\0\0\0公开'), 'file.damaged', /无法识别/],
  ['随机字节', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) & 0xff), 'file.damaged', /无法识别/],
  ['只剩前半的 docx', docxFile('<w:p/>').subarray(0, 500), 'file.damaged', /完整/],
  ['只剩文件头的 doc', hex('d0cf11e0a1b11ae1'), 'file.damaged', /重新/],
]

describe('文件类型按内容判断', () => {
  for (const [title, bytes, name, kind] of KINDS) {
    it(title, async () => assert.deepEqual(await sniff(bytes, name), { ok: true, value: kind }))
  }
})

describe('不能读取的文件说明原因和办法', () => {
  for (const [title, bytes, code, says] of REFUSED) {
    it(title, async () => {
      const result = await sniff(bytes, 'a')
      assert.ok(!result.ok)
      assert.equal(result.refusal.code, code)
      assert.match(result.refusal.message, says)
    })
  }
  it('压缩炸弹', async () => {
    const bomb = docxFile('<w:p/>')
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const directory = view.getUint32(bomb.length - 6, true)
    view.setUint32(directory + 24, 210_000_000, true)
    const result = await sniff(bomb, 'a.docx')
    assert.equal(!result.ok && result.refusal.code, 'file.inflates-too-far')
  })
})

describe('各种文件统一读取', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['a.txt', utf8('一')],
    ['a.md', utf8('# 一')],
    ['a.html', utf8('<p>一</p>')],
    ['a.docx', docxFile('<w:p><w:r><w:t>一</w:t></w:r></w:p>')],
  ]
  for (const [name, bytes] of cases) {
    it(name, async () => {
      const result = await readSource(bytes, name)
      assert.deepEqual(result.ok && shapes(result.value), ['一'])
    })
  }
  it('文本中的一个 NUL 列为问题', async () => {
    const result = await readSource(utf8('云岭县\0公开'), 'a.txt')
    assert.deepEqual(result.ok && result.value.problems.map(({ code }) => code), ['text.nul'])
  })
})
