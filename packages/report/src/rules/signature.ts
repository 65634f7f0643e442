import {
  cite,
  citePlace,
  type DueDays,
  type LocalDate,
  localDate,
  reportDuty,
  yearOf,
} from '@gongkai/law'
import type { FormId } from '../form/layout.js'
import type { AnnualReport } from '../reading/annual-report.js'
import { officialDate, printedDate } from '../reading/printed-date.js'
import { halfWidth } from '../reading/to-cell.js'
import { levelOf } from './authority.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'
import { lastPlace, REPORT, stretch, wholePart } from './targets.js'

const BOTH: readonly FormId[] = ['2019', '2021']

// biome-ignore format: official table
export const SIGNATURE_RULES: readonly ReportRule[] = [
  {
    code: 'STR-08',
    states: '报告末尾署发布机关名称和成文日期，日期写作“2024年1月20日”',
    basis: [citePlace('GB-9704-2012', '发文机关署名、成文日期'), cite('OGI-2019', 49)],
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ part: 'signature', text: '云岭县财政局\n2024-01-20' }] },
    check: ({ report }) => signature(report),
  },
  {
    code: 'PUB-01',
    states: '部门的报告于次年1月31日前、人民政府的报告于次年3月31日前公布',
    basis: [cite('OGI-2019', 49)],
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [], publishedOn: localDate('2024-01-31') },
    fails: { form: '2021', changes: [{ part: 'signature', text: '云岭县财政局\n2024年2月1日' }], publishedOn: localDate('2024-02-01') },
    check: publishedInTime,
  },
]

function signature(report: AnnualReport): Outcome[] {
  const text = report.signature
  if (!text?.trim()) {
    return [found(REPORT, '报告末尾没有署名和成文日期，请补充。', { near: lastPlace(report) })]
  }
  const whole = wholePart(report, 'signature')
  const printed = printedDate(text)
  if (!printed) return [found(whole, '落款没有成文日期，请补充年月日。', { says: text })]
  const target = stretch('signature', printed.start, printed.start + printed.text.length)
  const name = text.replace(printed.text, '').replace(/[\s\p{P}]/gu, '')
  const outcomes = name ? [] : [found(whole, '落款没有署机关名称，请补充。', { says: text })]
  if (printed.date === null) {
    const what = printed.style === 'partial' ? '不完整，请写明年月日' : '不是有效日期，请核对'
    return [
      ...outcomes,
      found(target, `成文日期“${printed.text}”${what}。`, { says: printed.text }),
    ]
  }
  const shouldBe = officialDate(printed.date)
  // GB/T 9704: no zeros before month and day.
  const hasZeros = printed.style === 'official' && /[年月]\s*0/.test(halfWidth(printed.text))
  if (printed.style !== 'other' && !hasZeros) return outcomes
  const message = `成文日期“${printed.text}”书写不规范，应为“${shouldBe}”。`
  return [...outcomes, found(target, message, { says: printed.text, shouldBe })]
}

/** The day of publication decides; a day of signing past the last day proves lateness, one before it proves nothing. */
function publishedInTime(given: Given): readonly Outcome[] {
  const { report } = given
  const publishedOn = given.publishedOn ?? report.publishedOn
  const day = publishedOn ?? report.signedOn
  if (day === null) return [lacking('没有公布日期和落款日期，无法核对公布时限。')]
  if (report.year === null) return [lacking('报告年度不明，无法确定公布时限。')]
  if (report.year < 2008 || report.year > yearOf(day)) {
    return [lacking(`报告年度${report.year}年与日期${officialDate(day)}不相称，无法核对公布时限。`)]
  }
  const due = given.due ?? statutory(lastDay(given, report.year, day))
  if (due === null) return [lacking('机关名称不明或不能表明是部门还是人民政府，无法确定公布时限。')]
  const isPublished = publishedOn !== null
  if (day > due.statutoryDueOn) return [late(given, day, due.statutoryDueOn, isPublished)]
  if (day > due.dueOn) return [lateHere(given, day, due, isPublished)]
  if (isPublished) return []
  return [
    lacking(
      `落款日期${officialDate(day)}不晚于公布时限${officialDate(due.dueOn)}，但公布日期不详，请核对公布日期。`,
    ),
  ]
}

/** Where the name does not tell whose report it is, the day still decides when it is before both days or after both. */
function lastDay(
  { report, authority }: Given,
  reportYear: number,
  day: LocalDate,
): LocalDate | null {
  const name = authority ?? report.authority
  const level = name === null ? null : levelOf(name)
  if (level) return reportDuty({ level, reportYear }).dueOn
  const early = reportDuty({ level: 'department', reportYear }).dueOn
  const late = reportDuty({ level: 'government', reportYear }).dueOn
  return day <= early ? early : day > late ? late : null
}

function statutory(day: LocalDate | null): DueDays | null {
  return day && { dueOn: day, statutoryDueOn: day, localNotice: null }
}

/** A page may carry a later day because the site was moved: only with a signature in time that is less than sure. */
function late(given: Given, day: LocalDate, dueOn: LocalDate, isPublished: boolean): Outcome {
  const than = `晚于公布时限${officialDate(dueOn)}`
  return lateThan(given, day, dueOn, isPublished, than, { severity: 'error' })
}

/** An earlier day of the area is no day of the Regulation: to be late by it breaks the area's notice and not Article 49. */
function lateHere(
  given: Given,
  day: LocalDate,
  { dueOn, statutoryDueOn, localNotice }: DueDays,
  isPublished: boolean,
): Outcome {
  const than = `未超过法定的公布时限${officialDate(statutoryDueOn)}，但晚于本地规定的时限${officialDate(dueOn)}`
  const basis = localNotice ?? '本地规定的公布时限'
  return lateThan(given, day, dueOn, isPublished, than, { severity: 'warning', basis })
}

const MILDER = { error: 'warning', warning: 'note' } as const

function lateThan(
  { report }: Given,
  day: LocalDate,
  dueOn: LocalDate,
  isPublished: boolean,
  than: string,
  { severity, basis }: { readonly severity: 'error' | 'warning'; readonly basis?: string },
): Outcome {
  const signedInTime = report.signedOn !== null && report.signedOn <= dueOn
  const what = isPublished ? '公布' : '落款'
  const doubt = signedInTime
    ? `（落款日期${officialDate(report.signedOn)}在时限内，请核实是否为重新发布）`
    : ''
  const printed = report.signature && !isPublished ? printedDate(report.signature) : null
  const target = printed
    ? stretch('signature', printed.start, printed.start + printed.text.length)
    : REPORT
  return found(target, `报告${what}日期为${officialDate(day)}，${than}${doubt}。`, {
    severity: signedInTime ? MILDER[severity] : severity,
    near: lastPlace(report),
    says: printed?.text ?? null,
    ...(basis !== undefined && { basis }),
  })
}
