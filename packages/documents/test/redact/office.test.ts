import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { write } from '@e965/xlsx'
import { localDate } from '@gongkai/law'
import { strToU8, zipSync } from 'fflate'
import { redactFile } from '../../src/redact/redact-file.js'
import type { Passage, Redacted } from '../../src/redact/redaction.js'
import { stillOpen } from '../../src/redact/still-open.js'
import { withheldRows } from '../../src/redact/withheld.js'
import { readSource } from '../../src/source/read-source.js'
import { shapes } from '../source/shapes.js'
import { docxFile } from '../source/zip-file.js'
import { assembled } from '../source-pdf/samples.js'
import { holds } from './everything.js'
import { added, p, SECRET_WORD, secretWorkbook, t } from './secret-files.js'

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

describe('遮盖Word：条例第三十七条', () => {
  const passages: readonly Passage[] = [
    { at: { kind: 'table', table: 1, row: 2, column: 1 }, ...why, note: '领取人姓名' },
    { at: { kind: 'paragraph', paragraph: 2, start: 3, end: 6 }, ...why },
    { at: { kind: 'table', table: 1, row: 2, column: 2 }, within: [0, 5], ...why },
  ]

  it('按文字重新生成，遮盖的文字和看不见的内容都不再存在', async () => {
    const { bytes } = await redact(SECRET_WORD, passages)
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
      ['秘', '汤圆', '8765'].map((word) => [word, holds(SECRET_WORD, word), holds(bytes, word)]),
      [
        ['秘', true, false],
        ['汤圆', true, false],
        ['8765', true, false],
      ],
    )
  })

  it('遮盖的文字还在文件名、遮盖目录的说明里的，有提示', async () => {
    const marks = [
      { at: { kind: 'paragraph', paragraph: 2, start: 3, end: 6 }, ...why, note: '' },
      { at: { kind: 'table', table: 1, row: 2, column: 2 }, within: [0, 5], ...why },
    ] as const
    const source = await readSource(SECRET_WORD, '')
    assert.ok(source.ok)
    const [, line] = source.value.blocks
    const secret = line?.kind === 'line' ? line.text.slice(3, 6) : ''
    const [first, second] = marks
    const passages = [first, { ...second, note: `${secret}的账号` }]
    const on = localDate('2026-01-05')
    const name = `关于${secret}的说明.docx`
    const redacted = await redactFile(SECRET_WORD, { boxes: [], passages, on, name })
    assert.ok(redacted.ok)
    const [told] = redacted.value.problems.filter(({ code }) => code === 'redact.still-open')
    assert.match(told?.message ?? '', /第1处遮盖的文字在.*文件名、遮盖目录第2处的说明仍然公开/)
  })

  it('列出遮盖目录、仍公开的文字，提示别处仍有的和没有带入的', async () => {
    const { withheld, openText, problems } = await redact(SECRET_WORD, passages)
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

describe('遮盖Excel：条例第三十七条', () => {
  it('只留看得见的单元格和数值，遮盖的和隐藏的内容都不再存在', async () => {
    const at = { kind: 'sheet', sheet: '名单', cell: 'A2' } as const
    const { bytes, withheld, problems } = await redact(secretWorkbook(), [{ at, ...why }])
    assert.deepEqual(await shapesOf(bytes), [
      [
        ['姓名', '金额', '比例', '证号'],
        ['████〔1〕', '300', '51.2%', '0012'],
        ['合计', '300', '1', '祝小满'],
      ],
    ])
    assert.deepEqual(
      ['秘', '汤圆', 'SUM', '5123'].map((word) => [
        holds(secretWorkbook(), word),
        holds(bytes, word),
      ]),
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
  const open = added(secretWorkbook(), {})
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
