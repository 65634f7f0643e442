import {
  type AnnualReport,
  type Cell,
  cellKey,
  cellsByKey,
  type PartKey,
  textParts,
} from '@gongkai/report'

/** What two texts of a report say in one place; empty where one of them says nothing there. */
export type Differing = { readonly a: string; readonly b: string }

export type Compared = {
  /** Figures, by cell; `by` is b less a where both are numbers. */
  readonly cells: readonly (Differing & { readonly cell: Cell; readonly by: number | null })[]
  /** Words, paragraph by paragraph. */
  readonly words: readonly (Differing & { readonly part: PartKey })[]
}

/** Everything in which two texts of a report differ: nothing is left out as if it did not count. */
export function compared(a: AnnualReport, b: AnnualReport): Compared {
  const before = cellsByKey(a)
  const cells = b.cells.flatMap((cell) => {
    const other = before.get(cellKey(cell))
    const [from, to] = [shownOf(other), shownOf(cell)]
    if (from === to) return []
    const isNumbers = other?.state === 'number' && cell.state === 'number'
    const by = isNumbers ? (cell.value ?? 0) - (other.value ?? 0) : null
    return [{ cell, a: from, b: to, by }]
  })
  return { cells, words: comparedWords(a, b) }
}

function comparedWords(a: AnnualReport, b: AnnualReport): Compared['words'] {
  const [from, to] = [a, b].map((one) => new Map(textParts(one).map((p) => [p.part, p.text])))
  const parts = new Set([...(to?.keys() ?? []), ...(from?.keys() ?? [])])
  return [...parts].flatMap((part) =>
    comparedText(from?.get(part) ?? '', to?.get(part) ?? '').map((row) => ({ part, ...row })),
  )
}

/** The paragraphs that only one of two texts has, side by side in their order. */
export function comparedText(a: string, b: string): readonly Differing[] {
  if (a === b) return []
  const [old, now] = [a.split('\n'), b.split('\n')]
  const gone = old.filter((line) => !now.includes(line))
  const come = now.filter((line) => !old.includes(line))
  // The same paragraphs in another order, or one of them twice.
  if (gone.length + come.length === 0) return [{ a, b }]
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    a: gone[at] ?? '',
    b: come[at] ?? '',
  }))
}

/** Where two texts part and come together again: so many characters are the same at the start and at the end. */
export function sameEnds(a: string, b: string): { readonly start: number; readonly end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start += 1
  let end = 0
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return { start, end }
}

function shownOf(cell: Cell | undefined): string {
  return cell?.state === 'unread' ? '（未读出）' : (cell?.raw ?? '').trim()
}
