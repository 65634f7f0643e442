import type { ProofreadInput } from '../input.js'

/** The sum that a list of fact subjects stands for, or null where one of them is not known. */
export type FactSums = (subjects: readonly string[]) => number | null

/** Sums over the facts of an input. A star in a subject, 三（三）*, stands for every row of the group, 三（三）1 to 8. */
export function factSums({ facts }: ProofreadInput): FactSums {
  const known = new Map(facts.map(({ subject, value }) => [subject, value]))
  return (subjects) => {
    const values = subjects.map((subject) =>
      subject.includes('*') ? groupSum(known, subject) : (known.get(subject) ?? null),
    )
    return values.reduce<number | null>(
      (sum, value) => (sum === null || value === null ? null : sum + value),
      0,
    )
  }
}

function groupSum(known: ReadonlyMap<string, number>, subject: string): number | null {
  const [head = '', tail = ''] = subject.split('*')
  const rows = [...known].filter(([key]) => key.startsWith(head) && key.endsWith(tail))
  return rows.length === 0 ? null : rows.reduce((sum, [, value]) => sum + value, 0)
}
