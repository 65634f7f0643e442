import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { readPdf } from '../../src/source/pdf/pdf.js'
import { assembled, rawPdf, shown, sourceOf, typstPdf } from './samples.js'

const TEXT = 'BT /F1 10 Tf 20 300 Td (12) Tj ET'
const PICTURE = 'q 300 0 0 400 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q'

/** A page whose content is packed by `pack`. */
function packed(content: Uint8Array, filter = '/FlateDecode'): Uint8Array {
  const body = Buffer.from(content).toString('latin1')
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Filter ${filter} /Length ${body.length} >>\nstream\n${body}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}

/** A page that shows one picture and no text. */
function scan(pages: readonly string[]): Uint8Array {
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /P 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ])
}

const MANY = Array.from(
  { length: 99 },
  (_, i) => `BT /F1 9 Tf 20 ${i} Td (${i * i * 79}) Tj ET`,
).join('\n')

const DRAWN = 'q 300 0 0 400 0 0 cm /P Do Q'
const BEHIND = 'BT 3 Tr /F1 10 Tf 20 300 Td (12) Tj ET'
const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`

describe('不予读取的文件，说明原因和办法', () => {
  const whole = () => rawPdf([TEXT])
  // biome-ignore format: 一行一例
  const ROWS: [what: string, code: string, says: RegExp, bytes: () => Uint8Array][] = [
    ['空文件',             'file.empty',             /重新提供/,             () => new Uint8Array()],
    ['不是 PDF',           'file.damaged',           /末尾缺失/,             () => Buffer.from('%PDF-1.7 无内容')],
    ['只传输了一半',       'file.damaged',           /末尾缺失.*重新下载/,   () => whole().subarray(0, 400)],
    ['只剩结尾',           'file.damaged',           /重新下载/,             () => Buffer.from('%PDF-1.7\ntrailer << >>\nstartxref\n0\n%%EOF')],
    ['设有打开密码',       'file.encrypted',         /解除密码/,             () => rawPdf([TEXT], '', LOCK)],
    ['只有图片',           'file.no-text',           /扫描件.*电子文件/,     () => scan([DRAWN, DRAWN])],
    ['没有内容的页',       'file.no-text',           /没有可读取的文字/,     () => rawPdf(['', ''])],
    ['301页',              'file.too-large',         /301页.*上限300页/,     () => rawPdf(Array<string>(301).fill(TEXT))],
    ['解压后体积巨大',     'file.inflates-too-far',  /体积异常/,             () => packed(deflateSync(Buffer.alloc(60_000_000, 32)))],
    ['图形状态层层嵌套',   'file.too-deep',          /嵌套/,                 () => packed(deflateSync(Buffer.from('q '.repeat(9000))))],
    ['两重压缩',           'file.inflates-too-far',  /体积异常/,             () => packed(deflateSync(deflateSync(Buffer.from(TEXT))), '[/FlateDecode /FlateDecode]')],
  ]
  for (const [what, code, says, bytes] of ROWS) {
    it(`${what} → ${code}`, async () => {
      const read = await readPdf(bytes())
      assert.equal(!read.ok && read.refusal.code, code)
      assert.match(read.ok ? '' : read.refusal.message, says)
    })
  }
})

describe('部分内容读不出的，指明页码', () => {
  // biome-ignore format: 一行一例
  const ROWS: [what: string, problems: string[], bytes: () => Uint8Array][] = [
    ['都能读出',           [],                                () => rawPdf([TEXT])],
    ['夹有空白页',         [],                                () => rawPdf([TEXT, ''])],
    ['第2、3页是图片',     ['pdf.image-only 第2、3页没有文'], () => scan([TEXT, DRAWN, DRAWN])],
    ['图片后面的识别文字', ['pdf.recognised-text 第1页是扫描图片'], () => scan([DRAWN + BEHIND])],
    ['压缩数据中途损坏',   ['pdf.damaged-data 文件内部有一处数'], () => packed(deflateSync(Buffer.from(MANY)).subarray(0, 300))],
  ]
  for (const [what, problems, bytes] of ROWS) {
    it(what, async () => {
      const source = await sourceOf(bytes())
      assert.deepEqual(
        source.problems.map(({ code, message }) => `${code} ${message.slice(0, 8)}`.trim()),
        problems,
      )
    })
  }

  it('内嵌图片不影响同页文字', async () => {
    assert.deepEqual(shown((await sourceOf(rawPdf([`${PICTURE} ${TEXT}`]))).blocks), ['12'])
  })

  it('同一文件重复读取结果相同，原字节不变', async () => {
    const bytes = typstPdf('甲乙丙')
    const before = bytes.slice()
    const first = await sourceOf(bytes)
    assert.deepEqual(await sourceOf(bytes), first)
    assert.deepEqual(bytes, before)
  })
})
