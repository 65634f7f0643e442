import { isLocalDate, type LocalDate } from '@gongkai/law'
import type { Residue } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'

/** Lines that a web page prints about the report: date, source, counters, buttons. */
const META =
  /^[\s【[]*(?:(?:发布|发文|成文|公开|更新|录入|创建)?(?:日期|时间)|(?:信息|文章|稿件|内容)?来源|(?:责任)?编辑|作者|浏览(?:次数|量)?|点击(?:数|量|次数)?|阅读(?:次数|量)?|访问(?:次数|量)?|字体|字号|索引号?|主题分类|体裁分类|组配分类|公开(?:方式|范围|形式)|发布机构|发文机关|文号|发文字号|信息名称|有效性|效力状态|关键词|主题词|内容概述|生成日期|分享到?|打印(?:本页)?|收藏|背景色|视力保护色|扫一扫|下载)\s*[:：】\]]/

/** The same without a colon: buttons and menus, as a whole line. */
const BUTTON =
  /^(?:首页|网站首页|打印(?:本页)?|关闭(?:本页|窗口)?|分享(?:到)?|收藏|返回顶部|回到顶部|大|中|小|\[?大\]?\s*\[?中\]?\s*\[?小\]?|A[+-]|无障碍(?:浏览|阅读)?|长者(?:模式|助手)|智能问答|登录|注册|搜索|退出|上一[篇条页].*|下一[篇条页].*|您?(?:当前|现在)?(?:所在)?的?位置.*)$/

/** Buttons side by side: 打印 保存 关闭, 【大】【中】【小】. */
const BUTTONS =
  /^(?:(?:打印|打印本页|保存|关闭|关闭窗口|关闭本页|收藏|分享|大|中|小|默认|微信|微博|QQ空间|A[+-]?)(?:[\s|｜/·【】[\]]+|$)){2,}$/

/** Lines that close a web page: from the first of them on nothing belongs to the report. */
const FOOTER =
  /ICP备|公网安备|版权所有|网站标识码|网站地图|主办单位?\s*[:：]|承办单位?\s*[:：]|技术支持\s*[:：]|联系我们|友情链接|相关(?:链接|阅读|文章|附件|信息|稿件|新闻)|上一[篇条]\s*[:：]?|下一[篇条]\s*[:：]?|^\s*(?:打印本页|关闭窗口|返回顶部|分享到)|扫一扫在手机|微信扫一扫|政府网站找错/

/** `发布时间：2024-01-20`, wherever in its line. */
const STAMP = /(?:日期|时间)\s*[:：】\]]?\s*(20\d\d)\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/

const CRUMBS =
  /(?:您?(?:当前|现在)(?:所在)?的?位置|首页)\s*[:：>＞]|(?:[^。]{1,20}\s*[>＞»]\s*){2,}/

/** What `text` is, when it stands in the report's text but belongs to the page around it; null when it is text. */
export function pageResidue(text: string): Residue['kind'] | null {
  const line = text.trim()
  if (line.length > 120) return null
  if (/[>＞»:：]/.test(line) && CRUMBS.test(line)) return 'navigation'
  const isMeta = META.test(line) || META.test(line.replace(/[ \u3000]/g, ''))
  if (isMeta || (STAMP.test(line) && /发布|发文|成文|更新/.test(line))) return 'meta'
  return BUTTON.test(line) || BUTTONS.test(line.replace(/^[【[]/, '')) ? 'navigation' : null
}

/** Whether the page's own footer begins with this line. */
export function isFooter(text: string): boolean {
  return text.trim().length < 200 && FOOTER.test(text)
}

/** The day of publication among the lines of the page around the report, null where none states it. */
export function publishedOn(residue: readonly Residue[]): LocalDate | null {
  for (const { kind, text } of residue) {
    if (kind !== 'meta' && kind !== 'navigation') continue
    const [, year, month = '', day = ''] = STAMP.exec(text) ?? []
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (year && isLocalDate(date)) return date
  }
  return null
}

/** The fragments as residue of one kind, a line each, empty ones left out. */
export function asResidue(fragments: readonly Fragment[], kind: Residue['kind']): Residue[] {
  return fragments
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, at }) => ({ kind: pageResidue(text) ?? kind, text: abbreviated(text), at }))
}

function abbreviated(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain
}
