import { isLabelWords } from '../../align/expected.js'
import { hanOnly } from '../../align/han.js'
import type { Run } from './lines.js'
import type { PageItem, PageLine } from './page-items.js'

/** A printed line before and after the page break, each null where nothing is left of it. */
type Break = readonly [last: PageLine, first: PageLine | null]

/**
 * Labels and headers of a table without lines that the page break cut: what stands at the top of the next page
 * is set behind what stands at the same distance from the left at the foot of this one.
 */
export function joinLabels(last: PageItem | undefined, first: PageItem): Break | null {
  if (last?.kind !== 'line' || first.kind !== 'line') return null
  const rest = new Map(first.runs.map((run) => [run, last.runs.find((one) => isCut(one, run))]))
  const runs = last.runs.map((run) => {
    const more = first.runs.find((one) => rest.get(one) === run)
    return more ? { ...run, text: run.text + more.text } : run
  })
  const left = first.runs.filter((run) => !rest.get(run))
  if (left.length === first.runs.length) return null
  return [{ ...last, runs }, left.length > 0 ? { ...first, runs: left } : null]
}

/** Within this many points two lines of a cell are centred on each other or begin at one edge. */
const ALIGNED = 5

function isCut(above: Run, below: Run): boolean {
  const words = hanOnly(below.text)
  const [left, , right] = above.box
  const centres = Math.abs(left + right - below.box[0] - below.box[2]) / 2
  if (words === '' || /^[（(]?[\d０-９]/.test(below.text)) return false
  if (Math.min(centres, Math.abs(left - below.box[0])) > ALIGNED) return false
  return hanOnly(above.text) !== '' && isLabelWords(hanOnly(above.text) + words)
}
