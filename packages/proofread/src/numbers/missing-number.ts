import { citePlace, type Severity } from '@gongkai/law'
import type { TextPart } from '../input.js'
import type { Draft, TextRule } from '../rule.js'
import { allMatches } from '../words/text.js'
import { afterLast, flatOf } from './flat-text.js'
import { draftOn, isNarrative } from './sentence.js'

/** NUM-05: a place that needs a number and has none. */
export const MISSING_NUMBER: TextRule = {
  code: 'NUM-05',
  states: '计数处应当写明数量',
  basis: [
    citePlace('REPORT-FORMAT-2019', '一、总体情况'),
    citePlace('REPORT-FORMAT-2021', '一、总体情况'),
  ],
  severity: 'error',
  forms: ['2019', '2021'],
  passes: { text: '依托政务新媒体共推送信息120条，方便群众查阅。' },
  fails: { text: '依托政务新媒体共推送信息，方便群众查阅。' },
  run: ({ parts }) => parts.filter(({ part }) => isNarrative(part)).flatMap(gapsIn),
}

/** One way of leaving a number out. The match is the place that is shown. */
type Gap = {
  readonly words: RegExp
  readonly severity: Severity
  readonly message: string
  /** What may stand in the clause and makes it right after all. */
  readonly unless?: RegExp
}

const VERB =
  '发布|公开|推送|收到|受理|办理|办结|答复|回复|印发|制发|制定|出台|召开|举办|开展|组织|报送|刊发|编发|接待|解读|上传|更新|采用'
const PUBLISH = '发布|公开|推送|收到|受理|办结|答复|刊发|编发|报送|上传'
const UNIT = '条|件|篇|次|期|份|万元|人次|余条|余件'
const NUMERAL = '\\n\\d零〇一二两三四五六七八九十百千万亿几数多若干余半'

const GAPS: readonly Gap[] = [
  {
    words: new RegExp(
      `(?<![公一总])(?:(?:总|一)?共计?|合计|总计)(?:主动)?(?:${PUBLISH})(?!力)(?:了)?[^，。；：、（${NUMERAL}]{0,14}(?=[，。；\\n]|$)`,
      'g',
    ),
    severity: 'error',
    message: '“共”后没有写明数量，请补上数字和单位',
    unless: /共同|共享|共建|公共|共识|共性|居|位列|排名|前列|领先|量$|次数|数量$/,
  },
  {
    words: new RegExp(
      `(?<![公一总])(?:(?:总|一)?共计|合计|总计|累计)(?:${VERB})(?!力)(?:了)?[^，。；：、（${NUMERAL}]{1,14}(?=[，。；\\n]|$)`,
      'g',
    ),
    severity: 'warning',
    message: '计数的词语后没有写明数量，请补上数字和单位',
    unless: /共同|共享|共建|公共|共识|共性|居|位列|排名|前列|领先|量$|次数|数量$/,
  },
  {
    words: new RegExp(
      `(?:${PUBLISH}|办理|制发|召开|举办|开展|组织)[^，。；：、（${NUMERAL}]{0,16}(?:信息|微博|微信|动态|解读|公告|申请|建议|提案|文件|会议|培训|活动|数据)(?:共|共计|为)?(?:条|篇|次|场|余条|余件)(?=[，。；、（\\n]|$)`,
      'g',
    ),
    severity: 'error',
    message: '单位前没有写明数量，请补上数字',
    unless: /按|逐|每|本次|该|首|历|多|此/,
  },
  {
    words: new RegExp(
      `(?:收到|受理|办理|办结|答复)[^，。；：、（${NUMERAL}]{0,14}(?:申请|建议|提案|复议|诉讼)件(?=[，。；、（\\n]|$)`,
      'g',
    ),
    severity: 'warning',
    message: '“件”前没有写明数量，请补上数字',
    unless: /未|没有|无|不|等|该|各|每|逐|信访|对|涉及|所/,
  },
  {
    words: new RegExp(
      `(?<![公一])(?:共计|共|合计|总计|数量为|总数为|达到|分别为)(?:${UNIT})(?=[，。；、（\\n]|$)`,
      'g',
    ),
    severity: 'error',
    message: '单位前没有写明数量，请补上数字',
  },
  {
    words: new RegExp(
      `(?:[XＸx×＊*]{2,}|[_＿]{2,}|[○〇□]{2,}|（[　 ]*）)(?=(?:余)?(?:${UNIT}|个|人|家|元|%|场|项|名))`,
      'g',
    ),
    severity: 'error',
    message: '占位符号没有换成数字，请填写',
  },
  {
    words: /(?:占(?:比|总数的|总量的)?|增长|下降|达到|率为)(?:约|为|达)?%/g,
    severity: 'error',
    message: '百分号前没有写明数值，请补上数字',
  },
]

const LONGEST_CLAUSE = 60

function gapsIn(part: TextPart): Draft[] {
  const flat = flatOf(part)
  return GAPS.flatMap(({ words, severity, message, unless }) =>
    allMatches(flat.text, words).flatMap(({ 0: match, index: start }) => {
      const lead = flat.text.slice(Math.max(0, start - LONGEST_CLAUSE), start)
      if (unless?.test(afterLast('，。；、\n', lead) + match)) return []
      return [draftOn({ part, flat }, [start, start + match.length], { severity, message })]
    }),
  ).filter(isFirstAtItsPlace)
}

function isFirstAtItsPlace(draft: Draft, index: number, all: readonly Draft[]): boolean {
  return !all.slice(0, index).some(({ start, end }) => start < draft.end && draft.start < end)
}
