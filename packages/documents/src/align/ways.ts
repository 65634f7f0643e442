import { cutsOf, type Steps, worth } from './cuts.js'
import { isPageNumber } from './page-number.js'
import { ANY, type RowLaw } from './row-law.js'
import { countOf } from './values.js'

/** One way to read a row: what each column counts, and what is printed there. */
export type Way = {
  /** Blank counted as 0. */
  readonly counts: readonly number[]
  /** Null where the column holds nothing, undefined where it holds nothing or a 0 and nobody can tell which. */
  readonly texts: readonly (string | null | undefined)[]
  readonly gaps: readonly Gap[]
}

/** Columns `from` to `to` (excluded) of which `zeros`, but not all, hold a printed 0 and the rest nothing. */
export type Gap = { readonly from: number; readonly to: number; readonly zeros: number }

/** What the columns of a row can hold. */
export type RowShape = {
  readonly columns: number
  readonly law: RowLaw
  /** Whether a number with a sign may stand in the column; a minus may stand in any by mistake. */
  readonly isChange: (column: number) => boolean
}

/** More ways than these are no reading any more. */
const MOST = 5000

/**
 * All ways in which `tokens` — digits, signed or not, that may have run together, values whose neighbours may have been
 * lost, a page number that strayed in — fill the columns of a row. Null when one of the tokens is no digits or when
 * there are too many ways or the steps do not suffice.
 */
export function waysOf(
  tokens: readonly string[],
  shape: RowShape,
  steps: Steps,
): readonly Way[] | null {
  const { columns, law } = shape
  const marks = marksOf(tokens, columns)
  if (marks) return [wayOf(marks)]
  if (tokens.length === 0 || !tokens.every(law === ANY ? isSignedCells : isCells)) return null
  if (tokens.length > columns) {
    return withoutStrays(tokens, columns)
      .filter((kept) => kept.every(isOneNumber))
      .map(wayOf)
      .filter(({ counts }) => law(counts))
  }
  // Blanks part the tokens: each is one number, unless none of the ways to lay them out is lawful.
  const apart = tokens.length > 1 ? waysApart(tokens, shape) : []
  if (apart?.length !== 0) return apart
  return waysRunTogether(tokens, shape, steps)
}

/** All ways to lay out tokens each of which is one number or mark; none where one of them is not. */
export function waysApart(tokens: readonly string[], shape: RowShape): readonly Way[] | null {
  return tokens.length <= shape.columns && tokens.every(isOneNumber) ? placed([tokens], shape) : []
}

/** All ways to cut and lay out tokens in which numbers have run together; null where the steps do not suffice. */
export function waysRunTogether(
  tokens: readonly string[],
  shape: RowShape,
  steps: Steps,
): readonly Way[] | null {
  const { columns, law, isChange } = shape
  const pieces = law === ANY ? tokens.flatMap(signedPieces) : tokens
  const cuts = cutsOf(pieces, columns, law, steps)
  const ways = cuts && placed(cuts, shape)
  const likely = ways?.filter((way) => isFull(way) || !hasMinus(way, isChange))
  return likely?.length ? likely : ways
}

/** Whether a minus stands at a count: a mistake, which among numbers that have run together nobody looks for beside a blank cell. */
function hasMinus({ texts }: Way, isChange: RowShape['isChange']): boolean {
  return texts.some((text, at) => !isChange(at) && /^-\d/.test(text ?? ''))
}

/** One mark for each column that ran together; an official dash is two strokes long. */
function marksOf([only = '', ...others]: readonly string[], columns: number): string[] | null {
  if (others.length > 0 || !/^([-—/\\无])\1+$/.test(only)) return null
  if (only.length === columns) return [...only]
  return only.startsWith('—') && only.length === 2 * columns
    ? Array<string>(columns).fill('——')
    : null
}

