/** Left, top, right, bottom in points from the top left of the page. */
export type Box = readonly [number, number, number, number]

/** a, b, c, d, e, f of a PDF transformation: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

/** Where the point x, y comes to stand. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The smallest box around all boxes; 0 for an empty list. */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = boxes[0] ?? [0, 0, 0, 0]
  for (const box of boxes) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, box[2])
    bottom = Math.max(bottom, box[3])
  }
  return [left, top, right, bottom]
}

/** Tenths of a point are exact enough to show a place. */
export function rounded(box: Box): Box {
  const [left, top, right, bottom] = box.map((edge) => Math.round(edge * 10) / 10)
  return [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0]
}

/** Numbers brought together where they lie within `tolerance` of the first of them: the mean of each group, ascending. */
export function clusters(numbers: readonly number[], tolerance: number): number[] {
  const groups: number[][] = []
  for (const one of [...numbers].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && one - (group[0] ?? one) <= tolerance) group.push(one)
    else groups.push([one])
  }
  return groups.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length)
}

/** Index of the number nearest to `value`. */
export function nearestIndex(numbers: readonly number[], value: number): number {
  let best = 0
  numbers.forEach((one, i) => {
    if (Math.abs(one - value) < Math.abs((numbers[best] ?? 0) - value)) best = i
  })
  return best
}
