import { encode } from '../encode.js'
import type { Rng } from '../rng.js'
import { htmlBody, htmlTable } from './html-parts.js'
import { simpleShape } from './shape.js'

const MENU = ['首页', '政务公开', '政务服务', '互动交流', '走进本地', '专题专栏', '数据开放']
const SIDE = [
  '政府信息公开指南',
  '政府信息公开制度',
  '法定主动公开内容',
  '政府信息公开年报',
  '依申请公开',
  '机构职能',
  '财政预决算',
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政事业性收费',
  '政府集中采购',
]
const NEWS = [
  '关于做好冬春季工作的通知',
  '召开专题学习会议',
  '开展安全生产检查',
  '公开征求意见公告',
  '行政处罚结果公示',
]

function links(items: readonly string[], rng: Rng): string {
  return items
    .map((text) => `<li><a href="/col/col${rng.int(1000, 9999)}/index.html">${text}</a></li>`)
    .join('\n')
}

function scripts(size: number, rng: Rng): string {
  const lines: string[] = []
  for (let length = 0; length < size; ) {
    const line = `  site.register('m${rng.int(1, 99999)}', function (a, b) { return a[${rng.int(0, 99)}] + b.slice(${rng.int(0, 9)}) })`
    lines.push(line)
    length += line.length + 1
  }
  return `<script type="text/javascript">\n${lines.join('\n')}\n</script>`
}

function related(region: string, rng: Rng): string {
  const items = Array.from({ length: 60 }, () => {
    const date = `${rng.int(2019, 2025)}-0${rng.int(1, 9)}-${rng.int(10, 28)}`
    return `${region}${rng.pick(NEWS)}<span>${date}</span>`
  })
  const years = Array.from(
    { length: 6 },
    (_, at) => `${region}${2018 + at}年政府信息公开工作年度报告`,
  )
  return links([...years, ...items], rng)
}

/** A whole saved page: menus, breadcrumbs, scripts and related links around the report. */
export const htmlSavedPage = simpleShape('html-saved-page', ({ blocks, truth, rng }) => {
  const [title, ...rest] = blocks.filter(({ kind }) => kind !== 'residue')
  const heading = title !== undefined && title.kind !== 'table' ? title.text : truth.title
  const article = htmlBody(
    rest,
    (grid) =>
      htmlTable(grid, {
        attributes: 'style="border-collapse:collapse" border="1"',
        blank: '&nbsp;',
      }),
    { title: 'h1', heading: 'p', paragraph: 'p', indent: '　　' },
  )
  const published = truth.signedOn ?? `${truth.year + 1}-01-20`
  const index = `1234${rng.int(10000, 99999)}X/${truth.year + 1}-0${rng.int(1000, 9999)}`
  const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${heading}-${truth.authority}</title>
<meta name="ArticleTitle" content="${heading}" /><meta name="PubDate" content="${published}" />
${scripts(60000, rng)}
<style>.nav li{float:left} #zoom p{text-indent:2em}</style>
</head>
<body>
<div class="top"><a href="#">无障碍浏览</a> | <a href="#">长辈版</a> | <a href="#">繁體</a> <span id="weather">多云 3℃～11℃</span></div>
<ul class="nav">${links(MENU, rng)}</ul>
<div class="search"><form action="/search"><input name="q" value="请输入关键字" /><button>搜索</button></form></div>
<div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府信息公开年报</a></div>
<div class="side"><ul>${links(SIDE, rng)}</ul></div>
<table class="xxgk"><tr><td>索 引 号</td><td>${index}</td><td>发布机构</td><td>${truth.authority}</td></tr><tr><td>成文日期</td><td>${published}</td><td>公开方式</td><td>主动公开</td></tr></table>
<div class="article"><h1>${heading}</h1>
<div class="info">发布日期：${published}　信息来源：${truth.authority}　浏览次数：<span id="hits">${rng.int(12, 4000)}</span>　字号：[<a>大</a> <a>中</a> <a>小</a>] <a>打印</a></div>
<div id="zoom">
${article}
</div></div>
<div class="share"><a>分享到微信</a><a>分享到微博</a><img src="qr.png" alt="扫一扫在手机打开当前页" /></div>
<div class="related"><h3>相关信息</h3><ul>${related(truth.authority, rng)}</ul></div>
${scripts(40000, rng)}
<div class="footer"><select><option>国务院部门网站</option><option>省级政府网站</option><option>县区政府网站</option></select>
<p>主办：${truth.authority}　网站标识码：3300${rng.int(100000, 999999)}　备案号：ICP备${rng.int(10000000, 99999999)}号</p><p><a>关于我们</a> | <a>网站地图</a> | <a>联系我们</a></p></div>
</body>
</html>
`
  return { bytes: encode(page, 'utf-8'), extension: 'html', noise: ['navigation'] }
})
