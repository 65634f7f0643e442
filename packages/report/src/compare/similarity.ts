/** What two texts share: 1 where they are the same, 0 where no three characters follow each other in both. */
export function similarity(a: Grams, b: Grams): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

export type Grams = ReadonlySet<string>

/** The runs of three characters of a text, without blanks; a number counts as one character whatever it is. */
export function gramsOf(text: string): Grams {
  const plain = `^${maskNumbers(text)}$`
  return new Set([...plain.slice(2)].map((_, i) => plain.slice(i, i + 3)))
}

/** The text without blanks, every number as `#`. */
export function maskNumbers(text: string): string {
  return text.replace(/\s+/g, '').replace(/[\d０-９]+(?:[.．,，][\d０-９]+)*/g, '#')
}
