import { cite, citePlace } from '@gongkai/law'
import type { FormId } from '../form/layout.js'
import { SECTIONS } from '../form/sections.js'
import { type AnnualReport, textParts } from '../reading/annual-report.js'
import { halfWidth } from '../reading/to-cell.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'
import { placeOfPart, REPORT, stretch } from './targets.js'

const BOTH: readonly FormId[] = ['2019', '2021']

// biome-ignore format: official table
export const INTRO_RULES: readonly ReportRule[] = [
  {
    code: 'STR-04',
    states: '引言列举的组成部分，与正文各部分的数量、名称一致',
    basis: [cite('OGI-2019', 50), citePlace('REPORT-FORMAT-2021', '附件 一至六')],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [{ part: 'intro', text: '全文包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况和其他需要报告的事项。' }] },
    fails: { form: '2021', changes: [{ part: 'intro', text: '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况五部分组成。' }] },
    check: ({ report }) => promises(report),
  },
  {
    code: 'STR-09',
    states: '报告写明数据的统计期限，为报告年度1月1日至12月31日',
    basis: [cite('OGI-2019', 49), citePlace('REPORT-FORMAT-2021', '附件')],
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ part: 'intro', text: '本报告所列数据的统计期限为2022年1月1日至2022年12月31日。' }] },
    check: period,
  },
]

type OfficialNo = (typeof SECTIONS)[number]['no']

/** How an intro speaks of a section under another name. */
// biome-ignore format: table
const SPOKEN_OF: Readonly<Record<OfficialNo, RegExp>> = {
  一: /总体情况|基本情况|概述|概况/,
  二: /主动公开/,
  三: /申请/,
  四: /复议|诉讼/,
  五: /问题|改进/,
  六: /其[他它].{0,6}事项|需要(?:报告|说明)|其[他它]情况/,
}

const LIST = /(?:包括|包含|涵盖|分为|内容为|由)([^。\n]{20,400})/g
const COUNT = /(?<!第)([三四五六七八九十]|\d{1,2})\s*个?大?部分/

function promises(report: AnnualReport): Outcome[] {
  const list = [...report.intro.matchAll(LIST)].find(([text]) => listsParts(text))
  if (!list) return []
  const [text] = list
  const target = stretch('intro', list.index, list.index + text.length)
  const printed = SECTIONS.map(({ no }) => no).filter((no) => isPrinted(report, no))
  const isOpen = text.includes('等') && [null, printed.length].includes(countOf(text))
  const faults = brokenPromises(report, text, isOpen ? [] : printed)
  if (faults.length > 0) {
    return [found(target, `引言列举的组成部分与正文不符：${faults.join('；')}。`, { says: text })]
  }
  const renamed = printed.filter((no) => !isOpen && !isNamed(report, text, no))
  if (renamed.length === 0) return []
  const message = `引言列举的名称与正文标题不一致：${quoted(renamed)}，请统一。`
  return [found(target, message, { severity: 'note', says: text })]
}

/** Whether the words list the parts of a report, and not the kinds of its data: the first part and two more. */
function listsParts(text: string): boolean {
  return (
    SPOKEN_OF.一.test(text) && SECTIONS.filter(({ no }) => SPOKEN_OF[no].test(text)).length >= 3
  )
}

/** Where number or parts differ; `due`: the parts that the list must speak of. */
function brokenPromises(report: AnnualReport, text: string, due: readonly OfficialNo[]): string[] {
  const counted = countOf(text)
  const printed = report.sections.length
  const left = due.filter((no) => !SPOKEN_OF[no].test(text))
  const absent = SECTIONS.map(({ no }) => no).filter(
    (no) => !isPrinted(report, no) && isNamed(report, text, no),
  )
  return [
    ...(counted !== null && counted !== printed
      ? [`称有${counted}部分，正文有${printed}部分`]
      : []),
    ...(left.length > 0 ? [`没有列出${quoted(left)}`] : []),
    ...(absent.length > 0 ? [`列出的${quoted(absent)}在正文中没有`] : []),
  ]
}

function isPrinted({ sections }: AnnualReport, no: OfficialNo): boolean {
  return sections.some((one) => one.no === no)
}

/** Whether the list gives a part its official name or the one that is printed over it. */
function isNamed({ sections }: AnnualReport, text: string, no: OfficialNo): boolean {
  return [...SECTIONS, ...sections]
    .filter((one) => one.no === no)
    .some(({ title }) => bare(text).includes(bare(title)))
}

/** Without what an enumeration may change: blanks, commas, and the words for “and”. */
function bare(text: string): string {
  return text.replace(/[\s、，,；;和及与]/g, '')
}

function quoted(sections: readonly OfficialNo[]): string {
  return sections.map((no) => `“${no}、${SECTIONS.find((one) => one.no === no)?.title}”`).join('、')
}

function countOf(text: string): number | null {
  const count = COUNT.exec(text)?.[1]
  if (count === undefined) return null
  return /\d/.test(count) ? Number(count) : '三四五六七八九十'.indexOf(count) + 3
}

// From 1 January to 31 December, the second year left out or 当年; blanks are removed before.
const PERIOD =
  /(?<!\d)(?:(\d{4})年)?1月1日[^。；]{0,8}?(?:至|到|—|–|-|~|～)[^。；]{0,8}?(?:(\d{4})年)?12月31日/g
const OF_DATA = /统计|数据|期限|时限|报告/

function period({ report }: Given): readonly Outcome[] {
  const periods = textParts(report).flatMap(({ part, text }) =>
    periodsIn(text).map((one) => ({ part, ...one })),
  )
  if (periods.length === 0) {
    const near = placeOfPart(report, 'intro') ?? placeOfPart(report, 'title')
    const message = '没有写明数据的统计期限，宜在引言中写明“统计期限为报告年度1月1日至12月31日”。'
    return [found(REPORT, message, { severity: 'note', near })]
  }
  const { year } = report
  if (year === null) return [lacking('报告年度不明，无法核对统计期限。')]
  return periods
    .filter((one) => one.isOfData && one.years.some((other) => other !== year))
    .map(({ part, start, end, says }) =>
      found(
        stretch(part, start, end),
        `统计期限“${says}”不是报告年度${year}年1月1日至12月31日，请核对。`,
        { says },
      ),
    )
}

type Period = {
  readonly start: number
  readonly end: number
  readonly says: string
  readonly years: readonly number[]
  /** Whether its sentence speaks of the data or the report, and not of some project. */
  readonly isOfData: boolean
}

// Most paragraphs name no December at all.
const DECEMBER = /[1１]\s*[2２]\s*月/

function periodsIn(text: string): Period[] {
  if (!DECEMBER.test(text)) return []
  const plain = halfWidth(text).replace(/\s+/g, '')
  const origin = Array.from(text.matchAll(/\S/g), ({ index }) => index)
  return Array.from(plain.matchAll(PERIOD), (match) => {
    const start = origin[match.index] ?? 0
    const end = (origin[match.index + match[0].length - 1] ?? 0) + 1
    return {
      start,
      end,
      says: text.slice(start, end),
      years: [match[1], match[2]].filter((year) => year !== undefined).map(Number),
      isOfData: OF_DATA.test(sentenceAt(plain, match.index)),
    }
  })
}

function sentenceAt(text: string, at: number): string {
  const end = text.indexOf('。', at)
  return text.slice(text.lastIndexOf('。', at) + 1, end < 0 ? text.length : end)
}
