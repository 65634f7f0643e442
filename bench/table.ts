/** Prints a table to the terminal: a title, a line of headings, and a line a row; numbers stand right. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const all = [headings, ...rows].map((row) => row.map(String))
  const widths = headings.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))))
  process.stdout.write(`\n${title}\n`)
  for (const row of all) {
    const cells = row.map((cell, i) => padded(cell, widths[i] ?? 0))
    process.stdout.write(`  ${cells.join('  ').trimEnd()}\n`)
  }
}

function padded(cell: string, to: number): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)))
  return /^[\d.,%×-]+( ms| MB)?$/.test(cell) ? blanks + cell : cell + blanks
}

function width(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
}

/** `part` of `whole` in per cent with two decimals. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)}%`
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
