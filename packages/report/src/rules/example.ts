import { localDate } from '@gongkai/law'
import { cellKey, FORMS } from '../form/forms.js'
import type { CellSpec, FormId } from '../form/layout.js'
import { SECTIONS } from '../form/sections.js'
import { type AnnualReport, type PartKey, type Trace, textParts } from '../reading/annual-report.js'
import type { Cell } from '../reading/cell.js'
import { specOf } from '../reading/cells.js'
import { printedDate } from '../reading/printed-date.js'
import { toCell, unreadCell } from '../reading/to-cell.js'
import { type CheckResult, check } from './check.js'
import type { Change, ExampleSpec, ReportExample, ReportRule } from './rule.js'

/** The year of an example report that names none: one of the form's own. */
const YEARS: Readonly<Record<FormId, number>> = { '2019': 2020, '2021': 2023 }

/**
 * An invented report without a fault, with `changes`. Its tables continue themselves from year to year.
 * Texts stand one paragraph a line, cells by table, row and column.
 */
export function exampleReport(
  form: FormId,
  changes: readonly Change[],
  year: number = YEARS[form],
): AnnualReport {
  const changed = changes.reduce(applyChange, cleanReport(form, year))
  return { ...changed, trace: traceOf(changed) }
}

/** Runs one rule on one of its examples. A year that is not named for last year's report is the year before. */
export function runExample(rule: ReportRule, example: ReportExample): CheckResult {
  const report = build(example)
  const previous = example.previous && build({ year: (report.year ?? 0) - 1, ...example.previous })
  const context = {
    previous: previous ?? null,
    authority: null,
    publishedOn: example.publishedOn ?? null,
    subordinates: example.subordinates?.map(build) ?? null,
  }
  return check(report, context, [rule])
}

function build({ form, changes, year }: ExampleSpec): AnnualReport {
  return exampleReport(form, changes, year)
}

function applyChange(report: AnnualReport, change: Change): AnnualReport {
  if ('reading' in change) return { ...report, ...change.reading }
  if ('part' in change) return withPart(report, change.part, change.text)
  const [table, row, column] = change.cell
  const key = cellKey({ table, row, column })
  const cells = report.cells.map((cell) => {
    if (cellKey(cell) !== key) return cell
    const spec = specOf(report.form as FormId, cell) as CellSpec
    return change.printed === null
      ? unreadCell(spec, null, cell.at)
      : toCell(spec, change.printed, cell.at, false)
  })
  return { ...report, cells }
}

function withPart(report: AnnualReport, part: PartKey, text: string | null): AnnualReport {
  if (part === 'title') return { ...report, title: text }
  if (part === 'intro') return { ...report, intro: text ?? '' }
  if (part === 'signature') {
    return { ...report, signature: text, signedOn: printedDate(text ?? '')?.date ?? null }
  }
  const [kind, no] = part.split('/')
  const sections = report.sections.flatMap((section) => {
    if (section.no !== no) return [section]
    if (text === null) return []
    if (kind === 'section') return [{ ...section, text }]
    return [{ ...section, heading: text, title: text.replace(/^[^、]*、/, '') }]
  })
  return { ...report, sections }
}

/** A line for each paragraph, in printed order. */
function traceOf(report: AnnualReport): Trace[] {
  let line = 0
  return textParts(report).flatMap(({ part, text }) => {
    let start = 0
    return text.split('\n').map((paragraph) => {
      line += 1
      const end = start + paragraph.length
      const at = {
        kind: 'line',
        line,
        column: 1,
        endLine: line,
        endColumn: paragraph.length + 1,
      } as const
      const stretch = { part, start, end, at }
      start = end + 1
      return stretch
    })
  })
}

const AUTHORITY = '云岭县财政局'

function cleanReport(form: FormId, year: number): AnnualReport {
  const signedOn = localDate(`${year + 1}-01-20`)
  return {
    form,
    title: `${AUTHORITY}${year}年政府信息公开工作年度报告`,
    authority: AUTHORITY,
    year,
    intro: introOf(form, year),
    sections: SECTIONS.map(({ no, title }) => ({
      no,
      title,
      heading: `${no}、${title}`,
      text: TEXTS[no] ?? '',
    })),
    cells: cellsOf(form),
    signature: `${AUTHORITY}\n${year + 1}年1月20日`,
    signedOn,
    publishedOn: localDate(`${year + 1}-01-22`),
    figures: [],
    labels: [],
    residue: [],
    problems: [],
    trace: [],
  }
}

