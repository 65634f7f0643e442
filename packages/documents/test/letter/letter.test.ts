import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  CLOCK_CHOICES,
  composeLetter,
  dayLedger,
  exampleFacts,
  type LetterKind,
  localDate,
  NATIONAL_CALENDAR,
  NATIONAL_LETTER_LAW,
  REQUEST_PERIODS,
  type RequestLaw,
  requestClock,
} from '@gongkai/law'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Ledger } from '../../src/letter/ledger-paper.js'
import { letterPaper } from '../../src/letter/paper.js'
import { requestForm } from '../../src/letter/request-form.js'
import { writeLedger, writeLetter, writeRequestForm } from '../../src/letter/write-paper.js'

const ON = localDate('2026-01-12')
const compose = (kind: LetterKind) => composeLetter(kind, exampleFacts(kind), NATIONAL_LETTER_LAW)

/** Of each page its size in millimetres and its text without blanks. */
async function pagesOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const pages: { size: number[]; text: string }[] = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const size = [width, height].map((points) => Math.round((points * 25.4) / 72))
    pages.push({ size, text: text.replace(/\s/g, '') })
  }
  await pdf.loadingTask.destroy()
  return pages
}

describe('文书的版式 GB/T 9704', () => {
  it('PDF：A4，依次为标题、文号、主送、正文、附件说明、落款和附注，有页码，没有缺字', async () => {
    const letter = compose('partialDisclosure')
    const { bytes, problems } = await writeLetter(letter, 'pdf', ON)
    assert.deepEqual(problems, [])
    const pages = await pagesOf(bytes)
    assert.deepEqual(
      pages.map(({ size }) => size),
      [
        [210, 297],
        [210, 297],
      ],
    )
    const expected = [
      '云岭县财政局',
      '政府信息部分公开答复书',
      '云财公开〔2026〕12号',
      '林青禾：',
      ...letter.paragraphs.map(({ text }) => text),
      '附件：1.2025年农业专项资金安排情况表',
      '2.不予公开内容目录',
      '云岭县财政局',
      '2026年1月12日',
      '（地址：云岭县青禾路8号，电话：0999-5550123）',
    ]
    assert.equal(pages.map(({ text }) => text.replace(/—\d—/, '')).join(''), expected.join(''))
    assert.match(pages[0]?.text ?? '', /—1—/)
    assert.match(strFromLatin(bytes), /<pdfaid:part>2<\/pdfaid:part>/)
  })

  it('落款不与正文分离：末页有正文', async () => {
    const letter = compose('disclosure')
    const { bytes } = await writeLetter(letter, 'pdf', ON)
    assert.match((await pagesOf(bytes)).at(-1)?.text ?? '', /^先申请行政复议而.*2026年1月12日/)
  })

  it('Word：同样的文字，页边距和行距合规，页码单双页居外', async () => {
    const letter = compose('partialDisclosure')
    const { bytes } = await writeLetter(letter, 'docx', ON)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    const lines = value.split('\n').filter((line) => line !== '')
    assert.deepEqual(lines.slice(0, 3), [
      '云岭县财政局政府信息部分公开答复书',
      '云财公开〔2026〕12号',
      '林青禾：',
    ])
    assert.deepEqual(
      lines.slice(3, 3 + letter.paragraphs.length),
      letter.paragraphs.map(({ text }) => text),
    )
    assert.deepEqual(lines.slice(-3), [
      '云岭县财政局',
      '2026年1月12日',
      '（地址：云岭县青禾路8号，电话：0999-5550123）',
    ])
    const parts = unzipSync(bytes)
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    assert.match(xml('word/document.xml'), /<w:pgSz w:w="11906" w:h="16838"/)
    assert.match(
      xml('word/document.xml'),
      /w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/,
    )
    assert.match(xml('word/styles.xml'), /w:line="560" w:lineRule="exact"/)
    assert.match(xml('word/settings.xml'), /<w:evenAndOddHeaders\/>/)
  })

  it('署名在成文日期上方居中，成文日期右空四字；署名长的，右移后仍在版心内', () => {
    const signature = (name: string) =>
      letterPaper({ ...compose('disclosure'), signature: { name, date: '2026年1月12日' } })
        .signature
    assert.deepEqual(signature('云岭县财政局'), {
      name: '云岭县财政局',
      date: '2026年1月12日',
      dateIndent: 64,
      nameIndent: 68,
    })
    assert.deepEqual(signature('嘉禾市青溪区石桥街道办事处人民调解委员会'), {
      name: '嘉禾市青溪区石桥街道办事处人民调解委员会',
      date: '2026年1月12日',
      dateIndent: 124,
      nameIndent: 16,
    })
  })

  it('字库没有的字以〓代替并说明', async () => {
    const letter = compose('disclosure')
    const { problems } = await writeLetter({ ...letter, addressee: '林𠮷禾' }, 'pdf', ON)
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['write.character-missing'],
    )
  })
})