/** A row of which every cell is known. */
export function wayOf(texts: readonly (string | null)[]): Way {
  return { counts: texts.map((text) => countOf(text ?? '') || 0), texts, gaps: [] }
}

/** Whether something is printed in every column. */
export function isFull({ texts }: Way): boolean {
  return texts.every((text) => text)
}

/** Blanks and marks count as 0. */
function countAs(text: Way['texts'][number]): number {
  return worth(text ?? '')
}

/** A sign opens a number of its own. */
function signedPieces(token: string): string[] {
  return token.split(/(?<=\d)(?=[+-])/)
}

function isOneNumber(token: string): boolean {
  return /^(?:[+-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)|[-—/\\无])$/.test(token)
}

/** The same where numbers have signs; a slash between two of them, or strokes on both sides, may be a page number's. */
function isSignedCells(token: string): boolean {
  const isAny = /^(?:\+(?=\d)|\d|(?<=\d),(?=\d{3})|[-—/\\无])+$/.test(token)
  return isAny && !/\d\/\d/.test(token) && !isPageNumber(token)
}

/** Digits and marks that may have run together; a hyphen before the only digits is their minus. */
export function isCells(token: string): boolean {
  return /^(?!-\d+$)(?:\d|(?<=\d),(?=\d{3})|[-—/\\无])+$/.test(token)
}

/** One or two tokens too many: each way to leave them out. */
function withoutStrays(tokens: readonly string[], columns: number): (readonly string[])[] {
  const surplus = tokens.length - columns
  if (surplus > 2) return []
  return tokens.flatMap((_, out) => {
    const rest = tokens.toSpliced(out, 1)
    return surplus === 1 ? [rest] : withoutStrays(rest, columns)
  })
}

/** Every lawful way to lay one of the runs of numbers into the columns in their order. */
function placed(runs: readonly (readonly string[])[], shape: RowShape): Way[] | null {
  const ways: Way[] = []
  for (const run of runs) {
    place(parted(run), shape, ways)
    if (ways.length > MOST) return null
  }
  return ways
}

/** Numbers other than 0, and how many zeros stand before each of them and behind the last. */
type Parted = { readonly numbers: readonly string[]; readonly zeros: readonly number[] }

function parted(run: readonly string[]): Parted {
  const numbers: string[] = []
  const zeros = [0]
  for (const text of run) {
    if (text === '0') zeros.push((zeros.pop() ?? 0) + 1)
    else {
      numbers.push(text)
      zeros.push(0)
    }
  }
  return { numbers, zeros }
}

function place({ numbers, zeros }: Parted, shape: RowShape, ways: Way[]): void {
  const { columns, law, isChange } = shape
  const lay = (at: number, from: number, texts: Way['texts'], gaps: readonly Gap[]): void => {
    const text = numbers[at]
    const least = from + (zeros[at] ?? 0)
    // In a row that closes with its total the last number but 0 is the total.
    const isLast = law !== ANY && at === numbers.length - 1 && countAs(text) > 0
    for (let to = text === undefined || isLast ? columns - (isLast ? 1 : 0) : least; ; to++) {
      if (to > columns || to < least || (text !== undefined && to >= columns)) return
      const gap = { from, to, zeros: zeros[at] ?? 0 }
      const here = [...texts, ...gapTexts(gap)]
      const open = gap.zeros === 0 || gap.zeros === to - from ? gaps : [...gaps, gap]
      if (text === undefined) {
        const counts = here.map(countAs)
        if (law(counts)) ways.push({ counts, texts: here, gaps: open })
        return
      }
      if (!text.startsWith('+') || isChange(to)) lay(at + 1, to + 1, [...here, text], open)
    }
  }
  lay(0, 0, [], [])
}

function gapTexts({ from, to, zeros }: Gap): Way['texts'] {
  const text = zeros === 0 ? null : zeros === to - from ? '0' : undefined
  return Array<string | null | undefined>(to - from).fill(text)
}
