/** Words of a line, and the column of each character in the file, with that behind the last one at the end. */
export type Marked = { readonly text: string; readonly columns: readonly number[] }

/** Text that still stands as it does in the file, from `column` on. */
export function unmarked(text: string, column: number): Marked {
  return { text, columns: Array.from({ length: text.length + 1 }, (_, at) => column + at) }
}

/**
 * Every match of `pattern` (with the flags d and g) replaced by what `change` makes of its group `kept`. Where the
 * length stays, each character keeps the column of the one it stands for; else all have that of the first.
 */
export function replace(
  { text, columns }: Marked,
  pattern: RegExp,
  kept: number,
  change: (group: string, groups: RegExpExecArray) => string,
): Marked {
  let words = ''
  const from: number[] = []
  let done = 0
  const keep = (start: number, end: number) => {
    words += text.slice(start, end)
    from.push(...columns.slice(start, end))
  }
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.[kept] ?? [match.index, match.index]
    const group = text.slice(start, end)
    const changed = change(group, match)
    keep(done, match.index)
    words += changed
    const at = (index: number) => columns[changed.length === group.length ? start + index : start]
    from.push(...Array.from(changed, (_, index) => at(index) ?? 1))
    done = match.index + match[0].length
  }
  if (done === 0) return { text, columns }
  keep(done, text.length)
  return { text: words, columns: [...from, columns.at(-1) ?? 1] }
}
