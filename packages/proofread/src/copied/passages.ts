import type { Clause } from './clauses.js'

/** A run of clauses that stands in the same words and order in another text. */
export type Passage = {
  /** First and last clause, as indexes of the own clauses and of the other's. */
  readonly own: readonly [number, number]
  readonly other: readonly [number, number]
  /** How many characters of the writer's own are the same. */
  readonly weight: number
}

/** Where each clause stands in a text. */
export function positionsOf(clauses: readonly Clause[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>()
  clauses.forEach(({ key }, index) => {
    const known = positions.get(key)
    if (known) known.push(index)
    else positions.set(key, [index])
  })
  return positions
}

/** The passages that `own` shares with the text of `positions`; one changed clause does not end a passage. */
export function sharedPassages(
  own: readonly Clause[],
  positions: ReadonlyMap<string, readonly number[]>,
): Passage[] {
  const passages: Passage[] = []
  own.forEach(({ key }, index) => {
    const found = positions.get(key)
    const last = passages.at(-1)
    const next = last && found && continuation(own, last, index, found)
    if (!found) return
    if (!last || next === undefined) {
      const first = found[0] ?? 0
      passages.push({ own: [index, index], other: [first, first], weight: key.length })
    } else {
      const {
        own: [from],
        other: [start],
        weight,
      } = last
      passages[passages.length - 1] = {
        own: [from, index],
        other: [start, next],
        weight: weight + key.length,
      }
    }
  })
  return passages
}

/** How many clauses inside a passage may be other words, and how many characters of official wording may stand between. */
const GAP = 1
const REACH = 60

function continuation(
  own: readonly Clause[],
  { own: [, end], other: [, last] }: Passage,
  index: number,
  found: readonly number[],
): number | undefined {
  const [before, clause] = [own[end], own[index]]
  if (!before || before.part !== clause?.part || clause.start - before.end > REACH) return undefined
  if (index - end > GAP + 1) return undefined
  return found.find((position) => position > last && position <= last + GAP + 1)
}

/** What stands from the first to the last clause of a passage, of one part of the text. */
export function passageText(
  clauses: readonly Clause[],
  [from, to]: readonly [number, number],
): string {
  const [first, last] = [clauses[from], clauses[to]]
  const end = last && last.part === first?.part ? last.end : first?.end
  return first?.flat.text.slice(first.start, end).replaceAll('\n', '') ?? ''
}

/** The same, cut to what fits into a message. */
export function excerpt(clauses: readonly Clause[], span: readonly [number, number]): string {
  const text = passageText(clauses, span)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
