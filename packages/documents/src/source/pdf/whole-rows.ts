import { isNumeric } from './cell-text.js'
import { type Box, boxAround } from './geometry.js'
import type { Run } from './lines.js'

type Line = readonly Run[]

/**
 * The lines of a table that no ruling lines part, the values that are printed a little above or below their
 * label set on its line, a number that a narrow column wrapped made one again, and header cells that stand
 * alone set on the line of their neighbours.
 */
export function wholeRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const [line = [], next = [], third = []] = lines.slice(i, i + 3)
    const around = aroundLabel(line, next, third)
    const joined = around ? null : withRow(rows, line, next)
    if (joined) rows.splice(-1, 1, joined)
    else rows.push(...(around ?? [line]))
    if (around) i += 2
  }
  return rows
}

function withRow(rows: readonly Line[], line: Line, next: Line): Line | null {
  const [above = [], row = []] = [rows.at(-2), rows.at(-1)]
  const isHalf = isNumbers(above) && above.some((run) => line.some((one) => overlaps(run, one)))
  if (isHalf) return null
  return besideLabel(row, line, next) ?? wrapped(row, line) ?? header(row, line)
}

/** Numbers in lines above, beside and below the middle of their label; what else stands in the upper line stays there. */
function aroundLabel(above: Line, row: Line, below: Line): Line[] | null {
  const upper = above.filter(({ text }) => isNumeric(text))
  const label = row.findLast(({ text }) => !isNumeric(text))
  if (!label || !isNumbers(below) || upper.length !== below.length) return null
  const middle = upper.map((run) => row.find((one) => isNumeric(one.text) && overlaps(one, run)))
  const numbers = upper.flatMap((run, i) => {
    const half = middle[i] ? stacked(run, middle[i]) : run
    return (half && stacked(half, below[i])) ?? []
  })
  if (numbers.length < below.length) return null
  if (!numbers.every((run) => isBeside(label.box, run.box))) return null
  const rest = above.filter((run) => !upper.includes(run))
  const others = row.filter((run) => !middle.includes(run))
  return [...(rest.length > 0 ? [rest] : []), sorted([...others, ...numbers])]
}

/** Values beside a label of several lines, or below its one line in columns that are free there and filled in the next row. */
function besideLabel(row: Line, values: Line, next: Line): Line | null {
  const label = row.findLast(({ text }) => !isNumeric(text))
  if (!label || values.some((run) => !isValue(run) || run.box[0] < label.box[2])) return null
  const isFree = values.every((run) => row.every((one) => one === label || !overlaps(one, run)))
  const isFilled = (run: Run) => next.some((one) => isValue(one) && overlaps(one, run))
  const isOwn = (run: Run) =>
    isBeside(label.box, run.box) || (isNear(label.box, run.box) && isFilled(run))
  return isFree && values.every(isOwn) ? sorted([...row, ...values]) : null
}

/** The rest of numbers that stand above it: each under one that fills its column. */
function wrapped(row: Line, rest: Line): Line | null {
  if (!isNumbers(rest) || !row.some(({ text }) => !isNumeric(text))) return null
  const parts = rest.map((run) => {
    const above = row.find((one) => isNumeric(one.text) && overlaps(one, run))
    return above ? { above, whole: stacked(above, run) } : null
  })
  if (!parts.every((part) => part?.whole)) return null
  return row.map((run) => parts.find((part) => part?.above === run)?.whole ?? run)
}

/** Header cells that are printed between the lines of their neighbours. */
function header(row: Line, line: Line): Line | null {
  if ([...row, ...line].some(isValue)) return null
  const [a, b] = [row, line].map((runs) => boxAround(runs.map(({ box }) => box)))
  if (!a || !b) return null
  const deep = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const isFree = row.every((one) => line.every((other) => !overlaps(one, other)))
  return isFree && deep > Math.min(a[3] - a[1], b[3] - b[1]) / 2 ? sorted([...row, ...line]) : null
}

function isNumbers(line: Line): boolean {
  return line.length > 0 && line.every(({ text }) => isNumeric(text))
}

/** A number, with its unit or without, or a mark. */
function isValue({ text }: Run): boolean {
  return (
    /^[+＋\-－—–]?[\d０-９][\d０-９.,，．]*[万亿]?元?$/.test(text) ||
    /^[^\p{L}\d]{1,2}$/u.test(text)
  )
}

/** Lines of one number are no farther apart than this, in heights of a line. */
const LINE_PITCH = 1.75

/** Both lines of a number as one, null where the lower is not centred under the upper or too far off. */
function stacked(above: Run, below: Run | undefined): Run | null {
  if (!below) return null
  const height = below.box[3] - below.box[1]
  const centres = Math.abs(above.box[0] + above.box[2] - below.box[0] - below.box[2]) / 2
  if (!isNear(above.box, below.box) || centres > height * 0.3) return null
  return { text: above.text + below.text, box: boxAround([above.box, below.box]) }
}

/** Whether `below` is the next line under `above`. */
function isNear([, , , above]: Box, [, top, , bottom]: Box): boolean {
  const height = bottom - top
  return bottom - above > height * 0.7 && bottom - above < height * LINE_PITCH
}

/** Whether the middle of the second box lies beside the first. */
function isBeside([, top, , bottom]: Box, [, upper, , lower]: Box): boolean {
  const middle = (upper + lower) / 2
  const slack = (lower - upper) * 0.4
  return middle > top - slack && middle < bottom + slack
}

function overlaps(a: Run, b: Run): boolean {
  return Math.min(a.box[2], b.box[2]) > Math.max(a.box[0], b.box[0])
}

function sorted(runs: Line): Line {
  return runs.toSorted((a, b) => a.box[0] - b.box[0])
}
