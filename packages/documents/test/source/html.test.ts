import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readHtml } from '../../src/source/html/read-html.js'
import { shapes } from './shapes.js'

async function read(html: string) {
  const result = await readHtml(new TextEncoder().encode(html))
  assert.ok(result.ok)
  return result.value
}

type Case = readonly [title: string, html: string, expected: ReturnType<typeof shapes>]

const prose = '云岭县认真贯彻落实条例，不断加强政府信息公开工作。'.repeat(8)

// biome-ignore format: one case a line
const LINES: readonly Case[] = [
  ['段落和标题各成一行', '<h1>年度报告</h1><p>一</p><div>二</div>三', ['年度报告', '一', '二', '三']],
  ['换行和空白合并为一个空格', '<p> 云岭县\n   2023   年 </p>', ['云岭县 2023 年']],
  ['br 断行', '<p>一<br>二<br/></p>', ['一', '二']],
  ['不间断空格成为空格并保留', '<p>&nbsp;&nbsp;一&nbsp;二</p>', ['  一 二']],
  ['字符实体', '<p>&lt;条例&gt;&#x4e00;&amp;</p>', ['<条例>一&']],
  ['空段落留一空行', '<p>一</p><p>&nbsp;</p><p></p><p>二</p>', ['一', '', '', '二']],
  ['脚本、样式、模板不读', '<script>a</script><style>b</style><template>c</template><noscript>d</noscript><p>一</p>', ['一']],
  ['隐藏的不读', '<p style="display:none">a</p><div hidden>b</div><span style="visibility: hidden">c</span><p>一</p>', ['一']],
  ['网页自己的样式表隐藏的不读', '<style>.c{color:red} .hide, tr.off { display: none } @media print{.p{display:none}}</style><p class="c hide">a</p><p class="p">一</p><p class="c">二</p>', ['一', '二']],
  ['注释不读', '<p>一<!-- 二 --></p>', ['一']],
  ['预排文字保留空白', '<pre>规章\t0\n  二</pre>', ['规章\t0', '  二']],
  ['有序列表写出序号', '<ol><li>甲</li><li value=5>乙</li><li>丙</li></ol>', ['1.甲', '5.乙', '6.丙']],
  ['列表起始值和类型', '<ol start=3 type=A><li>甲</li></ol><ul><li>乙</li></ul>', ['C.甲', '乙']],
  ['列表项中的段落', '<ol><li><p>甲</p><p>乙</p></li><li><div></div></li></ol>', ['1.甲', '乙', '2.']],
  ['列表用中文数字', '<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ['一、甲', '二、乙']],
  ['Word 导出的列表序号', '<p style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">一、<span>&nbsp;&nbsp; </span></span><![endif]>总体情况<o:p></o:p></p>', ['一、总体情况']],
  ['行内元素不断行', '<p>2023<b>年</b><span>度</span></p>', ['2023年度']],
  ['并排的块各成一行', '<div><div style="display:inline-block">规章</div><div style="display: inline-block">0</div></div>', ['规章', '0']],
  ['写明不断行的块不断行', '<div>规<p style="display:inline">章</p></div>', ['规章']],
  ['用 div 排成的表每格一行', '<div style="display:table"><div><div>规章</div><div>0</div></div></div>', ['规章', '0']],
]

// biome-ignore format: one case a line
const TABLES: readonly Case[] = [
  ['合并单元格', '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>', [[['甲@0+1/2', '乙@1+2/1'], ['1', '2']]]],
  ['单元格内换行和段落', '<table><tr><td>本年新<br>制作数量<td><p>一</p><p>二</p></table>', [[['本年新\n制作数量', '一\n二']]]],
  ['空单元格保留', '<table><tr><td>规章<td><td>&nbsp;</table>', [[['规章', '', '']]]],
  ['表尾写在前面也排在后面', '<table><tfoot><tr><td>总<td>计</tfoot><thead><tr><td>表<td>头</thead><tbody><tr><td>1<td>2</table>', [[['表', '头'], ['1', '2'], ['总', '计']]]],
  ['表题在前', '<table><caption>表一</caption><tr><td>1<td>2</table>', ['表一', [['1', '2']]]],
  ['rowspan=0 到本组末尾', '<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>3<td>4</tbody></table>', [[['甲@0+1/2', '1'], ['2'], ['3', '4']]]],
  ['rowspan 过大截到本组末尾', '<table><tr><td rowspan=9>甲<td>1<tr><td>2</table>', [[['甲@0+1/2', '1'], ['2']]]],
  ['colspan 极大时截断', '<table><tr><td colspan=99999>甲<td>1</table>', [[['甲@0+1000/1', '1']]]],
  ['隐藏的行和格不读', '<table><tr style="display:none"><td>a<td>b<tr><td>1<td hidden>x<td>2</table>', [[['1', '2']]]],
  ['只定列宽的零高行不读', '<table><tr><td>1<td>2<tr height=0><td width=5></td><td></td></tr></table>', [[['1', '2']]]],
  ['缺结束标签', '<table><tr><td>规章<td>0<tr><td>规范性文件<td>2', [[['规章', '0'], ['规范性文件', '2']]]],
  ['版式表格成为其中的文字', `<table><tr><td>首页</td><td><p>${prose}</p><table><tr><td>规章<td>0<tr><td>规范性文件<td>1</table></td></tr></table>`, ['首页', prose, [['规章', '0'], ['规范性文件', '1']]]],
  ['长段落的行成为文字，其余仍是表', `<table><tr><td>甲<td>1<tr><td colspan=2>${prose}<tr><td>乙<td>2</table>`, [[['甲', '1']], prose, [['乙', '2']]]],
  ['只有一列的表成为各行文字', '<table><tr><td>规章</td></tr><tr><td>0</td></tr></table>', ['规章', '0']],
  ['表内只有一格的小表并入单元格', '<table><tr><td>规章<td><table><tr><td>0</table></table>', [[['规章', '0']]]],
]

describe('网页读成文字和表格', () => {
  for (const [title, html, expected] of [...LINES, ...TABLES]) {
    it(title, async () => assert.deepEqual(shapes(await read(html)), expected))
  }
})

describe('网页的导航', () => {
  const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    [
      '导航、页眉、页脚、按钮',
      '<header>云岭县</header><nav><a>首页</a> <a>公开</a></nav><p>一</p><footer>版权</footer><button>打印</button>',
      ['一'],
      ['云岭县', '首页 公开', '版权', '打印'],
    ],
    [
      '包住整页的表单是正文',
      '<form><p>一</p><table><tr><td>1<td>2</table></form>',
      ['一', '1', '2'],
      [],
    ],
    ['没有关上的页眉', `<header>云岭县<p>${prose}</p>`, ['云岭县', prose], []],
    [
      '文章自己的页眉',
      '<article><header><h1>报告</h1></header><p>一</p></article>',
      ['报告', '一'],
      [],
    ],
  ]
  for (const [title, html, lines, residue] of cases) {
    it(title, async () => {
      const source = await read(html)
      assert.deepEqual(shapes(source).flat(3), lines)
      assert.deepEqual(
        source.residue.map(({ text }) => text),
        residue,
      )
    })
  }
  it('网页头部的标题、日期、网站名', async () => {
    const source = await read(
      '<html><head><title>页</title><meta name="ArticleTitle" content="云岭县2023年报告"><meta name="PubDate" content="2024-1-9 10:00"><meta name="SiteName" content="云岭县人民政府"></head><body>一</body></html>',
    )
    assert.deepEqual(source.meta, {
      title: '云岭县2023年报告',
      publishedOn: '2024-01-09',
      siteName: '云岭县人民政府',
    })
  })
})

