import type { TextLine } from './lines.js'
import { displayWidth } from './pieces.js'

/** A vertical stroke or a corner in a line of a drawn table. */
type Edge = { readonly index: number; readonly x: number }

/** What stands between two edges of a line; a rule is drawn through, a cell holds words or nothing. */
export type Segment = { readonly from: Edge; readonly to: Edge; readonly isRule: boolean }

export type DrawnLine = {
  readonly line: TextLine
  readonly edges: readonly Edge[]
  readonly segments: readonly Segment[]
}

const VERTICAL = '│┃║|｜'
// Corners that have no arm down, and none up.
const NO_ARM_DOWN = '┴└┘┻┗┛╩╚╝╧╘╛╨╙╜╰╯┷'
const NO_ARM_UP = '┬┌┐┳┏┓╦╔╗╤╒╕╥╓╖╭╮┯'
const CORNER = '┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯┯┷┠┨┿╂'
const STROKE = '─━═'
// A plus is a corner where strokes run from one to the next, and else the sign of a number.
const PLUSES = /\+(?:[-=:]{2,}\+)+/g
const EDGED = new RegExp(`^\\s*[${VERTICAL}${CORNER}+].*[${VERTICAL}${CORNER}+]\\s*$`)
const BOX = new RegExp(`[${VERTICAL}${CORNER}${STROKE}]`)

/** Whether a line may belong to a drawn table: an edge on its left and on its right. */
export function isEdged({ text }: TextLine): boolean {
  return EDGED.test(text)
}

/** The edges of a line, measured in columns of which a box-drawing character takes `box`. */
export function drawnLine(line: TextLine, box: number): DrawnLine {
  const { text } = line
  const pluses = new Set<number>()
  for (const { 0: stretch, index } of text.matchAll(PLUSES)) {
    for (let at = 0; at < stretch.length; at++) if (stretch[at] === '+') pluses.add(index + at)
  }
  const edges: Edge[] = []
  let x = 0
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? ''
    if (VERTICAL.includes(sign) || CORNER.includes(sign) || pluses.has(index))
      edges.push({ index, x })
    x += BOX.test(sign) && sign !== '|' && sign !== '｜' ? box : displayWidth(sign)
  }
  const isCorner = ({ index }: Edge) => pluses.has(index) || CORNER.includes(text[index] ?? ' ')
  const segments = edges.slice(1).map((to, at): Segment => {
    const from = edges[at] ?? to
    const between = text.slice(from.index + 1, to.index)
    const isRule = /^(?:[─━═]+|[-=:]{2,})$/.test(between) && (isCorner(from) || isCorner(to))
    return { from, to, isRule }
  })
  return { line, edges, segments }
}

/** Whether strokes run through the whole line. */
export function isRuleLine({ segments }: DrawnLine): boolean {
  return segments.length > 0 && segments.every(({ isRule }) => isRule)
}

/**
 * The line with its strokes where the rule above or below has as many arms to it: a font that counts a character otherwise
 * moves strokes, and never adds or takes one. The line itself where neither rule has.
 */
export function alignedTo(line: DrawnLine, above?: DrawnLine, below?: DrawnLine): DrawnLine {
  const arms = [armsOf(above, NO_ARM_DOWN), armsOf(below, NO_ARM_UP)]
  const fitting = arms.find((xs) => xs.length === line.edges.length)
  if (!fitting) return line
  return { ...line, edges: line.edges.map((edge, at) => ({ ...edge, x: fitting[at] ?? edge.x })) }
}

function armsOf(rule: DrawnLine | undefined, without: string): number[] {
  const { line, edges = [] } = rule ?? {}
  return edges.filter(({ index }) => !without.includes(line?.text[index] ?? '')).map(({ x }) => x)
}
