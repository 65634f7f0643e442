import type { AnnualReport, PartKey, Residue, Trace } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import { outside, type Region } from '../align/region.js'
import { withoutHeadLines, withoutMenus } from './head-lines.js'
import { type Heading, headingTrace } from './headings.js'
import { asResidue, isFooter, pageResidue } from './page-residue.js'
import { partOfFragments } from './paragraphs.js'
import { findSignature } from './signature.js'
import { plainTitle, type Title, titleTrace } from './title.js'

/** The texts of a report's parts, where they stand, and what was taken out of them. */
export type Parts = {
  readonly text: ReadonlyMap<PartKey, string>
  readonly trace: readonly Trace[]
  readonly residue: readonly Residue[]
  readonly signedOn: AnnualReport['signedOn']
}

/** Cuts a report into introduction, sections and signature; what stands in a table's region is in none of them. */
export function reportParts(
  fragments: readonly Fragment[],
  title: Title | null,
  headings: readonly Heading[],
  tables: readonly Region[],
): Parts {
  const text = new Map<PartKey, string>()
  const trace: Trace[] = title ? titleTrace(fragments, title) : []
  const residue: Residue[] = aroundTitle(fragments, title)
  const add = (key: PartKey, printed: readonly Fragment[]) => {
    const own = key === 'signature' ? printed : withoutPage(textOf(key, printed), title, residue)
    const part = partOfFragments(key, own)
    text.set(key, part.text)
    trace.push(...part.trace)
    residue.push(...part.residue)
  }
  const textOf = (key: PartKey, printed: readonly Fragment[]) => {
    if (key !== 'intro') return printed
    const isPrinted = title !== null && title.parts.length > 0
    return isPrinted ? withoutHeadLines(printed, residue) : withoutMenus(printed, residue)
  }
  const cuts = [...tables, ...headings.map(regionOfHeading)]
  const textFrom = (from: number, next: Heading | undefined) => {
    const to = next?.fragment ?? fragments.length
    const own = cuts.filter(({ first, last }) => first < to && from <= last)
    return fragments.slice(from, to).flatMap((fragment, i) => outside(fragment, from + i, own))
  }
  add('intro', textFrom(title ? title.to + 1 : 0, headings[0]))
  let signedOn: Parts['signedOn'] = null
  headings.forEach((heading, i) => {
    trace.push(...headingTrace(fragments, heading))
    const next = headings[i + 1]
    const own = textFrom(heading.fragment, next)
    const { body, signature } = next ? { body: own, signature: null } : endOf(own, residue)
    add(`section/${heading.no}`, body)
    if (!signature) return
    add('signature', signature.fragments)
    signedOn = signature.signedOn
  })
  return { text, trace, residue, signedOn }
}

/** What stands before the title, and what else in its lines: a path, the site's name, a day. */
function aroundTitle(fragments: readonly Fragment[], title: Title | null): Residue[] {
  const before = fragments.slice(0, title?.from ?? 0)
  const beside = (title?.parts ?? []).flatMap(({ fragment, start, end }) => {
    const line = fragments[fragment]
    if (!line) return []
    const rest = `${line.text.slice(0, start)} ${line.text.slice(end)}`
    return /[\w\u4e00-\u9fff]/.test(rest) ? [{ ...line, text: rest }] : []
  })
  return [...asResidue(before, 'navigation'), ...asResidue(beside, 'meta')]
}

function regionOfHeading({ fragment, end }: Heading): Region {
  return { first: fragment, start: 0, last: fragment, end }
}

type End = {
  readonly body: readonly Fragment[]
  readonly signature: {
    readonly fragments: readonly Fragment[]
    readonly signedOn: Parts['signedOn']
  } | null
}

/** Takes the page's footer and the signature block off the last section. */
function endOf(own: readonly Fragment[], residue: Residue[]): End {
  const footer = own.findIndex(({ text }) => isFooter(text))
  const printed = footer < 0 ? own : own.slice(0, footer)
  if (footer >= 0) residue.push(...asResidue(own.slice(footer), 'navigation'))
  const signature = findSignature(printed)
  if (!signature) return { body: printed, signature }
  const { from, to, signedOn } = signature
  residue.push(...asResidue(printed.slice(to + 1), 'other'))
  return {
    body: printed.slice(0, from),
    signature: { fragments: printed.slice(from, to + 1), signedOn },
  }
}

/** The fragments that belong to the report's text; the page's own lines, and the title over every page, go to `residue`. */
function withoutPage(
  fragments: readonly Fragment[],
  title: Title | null,
  residue: Residue[],
): readonly Fragment[] {
  return fragments.filter(({ text, at }) => {
    const isRunning = text.trim() !== '' && plainTitle(text) === title?.title
    const kind = isRunning ? 'other' : pageResidue(text)
    if (kind) residue.push({ kind, text: text.trim(), at })
    return kind === null
  })
}