describe('网页中的位置', () => {
  it('文字按段落和字符，表格按表、行、列', async () => {
    const { blocks } = await read('<p>一二<br>三</p><table><tr><td>1<td>2</table><p>四</p>')
    const [first, second, grid, last] = blocks
    assert.deepEqual(first?.kind === 'line' && first.at, {
      kind: 'paragraph',
      paragraph: 1,
      start: 0,
      end: 2,
    })
    assert.deepEqual(second?.kind === 'line' && second.at, {
      kind: 'paragraph',
      paragraph: 1,
      start: 3,
      end: 4,
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

describe('异常的网页', () => {
  const nested = (tag: string, times: number) => `<${tag}>`.repeat(times)
  const cases: readonly (readonly [string, string, string])[] = [
    ['一万层 div', `${nested('div', 10_000)}一`, 'file.too-deep'],
    ['一万层表格', `${nested('table><tr><td', 10_000)}一`, 'file.too-deep'],
    ['一万层 b', `${nested('b', 10_000)}一`, 'file.too-deep'],
    [
      '反复重开的格式标签',
      `<p>${Array.from({ length: 400 }, (_, i) => `<font color=${i}>`).join('')}${'一</p><p>'.repeat(10_000)}`,
      'file.too-deep',
    ],
    ['只有脚本', '<html><script>load()</script><div id="app"></div></html>', 'file.no-text'],
    ['十万行的表格', `<table>${nested('tr><td', 100_000)}`, 'file.too-many-rows'],
  ]
  for (const [title, html, code] of cases) {
    it(title, async () => {
      const result = await readHtml(new TextEncoder().encode(html))
      assert.equal(!result.ok && result.refusal.code, code)
    })
  }
})
