import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { createCanvas } from '@napi-rs/canvas'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fileCase } from '../../src/file-case/file-case.js'
import type { FiledCase } from '../../src/file-case/filed-case.js'
import { toPicture } from '../../src/redact/burn.js'
import { picturePdf } from '../../src/redact/picture-pdf.js'
import { docxFile } from '../source/zip-file.js'
import { typstPdf } from '../source-pdf/samples.js'
import { assertPdfA } from './pdf-a.js'

const FILED_ON = localDate('2026-03-02')

const scan = new Uint8Array(createCanvas(400, 200).encodeSync('png'))
const attachment = typstPdf('甲页\n#pagebreak()\n乙页')
const word = docxFile('<w:p><w:r><w:t>关于补贴的情况说明</w:t></w:r></w:p>')

const FILED: FiledCase = {
  number: '2026-017-0012',
  title: '关于石桥街道补贴发放情况的申请',
  authority: '云岭县财政局',
  filedOn: FILED_ON,
  parts: [
    {
      title: '政府信息公开申请表',
      date: localDate('2026-01-05'),
      blocks: [],
      files: [
        { name: '申请表.pdf', bytes: attachment, isPrinted: true },
        { name: '../证件:1.png', bytes: scan, isPrinted: true },
      ],
    },
    {
      title: '政府信息公开申请答复书',
      date: localDate('2026-02-02'),
      blocks: [
        { kind: 'paragraph', text: '政府信息公开申请答复书', align: 'center' },
        { kind: 'paragraph', text: '申请人𠮷某：<b>你提出的申请</b>#set text(red)收悉。' },
        { kind: 'paragraph', text: '云岭县财政局', align: 'right' },
      ],
      files: [{ name: '答复书.docx', bytes: word, isPrinted: false }],
    },
    {
      title: '逐日台账',
      date: null,
      blocks: [
        {
          kind: 'table',
          head: ['日期', '计算', '理由'],
          rows: Array.from({ length: 60 }, (_, i) => [`第${i + 1}日`, '计', '工作日']),
        },
      ],
      files: [],
    },
    {
      title: '检索材料',
      date: null,
      blocks: [],
      files: [
        { name: '说明.docx', bytes: word, isPrinted: true },
        { name: '资料.zip', bytes: zipSync({ 'a.txt': strToU8('甲') }), isPrinted: true },
      ],
    },
  ],
}

/** The text of each page without blanks, and how many pictures it shows. */
async function pagesOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { fnArray } = await page.getOperatorList()
    const pictures = fnArray.filter((one) => one === OPS.paintImageXObject).length
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push({
      text: text.replace(/\s/g, ''),
      pictures,
      isWide: (page.view[2] ?? 0) > (page.view[3] ?? 0),
    })
  }
  await pdf.loadingTask.destroy()
  return pages
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('归档', async () => {
  const { printed, packed } = await fileCase(FILED)
  const pages = await pagesOf(printed.bytes)

  it('案卷是PDF/A-2b：元数据、输出意图、字体嵌入，没有加密、脚本、附件', () => {
    assertPdfA(printed.bytes)
  })

  it('目录载明每件的题名、日期和页号', () => {
    const [index] = pages
    for (const part of [
      '申请编号2026-017-0012',
      '1政府信息公开申请表2026年1月5日2',
      '2政府信息公开申请答复书2026年2月2日6',
      '3逐日台账7',
      '4检索材料9',
    ]) {
      assert.ok(index?.text.includes(part), `${part}：${index?.text}`)
    }
  })

  it('外来文件的页面是图片，横页横放；文书、台账是文字，表头逐页重复', () => {
    assert.deepEqual(
      pages.map(({ pictures, isWide }) => [pictures, isWide]),
      [
        [0, false],
        [0, false],
        [1, false],
        [1, false],
        [1, true],
        [0, false],
        [0, false],
        [0, false],
        [0, false],
      ],
    )
    assert.ok(pages[1]?.text.includes(`原件：申请表.pdf（${attachment.length}字节）`))
    assert.ok(pages[1]?.text.includes(sha256(attachment)))
    assert.equal(pages[2]?.text, '3/9')
    assert.ok(pages[5]?.text.includes('申请人〓某：<b>你提出的申请</b>#settext(red)收悉。'))
    assert.ok(pages.slice(6, 8).every(({ text }) => text.includes('日期计算理由')))
    assert.ok(pages[8]?.text.includes('关于补贴的情况说明'))
  })

  it('不能印入的在原处写明，并列为问题', () => {
    const unprinted = '“资料.zip”的格式不能转为页面，未能印入案卷，原件见归档包。'
    assert.ok(pages[8]?.text.includes(unprinted))
    assert.deepEqual(
      printed.problems.map(({ message }) => message),
      [unprinted, '字库没有下列文字，PDF中以“〓”代替，请改用Word格式或手工补正：𠮷（U+20BB7）。'],
    )
  })

  it('归档包含全部原件、案卷和清单，清单所列摘要与文件相符，两次生成相同', async () => {
    const entries = unzipSync(packed.bytes)
    assert.deepEqual(
      JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array())),
      packed.manifest,
    )
    assert.deepEqual(
      packed.manifest.files.map(({ path, name, date }) => [path, name, date]),
      [
        ['001/001-申请表.pdf', '申请表.pdf', '2026-01-05'],
        ['001/002-.._证件_1.png', '../证件:1.png', '2026-01-05'],
        ['002/001-答复书.docx', '答复书.docx', '2026-02-02'],
        ['004/001-说明.docx', '说明.docx', null],
        ['004/002-资料.zip', '资料.zip', null],
        ['案卷.pdf', '案卷.pdf', '2026-03-02'],
      ],
    )
    for (const { path, sha256: digest, bytes } of packed.manifest.files) {
      const entry = entries[path] ?? new Uint8Array()
      assert.deepEqual([sha256(entry), entry.length], [digest, bytes], path)
    }
    assert.equal(sha256((await fileCase(FILED)).packed.bytes), sha256(packed.bytes))
  })

  it('遮盖件同样是PDF/A-2b', async () => {
    const picture = await toPicture(createCanvas(30, 40))
    assertPdfA(picturePdf([{ picture, width: 300, height: 400 }], FILED_ON))
  })
})
