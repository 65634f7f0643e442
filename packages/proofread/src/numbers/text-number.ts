import type { FlatText } from './flat-text.js'
import { chineseValue } from './numeral.js'

/** A number of a sentence that counts or measures something. Offsets are those of the flat text of its part. */
export type TextNumber = {
  readonly start: number
  /** After the unit, where there is one. */
  readonly end: number
  readonly value: number
  /** The weight of the last printed digit: 0.1 for 7.3%, 1000 for 2.5万次. */
  readonly step: number
  /** Money keeps 万元 and 亿元; other counts are multiplied out. */
  readonly unit: string | null
  /** 约, 近, 余 … stand with it. */
  readonly fuzzy: boolean
}

// Longest first. 工作日, 天, 年 and the like are here so that they are not taken for a count.
const UNIT =
  '个工作日|工作日|个百分点|百分点|个小时|小时|分钟|个月|人次|场次|批次|件次|条次|篇次|万余元|亿余元|万元|亿元|元|件|条|次|个|篇|期|人|名|家|份|例|起|宗|场|项|部|张|幅|册|批|类|栏|处|户|所|座|组|位|版|则|块|%|‰|倍|天|日|年|月|周|字|亩|分'
// No numeral in characters is longer; a run of any length would be tried from each of its characters.
const CHINESE = '[零〇一二两三四五六七八九十百千万亿]{1,24}'

// What holds digits and counts nothing: dates, document numbers, ordinals, telephone numbers, names in letters, item marks.
const NO_COUNT = [
  '[A-Za-z][A-Za-z0-9.：/@_?=&%+-]*',
  '[〔［【\\[（]?(?:19|20)\\d{2}[〕］】\\]）]第?\\d+号?',
  '(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}日?',
  '(?:19|20)\\d{2}[-—－~～至]+(?:19|20)\\d{2}年?',
  '(?:19|20)\\d{2}年度?',
  '[〇零一二三四五六七八九]{4}年',
  '\\d{1,2}月份?(?:\\d{1,2}[日号])?(?:[-—－~～至]+\\d{1,2}[月日]\\d{0,2}日?)?',
  '\\d{1,2}[:：]\\d{2}',
  `第(?:\\d+|${CHINESE})[^\\d，。；]?`,
  '邮政?编码?：?\\d{6}',
  '\\d+号',
  '0\\d{2,3}[-—－]\\d{7,8}',
  '1[3-9]\\d{9}',
  '\\d{3,4}-\\d{3,}',
  '12345(?=[^\\d条件次个篇])',
  '（(?:\\d{1,2}|[一二三四五六七八九十]{1,3})）',
  '(?<=^|\\n)\\d{1,2}[.、](?!\\d)',
  '[一二三四五六七八九十]{1,3}是',
  '“[^”]{0,12}”',
]

const TOKEN = new RegExp(
  `(?=[\\dA-Za-z零〇一二两三四五六七八九十百千万亿第邮（〔［【\\[“])(?:(?:${NO_COUNT.join('|')})|(?<arabic>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<times>[万亿](?![余多]?元))?(?<more>[余多])?(?<unit>${UNIT})?(?<tail>[余多])?|(?<chinese>${CHINESE})(?<cmore>[余多])?(?<cunit>${UNIT}))`,
  'g',
)

/** 一个, 一次, 一条 are an article more often than a count; they count after one of these. */
const COUNTED = /(?:共|共计|合计|收到|受理|办理|答复|办结|发生|仅|为|有|计)$/
const VAGUE = /(?:约|近|大约|将近|接近|左右|上下|超|超过|逾|不到|不足|至少|以上)$/
const VAGUE_AFTER = /^(?:左右|上下|以上|以内)/

/** Every number of a flat text that counts or measures, in order. */
export function numbersIn({ text }: FlatText): TextNumber[] {
  const found: TextNumber[] = []
  for (const match of text.matchAll(TOKEN)) {
    const number = match.groups && numberOf(match.groups, match, text)
    if (number) found.push(number)
  }
  return found
}

/** How far the true value may lie from the printed one: counts are exact, 2.3万 and 12.5万元 are rounded. */
export function slackOf({ step, unit }: TextNumber): number {
  return step === 1 && unit !== '万元' ? 0 : step / 2
}

type Groups = Partial<
  Record<'arabic' | 'times' | 'more' | 'unit' | 'tail' | 'chinese' | 'cmore' | 'cunit', string>
>

function numberOf(groups: Groups, match: RegExpMatchArray, text: string): TextNumber | null {
  const { arabic, chinese } = groups
  if (!arabic && !chinese) return null
  const start = match.index ?? 0
  const end = start + match[0].length
  const before = text.slice(Math.max(0, start - 4), start)
  if (chinese === '一' && !COUNTED.test(before)) return null
  if (chinese && /[^，。；：、（\n\u4e00-\u9fff]$/.test(before)) return null
  const measured = arabic
    ? arabicValue(arabic, groups.times)
    : { value: chineseValue(chinese ?? ''), step: 1 }
  const more = groups.more ?? groups.tail ?? groups.cmore
  const unit = (groups.unit ?? groups.cunit ?? null)?.replace('余', '') ?? null
  const fuzzy =
    more !== undefined || VAGUE.test(before) || VAGUE_AFTER.test(text.slice(end, end + 2))
  return { start, end, ...measured, unit, fuzzy }
}

function arabicValue(digits: string, times: string | undefined): { value: number; step: number } {
  const factor = times === '万' ? 1e4 : times === '亿' ? 1e8 : 1
  const decimals = digits.split('.')[1]?.length ?? 0
  const value = Number(digits.replaceAll(',', ''))
  return { value: factor === 1 ? value : Math.round(value * factor), step: factor / 10 ** decimals }
}
