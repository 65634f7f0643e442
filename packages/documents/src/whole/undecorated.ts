/** The characters `start` to `end` of a line. */
export type Stretch = { readonly start: number; readonly end: number }

/** What sites put between a title, the path to it and their own name. */
const BETWEEN =
  /[_|｜>＞»›]+|(?<=[\u4e00-\u9fff）)】》\s])\s*[-–—－]{1,2}\s*(?=[\u4e00-\u9fff【《（(\s])|(?<=[\u4e00-\u9fff）)】》]\s*)[-–—－]{1,2}\s*(?=20\d\d\s*年)/g

/** What stands before a title in its line: 标题：, 附件1：, 【年报】, bullets. */
const BEFORE =
  /^(?:[\s\u3000\u200b\ufeff·•●■◆▪*#]+|(?:信息|文件|公开)?(?:标\s*题|名\s*称)\s*[:：]|附\s*件\s*\d*\s*[:：.、]|\d{1,2}\s*[.、．](?!\d)|(?:【|\[)[\u4e00-\u9fff]{2,8}(?:】|\]))+/

const DAY = '20\\d\\d\\s*[-./年]\\s*\\d{1,2}\\s*[-./月]\\s*\\d{1,2}\\s*日?'

/** What stands behind it: a day, a file's ending, and the lines of the page that a conversion has put beside it. */
const BEHIND = new RegExp(
  `(?:[\\s\\u3000\\u200b\\ufeff]+|[\\[【（(]?\\s*${DAY}(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s*[\\]】）)]?|[.．](?:docx?|wps|pdf|txt|xlsx?|html?)|[\\[【（(]?(?:图文|全文|置顶|NEW!?)[\\]】）)]?|\\s*[【\\[]?(?:发布|发文|公开|更新|信息|文章|稿件|字体|字号|来源|时间|日期|作者|浏览|阅读|点击|访问|打印|分享|索引号)[^《》]{0,8}?[:：].*)$`,
)

/** The stretches of a line that may be a title: the parts between a path's signs, what stands around a title left out. */
export function titleStretches(line: string): Stretch[] {
  if (line.length > LONGEST) return []
  const cuts = [...line.matchAll(BETWEEN)]
  const starts = [0, ...cuts.map(({ 0: sign, index }) => index + sign.length)]
  const ends = [...cuts.map(({ index }) => index), line.length]
  return starts.flatMap((start, at) => undecorated(line, start, ends[at] ?? line.length))
}

/** A path with a title at its end is not longer. */
const LONGEST = 300

function undecorated(line: string, from: number, to: number): Stretch[] {
  const start = from + (BEFORE.exec(line.slice(from, to))?.[0].length ?? 0)
  let end = to
  for (let found = BEHIND.exec(line.slice(start, end)); found && found[0] !== ''; ) {
    end = start + found.index
    found = BEHIND.exec(line.slice(start, end))
  }
  return end > start ? [{ start, end }] : []
}
