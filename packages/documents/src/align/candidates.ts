import { ANY, FIVES_SUM, LAST_IS_SUM, type RowLaw } from './row-law.js'

/** One way to read a row: a text for each column, null where the column holds nothing. */
export type Candidate = readonly (string | null)[]

/** More ways than these are no reading any more. */
const MOST = 20_000

/**
 * All ways in which `tokens` — digits, signed or not, that may have run together, values whose neighbours may have been
 * lost, a page number that strayed in — fill `columns` columns under `law`. Null when one of the tokens
 * is no digits or when there are too many ways. `filled`: the table prints a number in every cell.
 */
export function candidatesOf(
  tokens: readonly string[],
  columns: number,
  law: RowLaw,
  filled: boolean,
): readonly Candidate[] | null {
  const [only = ''] = tokens
  if (tokens.length === 1 && only.length === columns && /^([-—/])\1+$/.test(only))
    return [[...only]]
  if (tokens.length === 0 || !tokens.every((token) => /^[+-]?\d+$/.test(token))) return null
  const lawful = (ways: readonly Candidate[]) => ways.filter((one) => law(numbers(one)))
  if (tokens.length > columns) return lawful(withoutStrays(tokens, columns))
  if (tokens.length > 1) {
    // Blanks part the tokens: each is one number, unless none of the ways to lay them out is lawful.
    const apart = lawful(placements(tokens, columns))
    if (apart.length > 0) return apart
  }
  return oneRun(tokens, columns, law, filled)
}

/**
 * Digits without separators, cut into as many numbers as there are columns. Blanks may have been lost too;
 * only zeros that can stand nowhere else show that the row was printed in full.
 */
function oneRun(
  tokens: readonly string[],
  columns: number,
  law: RowLaw,
  filled: boolean,
): Candidate[] | null {
  const full = splits(tokens, columns, law)?.filter((one) => law(numbers(one)))
  if (!full || filled) return full ?? null
  if (law !== ANY) return full.some((one) => one.includes('0')) ? full : null
  for (let parts = columns - 1; parts > 0; parts--) {
    if (splits(tokens, parts, law)?.length !== 0) return null
  }
  return full
}

/** A candidate as numbers, blank counted as 0. */
export function numbers(candidate: Candidate): number[] {
  return candidate.map((text) => Number(text ?? 0) || 0)
}

/** One or two tokens too many: each way to leave them out. */
function withoutStrays(tokens: readonly string[], columns: number): Candidate[] {
  const surplus = tokens.length - columns
  if (surplus > 2) return []
  return tokens.flatMap((_, out) => {
    const rest = tokens.toSpliced(out, 1)
    return surplus === 1 ? [rest] : withoutStrays(rest, columns)
  })
}

/** Every way to cut the tokens into exactly `columns` numbers without leading zeros. */
function splits(tokens: readonly string[], columns: number, law: RowLaw): Candidate[] | null {
  const found: Candidate[] = []
  let steps = 0
  const cut = (token: number, from: number, parts: readonly string[]): boolean => {
    if (++steps > MOST * 10 || found.length > MOST) return false
    const text = tokens[token]
    if (text === undefined) {
      if (parts.length === columns) found.push(parts)
      return true
    }
    if (parts.length >= columns) return true
    if (law === FIVES_SUM && parts.length % 5 === 0 && parts.length > 0) {
      if (!LAST_IS_SUM(parts.slice(-5).map(Number))) return true
    }
    const sign = /[+-]/.test(text[from] ?? '') ? 1 : 0
    const longest = text[from + sign] === '0' ? sign + 1 : text.length - from
    for (let size = sign + 1; size <= longest; size++) {
      const part = text.slice(from, from + size)
      const isEnd = from + size === text.length
      if (!cut(isEnd ? token + 1 : token, isEnd ? 0 : from + size, [...parts, part])) return false
    }
    return true
  }
  return cut(0, 0, []) ? found : null
}

/** Every way to lay the tokens into the columns in their order, the rest blank. */
function placements(tokens: Candidate, columns: number): Candidate[] {
  if (columns < tokens.length) return []
  const [head, ...tail] = tokens
  if (head === undefined) return [Array<string | null>(columns).fill(null)]
  const here = placements(tail, columns - 1).map((rest) => [head, ...rest])
  return [...here, ...placements(tokens, columns - 1).map((rest) => [null, ...rest])]
}
