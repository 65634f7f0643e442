import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withoutRadicals } from '../../src/source/pdf/radicals.js'
import { rawPdf, shown, sourceOf, typstPdf } from './samples.js'

describe('部首编码的字还原为通用汉字', () => {
  // biome-ignore format: 一行一例
  const ROWS: [printed: string, plain: string][] = [
    ['⼀、⼆、⼗',       '一、二、十'],
    ['政府信息公开⼯作', '政府信息公开工作'],
    ['⽆法提供',         '无法提供'],
    ['⾏政复议',         '行政复议'],
    ['⻅附件，⻋辆⻚数', '见附件，车辆页数'],
    ['⻓安⻔⻢鸟⻦⻰⻬', '长安门马鸟鸟龙齐'],
    ['⺠政⽉⽇⺟',       '民政月日母'],
    ['通用汉字不变',     '通用汉字不变'],
  ]
  for (const [printed, plain] of ROWS) {
    it(`${printed} → ${plain}`, () => assert.equal(withoutRadicals(printed), plain))
  }

  it('没有一个部首编码原样留下，只作偏旁的除外', () => {
    const all = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => String.fromCharCode(0x2e80 + i))
    const left = all.filter((one) => /\p{Script=Han}/u.test(one) && withoutRadicals(one) === one)
    assert.deepEqual(left, ['⺀', '⺗'])
  })
})

describe('一行文字', () => {
  // biome-ignore format: 一行一例
  const ROWS: [what: string, content: string, lines: string[]][] = [
    ['字符间距不是空格',     'BT /F1 10 Tf 1.5 Tc 20 300 Td (2023) Tj ET',                              ['2023']],
    ['字词之间的空隙是空格', 'BT /F1 10 Tf 20 300 Td (20) Tj 15 0 Td (23) Tj ET',                       ['20 23']],
    ['空格字符仍是空格',     'BT /F1 10 Tf 20 300 Td (20 23) Tj ET',                                    ['20 23']],
    ['大的空隙分成两块',     'BT /F1 10 Tf 20 300 Td (12) Tj 100 0 Td (34) Tj ET',                      ['12 ¦ 34']],
    ['数组里的大间距也是',   'BT /F1 10 Tf 20 300 Td [(12) -9000 (34)] TJ ET',                          ['12 ¦ 34']],
    ['先画下行后画上行',     'BT /F1 10 Tf 20 280 Td (2) Tj ET BT /F1 10 Tf 20 300 Td (1) Tj ET',       ['1', '2']],
    ['略有高低仍是一行',     'BT /F1 10 Tf 20 300 Td (1) Tj 50 2 Td (2) Tj ET',                         ['1 ¦ 2']],
    ['重影加粗只算一次',     'BT /F1 10 Tf 20 300 Td (12) Tj ET BT /F1 10 Tf 20.3 300 Td (12) Tj ET',   ['12']],
    ['相同的数字并排不丢',   'BT /F1 10 Tf 20 300 Td (00) Tj ET',                                       ['00']],
    ['行距运算符换行',       'BT /F1 10 Tf 14 TL 20 300 Td (1) Tj T* (2) Tj (3) \' ET',                 ['1', '2', '3']],
    ['页面以外的字不读',     'BT /F1 10 Tf 20 300 Td (1) Tj 900 0 Td (2) Tj ET',                        ['1']],
    ['斜放的水印不混进正文', 'BT /F1 10 Tf 20 300 Td (1) Tj ET BT /F1 30 Tf .7 .7 -.7 .7 50 280 Tm (8) Tj ET', ['1']],
  ]
  for (const [what, content, lines] of ROWS) {
    it(what, async () => assert.deepEqual(shown((await sourceOf(rawPdf([content]))).blocks), lines))
  }

  it('斜放的水印列在残留里', async () => {
    const content =
      'BT /F1 10 Tf 20 300 Td (12345) Tj ET BT /F1 30 Tf .7 .7 -.7 .7 50 280 Tm (88) Tj ET'
    const { residue } = await sourceOf(rawPdf([content]))
    assert.deepEqual(
      residue.map(({ kind, text }) => [kind, text]),
      [['other', '88']],
    )
  })

  it('中西文之间的自动空隙不是空格', async () => {
    const { blocks } = await sourceOf(
      typstPdf('#set text(cjk-latin-spacing: auto)\n2023年收到12件。'),
    )
    assert.deepEqual(shown(blocks), ['2023年收到12件。'])
  })
})

describe('页眉、页脚和页码', () => {
  const page = (body: string, header: string, footer: string) =>
    `BT /F1 9 Tf 20 385 Td (${header}) Tj 0 -100 Td (${body}) Tj 0 -275 Td (${footer}) Tj ET`

  // biome-ignore format: 一行一例
  const ROWS: [what: string, pages: string[], lines: string[], residue: string[]][] = [
    ['三页相同的页眉',     [page('1', 'HEAD', ''), page('2', 'HEAD', ''), page('3', 'HEAD', '')], ['1', '2', '3'],                 ['other HEAD', 'other HEAD', 'other HEAD']],
    ['两页相同还不算页眉', [page('1', 'HEAD', ''), page('2', 'HEAD', '')],                        ['HEAD', '1', 'HEAD', '2'],      []],
    ['带横线的页码',       [page('5', '', '- 7 -')],                                              ['5'],                           ['page-number - 7 -']],
    ['连续的数字是页码',   [page('5', '', '1'), page('6', '', '2')],                              ['5', '6'],                      ['page-number 1', 'page-number 2']],
    ['单独一个数字不是',   [page('5', '', '1')],                                                  ['5', '1'],                      []],
  ]
  for (const [what, pages, lines, residue] of ROWS) {
    it(what, async () => {
      const source = await sourceOf(rawPdf(pages))
      assert.deepEqual(shown(source.blocks), lines)
      assert.deepEqual(
        source.residue.map(({ kind, text }) => `${kind} ${text}`),
        residue,
      )
    })
  }
})
