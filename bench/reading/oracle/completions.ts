import type { ColumnKind, Piece, Strip } from './strip.js'

/** What each cell of a row may be: for every cell the outcomes of all lawful completions. */
export type Outcomes = readonly ReadonlySet<string>[]

/** Completions that are one to every sum: the same figures, with blanks and marks for zeros. */
export type Completion = { readonly adds: readonly number[]; readonly outcomes: Set<string>[] }

/** The completions of a block by the place where the block ends, then by their figures. */
export type Block = ReadonlyMap<number, ReadonlyMap<string, Completion>>

/** The outcomes that the print alone leaves to each cell of a row; none where nothing fits. */
export function printedOutcomes(strip: Strip, kinds: readonly ColumnKind[]): Outcomes {
  const reached: Set<number>[] = [new Set([0])]
  for (const [c, kind] of kinds.entries()) {
    const from = [...(reached[c] ?? [])]
    reached.push(new Set(from.flatMap((at) => strip.pieces(at, kind).map(({ to }) => to))))
  }
  let ends = new Set([strip.end])
  const outcomes = kinds.map(() => new Set<string>())
  for (const [c, kind] of [...kinds.entries()].reverse()) {
    const begins = new Set<number>()
    for (const at of reached[c] ?? []) {
      for (const { outcome } of strip.pieces(at, kind).filter((one) => ends.has(one.to))) {
        begins.add(at)
        outcomes[c]?.add(outcome)
      }
    }
    ends = begins
  }
  return outcomes
}

/** The completions of `width` counts that begin at a place, the last of them the sum of the others. */
export function summedBlock(strip: Strip, from: number, width: number): Block {
  const found = new Map<number, Map<string, Completion>>()
  const picks: Piece[] = []
  const visit = (at: number, sum: number): void => {
    if (sum > strip.ceiling(at)) return
    const isTotal = picks.length === width - 1
    for (const one of strip.pieces(at, 'count')) {
      if (isTotal && one.adds !== sum) continue
      picks.push(one)
      if (isTotal) keep(found, picks)
      else visit(one.to, sum + one.adds)
      picks.pop()
    }
  }
  visit(from, 0)
  return found
}

function keep(found: Map<number, Map<string, Completion>>, picks: readonly Piece[]): void {
  const to = picks.at(-1)?.to ?? 0
  const adds = picks.map((one) => one.adds)
  const here = found.get(to) ?? new Map<string, Completion>()
  const same = here.get(adds.join()) ?? { adds, outcomes: picks.map(() => new Set<string>()) }
  for (const [c, { outcome }] of picks.entries()) same.outcomes[c]?.add(outcome)
  found.set(to, here.set(adds.join(), same))
}

/** The outcomes of blocks that follow each other to the end of the strip. */
export function chainedOutcomes(strip: Strip, blocks: number, width: number): Outcomes {
  const stages: ReadonlyMap<number, Block>[] = []
  let starts = new Set([0])
  for (let b = 0; b < blocks; b++) {
    const stage = new Map([...starts].map((at) => [at, summedBlock(strip, at, width)]))
    stages.push(stage)
    starts = new Set([...stage.values()].flatMap((block) => [...block.keys()]))
  }
  let ends = new Set([strip.end])
  const outcomes: Outcomes[] = []
  for (const stage of stages.reverse()) {
    const viable = [...stage].map(([at, block]) => [at, endingAt(block, ends)] as const)
    outcomes.unshift(
      union(
        viable.flatMap(([, all]) => all),
        width,
      ),
    )
    ends = new Set(viable.filter(([, all]) => all.length > 0).map(([at]) => at))
  }
  return outcomes.flat()
}

const endingAt = (block: Block, ends: ReadonlySet<number>): Completion[] =>
  [...block].flatMap(([to, all]) => (ends.has(to) ? [...all.values()] : []))

/** The outcomes of any of some completions, cell by cell. */
export function union(completions: readonly Completion[], width: number): Outcomes {
  return Array.from(
    { length: width },
    (_, c) => new Set(completions.flatMap(({ outcomes }) => [...(outcomes[c] ?? [])])),
  )
}
