import type { Problem, Residue } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import { findHeadings, type Heading } from './headings.js'
import { asResidue } from './page-residue.js'
import { plainTitle } from './title.js'
import { titleWords } from './title-words.js'

/** The fragments of the first report, and what is said of another one behind it. */
export type FirstReport = {
  readonly fragments: readonly Fragment[]
  readonly residue: readonly Residue[]
  readonly problems: readonly Problem[]
}

/** A title with so many headings behind it is that of another report. */
const LEAST_HEADINGS = 4

/** Cuts off another report that follows in the same file: only the first one is read, the other is listed. */
export function firstReport(
  fragments: readonly Fragment[],
  headings: readonly Heading[],
): FirstReport {
  const last = headings.at(-1)?.fragment ?? fragments.length
  const behind = fragments.slice(last + 1)
  const others = findHeadings(behind)
  if (others.length < LEAST_HEADINGS) return { fragments, residue: [], problems: [] }
  const between = behind.slice(0, others[0]?.fragment)
  const title = between.findIndex(({ text }) => titleWords(plainTitle(text))?.year)
  if (title < 0) return { fragments, residue: [], problems: [] }
  const cut = last + 1 + title
  const rest = fragments.slice(cut)
  const message = `文件中还有另一份报告“${plainTitle(rest[0]?.text ?? '')}”，只读取了第一份。请将各份报告分别存为一个文件。`
  return {
    fragments: fragments.slice(0, cut),
    residue: asResidue(rest, 'other'),
    problems: [{ code: 'report.second', at: rest[0]?.at ?? null, message }],
  }
}
