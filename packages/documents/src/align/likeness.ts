/**
 * How alike two texts are: 1 for equal ones, 0 for texts with nothing in common (edit distance over
 * the longer length). 0 at once where their lengths alone keep them below `least`.
 */
export function likeness(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  if (1 - Math.abs(a.length - b.length) / longest < least) return 0
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return 1 - (row[b.length] ?? 0) / longest
}
