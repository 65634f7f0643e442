import { clusters, nearestIndex } from './geometry.js'
import type { Rule } from './rules.js'

/** A merged cell by the columns and rows that it covers. */
export type LatticeCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** A table as its ruling lines draw it. Column i lies between `xs[i]` and `xs[i + 1]`, row j between `ys[j]` and `ys[j + 1]`. */
export type Lattice = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** In reading order; what lies outside the outline belongs to none. */
  readonly cells: readonly LatticeCell[]
  /** False where no line closes the table above, below: it goes on over the page break. */
  readonly isClosed: { readonly above: boolean; readonly below: boolean }
}

/** Lines closer than this are one line: double borders, and neighbours that draw their common border twice. In points. */
const SAME_LINE = 2.5

/** Lines whose ends miss each other by less than this still meet, in points. */
const MEETS = 3

/** A page with more lines is a drawing. */
const MOST_RULES = 4000

/** The tables that the lines of a page draw, each with at least two cells. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  const joined = [...joinedRules(rules, 'h'), ...joinedRules(rules, 'v')]
  if (joined.length > MOST_RULES) return []
  return networks(joined).flatMap((network) => {
    const lattice = latticeOf(network)
    return lattice && lattice.cells.length > 1 ? [lattice] : []
  })
}

/** Pieces of one line put together. */
function joinedRules(rules: readonly Rule[], axis: Rule['axis']): Rule[] {
  const own = rules.filter((rule) => rule.axis === axis)
  const lines = clusters(
    own.map(({ at }) => at),
    SAME_LINE,
  )
  const byLine = Map.groupBy(own, ({ at }) => nearestIndex(lines, at))
  return [...byLine].flatMap(([line, pieces]) => {
    const joined: { axis: Rule['axis']; at: number; from: number; to: number }[] = []
    for (const piece of pieces.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1)
      if (last && piece.from <= last.to + MEETS) last.to = Math.max(last.to, piece.to)
      else joined.push({ ...piece, at: lines[line] ?? piece.at })
    }
    return joined
  })
}

/** Lines that meet, directly or over others. */
function networks(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] ?? root
    parent[i] = root
    return root
  }
  rules.forEach((a, i) => {
    rules.forEach((b, j) => {
      if (a.axis === 'h' && b.axis === 'v' && meet(a, b)) parent[rootOf(i)] = rootOf(j)
    })
  })
  return [...Map.groupBy(rules, (_, i) => rootOf(i)).values()]
}

function meet(a: Rule, b: Rule): boolean {
  return within(b.at, a) && within(a.at, b)
}

function within(value: number, { from, to }: Rule): boolean {
  return value >= from - MEETS && value <= to + MEETS
}

function latticeOf(network: readonly Rule[]): Lattice | null {
  const [h, v] = [
    network.filter(({ axis }) => axis === 'h'),
    network.filter(({ axis }) => axis === 'v'),
  ]
  const xs = coordinates(v, h)
  const ys = coordinates(h, v)
  if (xs.length < 2 || ys.length < 2) return null
  const right = edges(v, xs, ys)
  const below = edges(h, ys, xs)
  const isClosed = { above: isDrawn(below[0]), below: isDrawn(below[ys.length - 1]) }
  closeOutline(right, below)
  const units = { right, below, isOutside: outside(right, below) }
  return { xs, ys, cells: cellsOf(units), isClosed }
}

/** Where the lines of one axis lie; where those of the other end beyond the outermost, an open side. */
function coordinates(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = clusters(
    lines.map((rule) => rule.at),
    SAME_LINE,
  )
  const [first = Number.POSITIVE_INFINITY, last = Number.NEGATIVE_INFINITY] = [at[0], at.at(-1)]
  const from = Math.min(...crossing.map((rule) => rule.from))
  const to = Math.max(...crossing.map((rule) => rule.to))
  return [
    ...(from < first - 2 * MEETS ? [from] : []),
    ...at,
    ...(to > last + 2 * MEETS ? [to] : []),
  ]
}

