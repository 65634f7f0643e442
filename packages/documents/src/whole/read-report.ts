import type {
  AnnualReport,
  LabelNote,
  PartKey,
  Problem,
  Residue,
  Section,
  Trace,
} from '@gongkai/report'
import { type Fragment, fragmentsOf, partOf } from '../align/fragments.js'
import { streamOf } from '../align/stream.js'
import type { Source } from '../source/source.js'
import { authorityName } from './authority.js'
import { detectForm } from './detect-form.js'
import { findHeadings, findPlainHeadings, type Heading } from './headings.js'
import { asResidue, isFooter, pageResidue, publishedOn } from './page-residue.js'
import { type Part, partOfFragments } from './paragraphs.js'
import { findSignature } from './signature.js'
import { readTables, type Tables } from './tables.js'
import { findTitle, type Title } from './title.js'

/** The first report year of the forms with the three tables (国办公开办函〔2019〕60号). */
const FIRST_FORM_YEAR = 2019

/**
 * An annual report from lines and grids: title, authority, year, form, sections, cells, signature, and
 * all that was left out or could not be read. What is no annual report comes back as `unknown`.
 */
export function readReport(source: Source): AnnualReport {
  const fragments = fragmentsOf(source.blocks)
  const six = findHeadings(fragments)
  const title = findTitle(fragments, six[0]?.fragment ?? fragments.length)
  const form = formOf(fragments, title, six)
  if (form === 'unknown') return unknownReport(source, fragments)
  const headings = form === 'before-2019' ? findPlainHeadings(fragments) : six
  const tables = form === 'before-2019' ? null : readTables(form, fragments, headings)
  const parts = partsOf(fragments, title, headings, tables)
  const inTables = tables ? [tables.proactive, tables.requests, tables.remedies] : []
  const intro = parts.text('intro') ?? ''
  const signature = parts.text('signature')
  const sections = sectionsOf(headings, parts)
  const narrative = [intro, ...sections.map(({ text }) => text)].join('\n')
  const printedTitle = title ? plainTitle(title.title) : null
  return {
    form,
    title: printedTitle,
    authority: authorityName(title?.authority ?? null, signature, narrative),
    year: title?.year ?? yearOf(narrative),
    intro,
    sections,
    cells: inTables.flatMap(({ cells }) => cells),
    signature,
    signedOn: parts.signedOn,
    publishedOn: publishedOn(fragments),
    figures: [],
    labels: inTables.flatMap(({ labels }) => labels) satisfies LabelNote[],
    residue: [...source.residue, ...parts.residue, ...inTables.flatMap(({ residue }) => residue)],
    problems: [...source.problems, ...problemsOf(form, title, headings, tables)],
    trace: parts.trace,
  }
}

function formOf(
  fragments: readonly Fragment[],
  title: Title | null,
  headings: readonly Heading[],
): AnnualReport['form'] {
  const form = detectForm(streamOf(fragments).chars, title?.year ?? null)
  if (form) return form
  if (!title && headings.length < 4) return 'unknown'
  if (title?.year && title.year < FIRST_FORM_YEAR) return 'before-2019'
  if (!title?.year && headings.length < 4) return 'unknown'
  return (title?.year ?? 0) > 2020 ? '2021' : '2019'
}

type Parts = {
  readonly text: (part: PartKey) => string | null
  readonly trace: readonly Trace[]
  readonly residue: readonly Residue[]
  readonly signedOn: AnnualReport['signedOn']
}

function partsOf(
  fragments: readonly Fragment[],
  title: Title | null,
  headings: readonly Heading[],
  tables: Tables | null,
): Parts {
  const inTable = tableMask(fragments.length, tables)
  const texts = new Map<PartKey, string>()
  const trace: Trace[] = []
  const residue: Residue[] = []
  const add = (key: PartKey, part: Part) => {
    texts.set(key, part.text)
    trace.push(...part.trace)
    residue.push(...part.residue)
  }
  const first = headings[0]?.fragment ?? fragments.length
  if (title) {
    residue.push(...asResidue(fragments.slice(0, title.from), 'navigation'))
    trace.push(...titleTrace(fragments, title))
  }
  const opening = fragments.slice(title ? title.to + 1 : 0, first)
  add('intro', partOfFragments('intro', kept(opening, residue)))
  let signedOn: Parts['signedOn'] = null
  headings.forEach((heading, i) => {
    const own = sectionFragments(fragments, heading, headings[i + 1], inTable)
    const isLast = i === headings.length - 1
    const ending = isLast ? withoutEnd(own, residue) : { body: own, end: null }
    const key = heading.no
    trace.push(headingTrace(fragments, heading))
    texts.set(`heading/${key}`, heading.heading)
    add(`section/${key}`, partOfFragments(`section/${key}`, kept(ending.body, residue)))
    if (!ending.end) return
    add('signature', partOfFragments('signature', ending.end.fragments))
    signedOn = ending.end.signedOn
  })
  return { text: (part) => texts.get(part) ?? null, trace, residue, signedOn }
}

function tableMask(length: number, tables: Tables | null): boolean[] {
  const mask = Array<boolean>(length).fill(false)
  for (const { region } of Object.values(tables ?? {})) {
    if (region) mask.fill(true, region[0], region[1] + 1)
  }
  return mask
}

