import type { AnnualReport } from '@gongkai/report'
import { type Fragment, fragmentsOf } from '../align/fragments.js'
import { streamOf } from '../align/stream.js'
import type { Source } from '../source/source.js'
import { authorityName } from './authority.js'
import { issuer } from './head-lines.js'
import { findHeadings, findPlainHeadings } from './headings.js'
import { publishedOn } from './page-residue.js'
import { reportForm } from './report-form.js'
import { reportParts } from './report-parts.js'
import { reportProblems, UNKNOWN } from './report-problems.js'
import { reportYear } from './report-year.js'
import { firstReport } from './second-report.js'
import { splitAtHeadings } from './split-headings.js'
import { readTables, regionsOf } from './tables.js'
import { findTitle, type Title } from './title.js'
import { joinWrappedRows } from './wrapped-rows.js'

/**
 * An annual report from lines and grids: title, authority, year, form, sections, cells, signature, and
 * all that was left out or could not be read. What is no annual report comes back as `unknown`.
 */
export function readReport(source: Source): AnnualReport {
  const printed = fragmentsOf(splitAtHeadings(joinWrappedRows(source.blocks)))
  const six = findHeadings(printed)
  const { fragments, ...second } = firstReport(printed, six)
  const stream = streamOf(fragments)
  const title = findTitle(fragments, six[0]?.fragment ?? fragments.length, source.meta?.title ?? '')
  const year = reportYear(title, fragments, six, source.meta?.publishedOn)
  const form = reportForm(stream.chars, year, isTitled(title, fragments, six.length), six.length)
  if (form === 'unknown') return unknownReport(source)
  const headings = form === 'before-2019' ? findPlainHeadings(fragments) : six
  const tables = form === 'before-2019' ? null : readTables(form, stream, headings)
  const { text, trace, residue, signedOn } = reportParts(
    fragments,
    title,
    headings,
    regionsOf(tables),
  )
  const readings = tables ? [tables.proactive, tables.requests, tables.remedies] : []
  const intro = text.get('intro') ?? ''
  const signature = text.get('signature') ?? null
  const sections = headings.map(({ no, title, heading }) => ({
    no,
    title,
    heading,
    text: text.get(`section/${no}`) ?? '',
  }))
  const narrative = [intro, ...sections.map((section) => section.text)].join('\n')
  return {
    form,
    title: title?.title ?? null,
    authority: authorityName(title?.authority ?? null, signature, narrative, issuer(residue)),
    year,
    intro,
    sections,
    cells: readings.flatMap(({ cells }) => cells),
    signature,
    signedOn,
    publishedOn: source.meta?.publishedOn ?? publishedOn(residue),
    figures: [],
    labels: readings.flatMap(({ labels }) => labels),
    residue: [
      ...source.residue,
      ...residue,
      ...readings.flatMap(({ residue }) => residue),
      ...second.residue,
    ],
    problems: [
      ...source.problems,
      ...second.problems,
      ...reportProblems(form, title, headings, tables),
    ],
    trace,
  }
}

/**
 * Whether a title with its year is printed, and text of a report below it: what is recognised by its title alone is
 * else a list of reports, or a notice about them.
 */
function isTitled(title: Title | null, fragments: readonly Fragment[], headings: number): boolean {
  if (!title?.year || title.parts.length === 0) return false
  if (headings > 0 || findPlainHeadings(fragments).length >= LEAST_PLAIN) return true
  return fragments.some(({ text }) => /信息公开条例|12月31日/.test(text.replace(/\s/g, '')))
}

/** 一、… and 二、…. */
const LEAST_PLAIN = 2

/** Nothing of a report: only what the page says of itself, and why. */
function unknownReport(source: Source): AnnualReport {
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
    publishedOn: source.meta?.publishedOn ?? null,
    figures: [],
    labels: [],
    residue: source.residue,
    problems: [...source.problems, UNKNOWN],
    trace: [],
  }
}
