import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { apply, boxAround, type Matrix } from './geometry.js'

/** A straight line on the page: `h` at a height `at` from left to right, `v` at a distance `at` from top to bottom. */
export type Rule = {
  readonly axis: 'h' | 'v'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Anything thicker is a coloured area and no rule, in points. */
const THICKEST = 4

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

type Point = readonly [number, number]

/** The rules that a path paints: straight strokes, and filled rectangles thin enough to be a line. */
export function paintRules(
  path: Float32Array,
  paint: number,
  ctm: Matrix,
  lineWidth: number,
): Rule[] {
  const isStroke = STROKES.has(paint)
  const isFill = FILLS.has(paint)
  if (!isStroke && !isFill) return []
  const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
  return subpaths(path, ctm).flatMap((points) => [
    ...(isFill ? filled(points) : []),
    ...(isStroke && thickness <= THICKEST ? stroked(points) : []),
  ])
}

/** pdfjs writes a path as one row of numbers: a code and its coordinates. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

/** The straight subpaths as points on the page; one with a curve in it is no rule and left out. */
function subpaths(path: Float32Array, ctm: Matrix): Point[][] {
  const found: Point[][] = []
  let isCurved = false
  let i = 0
  while (i < path.length) {
    const code = path[i++]
    const current = found.at(-1)
    if (code === MOVE || code === LINE) {
      const point = apply(ctm, path[i] ?? 0, path[i + 1] ?? 0)
      i += 2
      if (code === LINE && current) current.push(point)
      else {
        if (isCurved) found.pop()
        isCurved = false
        found.push([point])
      }
    } else if (code === CURVE || code === QUADRATIC) {
      isCurved = true
      i += code === CURVE ? 6 : 4
    } else if (current?.[0]) current.push(current[0])
  }
  return isCurved ? found.slice(0, -1) : found
}

function filled(points: readonly Point[]): Rule[] {
  const [left, top, right, bottom] = boxAround(points.map(([x, y]) => [x, y, x, y]))
  const [wide, high] = [right - left, bottom - top]
  if (Math.min(wide, high) > THICKEST || Math.max(wide, high) < 2 * Math.min(wide, high)) return []
  return wide > high
    ? [{ axis: 'h', at: (top + bottom) / 2, from: left, to: right }]
    : [{ axis: 'v', at: (left + right) / 2, from: top, to: bottom }]
}

/** How far the ends of a straight line may be apart in the other direction, in points. */
const SLANT = 0.5

function stroked(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap(([x, y], i): Rule[] => {
    const [x0, y0] = points[i] ?? [x, y]
    const [wide, high] = [Math.abs(x - x0), Math.abs(y - y0)]
    if (high <= SLANT && wide > SLANT) {
      return [{ axis: 'h', at: (y + y0) / 2, from: Math.min(x, x0), to: Math.max(x, x0) }]
    }
    if (wide <= SLANT && high > SLANT) {
      return [{ axis: 'v', at: (x + x0) / 2, from: Math.min(y, y0), to: Math.max(y, y0) }]
    }
    return []
  })
}
