import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bomb, docxOf, part, wordDocument, zipOf } from '../../../test/support/zip.js'
import { compoundFile } from '../../documents/test/source/compound-file.js'
import { rawPdf } from '../../documents/test/source-pdf/samples.js'
import { createPool, exampleReports, type GivenFile, type Pool, readFile } from '../src/index.js'

const examples = await exampleReports()
const example = examples.find(({ name }) => name.endsWith('.txt'))
const REPORT = new TextDecoder().decode(example?.bytes)

const times = (count: number, text: string) => text.repeat(count)
const bytesOf = (content: string | Uint8Array) => new Uint8Array(Buffer.from(content))

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${times(32, '41')}> /U <${times(32, '42')}> >> /ID [<00> <00>]`
const ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
const OWN_XML = '<annualReport xmlns="urn:gongkai:annual-report:1">'
const OWN_JSON = `{"file":"a.txt","sha256":"${times(64, '0')}","mediaType":"text/plain","form":"2021","title":null,"authority":null,"year":null,"intro":"","sections":[],"problems":[],"cells":`
const DOCUMENT = 'word/document.xml'
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const row = '<w:tr><w:tc><w:p/></w:tc></w:tr>'

describe('不予读取的文件，说明原因和办法', () => {
  // biome-ignore format: 一行一例
  const ROWS: [what: string, name: string, code: string, says: RegExp, content: () => string | Uint8Array][] = [
    ['空文件',                 '甲.txt',  'file.empty',              /上传、保存完整后重新提供/, () => ''],
    ['只有空格',               '甲.txt',  'file.empty',              /重新提供/,       () => times(100_000, ' ')],
    ['截断的Word文件',         '甲.docx', 'file.damaged',            /重新下载/,       () => docx(paragraph(REPORT)).subarray(0, 900)],
    ['截断的JSON',             '甲.json', 'file.damaged',            /完整保存/,       () => `${OWN_JSON}[{"table":`],
    ['设有打开密码的Word文件', '甲.docx', 'file.encrypted',          /解除密码/,       () => compoundFile({ EncryptedPackage: PNG })],
    ['部件加密的Word文件',     '甲.docx', 'file.encrypted',          /解除密码/,       () => docxOf({ ...part(DOCUMENT, 'x'), isEncrypted: true })],
    ['设有打开密码的PDF',      '甲.pdf',  'file.encrypted',          /解除密码/,       () => rawPdf([''], '', LOCK)],
    ['图片改名为PDF',          '甲.pdf',  'file.unsupported',        /图片.*另存为 docx/, () => PNG],
    ['没有文字的PDF',          '甲.pdf',  'file.no-text',            /不要使用扫描件/, () => rawPdf([''])],
    ['五千页的PDF',            '甲.pdf',  'file.too-large',          /上限300页.*只保留/, () => rawPdf(Array<string>(5000).fill(''))],
    ['版式文件',               '甲.ofd',  'file.unsupported',        /OFD.*另存为 docx/, () => zipOf([part('OFD.xml', '')])],
    ['RTF文件',                '甲.rtf',  'file.unsupported',        /RTF.*另存为 docx/, () => `{\\rtf1 ${REPORT}}`],
    ['装着报告的压缩包',       '甲.zip',  'file.unsupported',        /先解压，再逐个提供/, () => zipOf([part('甲.txt', REPORT)])],
    ['随机字节',               '甲.txt',  'file.damaged',            /重新下载/,       () => Uint8Array.from({ length: 9000 }, (_, i) => (i * i * 31) >> 3)],
    ['随机字节冠以压缩文件头', '甲.docx', 'file.damaged',            /重新下载/,       () => `PK\x03\x04${REPORT}`],
    ['正文处处是NUL',          '甲.txt',  'file.damaged',            /重新下载/,       () => [...REPORT].join('\0')],
    ['自称2GB的部件',          '甲.docx', 'file.inflates-too-far',   /另存为新文件/,   () => docxOf({ ...part(DOCUMENT, ''), inflated: 2_000_000_000 })],
    ['压缩一千倍的部件',       '甲.docx', 'file.inflates-too-far',   /另存为新文件/,   () => docxOf(bomb(DOCUMENT, 30))],
    ['谎报大小的部件',         '甲.docx', 'file.damaged',            /另存为新文件/,   () => docxOf({ ...bomb(DOCUMENT, 30), inflated: 9000 })],
    ['六十万个空段落',         '甲.docx', 'file.too-deep',           /复制到新文件/,   () => docx(times(600_000, '<w:p/>'))],
    ['外部实体',               '甲.docx', 'file.damaged',            /DTD/,            () => docxOf(part(DOCUMENT, wordDocument(paragraph('&e;'), ENTITY)))],
    ['层层引用的实体',         '甲.docx', 'file.damaged',            /DTD/,            () => docxOf(part(DOCUMENT, wordDocument(paragraph('&c;'), LAUGHS)))],
    ['层层引用的实体',         '甲.xml',  'file.damaged',            /不含DOCTYPE/,    () => `<?xml version="1.0"?>${LAUGHS}${OWN_XML}<title>&c;</title></annualReport>`],
    ['一万层的网页',           '甲.html', 'file.too-deep',           /复制到新文件/,   () => `<html><body>${times(10_000, '<div>')}${REPORT}`],
    ['一万层的表格',           '甲.html', 'file.too-deep',           /复制到新文件/,   () => `<html><body>${times(10_000, '<table><tr><td>')}${REPORT}`],
    ['一万层的Word文件',       '甲.docx', 'file.too-deep',           /复制到新文件/,   () => docx(times(10_000, '<w:sdt>'))],
    ['十万行的网页表格',       '甲.html', 'file.too-many-rows',      /只保留年度报告正文/, () => `<table>${times(100_000, '<tr><td>1</td></tr>')}</table>`],
    ['十万行的Word表格',       '甲.docx', 'file.too-many-rows',      /只保留年度报告正文/, () => docx(`<w:tbl>${times(100_000, row)}</w:tbl>`)],
    ['十万行的文本',           '甲.txt',  'file.too-large',          /只保留一份年度报告/, () => REPORT + times(100_000, '规章\t1\n')],
    ['十万行的Markdown表格',   '甲.md',   'file.too-large',          /只保留一份年度报告/, () => `| 甲 | 乙 |\n|---|---|\n${times(100_000, '| 1 | 2 |\n')}`],
    ['百万行的CSV',            '甲.csv',  'file.too-many-rows',      /只保留年度报告正文/, () => `单位,件数\n${times(1_000_000, '甲,1\n')}`],
    ['一百万字的一行',         '甲.txt',  'file.too-large',          /只保留一份年度报告/, () => times(1_000_000, '公')],
    ['类型不对的JSON',         '甲.json', 'file.damaged',            /\/form应为.*重新导出/, () => OWN_JSON.replace('"2021"', '[]').concat('[]}')],
    ['十万层的JSON',           '甲.json', 'file.damaged',            /\/cells\/0应为对象/, () => `${OWN_JSON}${times(100_000, '[')}${times(100_000, ']')}}`],
    ['别人的JSON',             '甲.json', 'file.unsupported',        /提供原报告文件/, () => '{"name":"甲"}'],
  ]
  for (const [what, name, code, says, content] of ROWS) {
    it(`${what}（${name}）→ ${code}`, async () => {
      const read = await readFile({ name, bytes: bytesOf(content()) })
      assert.equal(read.ok ? 'read' : read.refusal.code, code)
      assert.match(read.ok ? '' : read.refusal.message, says)
    })
  }

  function docx(body: string): Uint8Array {
    return docxOf(part(DOCUMENT, wordDocument(body)))
  }
})

describe('改了扩展名、夹有NUL的文件照读', () => {
  it('文本改名为docx', async () => {
    const read = await readFile({ name: '甲.docx', bytes: bytesOf(REPORT) })
    assert.deepEqual(read.ok && [read.value.mediaType, read.value.form], ['text/plain', '2021'])
  })

  it('正文中的NUL去掉，并作为问题列出', async () => {
    const read = await readFile({
      name: '甲.txt',
      bytes: bytesOf(REPORT.replace('一、', '\0一、')),
    })
    const codes = read.ok ? read.value.problems.map(({ code }) => code) : []
    assert.deepEqual(codes, ['text.nul'])
  })

  it('截断的文本读不出的单元格都是未读，并作为问题列出', async () => {
    const half = REPORT.slice(0, REPORT.length / 2)
    const read = await readFile({ name: '甲.txt', bytes: bytesOf(half) })
    assert.ok(read.ok)
    assert.ok(read.value.problems.length > 0)
    const remedies = read.value.cells.filter(({ table }) => table === 'remedies')
    assert.deepEqual([...new Set(remedies.map(({ state }) => state))], ['unread'])
  })
})

// The first file of a thread waits for what is loaded to read it, on a busy machine too.
const PATIENT = { timeoutMs: 60_000 }

describe('一个坏文件不影响其他文件', () => {
  it('各页都损坏的PDF之后，下一份照常检查', async () => {
    const faults: unknown[] = []
    const pool = createPool({ jobs: 1, ...PATIENT, onFault: (fault) => faults.push(fault) })
    const content = 'BT /F1 10 Tf 20 300 Td (12) Tj ET'
    const damaged = Buffer.from(rawPdf([content, content]))
      .toString('latin1')
      .replaceAll('<< /Font', '<< -Font')
    const files = [
      { name: '坏.pdf', bytes: new Uint8Array(Buffer.from(damaged, 'latin1')) },
      ...examples,
    ]
    const checked = await Promise.all(files.map((file) => pool.check(file)))
    await pool.close()
    const codes = checked.map((one) => (one.ok ? 'read' : one.refusal.code))
    assert.deepEqual(codes, ['file.damaged', ...examples.map(() => 'read')])
    assert.deepEqual(faults, [])
  })

  it('一项规则的问题超过一千处，列出前一千处，并说明总数', async () => {
    const text = REPORT.replace('二、', `${times(3000, '（')}\n二、`)
    const pool = createPool({ jobs: 1 })
    const checked = await pool.check({ name: '甲.txt', bytes: bytesOf(text) })
    await pool.close()
    assert.ok(checked.ok)
    const found = checked.value.result.findings.filter(({ rule }) => rule === 'STY-01')
    assert.equal(found.length, 1000)
    assert.match(found.at(-1)?.message ?? '', /同类问题共3\d{3}处，以下不再列出/)
  })
})

describe('反复堆砌的文字在时限内检查完', () => {
  // biome-ignore format: 一行一例
  const ROWS: [what: string, hostile: string][] = [
    ['左括号',       times(30_000, '（')],
    ['左书名号',     times(30_000, '《')],
    ['左引号',       times(30_000, '“')],
    ['书签',         times(20_000, '[bookmark:')],
    ['数字',         times(100_000, '1')],
    ['汉字数字',     times(100_000, '一')],
    ['件数',         times(10_000, '公开1件，')],
    ['空格',         times(100_000, ' ')],
    ['全角空格',     times(100_000, '\u3000')],
    ['制表符',       times(50_000, '\t')],
    ['属于国家秘密', times(50_000, '属于国家秘密')],
    ['其他',         times(50_000, '其他')],
    ['标题',         times(5_000, '一、总体情况\n')],
  ]
  let pool: Pool
  before(() => {
    pool = createPool({ jobs: 1 })
  })
  after(() => pool.close())

  for (const [what, hostile] of ROWS) {
    it(`正文中的${what}`, async () => {
      const checked = await pool.check(given((line) => line.startsWith('二、'), hostile))
      assert.equal(checked.ok ? checked.value.report.form : checked.refusal.code, '2021')
    })

    it(`表格中的${what}`, async () => {
      const checked = await pool.check(given((line) => line.includes('国家秘密'), hostile))
      assert.equal(checked.ok ? checked.value.report.form : checked.refusal.code, '2021')
    })
  }

  /** The report with a line more, before the one that `isNext` picks. */
  function given(isNext: (line: string) => boolean, hostile: string): GivenFile {
    const lines = REPORT.split('\n')
    const at = lines.findIndex(isNext)
    assert.ok(at > 0)
    return { name: '甲.txt', bytes: bytesOf(lines.toSpliced(at, 0, hostile).join('\n')) }
  }
})
