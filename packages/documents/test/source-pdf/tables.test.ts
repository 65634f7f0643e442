import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawPdf, shown, sourceOf, typstPdf } from './samples.js'

describe('有框线的表格', () => {
  it('合并单元格和空白单元格各归其位', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`
一、总体情况
#table(columns: (60pt, 60pt, 50pt, 50pt), align: center,
  table.cell(colspan: 4)[第二十条第（六）项],
  table.cell(colspan: 2)[信息内容], [上一年项目数量], [处理决定数量],
  table.cell(rowspan: 2)[行政], [处罚], [], [12],
  [强制], [3], [],
)
二、其他`),
    )
    assert.deepEqual(shown(blocks), [
      '一、总体情况',
      '4×1:第二十条第（六）项',
      '2×1:信息内容 | 上一年项目数量 | 处理决定数量',
      '1×2:行政 | 处罚 |  | 12',
      '强制 | 3 | ',
      '二、其他',
    ])
  })

  it('单元格里折行的文字和数字接成一行，另起的行保留', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`
#show regex("[0-9]"): it => it + sym.zws
#table(columns: (48pt, 32pt), [没有现成信息需要另行制作], [1234567], [结果#linebreak()维持], [8])`),
    )
    assert.deepEqual(shown(blocks), ['没有现成信息需要另行制作 | 1234567', '结果\n维持 | 8'])
  })

  it('左右两侧不画线的表格仍按列读出', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`
#table(columns: (60pt, 40pt, 40pt),
  stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt }),
  [行政许可], [1], [], [行政处罚], [], [2])`),
    )
    assert.deepEqual(shown(blocks), ['行政许可 | 1 | ', '行政处罚 |  | 2'])
  })

  it('页面边框和文字下划线不是表格', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`#box(stroke: 1pt, inset: 9pt)[全年公开#underline[信息]12条。]`),
    )
    assert.deepEqual(shown(blocks), ['全年公开信息12条。'])
  })
})

describe('框线的各种画法', () => {
  const TEXT = 'BT /F1 9 Tf 25 375 Td (11) Tj 40 0 Td (12) Tj -40 -20 Td (21) Tj 40 0 Td (22) Tj ET'
  // biome-ignore format: 一行一例
  const ROWS: [how: string, content: string][] = [
    ['画成直线',         '20 390 m 100 390 l 20 370 m 100 370 l 20 350 m 100 350 l 20 390 m 20 350 l 60 390 m 60 350 l 100 390 m 100 350 l S'],
    ['画成矩形',         '20 370 40 20 re 60 370 40 20 re 20 350 40 20 re 60 350 40 20 re S'],
    ['画成细长的填充块', '20 389.5 80 .5 re 20 369.5 80 .5 re 20 349.5 80 .5 re f 20 350 .5 40 re 60 350 .5 40 re 100 350 .5 40 re f'],
    ['一段一段画成',     '20 390 m 58 390 l 59 390 m 100 390 l 20 370 m 100 370 l 20 350 m 100 350 l 20 390 m 20 350 l 60 390 m 60 371 l 60 369 m 60 350 l 100 390 m 100 350 l S'],
    ['画在放大的坐标里', 'q 2 0 0 2 0 0 cm .2 w 10 185 20 10 re 30 185 20 10 re 10 175 20 10 re 30 175 20 10 re S Q'],
  ]

  for (const [how, content] of ROWS) {
    it(how, async () => {
      const { blocks } = await sourceOf(rawPdf([`${content} ${TEXT}`]))
      assert.deepEqual(shown(blocks), ['11 | 12', '21 | 22'])
    })
  }

  it('横放的页面按看到的方向读，位置从左上角量起', async () => {
    const text = 'BT /F1 9 Tf 0 1 -1 0 100 30 Tm (7) Tj ET'
    const { blocks } = await sourceOf(rawPdf([text], '/Rotate 90'))
    assert.deepEqual(shown(blocks), ['7'])
    assert.deepEqual(blocks[0]?.kind === 'line' && blocks[0].at, {
      kind: 'page',
      page: 1,
      box: [30, 92.1, 35, 101.1],
    })
  })
})

describe('跨页的表格', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => `[${i + 1}.事项], [${i}], `).join('')

  it('接成一个表格，合并单元格不断开，页码另列', async () => {
    const { blocks, residue } = await sourceOf(
      typstPdf(
        `#set page(footer: context align(center)[#counter(page).display("- 1 -")])
#table(columns: (30pt, 60pt, 40pt), table.cell(rowspan: 9)[不予公开], ${rows(9)})`,
        200,
      ),
    )
    assert.deepEqual(shown(blocks), [
      '1×9:不予公开 | 1.事项 | 0',
      ...Array.from({ length: 8 }, (_, i) => `${i + 2}.事项 | ${i + 1}`),
    ])
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [
        ['page-number', '- 1 -'],
        ['page-number', '- 2 -'],
      ],
    )
  })

  it('列宽不同的两个表格不接', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`#table(columns: (60pt, 40pt), [甲], [1])
#pagebreak()
#table(columns: (90pt, 40pt), [乙], [2])`),
    )
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['grid', 'grid'],
    )
  })
})

describe('没有框线的表格', () => {
  it('表头和折行的标签接成一块，数字各成一块', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`
#table(columns: (70pt, 34pt, 34pt, 34pt), stroke: none, align: center + horizon, inset: 3pt,
  [], [自然人], [商业企业], [科研机构],
  [4.无正当理由大量反复申请], [12], [], [3],
  [2.重复申请], [], [0], [1204])`),
    )
    assert.deepEqual(shown(blocks), [
      '自然人 ¦ 商业企业 ¦ 科研机构',
      '4.无正当理由大量反复申请 ¦ 12 ¦ 3',
      '2.重复申请 ¦ 0 ¦ 1204',
    ])
  })

  it('数字的左右边与表头在同一尺度上', async () => {
    const { blocks } = await sourceOf(
      typstPdf(`
#table(columns: (80pt, 60pt, 60pt), stroke: none, align: center,
  [信息内容], [本年制发件数], [现行有效件数], [行政许可], [], [25])`),
    )
    const [header, row] = blocks.map((block) => (block.kind === 'line' ? block.pieces : []))
    const middle = ([left, right]: readonly [number, number]) => Math.round((left + right) / 2)
    assert.equal(middle(header?.[2]?.extent ?? [0, 0]), middle(row?.[1]?.extent ?? [1, 1]))
  })
})