/** For each coordinate of one axis and each gap of the other: whether a line is drawn there. */
type Edges = boolean[][]

function edges(lines: readonly Rule[], along: readonly number[], across: readonly number[]): Edges {
  const drawn = along.map(() => Array<boolean>(across.length - 1).fill(false))
  for (const { at, from, to } of lines) {
    const row = drawn[nearestIndex(along, at)]
    for (let i = 0; row && i + 1 < across.length; i++) {
      const middle = ((across[i] ?? 0) + (across[i + 1] ?? 0)) / 2
      if (from <= middle && middle <= to) row[i] = true
    }
  }
  return drawn
}

function isDrawn(row: readonly boolean[] | undefined): boolean {
  return row?.includes(true) ?? false
}

/** A side that no line closes is closed where the lines that run to it are drawn on both sides of a unit. */
function closeOutline(right: Edges, below: Edges): void {
  closeSide(
    right[0],
    below.map((row) => row[0]),
  )
  closeSide(
    right.at(-1),
    below.map((row) => row.at(-1)),
  )
  closeSide(
    below[0],
    right.map((row) => row[0]),
  )
  closeSide(
    below.at(-1),
    right.map((row) => row.at(-1)),
  )
}

function closeSide(side: boolean[] | undefined, crossing: readonly (boolean | undefined)[]): void {
  side?.forEach((isClosed, i) => {
    const last = crossing.findIndex((drawn, at) => at > i && drawn)
    const first = crossing.slice(0, i + 1).some((drawn) => drawn)
    side[i] = isClosed || (first && last > i)
  })
}

type Units = {
  readonly right: Edges
  readonly below: Edges
  readonly isOutside: (row: number, column: number) => boolean
}

/** What can be reached from around the table without crossing a line. */
function outside(right: Edges, below: Edges): Units['isOutside'] {
  const [height, width] = [below.length - 1, right.length - 1]
  const seen = new Set<number>()
  const queue: (readonly [number, number])[] = []
  const visit = (row: number, column: number) => {
    const key = row * width + column
    if (row < 0 || column < 0 || row >= height || column >= width || seen.has(key)) return
    seen.add(key)
    queue.push([row, column])
  }
  for (let row = 0; row < height; row++) {
    if (!right[0]?.[row]) visit(row, 0)
    if (!right[width]?.[row]) visit(row, width - 1)
  }
  for (let column = 0; column < width; column++) {
    if (!below[0]?.[column]) visit(0, column)
    if (!below[height]?.[column]) visit(height - 1, column)
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [row, column] = next
    if (!below[row]?.[column]) visit(row - 1, column)
    if (!below[row + 1]?.[column]) visit(row + 1, column)
    if (!right[column]?.[row]) visit(row, column - 1)
    if (!right[column + 1]?.[row]) visit(row, column + 1)
  }
  return (row, column) => seen.has(row * width + column)
}

/** Units between which no line is drawn, as rectangles: first to the right, then downwards. */
function cellsOf({ right, below, isOutside }: Units): LatticeCell[] {
  const [height, width] = [below.length - 1, right.length - 1]
  const taken = new Set<number>()
  const isFree = (row: number, column: number) =>
    row < height && column < width && !taken.has(row * width + column) && !isOutside(row, column)
  const isWhole = (row: number, from: number, to: number) => {
    for (let at = from; at < to; at++) {
      if (!isFree(row, at) || below[row]?.[at] || (at > from && right[at]?.[row])) return false
    }
    return true
  }
  const cells: LatticeCell[] = []
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!isFree(row, column)) continue
      let to = column + 1
      while (isFree(row, to) && !right[to]?.[row]) to++
      let end = row + 1
      while (isWhole(end, column, to)) end++
      for (let y = row; y < end; y++) for (let x = column; x < to; x++) taken.add(y * width + x)
      cells.push({ row, column, rowSpan: end - row, colSpan: to - column })
    }
  }
  return cells
}
