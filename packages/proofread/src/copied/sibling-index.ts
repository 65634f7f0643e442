import type { ProofreadInput } from '../input.js'
import { type Clause, ownClauses } from './clauses.js'
import { positionsOf } from './passages.js'

type Siblings = ProofreadInput['siblings']

export type IndexedSibling = {
  readonly name: string
  readonly clauses: readonly Clause[]
  readonly positions: ReadonlyMap<string, readonly number[]>
}

/** Which siblings hold a clause: the one look-up that a report needs, however many siblings there are. */
export type SiblingIndex = {
  readonly siblings: readonly IndexedSibling[]
  readonly holders: ReadonlyMap<string, readonly number[]>
  /** A clause that more siblings have than this is a common template and nobody's own. */
  readonly common: number
}

const COMMON_AT_LEAST = 5
const COMMON_SHARE = 0.2
const known = new WeakMap<Siblings, SiblingIndex>()
const knownOnes = new WeakMap<Siblings[number], IndexedSibling>()

/**
 * The index of these siblings, built once for as long as the list lives: every report of a folder uses the same. Of a list that shares siblings
 * with one before, only the others are read.
 */
export function siblingIndex(siblings: Siblings): SiblingIndex {
  const index = known.get(siblings) ?? indexed(siblings)
  known.set(siblings, index)
  return index
}

function indexedOne(sibling: Siblings[number]): IndexedSibling {
  const present = knownOnes.get(sibling)
  if (present) return present
  const { name, parts } = sibling
  const clauses = ownClauses({ parts, authority: name })
  const one = { name, clauses, positions: positionsOf(clauses) }
  knownOnes.set(sibling, one)
  return one
}

function indexed(given: Siblings): SiblingIndex {
  const siblings = given.map(indexedOne)
  const holders = new Map<string, number[]>()
  siblings.forEach(({ positions }, number) => {
    for (const key of positions.keys()) {
      const list = holders.get(key)
      if (list) list.push(number)
      else holders.set(key, [number])
    }
  })
  return { siblings, holders, common: Math.max(COMMON_AT_LEAST, given.length * COMMON_SHARE) }
}