function introOf(form: FormId, year: number): string {
  const letter =
    form === '2019'
      ? '格式（试行）》（国办公开办函〔2019〕60号）'
      : '格式》（国办公开办函〔2021〕30号）'
  return [
    `本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告${letter}编制。`,
    `全文由${SECTIONS.map(({ title }) => title).join('、')}六个部分组成。`,
    `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
  ].join('')
}

const TEXTS: Readonly<Record<string, string>> = {
  一: [
    '（一）主动公开情况。全年在县政府门户网站主动公开政府信息186条，其中财政预决算信息52条。',
    '（二）依申请公开情况。全年新收政府信息公开申请6件，上年结转1件，办结6件，结转下年度1件。',
    '（三）政府信息管理情况。严格执行先审查、后公开的要求，逐条审核拟公开的信息。',
    '（四）政府信息公开平台建设情况。维护政府信息公开专栏，及时更新公开指南和公开目录。',
    '（五）监督保障情况。举办业务培训2次；全年没有因政府信息公开工作被追究责任的情况。',
  ].join('\n'),
  五: [
    '存在的主要问题：一是财政政策解读的形式比较单一。二是科室人员的业务能力有待提高。',
    '改进情况：一是丰富政策解读方式，制作图解12期。二是加强业务培训，将公开工作纳入新进人员必修课程。',
  ].join('\n'),
  六: '本年度没有发出信息处理费收费通知，没有收取信息处理费。无其他需要报告的事项。',
}

function cellsOf(form: FormId): Cell[] {
  return FORMS[form].cells.map((spec, _, cells) => {
    const inTable = cells.filter(({ table }) => table === spec.table)
    const rows = [...new Set(inTable.map(({ row }) => row))]
    const columns = inTable.filter(({ row }) => row === spec.row)
    const at = {
      kind: 'table',
      table: TABLE_NUMBERS[spec.table],
      row: rows.indexOf(spec.row) + 1,
      column: columns.indexOf(spec) + 1,
    } as const
    return toCell(spec, PRINTED[cellKey(spec)] ?? '0', at, false)
  })
}

const TABLE_NUMBERS = { proactive: 1, requests: 2, remedies: 3 } as const

/** What is not zero in the tables. Every year is like the one before, so that all that is carried over agrees. */
// biome-ignore format: table
const PRINTED: Readonly<Record<string, string>> = {
  'proactive|规范性文件|本年新制作数量': '2',
  'proactive|规范性文件|本年新公开数量': '2',
  'proactive|规范性文件|对外公开总数量': '10',
  'proactive|行政规范性文件|本年制发件数': '1',
  'proactive|行政规范性文件|本年废止件数': '1',
  'proactive|行政规范性文件|现行有效件数': '12',
  'proactive|行政许可|上一年项目数量': '20',
  'proactive|行政许可|处理决定数量': '120',
  'proactive|行政许可|本年处理决定数量': '120',
  'proactive|行政处罚|上一年项目数量': '8',
  'proactive|行政处罚|处理决定数量': '3',
  'proactive|行政处罚|本年处理决定数量': '3',
  'proactive|行政事业性收费|上一年项目数量': '4',
  'proactive|行政事业性收费|本年收费金额（单位：万元）': '16.25',
  'requests|一|自然人': '5',
  'requests|一|商业企业': '1',
  'requests|一|总计': '6',
  'requests|二|自然人': '1',
  'requests|二|总计': '1',
  'requests|三（一）|自然人': '4',
  'requests|三（一）|商业企业': '1',
  'requests|三（一）|总计': '5',
  'requests|三（四）1|自然人': '1',
  'requests|三（四）1|总计': '1',
  'requests|三（七）|自然人': '5',
  'requests|三（七）|商业企业': '1',
  'requests|三（七）|总计': '6',
  'requests|四|自然人': '1',
  'requests|四|总计': '1',
  'remedies|行政复议|结果维持': '1',
  'remedies|行政复议|总计': '1',
}
