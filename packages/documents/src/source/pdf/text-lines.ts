import { isLabelWords } from '../../align/expected.js'
import { hanOnly } from '../../align/han.js'
import { boxAround } from './geometry.js'
import type { Glyph } from './glyphs.js'
import { cellRunsOf, type Run, runsOf } from './lines.js'
import type { PageLine } from './page-items.js'
import { wholeLabels } from './whole-labels.js'
import { wholeRows } from './whole-rows.js'

/**
 * The printed lines outside ruled tables, each cut at its visible gaps. In a table without lines, labels,
 * headers and rows that are printed over several lines are put together.
 */
export function textLines(lines: readonly (readonly Glyph[])[], page: number): PageLine[] {
  return wholeRows(wholeLabels(lines.map(cut))).map((runs) => ({
    kind: 'line',
    page,
    box: boxAround(runs.map(({ box }) => box)),
    runs,
  }))
}

/** A line with a wide gap is one of a table, and so is one that labels fill; in any other a small gap parts nothing. */
function cut(line: readonly Glyph[]): Run[] {
  const wide = runsOf(line)
  const cells = cellRunsOf(line)
  return wide.length > 1 || cells.every(isLabelPart) ? cells : wide
}

function isLabelPart({ text }: Run): boolean {
  return isLabelWords(hanOnly(text))
}
