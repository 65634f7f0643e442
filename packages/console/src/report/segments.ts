/** A stretch of text with something to say about it; may be empty (`start === end`). */
export type Range = { readonly start: number; readonly end: number }

/** A run of text over which the same ranges lie, and the ranges that end behind it. */
export type Segment<R extends Range> = Range & {
  readonly text: string
  readonly over: readonly R[]
  readonly ending: readonly R[]
}

/**
 * Cuts one line of `text` (the stretch `line`) wherever a range begins or ends; ranges may nest, overlap, be empty or
 * reach over several lines. Over all lines of a text, every range ends exactly once.
 */
export function segments<R extends Range>(
  text: string,
  line: Range,
  ranges: readonly R[],
): readonly Segment<R>[] {
  const touching = ranges
    .map((range) => ({ range, start: range.start, end: visibleEnd(text, range) }))
    .filter(({ start, end }) => start <= line.end && end >= line.start)
  const inside = touching
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > line.start && at < line.end)
  const edges = [...new Set([line.start, ...inside, line.end])].toSorted((a, b) => a - b)
  // The empty run at the very start carries what has no length and stands there.
  return [line.start, ...edges].flatMap((start, at, starts): Segment<R>[] => {
    const end = starts[at + 1]
    if (end === undefined) return []
    const over = touching.filter((one) => one.start < end && one.end > start)
    const ending = touching.filter((one) => one.end === end)
    if (start === end && ending.length === 0) return []
    return [
      { start, end, text: text.slice(start, end), over: ranged(over), ending: ranged(ending) },
    ]
  })
}

/** The lines of a text with their places, line feeds left out. */
export function linesOf(text: string): readonly Range[] {
  let start = 0
  return text.split('\n').map((line) => {
    const range = { start, end: start + line.length }
    start += line.length + 1
    return range
  })
}

/** The end without line feeds: a range ends in the line that its last character stands in. */
function visibleEnd(text: string, { start, end }: Range): number {
  let last = Math.min(end, text.length)
  while (last > start && text[last - 1] === '\n') last -= 1
  return last
}

function ranged<R>(found: readonly { readonly range: R }[]): readonly R[] {
  return found.map(({ range }) => range)
}
