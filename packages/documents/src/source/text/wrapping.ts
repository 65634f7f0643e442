import { displayWidth } from './pieces.js'

const HAN_WIDTH = 2
// No line ends with an opening mark or begins with a closing one, and numbers and Latin words stay whole.
const UNPARTED = /^[（(“‘《〈【「『]*(?:[\w.,%+-]+|.)[、，。；：！？）)”’》〉】」』…—%]*/su

/** Columns left behind the words of a cell's line, but for a blank on either side where the cell is set off by one. */
export function roomBehind(raw: string): number {
  const padding = 2 * Math.min(1, Math.max(0, raw.search(/\S/)))
  return displayWidth(raw) - padding - displayWidth(raw.trim())
}

/** Whether words that begin a cell's line had no place in the line above: their first character and what it keeps with it. */
export function isWrapped(words: string, room: number): boolean {
  return room < Math.max(HAN_WIDTH, displayWidth(UNPARTED.exec(words)?.[0] ?? ''))
}

/** A number or a mark that is whole: several below each other in one cell are rows without a rule between. */
export const VALUE = /^(?:[+-]?[\d,]+(?:\.\d+)?%?|[-—–/／无]+)$/
