import { type Box, boxAround } from './geometry.js'
import type { Glyph } from './glyphs.js'

/** Characters that no visible gap parts, with what they read. */
export type Run = { readonly text: string; readonly box: Box }

/** Baselines that differ by less than this part of the character size are one line: fonts centre differently in one row. */
const SAME_LINE = 0.35

/** The characters as printed lines from top to bottom, each from left to right; a line of blanks is none. */
export function printedLines(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = []
  let first: Glyph | undefined
  for (const glyph of glyphs.toSorted((a, b) => a.base - b.base)) {
    if (first && glyph.base - first.base < SAME_LINE * Math.max(first.size, glyph.size)) {
      lines.at(-1)?.push(glyph)
    } else {
      lines.push([glyph])
      first = glyph
    }
  }
  return lines
    .filter((line) => line.some(isVisible))
    .map((line) => withoutDoubles(line.sort((a, b) => a.left - b.left)))
}

export function isVisible({ text }: Glyph): boolean {
  return text.trim() !== ''
}

/** Bold type is sometimes made by printing a character twice, a hair's breadth apart. */
function withoutDoubles(line: readonly Glyph[]): Glyph[] {
  return line.filter((glyph, i) => {
    const near = (glyph.right - glyph.left) * 0.3
    const isTwin = (other: Glyph | undefined) =>
      other?.text === glyph.text && glyph.left - other.left < near
    return !isTwin(line[i - 1]) && !isTwin(line[i - 2])
  })
}

/** A gap of so many character sizes parts two pieces of a line. */
const PIECE_GAP = 1.8

/** Between letters and digits a gap of so many character sizes is a blank; Han characters are set apart by more. */
const WORD_GAP = 0.2
const HAN_GAP = 0.75

/** In a table cells may stand as close as this; word processors set digits and Han characters apart by 0.25. */
const CELL_GAP = 0.35

/** Behind a blank character the next one of the same cell follows at once. */
const AFTER_BLANK = 0.15

/** A printed line cut at its visible gaps. */
export function runsOf(line: readonly Glyph[]): Run[] {
  return cutAt(line, (before, _, glyph) => gapOf(before, glyph) >= PIECE_GAP)
}

/** A printed line of a table cut where its cells may meet: at every gap that no blank character fills. */
export function cellRunsOf(line: readonly Glyph[]): Run[] {
  return cutAt(line, (before, last, glyph) => {
    const least = isVisible(last) ? CELL_GAP : AFTER_BLANK
    return gapOf(before, glyph) >= PIECE_GAP || gapOf(last, glyph) >= least
  })
}

/** Cuts a line before a visible character where `isApart` says so of the visible one and the last one before it. */
function cutAt(
  line: readonly Glyph[],
  isApart: (before: Glyph, last: Glyph, glyph: Glyph) => boolean,
): Run[] {
  const pieces: Glyph[][] = []
  let before: Glyph | undefined
  line.forEach((glyph, i) => {
    if (isVisible(glyph) && (!before || isApart(before, line[i - 1] ?? before, glyph)))
      pieces.push([])
    pieces.at(-1)?.push(glyph)
    if (isVisible(glyph)) before = glyph
  })
  return pieces.map(runOf)
}

/** Characters of one line as a text, a blank where a gap shows one; at least one is visible. */
export function runOf(glyphs: readonly Glyph[]): Run {
  const text = glyphs
    .map((glyph, i) => {
      const before = glyphs[i - 1]
      return before && isBlankBetween(before, glyph) ? ` ${glyph.text}` : glyph.text
    })
    .join('')
    .trim()
  return { text, box: boxAround(glyphs.filter(isVisible).map(boxOf)) }
}

/** The gap between neighbours in character sizes. */
function gapOf(before: Glyph, after: Glyph): number {
  return (after.left - before.right) / Math.max(1, Math.min(before.size, after.size))
}

function isBlankBetween(before: Glyph, after: Glyph): boolean {
  if (!isVisible(before) || !isVisible(after)) return false
  const isNarrow = isAscii(before.text) && isAscii(after.text)
  return gapOf(before, after) > (isNarrow ? WORD_GAP : HAN_GAP)
}

function isAscii(text: string): boolean {
  return /^[!-~]+$/.test(text)
}

/** The characters of a line as units that no cell border cuts: a run of letters and digits, or one character. */
export function wordsOf(line: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = []
  line.forEach((glyph, i) => {
    const before = line[i - 1]
    const goesOn =
      before && isAscii(before.text) && isAscii(glyph.text) && gapOf(before, glyph) <= WORD_GAP
    if (goesOn) words.at(-1)?.push(glyph)
    else words.push([glyph])
  })
  return words
}

/** A character's box: from its height above the baseline to its depth below, as fonts have them at most. */
function boxOf({ left, right, base, size }: Glyph): Box {
  return [left, base - 0.88 * size, right, base + 0.12 * size]
}
