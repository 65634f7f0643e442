import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDocx } from '../../src/source/docx/read-docx.js'
import { shapes } from './shapes.js'
import { docxFile, zipFile } from './zip-file.js'

async function read(body: string, more?: Parameters<typeof docxFile>[1]) {
  const result = await readDocx(docxFile(body, more))
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`
const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${t(text)}</w:r>`
const p = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const tc = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
const tr = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const tbl = (rows: string) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`
const num = (numId: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`
const box = (text: string) => `<w:txbxContent>${p(r(text))}</w:txbxContent>`

type Case = readonly [title: string, body: string, expected: ReturnType<typeof shapes>]

// biome-ignore format: one case a line
const LINES: readonly Case[] = [
  ['段落各成一行，空段保留', p(r('一')) + p('') + p(r('二')), ['一', '', '二']],
  ['同一段的文字相连', p(r('2023') + r('年')), ['2023年']],
  ['换行和制表符', p(`<w:r>${t('一')}<w:br/>${t('二')}<w:tab/>${t('三')}</w:r>`), ['一', '二\t三']],
  ['末尾的制表符保留', p(`<w:r>${t('规章')}<w:tab/>${t('0')}<w:tab/></w:r>`), ['规章\t0\t']],
  ['删除的文字不读，插入的读', p(`${r('收到')}<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>${r('5')}</w:ins>${r('件')}`), ['收到5件']],
  ['移走的文字不读，移来的读', p(`<w:moveFrom>${r('甲')}</w:moveFrom><w:moveTo>${r('乙')}</w:moveTo>`), ['乙']],
  ['删除段落标记则两段相连', p(r('云岭'), '<w:rPr><w:del/></w:rPr>') + p(r('县')), ['云岭县']],
  ['隐藏的文字不读', p(r('一') + r('二', '<w:vanish/>') + r('三', '<w:vanish w:val="0"/>')), ['一三']],
  ['域只读结果', p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('件')}`), ['7件']],
  ['嵌套在域代码中的结果不读', p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('代码')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('果')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`), ['果']],
  ['超链接、内容控件、智能标记', p(`<w:hyperlink>${r('甲')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt><w:smartTag>${r('丙')}</w:smartTag>`), ['甲乙丙']],
  ['整段的内容控件', `<w:sdt><w:sdtPr/><w:sdtContent>${p(r('一'))}</w:sdtContent></w:sdt>`, ['一']],
  ['符号、不间断连字符', p(`<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>${r('是')}<w:r><w:noBreakHyphen/></w:r>`), ['□是-']],
  ['拼音标注只读本字', p(`<w:r><w:ruby><w:rt>${r('yun')}</w:rt><w:rubyBase>${r('云')}</w:rubyBase></w:ruby></w:r>`), ['云']],
  ['文本框只读一份', p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('文')}`), ['框', '文']],
  ['书签不读', p(`<w:bookmarkStart w:name="_GoBack"/>${r('规章')}<w:bookmarkEnd/>`), ['规章']],
  ['脚注引用不读', p(`${r('一')}<w:r><w:footnoteReference w:id="2"/></w:r>`), ['一']],
  ['字符实体', p(r('&lt;条例&gt;&#x4e00;')), ['<条例>一']],
]

const prose = '云岭县认真贯彻落实条例，不断加强政府信息公开工作。'.repeat(8)

// biome-ignore format: one case a line
const TABLES: readonly Case[] = [
  ['横向合并', tbl(tr(tc('甲', '<w:gridSpan w:val="2"/>') + tc('乙')) + tr(tc('1') + tc('2') + tc('3'))), [[['甲@0+2/1', '乙'], ['1', '2', '3']]]],
  ['纵向合并', tbl(tr(tc('甲', '<w:vMerge w:val="restart"/>') + tc('1')) + tr(tc('', '<w:vMerge/>') + tc('2'))), [[['甲@0+1/2', '1'], ['2']]]],
  ['行首空出的列', tbl(tr(tc('甲') + tc('1')) + tr(tc('2'), '<w:gridBefore w:val="1"/>')), [[['甲', '1'], ['2']]]],
  ['旧式横向合并', tbl(tr(tc('甲', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('1'))), [[['甲@0+2/1', '1']]]],
  ['单元格内几段', tbl(tr(`<w:tc>${p(r('本年新'))}${p(r('制作数量'))}</w:tc>${tc('0')}`)), [[['本年新\n制作数量', '0']]]],
  ['空单元格保留', tbl(tr(tc('规章') + tc('') + tc('0'))), [[['规章', '', '0']]]],
  ['删除的行和隐藏的行不读', tbl(tr(tc('a') + tc('b'), '<w:del/>') + tr(tc('c') + tc('d'), '<w:hidden/>') + tr(tc('1') + tc('2'))), [[['1', '2']]]],
  ['小表并入单元格', tbl(tr(`${tc('规章')}<w:tc>${tbl(tr(tc('0')))}${p('')}</w:tc>`)), [[['规章', '0']]]],
  ['整页套在表中', tbl(tr(`<w:tc>${p(r(prose))}${tbl(tr(tc('规章') + tc('0')) + tr(tc('规范性文件') + tc('1')))}</w:tc>`)), [prose, [['规章', '0'], ['规范性文件', '1']]]],
]

describe('Word 文件读成文字和表格', () => {
  for (const [title, body, expected] of [...LINES, ...TABLES]) {
    it(title, async () =>
      assert.deepEqual(shapes(await read(p(r('首')) + body)), ['首', ...expected]),
    )
  }
  it('样式隐藏的文字不读', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="character" w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style>'
    const body = p(r('一') + r('二', '<w:rStyle w:val="a"/>'))
    assert.deepEqual(shapes(await read(body, { styles })), ['一'])
  })
  it('目录列为残留', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    const source = await read(p(r('一、总体情况1'), '<w:pStyle w:val="T"/>') + p(r('正文')), {
      styles,
    })
    assert.deepEqual(shapes(source), ['正文'])
    assert.deepEqual(
      source.residue.map(({ text }) => text),
      ['一、总体情况1'],
    )
  })
  it('命名空间前缀不同也能读', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const document = `<ns0:document xmlns:ns0="${main}"><ns0:body><ns0:p><ns0:r><ns0:t>一</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`
    const result = await readDocx(zipFile({ 'word/document.xml': document }))
    assert.deepEqual(result.ok && shapes(result.value), ['一'])
  })
  it('位置按段落和字符，自动编号计入，表格按表、行、列', async () => {
    const { blocks } = await read(
      p(`<w:r>${t('一')}<w:br/>${t('二')}</w:r>`) + tbl(tr(tc('甲') + tc('1'))) + p(r('三')),
    )
    const [first, second, grid, last] = blocks
    assert.deepEqual(first?.kind === 'line' && first.at, {
      kind: 'paragraph',
      paragraph: 1,
      start: 0,
      end: 1,
    })
    assert.deepEqual(second?.kind === 'line' && second.at, {
      kind: 'paragraph',
      paragraph: 1,
      start: 2,
      end: 3,
    })
    assert.deepEqual(grid?.kind === 'grid' && grid.cells[1]?.at, {
      kind: 'table',
      table: 1,
      row: 1,
      column: 2,
    })
    assert.deepEqual(last?.kind === 'line' && last.at, {
      kind: 'paragraph',
      paragraph: 4,
      start: 0,
      end: 1,
    })
  })
})

const lvl = (level: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const list = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const use = (numId: number, id: number, more = '') =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`
const item = (text: string, numId: number, level = 0) => p(r(text), num(numId, level))

