import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openDrawing } from '../../src/redact/draw-pages.js'
import { redactFile } from '../../src/redact/redact-file.js'
import type { Redacted, RedactionBox } from '../../src/redact/redaction.js'
import { showPage } from '../../src/redact/show-page.js'
import { assembled, typstPdf } from '../source-pdf/samples.js'
import { holds } from './everything.js'

const ON = localDate('2026-01-05')
const why = { ground: 'thirdPartyRights', note: '' } as const

async function redact(bytes: Uint8Array, boxes: readonly RedactionBox[]): Promise<Redacted> {
  const redacted = await redactFile(bytes, { boxes, passages: [], on: ON })
  assert.ok(redacted.ok, JSON.stringify(redacted))
  return redacted.value
}

/** A PDF that says SECRET on its page and in every other place where a PDF can hold a word, an earlier version of itself included. */
function secretPdf(): Uint8Array {
  const stream = (text: string, head = '') =>
    `<< /Length ${text.length} ${head} >>\nstream\n${text}\nendstream`
  const whole = assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /Metadata 8 0 R /AcroForm << /Fields [10 0 R] >> /Names << /EmbeddedFiles << /Names [(SECRET.txt) 11 0 R] >> >> >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 5 0 R /Thumb 13 0 R /Annots [9 0 R 10 0 R] /Resources << /Font << /F1 3 0 R >> >> >>',
      stream(
        'BT /F1 20 Tf 30 340 Td (SECRET) Tj 0 -200 Td (OPEN) Tj ET BT 3 Tr /F1 9 Tf 30 20 Td (SECRET) Tj ET',
      ),
      '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title (SECRET) /Parent 6 0 R /Dest [4 0 R /Fit] >>',
      stream(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>',
        '/Type /Metadata /Subtype /XML',
      ),
      '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (SECRET) /F 4 >>',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (SECRET) /V (SECRET) /Rect [50 10 90 30] /F 2 >>',
      '<< /Type /Filespec /F (SECRET.txt) /EF << /F 12 0 R >> >>',
      stream('SECRET', '/Type /EmbeddedFile'),
      stream('SECRET', '/Width 1 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8'),
      '<< /Title (SECRET) /Author (SECRET) >>',
    ],
    '/Info 14 0 R',
  )
  const more = '\n14 0 obj\n<< /Title (later) >>\nendobj\n'
  const table = `xref\n14 1\n${String(whole.length + 1).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 15 /Root 1 0 R /Info 14 0 R /Prev ${Buffer.from(whole).lastIndexOf('xref\n0 ')} >>\nstartxref\n${whole.length + more.length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([whole, Buffer.from(more + table, 'latin1')]))
}

/** The darkest and the brightest of the pixels in a part of the first page, 0–255. */
async function shades(bytes: Uint8Array, [x, y, w, h]: readonly [number, number, number, number]) {
  const drawing = await openDrawing(bytes)
  assert.ok(drawing.ok)
  const page = await drawing.value.draw(1)
  assert.ok(page)
  const { width, height } = page.canvas
  const { data } = page.canvas
    .getContext('2d')
    .getImageData(x * width, y * height, w * width, h * height)
  await drawing.value.close()
  const reds = [...data].filter((_, i) => i % 4 === 0)
  return {
    darkest: reds.reduce((a, b) => Math.min(a, b)),
    brightest: reds.reduce((a, b) => Math.max(a, b)),
  }
}

describe('遮盖PDF：条例第三十七条', () => {
  it('方框下的文字以及批注、附件、表单、书签、缩略图、元数据、旧版本都不再存在', async () => {
    const source = secretPdf()
    assert.ok(holds(source, 'SECRET'))
    const box = { page: 1, x: 0.05, y: 0.09, w: 0.5, h: 0.08, ...why }
    const { bytes, withheld } = await redact(source, [box])
    assert.equal(holds(bytes, 'SECRET'), false)
    assert.equal(holds(bytes, 'OPEN'), false)
    assert.equal(Buffer.from(bytes).toString('latin1').split('%%EOF').length, 2)

    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    assert.deepEqual((await page.getTextContent()).items, [])
    assert.deepEqual(await page.getAnnotations(), [])
    assert.equal(await pdf.getAttachments(), null)
    assert.equal(await pdf.getOutline(), null)
    assert.equal(await pdf.getFieldObjects(), null)
    assert.deepEqual([page.view[2], page.view[3]], [300, 400])
    await pdf.loadingTask.destroy()

    assert.ok((await shades(bytes, [0.06, 0.1, 0.1, 0.06])).brightest < 30, '框内全黑')
    assert.ok((await shades(bytes, [0.1, 0.6, 0.2, 0.06])).darkest < 80, 'OPEN 仍然可见')
    assert.ok((await shades(bytes, [0.6, 0.1, 0.3, 0.06])).darkest > 240, '框外没有涂黑')
    assert.deepEqual(withheld, [
      {
        no: 1,
        where: '第1页',
        ground: 'thirdPartyRights',
        title: '公开会对第三方合法权益造成损害',
        citation: '《中华人民共和国政府信息公开条例》（国务院令第711号）第十五条',
        note: '',
      },
    ])
  })

  it('没有盖全的、别处仍有的、没有文字层的，逐项提示；仍公开的文字另行列出', async () => {
    const source = typstPdf(
      '#set text(size: 20pt)\n#place(dx: 0pt, dy: 0pt)[经办人祝小满]\n#place(dx: 0pt, dy: 100pt)[审核祝小满]\n#pagebreak()\n#rect()',
    )
    // 30 pt margin, 20 pt characters, page of 400 × 560 pt: 祝小满 is the fourth to sixth character.
    const whole = { page: 1, x: 88 / 400, y: 26 / 560, w: 64 / 400, h: 26 / 560, ...why }
    const { openText, problems, withheld } = await redact(source, [whole])
    assert.deepEqual(openText, [
      { where: '第1页', text: '经办人\n审核祝小满' },
      { where: '第2页', text: '' },
    ])
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '第2页没有文字层（扫描件），遮盖是否完整、是否还有个人信息无法自动检查，请逐页核对。',
        '第1处遮盖的文字在第1页仍然公开，请核对是否一并遮盖。',
      ],
    )
    assert.equal(withheld[0]?.where, '第1页')
    const low = { ...whole, y: 36 / 560 }
    const half = await redact(source, [low, { ...low, x: 100 / 400 }])
    assert.deepEqual(
      half.problems.slice(0, 2).map(({ message }) => message),
      [
        '第1处方框（第1页）没有把压住的文字盖全，仍可能辨认。请放大方框后重新生成。',
        '第2处方框（第1页）没有把压住的文字盖全，仍可能辨认。请放大方框后重新生成。',
      ],
    )
  })

  it('没有嵌入的中文字体用本系统的字体画出，并提示核对', async () => {
    const content = 'BT /F1 40 Tf 30 300 Td <5B58> Tj ET'
    const source = assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
      '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ])
    const { bytes, problems } = await redact(source, [
      { page: 1, x: 0.5, y: 0.5, w: 0.2, h: 0.1, ...why },
    ])
    assert.ok((await shades(bytes, [0.15, 0.19, 0.05, 0.05])).darkest < 80)
    assert.ok(problems.some(({ code }) => code === 'pdf.foreign-font'))
  })

  it('扫描件常用的JBIG2图片能够画出，页面可以先看再遮盖', async () => {
    const pdf = assembled([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      '<< /Length 25 >>\nstream\n200 0 0 200 0 0 cm /I Do \nendstream',
      `<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode /Length ${BLACK_SQUARE.length} >>\nstream\n${BLACK_SQUARE}\nendstream`,
    ])
    assert.ok((await shades(pdf, [0.4, 0.4, 0.2, 0.2])).brightest < 10)
    const shown = await showPage(pdf, 1)
    assert.ok(shown.ok)
    assert.deepEqual([...shown.value.jpeg.slice(0, 3), shown.value.pages], [0xff, 0xd8, 0xff, 1])
    assert.equal((await showPage(pdf, 2)).ok, false)
  })
})

/** JBIG2: a page of 8 × 8 pixels, and on it a black region in the code of fax machines. */
const BLACK_SQUARE = (() => {
  const long = (n: number) => [0, 0, 0, n]
  const size = [...long(8), ...long(8), ...long(0), ...long(0)]
  const region = [...size, 0, 1, 0x26, 0xa2, 0xff, 0xfe, 0x00, 0x20, 0x02]
  const page = [...long(0), 48, 0, 1, ...long(19), ...size, 0, 0, 0]
  return String.fromCharCode(...page, ...long(1), 38, 0, 1, ...long(region.length), ...region)
})()
