import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { localDate } from '@gongkai/law'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { redactFile } from '../../src/redact/redact-file.js'
import type { Passage, Redacted } from '../../src/redact/redaction.js'
import { stillOpen } from '../../src/redact/still-open.js'
import { withheldRows } from '../../src/redact/withheld.js'
import { readSource } from '../../src/source/read-source.js'
import { shapes } from '../source/shapes.js'
import { docxFile } from '../source/zip-file.js'
import { assembled } from '../source-pdf/samples.js'
import { holds } from './everything.js'

const why = { ground: 'thirdPartyRights', note: '' } as const

async function redact(bytes: Uint8Array, passages: readonly Passage[]): Promise<Redacted> {
  const on = localDate('2026-01-05')
  const redacted = await redactFile(bytes, { boxes: [], passages, on })
  assert.ok(redacted.ok, JSON.stringify(redacted))
  return redacted.value
}

async function shapesOf(bytes: Uint8Array) {
  const source = await readSource(bytes, '')
  assert.ok(source.ok)
  return shapes(source.value)
}

function added(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const more = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(more) })
}

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`
const p = (runs: string) => `<w:p>${runs}</w:p>`
const tc = (text: string) => `<w:tc>${p(t(text))}</w:tc>`

/** 祝小满 in the open text, and 秘 in every place where a Word file can hold a word that nobody sees. */
const WORD = added(
  docxFile(
    [
      p(t('关于补贴发放的说明')),
      p(
        `${t('经办人祝')}${t('小满')}<w:del><w:r><w:delText>秘一</w:delText></w:r></w:del>${hidden('秘二')}${t('，电话13800138000。')}`,
      ),
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${tc('姓名')}${tc('金额')}</w:tr><w:tr>${tc('汤圆')}${tc('8765元（已领）')}</w:tr></w:tbl>`,
      p(t('审核：祝小满')),
    ].join(''),
  ),
  {
    'word/comments.xml': '<w:comments><w:t>秘三</w:t></w:comments>',
    'word/footnotes.xml': '<w:footnotes><w:t>秘四</w:t></w:footnotes>',
    'word/header1.xml': '<w:hdr><w:t> </w:t></w:hdr>',
    'docProps/core.xml': '<cp:coreProperties><dc:creator>秘五</dc:creator></cp:coreProperties>',
    'docProps/custom.xml': '<Properties>秘六</Properties>',
    'customXml/item1.xml': '<data>秘七</data>',
    'word/embeddings/old.docx': '秘八',
    'word/media/image1.png': '秘九',
    'docProps/thumbnail.emf': '秘十',
  },
)

describe('遮盖Word：条例第三十七条', () => {
  const passages: readonly Passage[] = [
    { at: { kind: 'table', table: 1, row: 2, column: 1 }, ...why, note: '领取人姓名' },
    { at: { kind: 'paragraph', paragraph: 2, start: 3, end: 6 }, ...why },
    { at: { kind: 'table', table: 1, row: 2, column: 2 }, within: [0, 5], ...why },
  ]

  it('按文字重新生成，遮盖的文字和看不见的内容都不再存在', async () => {
    const { bytes } = await redact(WORD, passages)
    assert.deepEqual(await shapesOf(bytes), [
      '关于补贴发放的说明',
      '经办人████〔1〕，电话13800138000。',
      [
        ['姓名', '金额'],
        ['████〔2〕', '████〔3〕（已领）'],
      ],
      '审核：祝小满',
    ])
    assert.deepEqual(
      ['秘', '汤圆', '8765'].map((word) => [word, holds(WORD, word), holds(bytes, word)]),
      [
        ['秘', true, false],
        ['汤圆', true, false],
        ['8765', true, false],
      ],
    )
  })

  it('列出遮盖目录、仍公开的文字，提示别处仍有的和没有带入的', async () => {
    const { withheld, openText, problems } = await redact(WORD, passages)
    const law = '《中华人民共和国政府信息公开条例》（国务院令第711号）第十五条'
    const title = '公开会对第三方合法权益造成损害'
    assert.deepEqual(withheldRows(withheld), [
      ['序号', '位置', '不予公开的依据', '依据条款', '说明'],
      ['1', '第2段', title, law, ''],
      ['2', '表1第2行第1列', title, law, '领取人姓名'],
      ['3', '表1第2行第2列', title, law, ''],
    ])
    assert.deepEqual(openText.slice(1, 2), [
      { where: '第2段', text: '经办人\n，电话13800138000。' },
    ])
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '原文件中的图片、嵌入的文件、脚注、尾注没有带入遮盖件。其中有应当公开的，请将原文件另存为 PDF，再对 PDF 遮盖。',
        '第1处遮盖的文字在第7段仍然公开，请核对是否一并遮盖。',
      ],
    )
  })

  it('相互重叠的遮盖合为一处，编号都保留', async () => {
    const at = (start: number, end: number) =>
      ({ at: { kind: 'paragraph', paragraph: 1, start, end }, ...why }) as const
    const { bytes } = await redact(docxFile(p(t('甲乙丙丁戊己'))), [at(2, 4), at(1, 3), at(4, 5)])
    assert.deepEqual(await shapesOf(bytes), ['甲████〔1、2〕████〔3〕己'])
  })
})