/** The fragments of a section's own text, the rest of the heading's line first. */
function sectionFragments(
  fragments: readonly Fragment[],
  heading: Heading,
  next: Heading | undefined,
  inTable: readonly boolean[],
): Fragment[] {
  const own = fragments.slice(heading.fragment + 1, next?.fragment ?? fragments.length)
  const body = own.filter((_, i) => !inTable[heading.fragment + 1 + i])
  const line = fragments[heading.fragment]
  const rest = line?.text.slice(heading.end) ?? ''
  const skip = /^[\s。：:；;]*/.exec(rest)?.[0].length ?? 0
  if (!line || rest.length === skip) return body
  const from = heading.end + skip
  return [
    { ...line, text: line.text.slice(from), at: partOf(line.at, from, line.text.length) },
    ...body,
  ]
}

type Ending = {
  readonly body: readonly Fragment[]
  readonly end: {
    readonly fragments: readonly Fragment[]
    readonly signedOn: Parts['signedOn']
  } | null
}

/** Takes the page's footer and the signature block off the last section. */
function withoutEnd(own: readonly Fragment[], residue: Residue[]): Ending {
  const footer = own.findIndex(({ text }) => isFooter(text))
  const printed = footer < 0 ? own : own.slice(0, footer)
  if (footer >= 0) residue.push(...asResidue(own.slice(footer), 'navigation'))
  const signature = findSignature(printed)
  if (!signature) return { body: printed, end: null }
  residue.push(...asResidue(printed.slice(signature.to + 1), 'other'))
  const fragments = printed.slice(signature.from, signature.to + 1)
  return {
    body: printed.slice(0, signature.from),
    end: { fragments, signedOn: signature.signedOn },
  }
}

/** The fragments that belong to the report's text; the page's own lines go to `residue`. */
function kept(fragments: readonly Fragment[], residue: Residue[]): Fragment[] {
  return fragments.filter((fragment) => {
    const kind = pageResidue(fragment.text)
    if (kind) residue.push({ kind, text: fragment.text.trim(), at: fragment.at })
    return kind === null
  })
}

function sectionsOf(headings: readonly Heading[], parts: Parts): Section[] {
  return headings.map(({ no, title, heading }) => ({
    no,
    title,
    heading,
    text: parts.text(`section/${no}`) ?? '',
  }))
}

function headingTrace(fragments: readonly Fragment[], { no, fragment, heading }: Heading): Trace {
  const line = fragments[fragment] as Fragment
  const lead = line.text.length - line.text.trimStart().length
  const at = partOf(line.at, lead, lead + heading.length)
  return { part: `heading/${no}`, start: 0, end: heading.length, at }
}

function titleTrace(fragments: readonly Fragment[], { from, to }: Title): Trace[] {
  let start = 0
  return fragments.slice(from, to + 1).flatMap((line): Trace[] => {
    const text = line.text.trim()
    if (text === '') return []
    const length = plainTitle(text).length
    const lead = line.text.length - line.text.trimStart().length
    const at = partOf(line.at, lead, lead + text.length)
    start += length
    return [{ part: 'title', start: start - length, end: start, at }]
  })
}

/** A title without the blanks that a conversion leaves in it. */
function plainTitle(title: string): string {
  return title.replace(/[\s\u3000]+/g, '')
}

/** The year that the data period or the first sentence names. */
function yearOf(text: string): number | null {
  const [, period] = /(20\d\d)\s*年\s*1\s*月\s*1\s*日/.exec(text) ?? []
  const [, first] = /(20\d\d)\s*年/.exec(text) ?? []
  return period || first ? Number(period ?? first) : null
}

const TABLE_NAMES = {
  proactive: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  remedies: '政府信息公开行政复议、行政诉讼情况',
} as const

function problemsOf(
  form: AnnualReport['form'],
  title: Title | null,
  headings: readonly Heading[],
  tables: Tables | null,
): Problem[] {
  const problems: Problem[] = []
  if (form === 'before-2019') {
    problems.push({
      code: 'report.before-2019',
      at: null,
      message:
        '这是2019年以前格式的年度报告，没有现行格式的统计表；已列出各部分文字和其中的数字，未填写任何表格。',
    })
  }
  if (!title)
    problems.push({
      code: 'title.missing',
      at: null,
      message: '没有找到报告标题，请核对文件是否完整。',
    })
  if (headings.length === 0)
    problems.push({
      code: 'sections.missing',
      at: null,
      message: '没有找到“一、总体情况”等各部分标题，报告文字未能分部分列出。',
    })
  for (const [table, reading] of Object.entries(tables ?? {})) {
    problems.push(...reading.problems)
    if (reading.region) continue
    const name = TABLE_NAMES[table as keyof typeof TABLE_NAMES]
    problems.push({
      code: 'table.missing',
      at: null,
      message: `没有找到“${name}”表，该表各格均未读出；如表格是图片，请换用文字版文件。`,
    })
  }
  return problems
}

function unknownReport(source: Source, fragments: readonly Fragment[]): AnnualReport {
  const problem = {
    code: 'report.unknown',
    at: null,
    message:
      '没有认出政府信息公开工作年度报告的标题、各部分标题或统计表，请确认上传的是年度报告全文。',
  }
  return {
    form: 'unknown',
    title: null,
    authority: null,
    year: null,
    intro: '',
    sections: [],
    cells: [],
    signature: null,
    signedOn: null,
    publishedOn: publishedOn(fragments),
    figures: [],
    labels: [],
    residue: source.residue,
    problems: [...source.problems, problem],
    trace: [],
  }
}
