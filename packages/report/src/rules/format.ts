import { citePlace, requiredForm } from '@gongkai/law'
import type { FormId } from '../form/layout.js'
import type { AnnualReport, LabelNote, Residue } from '../reading/annual-report.js'
import { TABLES } from '../reading/cells.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'
import { placeOfPart, REPORT, stretch } from './targets.js'

const BOTH: readonly FormId[] = ['2019', '2021']

const FORM_NAMES: Readonly<Record<FormId, string>> = {
  '2019': '国办公开办函〔2019〕60号格式',
  '2021': '国办公开办函〔2021〕30号格式',
}

const FORMATS = [citePlace('REPORT-FORMAT-2019', '附件'), citePlace('REPORT-FORMAT-2021', '附件')]

// biome-ignore format: official table
export const FORMAT_RULES: readonly ReportRule[] = [
  {
    code: 'FMT-01',
    states: '2019、2020年度报告使用2019年格式，2021年度起使用2021年格式',
    basis: FORMATS,
    severity: 'error',
    forms: BOTH,
    passes: { form: '2019', changes: [] },
    fails: { form: '2019', year: 2022, changes: [] },
    check: formOfYear,
  },
  {
    code: 'FMT-02',
    states: '表格的行、列、名称和顺序与格式一致，不增不减',
    basis: FORMATS,
    severity: 'error',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ reading: { labels: [{ table: 'requests', label: '三、本年度办理结果', printed: '三、本年办理结果', kind: 'altered', at: null }] } }] },
    check: ({ report }) => report.labels.flatMap((note) => changedLabel(note, report)),
  },
  {
    code: 'FMT-03',
    states: '报告不夹带书签、导航、断行等转换残留',
    basis: FORMATS,
    severity: 'warning',
    forms: BOTH,
    passes: { form: '2021', changes: [] },
    fails: { form: '2021', changes: [{ reading: { residue: [{ kind: 'bookmark', text: '[bookmark: _GoBack]', at: null }] } }] },
    check: ({ report }) => [...brokenTitle(report), ...brokenLabels(report), ...brokenParagraphs(report), ...residues(report)],
  },
]

function formOfYear({ report, form }: Given): readonly Outcome[] {
  if (report.year === null) return [lacking('报告年度不明，无法核对应当使用的格式。')]
  const required = requiredForm(report.year)
  if (!required) return [lacking(`${report.year}年度没有全国统一格式，无法核对。`)]
  if (required.form === form) return []
  const message = `${report.year}年度报告应当使用${FORM_NAMES[required.form]}，现用的是${FORM_NAMES[form]}，请更换表格。`
  return [found(REPORT, message, { near: placeOfPart(report, 'heading/二') })]
}

// biome-ignore format: table
const CHANGED: Partial<Record<LabelNote['kind'], (label: string, printed: string) => string>> = {
  altered: (label, printed) => `“${printed}”应为“${label}”`,
  missing: (label) => `缺少“${label}”`,
  extra:   (_label, printed) => `“${printed}”是格式没有的行或列`,
  moved:   (label) => `“${label}”的位置与格式不符`,
}

function changedLabel(
  { kind, label, printed, table, at }: LabelNote,
  report: AnnualReport,
): Outcome[] {
  const fault = CHANGED[kind]?.(label, printed.trim())
  if (!fault) return []
  const { name, section } = TABLES[table]
  const near = at ?? placeOfPart(report, `heading/${section}`)
  const shouldBe = kind === 'altered' ? label : null
  return [
    found(REPORT, `${name}：${fault}，请按格式更正。`, { near, says: printed || null, shouldBe }),
  ]
}

// A blank between two Chinese characters; one beside a number is typesetting.
const BLANK_IN_WORDS = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u

function brokenTitle({ title }: AnnualReport): Outcome[] {
  const blank = BLANK_IN_WORDS.exec(title ?? '')
  if (!title || !blank) return []
  const target = stretch('title', 0, title.length)
  const message = '标题的文字之间夹有空格或换行，请删除。'
  return [found(target, message, { severity: 'note', says: title })]
}

// biome-ignore format: table
const BROKEN = [
  { kind: 'residue', what: '夹带无关字符', severity: 'warning' },
  { kind: 'broken',  what: '被换行断开',   severity: 'note' },
  { kind: 'spaced',  what: '夹有空格',     severity: 'note' },
] as const

function brokenLabels({ labels }: AnnualReport): Outcome[] {
  return (['proactive', 'requests', 'remedies'] as const).flatMap((table) =>
    BROKEN.flatMap(({ kind, what, severity }) => {
      const notes = labels.filter((note) => note.table === table && note.kind === kind)
      const [first] = notes
      if (!first) return []
      const message = `${TABLES[table].name}有${notes.length}处栏目名称${what}，如“${oneLine(first.printed)}”，请按格式更正。`
      return [found(REPORT, message, { severity, near: first.at, says: first.printed })]
    }),
  )
}

function brokenParagraphs({ residue }: AnnualReport): Outcome[] {
  return residue
    .filter(({ kind }) => kind === 'broken-paragraph')
    .map(({ text, at }) =>
      found(REPORT, `段落在“${oneLine(text)}”处被换行断开，请接上。`, { near: at, says: text }),
    )
}

// Page numbers belong to paper, and the page's own particulars to the page: no fault of the report.
// biome-ignore format: table
const RESIDUES = [
  { kind: 'bookmark',         what: '文字处理软件的书签等残留', severity: 'warning' },
  { kind: 'navigation',       what: '网页导航文字',             severity: 'note' },
  { kind: 'other',            what: '与报告无关的文字',         severity: 'note' },
] as const satisfies readonly { kind: Residue['kind']; what: string; severity: string }[]

function residues({ residue }: AnnualReport): Outcome[] {
  return RESIDUES.flatMap(({ kind, what, severity }) => {
    const pieces = residue.filter((piece) => piece.kind === kind)
    const [first] = pieces
    if (!first) return []
    const message = `有${pieces.length}处${what}，如“${oneLine(first.text)}”，请清除。`
    return [found(REPORT, message, { severity, near: first.at, says: first.text })]
  })
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}