const HEADINGS = list(
  0,
  lvl(0, 'chineseCounting', '%1、') +
    lvl(1, 'chineseCountingThousand', '（%2）') +
    lvl(2, 'decimal', '%3.'),
)

type NumberCase = readonly [
  title: string,
  numbering: string,
  body: string,
  expected: readonly string[],
]

// biome-ignore format: one case a line
const NUMBERS: readonly NumberCase[] = [
  ['一级、二级、三级，上级变则下级重新开始', HEADINGS + use(1, 0), item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1, 1) + item('戊', 1) + item('己', 1, 1), ['一、甲', '（一）乙', '1.丙', '（二）丁', '二、戊', '（一）己']],
  ['多级编号连写', list(0, lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2')) + use(1, 0), item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 1), ['1甲', '1.1乙', '1.2丙']],
  ['正规形式的上级数字', list(0, lvl(0, 'chineseCounting', '%1') + lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')) + use(1, 0), item('甲', 1) + item('乙', 1, 1), ['一甲', '1.1乙']],
  ['同一列表接着编', HEADINGS + use(1, 0) + use(2, 0), item('甲', 1) + item('乙', 2), ['一、甲', '二、乙']],
  ['指定从头开始', HEADINGS + use(1, 0) + use(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'), item('甲', 1) + item('乙', 2) + item('丙', 2), ['一、甲', '一、乙', '二、丙']],
  ['下级不随上级重新开始', list(0, lvl(0, 'decimal', '%1、') + lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) + use(1, 0), item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + item('丁', 1, 1), ['1、甲', '1.乙', '2、丙', '2.丁']],
  ['项目符号不写', list(0, lvl(0, 'bullet', '\uf06c')) + use(1, 0), item('甲', 1), ['甲']],
  ['编号 0 表示没有编号', HEADINGS + use(1, 0), item('甲', 0), ['甲']],
  ['编号后是空格', list(0, lvl(0, 'decimal', '%1.', '<w:suff w:val="space"/>')) + use(1, 0), item('甲', 1), ['1. 甲']],
  ['天干', list(0, lvl(0, 'ideographTraditional', '%1、')) + use(1, 0), item('子', 1) + item('丑', 1), ['甲、子', '乙、丑']],
  ['带圈数字', list(0, lvl(0, 'decimalEnclosedCircle', '%1')) + use(1, 0), item('甲', 1), ['①甲']],
  ['删除的段落不占编号', HEADINGS + use(1, 0), p('<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>', `${num(1)}<w:rPr><w:del/></w:rPr>`) + item('乙', 1), ['一、乙']],
]

describe('Word 自动编号', () => {
  for (const [title, numbering, body, expected] of NUMBERS) {
    it(title, async () => assert.deepEqual(shapes(await read(body, { numbering })), expected))
  }
  it('编号写在样式里，级别由列表指定', async () => {
    const numbering =
      list(
        0,
        lvl(0, 'chineseCounting', '%1、') +
          lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + use(1, 0)
    const styles =
      '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
    const body = p(r('甲'), '<w:pStyle w:val="H1"/>') + p(r('乙'), '<w:pStyle w:val="H2"/>')
    assert.deepEqual(shapes(await read(body, { numbering, styles })), ['一、甲', '（一）乙'])
  })
  it('列表指向列表样式', async () => {
    const numbering = `${list(0, lvl(0, 'decimal', '第%1项'))}<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>${use(1, 1)}${use(2, 0)}`
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert.deepEqual(shapes(await read(item('甲', 1), { numbering, styles })), ['第1项甲'])
  })
})

describe('异常的 Word 文件', () => {
  const document = (text: string) => zipFile({ 'word/document.xml': text })
  const whole = docxFile(p(r('一')))
  // biome-ignore format: one case a line
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['外部实体', document('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'), 'file.damaged'],
    ['嵌套一万层', document(`<w:document><w:body>${'<w:sdt>'.repeat(10_000)}`), 'file.too-deep'],
    ['十万行的表格', document(`<w:document><w:body><w:tbl>${'<w:tr></w:tr>'.repeat(100_000)}</w:tbl></w:body></w:document>`), 'file.too-many-rows'],
    ['正文不完整', document('<w:document><w:body><w:p>'), 'file.damaged'],
    ['没有正文', document('<w:document/>'), 'file.damaged'],
    ['只有图片', docxFile(p('<w:r><w:drawing/></w:r>')), 'file.no-text'],
    ['只传了一半', whole.subarray(0, whole.length / 2), 'file.damaged'],
    ['正文解压后过大', document(`<w:document>${' '.repeat(40_000_000)}`), 'file.inflates-too-far'],
  ]
  for (const [title, bytes, code] of cases) {
    it(title, async () => {
      const result = await readDocx(bytes)
      assert.equal(!result.ok && result.refusal.code, code)
    })
  }
  it('压缩内容被改动', async () => {
    const changed = Uint8Array.from(whole)
    for (let index = 600; index < whole.length - 700; index++)
      changed[index] = (whole[index] ?? 0) ^ 1
    const result = await readDocx(changed)
    assert.equal(!result.ok && result.refusal.code, 'file.damaged')
  })
})
