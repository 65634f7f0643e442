import { ANY, type RowLaw } from './row-law.js'

/** How many steps a search may still take; shared by the searches that belong together. */
export type Steps = { left: number }

/** No count has more digits. */
const LONGEST = 12

/** A number of more than one digit, with or without groups of three. */
const TOTAL = /^(?:[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)$/

/** Numbers in the order in which they stand in a run of digits. */
type Run = readonly string[]

/**
 * Every way to cut digits that have run together into at most `most` numbers without leading zeros: of the
 * numbers under a law other than `ANY` the last is the sum of the others. `pieces` were parted by print. Null
 * when the steps do not suffice.
 */
export function cutsOf(
  pieces: readonly string[],
  most: number,
  law: RowLaw,
  steps: Steps,
): Run[] | null {
  if (lengthOf(pieces) > most * LONGEST) return null
  if (law === ANY) return cut(pieces, most, null, steps)
  const found: Run[] = []
  const head = pieces.slice(0, -1)
  const last = pieces.at(-1) ?? ''
  for (let size = 1; size <= Math.min(last.length, LONGEST); size++) {
    const total = last.slice(-size)
    if (size > 1 && !TOTAL.test(total)) continue
    const rest = last.slice(0, -size)
    const parts = cut(rest === '' ? head : [...head, rest], most - 1, worth(total), steps)
    if (!parts) return null
    found.push(...parts.map((part) => [...part, total]))
  }
  return found
}

/** The cuts of `pieces` into at most `most` numbers that add up to `sum`, to anything where it is null. */
function cut(
  pieces: readonly string[],
  most: number,
  sum: number | null,
  steps: Steps,
): Run[] | null {
  const [piece, ...others] = pieces
  if (piece === undefined) return sum === null || sum === 0 ? [[]] : []
  if (--steps.left < 0) return null
  if (most === 0 || !canAddUp(lengthOf(pieces), most, sum)) return []
  const found: Run[] = []
  for (const part of partsOf(piece, sum === null)) {
    if (sum !== null && worth(part) > sum) break
    const rest = part.length === piece.length ? others : [piece.slice(part.length), ...others]
    const tails = cut(rest, most - 1, sum === null ? null : sum - worth(part), steps)
    if (!tails) return null
    found.push(...tails.map((tail) => [part, ...tail]))
  }
  return found
}

/** Numbers add up to no more digits than they have, and none of them has more than their sum. */
function canAddUp(digits: number, most: number, sum: number | null): boolean {
  if (sum === null) return true
  const size = String(sum).length
  return digits <= most * size && (sum === 0 || size <= digits)
}

/** What a number or a mark counts. */
export function worth(part: string): number {
  return Number(part.replaceAll(',', '')) || 0
}

/** The numbers, shortest first, and the marks that a piece may begin with; where numbers have signs a stroke may be one. */
function partsOf(piece: string, isSigned: boolean): readonly string[] {
  const [digits = ''] = (isSigned ? /^[+-]?\d+/ : /^\d+/).exec(piece) ?? []
  if (digits === '') return marksOf(piece)
  const sign = /^[+-]/.test(digits) ? 1 : 0
  const longest = digits[sign] === '0' ? 1 : Math.min(LONGEST, digits.length - sign)
  const plain = Array.from({ length: longest }, (_, i) => piece.slice(0, sign + 1 + i))
  if (digits.startsWith('-')) plain.unshift('-')
  return piece[digits.length] === ',' ? [...plain, ...grouped(piece)] : plain
}

/** An official dash is one stroke long, or two. */
function marksOf(piece: string): readonly string[] {
  if (piece.startsWith(',')) return []
  return piece.startsWith('——') ? ['—', '——'] : [piece.slice(0, 1)]
}

/** The numbers in groups of three that a piece may begin with, shortest first. */
function grouped(piece: string): string[] {
  const [longest = ''] = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+/.exec(piece) ?? []
  const groups = longest.split(',').slice(1)
  return groups.map((_, after) => longest.slice(0, longest.length - 4 * after)).reverse()
}

/** How many digits and marks at least. */
function lengthOf(pieces: readonly string[]): number {
  return pieces.reduce(
    (sum, piece) => sum + piece.replaceAll(',', '').replaceAll('——', '—').length,
    0,
  )
}
