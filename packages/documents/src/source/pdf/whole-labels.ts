import { isLabelWords } from '../../align/expected.js'
import { hanOnly } from '../../align/han.js'
import { boxAround } from './geometry.js'
import type { Run } from './lines.js'

type Line = readonly Run[]

/** A cell reaches over so many printed lines at most, those of its neighbours counted. */
const DEEPEST = 12

/**
 * The lines of a table that no ruling lines part, each wrapped label and header put together on the line where
 * it begins: what stands in the middle of a label in print, its values among it, then follows it. Only what
 * still reads like a label of the form is put together, as rows stand no farther apart than lines.
 */
export function wholeLabels(lines: readonly Line[]): Line[] {
  const taken = new Set<Run>()
  return lines.flatMap((runs, i) => {
    const below = lines.slice(i + 1, i + 1 + DEEPEST).flat()
    const cells = runs.flatMap((run) => (taken.has(run) ? [] : [wholeLabel(run, below, taken)]))
    return cells.length > 0 ? [cells] : []
  })
}

function wholeLabel(run: Run, below: readonly Run[], taken: Set<Run>): Run {
  if (hanOnly(run.text) === '') return run
  let label = run
  let last = run
  for (const next of below) {
    const text = label.text + next.text
    if (taken.has(next) || !isBelow(last, next) || !isLabel(next) || !isLabelWords(hanOnly(text))) {
      continue
    }
    taken.add(next)
    label = { text, box: boxAround([label.box, next.box]) }
    last = next
  }
  return label
}

/** Begins with no number: a number, a mark and a numbered label are no later line of a label. */
function isLabel({ text }: Run): boolean {
  return hanOnly(text) !== '' && !/^[（(]?[+＋\-－—]?[\d０-９]/.test(text) && text !== '无'
}

/** Lines of one cell follow each other within this, in heights of a line. */
const LINE_PITCH = 1.75

/** They are centred on each other or begin at one edge, within this, in heights of a line. */
const ALIGNED = 0.6

function isBelow(above: Run, below: Run): boolean {
  const [left, , right, bottom] = above.box
  const height = below.box[3] - below.box[1]
  const pitch = below.box[3] - bottom
  if (pitch < height * 0.7 || pitch > height * LINE_PITCH) return false
  const centres = Math.abs(left + right - below.box[0] - below.box[2]) / 2
  return Math.min(centres, Math.abs(left - below.box[0])) <= ALIGNED * height
}
