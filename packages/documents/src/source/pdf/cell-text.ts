import type { Box } from './geometry.js'
import type { Run } from './lines.js'

/**
 * The lines of a cell as its text. What the width of the cell wrapped is one line again, so that a number
 * in a narrow cell is one number; a line that had room to go on ends with `\n`.
 */
export function cellText(lines: readonly Run[], cell: Box): string {
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1]
    return before ? text + separator(before, line, cell) + line.text : line.text
  }, '')
}

/** Blank margin of a cell on both sides together, in points, as word processors and browsers set it at most. */
const MARGINS = 14

/** The same for numbers, which are set in the middle of cells that are wide enough for them. */
const NUMBER_MARGINS = 10

/** Whether the cell has no room for one more character behind the line: the text was wrapped there. */
export function fillsCell({ text, box }: Run, [left, , right]: Box): boolean {
  const wide = box[2] - box[0]
  const margins = isNumeric(text) ? NUMBER_MARGINS : MARGINS
  return right - left - wide < margins + wide / Math.max(1, text.length)
}

/** Digits of either width with their marks, and nothing else. */
export function isNumeric(text: string): boolean {
  return /^[+＋\-－—]?[\d０-９.,，．]+$/.test(text)
}

/** Lines of one text are no farther apart than this, in heights of a line; two values are. */
const LINE_PITCH = 1.7

function separator(before: Run, line: Run, cell: Box): string {
  if (!fillsCell(before, cell)) return '\n'
  const isNumber = isNumeric(before.text)
  if (isNumber !== isNumeric(line.text)) return '\n'
  if (!isNumber) return /[!-~]$/.test(before.text) && /^[!-~]/.test(line.text) ? ' ' : ''
  const [height, pitch] = [before.box[3] - before.box[1], line.box[1] - before.box[1]]
  return pitch < LINE_PITCH * height ? '' : '\n'
}
