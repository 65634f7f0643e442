import type { AnnualReport, Figure, PartKey, Section, Trace } from '../reading/annual-report.js'
import type { Target } from '../reading/finding.js'
import { printedDate } from '../reading/printed-date.js'
import type { Correction } from './amendments.js'

export type TextCorrection = Correction & {
  readonly target: Extract<Target, { readonly kind: 'text' }>
}

/** Whether the correction is one of text. */
export function isText(correction: Correction): correction is TextCorrection {
  return correction.target.kind === 'text'
}

/** The report with one stretch of text replaced; what stands behind it in the same part moves along. */
export function replaceText(report: AnnualReport, correction: TextCorrection): AnnualReport {
  const { part, start, end } = correction.target
  const replace = (text: string) => text.slice(0, start) + correction.to + text.slice(end)
  const by = correction.to.length - (end - start)
  return {
    ...withPart(report, part, replace),
    trace: report.trace.map((one) => (one.part === part ? stretched(one, start, end, by) : one)),
    figures: report.figures.flatMap((one) =>
      one.part === part ? moved(one, start, end, by) : [one],
    ),
  }
}

/**
 * Where a stretch of the corrected text stood in the reading, for the next correction; null where it touches
 * a correction that is there already, which then is the one to change.
 */
export function inReading(
  target: TextCorrection['target'],
  corrections: readonly Correction[],
): TextCorrection['target'] | null {
  const earlier = corrections
    .filter(isText)
    .filter((one) => one.target.part === target.part)
    .toSorted((a, b) => a.target.start - b.target.start)
  let by = 0
  for (const one of earlier) {
    const start = one.target.start + by
    if (target.end <= start && target.start < start) break
    if (target.start < start + one.to.length || target.start === start) return null
    by += one.to.length - (one.target.end - one.target.start)
  }
  return { ...target, start: target.start - by, end: target.end - by }
}

/** A stretch that the replacement lies in grows with it; one behind it moves; one that ends inside ends before it. */
function stretched(trace: Trace, start: number, end: number, by: number): Trace {
  if (trace.end <= start && trace.start < trace.end) return trace
  if (trace.start >= end && trace.start > start) {
    return { ...trace, start: trace.start + by, end: trace.end + by }
  }
  const from = Math.min(trace.start, start)
  return { ...trace, start: from, end: Math.max(from, trace.end >= end ? trace.end + by : start) }
}

/** A number behind the replacement moves; one that it touches is no longer what was read. */
function moved(figure: Figure, start: number, end: number, by: number): Figure[] {
  if (figure.end <= start) return [figure]
  if (figure.start < end) return []
  return [{ ...figure, start: figure.start + by, end: figure.end + by }]
}

function withPart(
  report: AnnualReport,
  part: PartKey,
  replace: (text: string) => string,
): AnnualReport {
  if (part === 'title') return { ...report, title: replace(report.title ?? '') }
  if (part === 'intro') return { ...report, intro: replace(report.intro) }
  if (part === 'signature') {
    const signature = replace(report.signature ?? '')
    return { ...report, signature, signedOn: printedDate(signature)?.date ?? null }
  }
  const [kind, no] = part.split('/')
  const change = kind === 'heading' ? withHeading : withText
  const sections = report.sections.map((one) => (one.no === no ? change(one, replace) : one))
  return { ...report, sections }
}

function withText(section: Section, replace: (text: string) => string): Section {
  return { ...section, text: replace(section.text) }
}

// A heading's number as it is met in print: `一、`, `1、 `, `（一）`, `第一部分 `.
const NUMBER = /^\s*(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?(?:部分)?[、.．,，:：\s]*)/

function withHeading(section: Section, replace: (text: string) => string): Section {
  const heading = replace(section.heading)
  return { ...section, heading, title: heading.replace(NUMBER, '').trim() }
}