/** A workbook with 秘 in a hidden sheet, row, column, in a formula, a defined name, a comment and the properties. */
function book(): Uint8Array {
  const list: WorkSheet = {
    ...utils.aoa_to_sheet([
      ['姓名', '秘一', '金额', '比例', '证号'],
      ['汤圆', '秘二', 300, 0.5, '0012'],
      ['秘三', '', 1, 1, ''],
      ['合计', '秘四', 300, 1, '祝小满'],
    ]),
    '!cols': [{}, { hidden: true }],
    '!rows': [{}, {}, { hidden: true }],
    A1: { t: 's', v: '姓名', c: [{ a: '秘五', t: '秘六' }] },
    C4: { t: 'n', v: 300, f: 'SUM(秘表!A1:A2)' },
    D2: { t: 'n', v: 0.5123, z: '0.0%' },
  }
  const workbook: WorkBook = {
    SheetNames: ['名单', '秘表'],
    Sheets: { 名单: list, 秘表: utils.aoa_to_sheet([['秘七'], [1]]) },
    Workbook: {
      Sheets: [
        { name: '名单', Hidden: 0 },
        { name: '秘表', Hidden: 2 },
      ],
      Names: [{ Name: '秘名', Ref: '秘表!$A$1' }],
    },
    Props: { Author: '秘八' },
    Custprops: { 秘九: '秘九' },
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

describe('遮盖Excel：条例第三十七条', () => {
  it('只留看得见的单元格和数值，遮盖的和隐藏的内容都不再存在', async () => {
    const at = { kind: 'sheet', sheet: '名单', cell: 'A2' } as const
    const { bytes, withheld, problems } = await redact(book(), [{ at, ...why }])
    assert.deepEqual(await shapesOf(bytes), [
      [
        ['姓名', '金额', '比例', '证号'],
        ['████〔1〕', '300', '51.2%', '0012'],
        ['合计', '300', '1', '祝小满'],
      ],
    ])
    assert.deepEqual(
      ['秘', '汤圆', 'SUM', '5123'].map((word) => [holds(book(), word), holds(bytes, word)]),
      [
        [true, false],
        [true, false],
        [true, false],
        [true, false],
      ],
    )
    assert.equal(withheld[0]?.where, '工作表“名单”A2')
    assert.deepEqual(problems, [])
  })
})

describe('遮盖的文字别处是否仍然公开', () => {
  // biome-ignore format: one case a line
  const CASES: readonly (readonly [string, string, string, boolean])[] = [
    ['同样的文字',             '祝小满',   '审核：祝小满', true],
    ['中间有空格',             '祝小满',   '祝 小 满',     true],
    ['框里带上了标点',         '（祝小满）', '祝小满',     true],
    ['数字是另一个数的一部分', '300',      '共13000元',    false],
    ['同样的数字',             '300',      '共300元',      true],
    ['一个字',                 '祝',       '祝贺',         false],
  ]
  for (const [title, words, text, isOpen] of CASES) {
    it(title, () => {
      const problems = stillOpen([words], [{ where: '第5段', text }])
      const message = '第1处遮盖的文字在第5段仍然公开，请核对是否一并遮盖。'
      assert.deepEqual(
        problems.map((one) => one.message),
        isOpen ? [message] : [],
      )
    })
  }
})

describe('不能遮盖的，说明怎样办', () => {
  const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`
  const paragraph: Passage = { at: { kind: 'paragraph', paragraph: 1, start: 0, end: 1 }, ...why }
  const cell = (name: string): Passage => ({
    at: { kind: 'sheet', sheet: '名单', cell: name },
    ...why,
  })
  const box = { page: 1, x: 0, y: 0, w: 1, h: 1, ...why }
  const word = docxFile(p(t('甲')))
  const open = added(book(), {})
  const uncalculated = new Uint8Array(
    write(
      {
        SheetNames: ['名单'],
        Sheets: { 名单: { '!ref': 'A1:A2', A1: { t: 's', v: '甲' }, A2: { t: 'n', f: 'A9' } } },
      },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  )
  const ofd = zipSync({ 'OFD.xml': strToU8('<x/>') })

  // biome-ignore format: one case a line
  const CASES: readonly (readonly [string, Uint8Array, readonly Passage[], readonly (typeof box)[], RegExp])[] = [
    ['没有标注', word, [], [], /没有指定要遮盖的内容/],
    ['依据不能用于部分内容', word, [{ ...paragraph, ground: 'repeated' }], [], /“重复申请”不能作为遮盖部分内容的依据/],
    ['段落不存在', word, [{ ...paragraph, at: { kind: 'paragraph', paragraph: 9, start: 0, end: 1 } }], [], /^第9段在文件中没有对应的内容/],
    ['空白的文字', docxFile(p(t('　甲'))), [paragraph], [], /^第1段在文件中没有对应的内容/],
    ['隐藏的单元格', open, [cell('B2')], [], /^工作表“名单”B2在文件中没有对应的内容/],
    ['在Word上画框', word, [], [box], /请先另存为 PDF/],
    ['带宏', added(word, { 'word/vbaProject.bin': 'x' }), [paragraph], [], /另存为不带宏的 docx、xlsx/],
    ['WPS宏', added(word, { 'word/jsaProject.bin': 'x' }), [paragraph], [], /另存为不带宏的 docx、xlsx/],
    ['公式没有结果', uncalculated, [cell('A1')], [], /“名单”A2的公式没有计算结果/],
    ['OFD', ofd, [], [box], /另存为 PDF/],
    ['纯文本', strToU8('关于补贴发放的说明'), [paragraph], [], /另存为 PDF 或者 docx/],
    ['没有文字的Word', docxFile(p('')), [paragraph], [], /只有图片，不能按文字遮盖。请另存为 PDF/],
    ['加密的PDF', assembled(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], LOCK), [], [box], /设有打开密码/],
    ['坏的PDF', strToU8('%PDF-1.7\n%%EOF'), [], [box], /不是完整的 PDF/],
  ]
  for (const [title, bytes, passages, boxes, expected] of CASES) {
    it(title, async () => {
      const on = localDate('2026-01-05')
      const redacted = await redactFile(bytes, { boxes, passages, on })
      assert.match(redacted.ok ? '' : redacted.refusal.message, expected)
    })
  }
})
