import type { PartKey, Place, Residue, Trace } from '@gongkai/report'
import type { Fragment } from '../align/fragments.js'
import { isBareNumber, isPageNumber } from '../align/page-number.js'
import { partOf } from '../source/part-of.js'

/** A stretch of printed text and its place. */
type Run = { readonly text: string; readonly at: Place }

/** The text of a part, its trace, and what was taken out of it. */
export type Part = {
  readonly text: string
  readonly trace: readonly Trace[]
  readonly residue: readonly Residue[]
}

/** Marks that a conversion leaves in the text. */
const CONVERSION =
  /\[bookmark:[^\]]{0,200}\]|\b(?:HYPERLINK|PAGEREF|MERGEFORMAT)\b[^\u4e00-\u9fff]*/g

/** A sentence or list item is closed by one of these. */
const CLOSED = /[。！？；：!?;:…”"』」）)》]\s*$/

/** What opens a paragraph of its own, however the one before ended. */
const OPENS =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十]|附件|[①-⑳])/

/** A shorter line is a heading or a list item, and no paragraph that a page break cut. */
const SHORTEST_CUT = 20

/**
 * The fragments as paragraphs, one a line. Page numbers and conversion marks are taken out and listed;
 * a paragraph that a page break cut is joined again, which is listed too.
 */
export function partOfFragments(part: PartKey, fragments: readonly Fragment[]): Part {
  const residue: Residue[] = []
  const trace: Trace[] = []
  let text = ''
  let last = ''
  let apart = false
  for (const [i, fragment] of fragments.entries()) {
    if (isPageNumber(fragment.text) || isBarePageNumber(fragments, i)) {
      residue.push({ kind: 'page-number', text: fragment.text.trim(), at: fragment.at })
      apart = true
      continue
    }
    const lines = linesOf(fragment)
    if (lines.length === 0) apart = true
    for (const line of lines) {
      const cut = isCut(last, line)
      // Lines of a text may be wrapped; paragraphs of a page or a Word file are not.
      if (cut && (apart || line.at.kind === 'paragraph')) residue.push(brokenAt(last, line))
      if (text !== '' && !cut) text += '\n'
      if (!cut) last = ''
      for (const run of withoutMarks(line, residue)) {
        trace.push({ part, start: text.length, end: text.length + run.text.length, at: run.at })
        text += run.text
        last += run.text
      }
      apart = false
    }
  }
  return { text, trace, residue }
}

/** A number alone on its line, with no other beside it: a page's, and no values that a table left behind. */
function isBarePageNumber(fragments: readonly Fragment[], at: number): boolean {
  const isNumber = (one: Fragment | undefined) => one?.kind === 'line' && isBareNumber(one.text)
  return isNumber(fragments[at]) && !isNumber(fragments[at - 1]) && !isNumber(fragments[at + 1])
}

/** Whether `line` goes on with the paragraph `last`. */
function isCut(last: string, line: Run): boolean {
  return last.length >= SHORTEST_CUT && !CLOSED.test(last) && !OPENS.test(line.text)
}

function brokenAt(last: string, { text: line, at }: Run): Residue {
  return { kind: 'broken-paragraph', text: `${last.slice(-10)}⏎${line.slice(0, 10)}`, at }
}

/** The visible lines of a fragment, blanks at their ends left out. */
function linesOf({ text, at }: Fragment): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length
    const plain = line.trim()
    if (plain !== '')
      runs.push({ text: plain, at: partOf(at, from + lead, from + lead + plain.length) })
    from += line.length + 1
  }
  return runs
}

function withoutMarks({ text, at }: Run, residue: Residue[]): Run[] {
  const runs: Run[] = []
  let from = 0
  const push = (to: number) => {
    if (to > from) runs.push({ text: text.slice(from, to), at: partOf(at, from, to) })
  }
  for (const mark of text.matchAll(CONVERSION)) {
    push(mark.index)
    from = mark.index + mark[0].length
    residue.push({ kind: 'bookmark', text: mark[0], at: partOf(at, mark.index, from) })
  }
  push(text.length)
  return runs
}
