import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { writeReport } from '../src/write/write-report.js'
import { sampleReport } from './write-sample.js'

async function writePdf(report: ReturnType<typeof sampleReport>) {
  const written = await writeReport(report, 'pdf')
  assert.ok(written.ok)
  return written.value
}

/** The text of all pages without blanks, and the fonts' names. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  let text = ''
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await pdf.loadingTask.destroy()
  return text.replace(/\s/g, '')
}

describe('写出PDF', () => {
  for (const form of ['2019', '2021'] as const) {
    it(`是带标签的PDF/A-2a，只用自带的两种字体（${form}年格式）`, async () => {
      const source = new TextDecoder('latin1').decode((await writePdf(sampleReport(form))).bytes)
      assert.match(source, /\/StructTreeRoot/)
      assert.match(source, /\/Lang ?\(zh/i)
      assert.match(source, /<pdfaid:part>2<\/pdfaid:part>/)
      assert.match(source, /<pdfaid:conformance>A<\/pdfaid:conformance>/)
      const fonts = new Set(
        [...source.matchAll(/\/FontName ?\/([\w+-]+)/g)].map(([, name]) => name),
      )
      assert.deepEqual([...fonts].map((name) => name?.split('+')[1]).sort(), [
        'NotoSansSC-Medium',
        'NotoSerifSC-Regular',
      ])
    })
  }

  it('正文和表格的文字都能取出，标记样的文字原样印出', async () => {
    const text = await textOf((await writePdf(sampleReport('2021'))).bytes)
    for (const part of [
      '嘉禾市财政局2023年政府信息公开工作年度报告',
      '一、总体情况',
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '行政规范性文件2914',
      '行政处罚=1+1',
      '行政强制〔未读出〕',
      '<b>&"引号"$x$#settext(red)*粗*_斜_@a[b]\\//注',
      '嘉禾市财政局2024年1月15日',
    ]) {
      assert.ok(text.includes(part), part)
    }
  })

  it('表头在每页重复', async () => {
    const text = await textOf((await writePdf(sampleReport('2021'))).bytes)
    assert.equal(text.split('法人或其他组织').length - 1, 2)
  })

  it('字库没有的字印成〓，文末注明编码，并列为问题', async () => {
    const report = { ...sampleReport('2021'), intro: '联系人：𠮷某\u200b、𪚥某\u00a0（电话）。' }
    const { bytes, problems } = await writePdf(report)
    const text = await textOf(bytes)
    assert.ok(text.includes('联系人：〓某、〓某（电话）。'), text.slice(0, 80))
    assert.ok(text.includes('U+20BB7、U+2A6A5'))
    assert.deepEqual(problems.at(-1), {
      code: 'write.character-missing',
      at: null,
      message:
        '字库没有下列文字，PDF中以“〓”代替，请改用Word格式或手工补正：𠮷（U+20BB7）、𪚥（U+2A6A5）。',
    })
  })

  it('字符清单中的每个字，两种字体都有', async () => {
    const list = readFileSync(new URL('../fonts/characters.txt', import.meta.url), 'utf8')
    const characters = [...list.trim()]
    const report = sampleReport('2021')
    const share = Math.ceil(characters.length / report.sections.length)
    // Headings are set in one font, the text in the other; PDF/A is refused where a glyph is missing.
    const sections = report.sections.map((section, at) => ({
      ...section,
      heading: characters.slice(at * share, (at + 1) * share).join(''),
    }))
    const { problems } = await writePdf({ ...report, intro: characters.join(''), sections })
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['cell.unread', 'cell.inferred'],
    )
  })

  it('未读出和推定的单元格另有说明', async () => {
    const { problems } = await writePdf(sampleReport('2021'))
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '有1个单元格未能读出，生成的文件中需要人工核对补填。',
        '有1个单元格的位置是依据勾稽关系推定的，请对照原件核对。',
      ],
    )
  })
})