describe('表格类文书', () => {
  it('登记回执的每一项都在表中，与说明同在一页', async () => {
    const letter = compose('registration')
    const { bytes } = await writeLetter(letter, 'pdf', ON)
    const pages = await pagesOf(bytes)
    assert.equal(pages.length, 1)
    for (const [label, entry] of letter.rows) {
      assert.ok(pages[0]?.text.includes(`${label}${entry}`.replace(/\s/g, '')), label)
    }
  })

  it('空白申请表：一页，不问用途，每行占满各栏', async () => {
    const { rows = [], widths = [] } = requestForm('云岭县财政局').table ?? {}
    const taken = rows.flatMap(({ cells }) =>
      cells.map(({ colSpan, rowSpan }) => colSpan * rowSpan),
    )
    assert.equal(
      taken.reduce((sum, one) => sum + one),
      rows.length * widths.length,
    )
    assert.equal(
      widths.reduce((sum, one) => sum + one),
      156,
    )
    const { bytes } = await writeRequestForm('嘉禾市青溪区石桥街道办事处', 'pdf', ON)
    const pages = await pagesOf(bytes)
    assert.equal(pages.length, 1)
    assert.match(pages[0]?.text ?? '', /申请不需要说明用途/)
    assert.doesNotMatch(pages[0]?.text.replace('申请不需要说明用途', '') ?? '', /用途/)
  })

  it('逐日台账：每日一行，注明是否计入和依据', async () => {
    const { bytes } = await writeLedger(ledger(), 'docx', ON)
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    const rows = [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) =>
        text.replace(/<[^>]*>/g, ''),
      ),
    )
    assert.equal(rows.length, 1 + 29)
    assert.deepEqual(rows[1]?.slice(0, 3), ['2026年1月5日', '一', ''])
    assert.deepEqual(rows[2], [
      '2026年1月6日',
      '二',
      '1',
      '星期二，工作日，第1个工作日',
      '政府信息公开条例第三十三条第二款',
    ])
    assert.deepEqual(rows.at(-1)?.slice(0, 3), ['2026年2月2日', '一', '20'])
    assert.match(value, /政府信息公开条例，即《中华人民共和国政府信息公开条例》（国务院令第711号）/)
  })
})

function ledger(): Ledger {
  const choices = Object.fromEntries(
    Object.entries(CLOCK_CHOICES).map(([key, { chosen }]) => [key, chosen]),
  ) as RequestLaw['choices']
  const law = { calendar: NATIONAL_CALENDAR, periods: REQUEST_PERIODS, choices }
  const receivedOn = localDate('2026-01-05')
  const clock = requestClock(receivedOn, [], law)
  assert.ok(clock.ok)
  const days = dayLedger(clock.value, law, ON)
  return {
    authority: '云岭县财政局',
    requestNumber: '2026-017-0012',
    receivedOn,
    dueOn: localDate('2026-02-02'),
    days,
  }
}

function strFromLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
