import { cite, citePlace } from '@gongkai/law'
import type { FormId } from '../form/layout.js'
import { SECTIONS } from '../form/sections.js'
import type { AnnualReport, Section } from '../reading/annual-report.js'
import { halfWidth } from '../reading/to-cell.js'
import { found, type Outcome, type ReportRule } from './rule.js'
import { REPORT, stretch, wholePart } from './targets.js'

const BOTH: readonly FormId[] = ['2019', '2021']

const SIX_PARTS = [
  cite('OGI-2019', 50),
  citePlace('REPORT-FORMAT-2019', '附件 一至六'),
  citePlace('REPORT-FORMAT-2021', '附件 一至六'),
]

/** Longer wordings of a heading that are in official use besides the form's. */
const ALSO_OFFICIAL: readonly string[] = ['因政府信息公开工作被申请行政复议、提起行政诉讼情况']

// biome-ignore format: official table
export const HEADING_RULES: readonly ReportRule[] = [
  {
    code: 'STR-01',
    states: '报告由六部分组成，依次以“一、”至“六、”编号',
    basis: SIX_PARTS,
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ part: 'heading/一', text: '1、总体情况' }] },
    check: ({ report }) => [...missingSections(report), ...misplacedSections(report), ...extraSections(report), ...report.sections.filter(isOfficial).flatMap(numberOf)],
  },
  {
    code: 'STR-03',
    states: '六部分的标题使用格式规定的文字',
    basis: SIX_PARTS,
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [{ part: 'heading/四', text: '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况' }] },
    fails: { form: '2021', changes: [{ part: 'heading/四', text: '四、政府信息公开行政复议、行政诉讼情况（无）' }] },
    check: ({ report }) => report.sections.filter(isOfficial).flatMap(wordsOf),
  },
]

/** Words alone: without blanks, widths, kinds of comma, and a stop at the end. */
function plainWords(text: string): string {
  return halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[,、]/g, ',')
    .replace(/[:.。]+$/, '')
}

/** The official title of a section. */
export function officialTitle(no: Section['no']): string {
  return SECTIONS.find((one) => one.no === no)?.title ?? ''
}

function missingSections(report: AnnualReport): Outcome[] {
  const missing = SECTIONS.filter(({ no }) => !report.sections.some((one) => one.no === no))
  if (missing.length === 0) return []
  const names = missing.map(({ no, title }) => `“${no}、${title}”`).join('、')
  return [found(REPORT, `缺少${names}部分，请按格式补充。`, { near: report.trace[0]?.at ?? null })]
}

function misplacedSections(report: AnnualReport): Outcome[] {
  const order = report.sections.map(({ no }) => SECTIONS.findIndex((one) => one.no === no))
  return report.sections.flatMap((section, i) => {
    if (i === 0 || (order[i] ?? 0) > (order[i - 1] ?? 0)) return []
    const message = `“${section.heading.trim()}”的位置不对，六部分应当依次为一至六。`
    return [found(wholePart(report, `heading/${section.no}`), message, { says: section.heading })]
  })
}

function extraSections({ sections }: AnnualReport): Outcome[] {
  return sections
    .filter((section) => !isOfficial(section))
    .map(({ no, heading }) => {
      const message = `“${heading.trim()}”是格式六部分以外的部分，请并入相应部分。`
      return found(stretch(`heading/${no}`, 0, heading.length), message, { says: heading })
    })
}

function isOfficial({ no }: Section): boolean {
  return SECTIONS.some((one) => one.no === no)
}

// The number may stand in blanks; behind it the form has 、.
const OFFICIAL_NUMBER = /^\s*([一二三四五六])\s*、/
const OTHER_MARK = /^\s*([一二三四五六])\s*[.．,，:：\s]/

function numberOf(section: Section): Outcome[] {
  const { no, heading } = section
  if (OFFICIAL_NUMBER.exec(heading)?.[1] === no) return []
  const shouldBe = `${no}、${section.title.trim()}`
  const target = stretch(`heading/${no}`, 0, heading.length)
  const severity = OTHER_MARK.exec(heading)?.[1] === no ? 'warning' : 'error'
  const message = `标题“${heading.trim()}”的序号不规范，应为“${no}、”。`
  return [found(target, message, { severity, says: heading, shouldBe })]
}

function wordsOf({ no, title, heading }: Section): Outcome[] {
  const official = officialTitle(no)
  const accepted = [official, ...ALSO_OFFICIAL].map(plainWords)
  if (accepted.includes(plainWords(title))) return []
  const start = Math.max(0, heading.indexOf(title))
  const end = start + title.length
  const message = `标题“${title.trim()}”与格式规定的“${official}”不一致，请使用规定的标题。`
  return [found(stretch(`heading/${no}`, start, end), message, { says: title, shouldBe: official })]
}
