/** What a column holds: a number of things, a change with its sign, or a sum of money. */
export type ColumnKind = 'count' | 'change' | 'amount'

/** A cell as somebody may read it: its state and value in one text, and what it adds to a sum. */
export type Piece = {
  readonly outcome: string
  /** Blanks and marks add nothing; what a text adds nobody knows, and no sum is in force then. */
  readonly adds: number
  /** Where the next cell begins. */
  readonly to: number
}

/** A printed row without what kept its cells apart. */
export type Strip = {
  readonly end: number
  /** Every lawful cell that begins at a place; a blank one takes no room. */
  readonly pieces: (at: number, kind: ColumnKind) => readonly Piece[]
  /** No figure from this place on is larger. */
  readonly ceiling: (at: number) => number
}

const COUNT = String.raw`(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)`
const NUMBERS: Readonly<Record<ColumnKind, RegExp>> = {
  count: new RegExp(`^${COUNT}$`),
  change: new RegExp(`^(?:${COUNT}|[+-](?!0)${COUNT})$`),
  amount: new RegExp(String.raw`^${COUNT}(?:\.\d+)?(?:万?元)?$`),
}
const ANY_NUMBER = new RegExp(String.raw`^[+-]?${COUNT}(?:\.\d+)?(?:\p{Script=Han}{1,2})?$`, 'u')
const MARK = /^(?:[/\\—无-]|——)$/

/** A strip of one string, or of the texts that are left where blank cells are lost. */
export function stripOf(print: string | readonly string[]): Strip {
  return typeof print === 'string' ? gluedStrip(plain(print)) : tokenStrip(print.map(plain))
}

/** A cell's state and value in one text, to be compared. */
export function outcomeOf({ state, value }: { state: string; value: number | null }): string {
  return value === null ? state : `${state} ${value}`
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll('−', '-').trim()

const figure = (text: string): number => Number(text.replace(/[^\d.+-]/g, ''))

function piece(text: string, numbers: RegExp, to: number): Piece | undefined {
  if (numbers.test(text)) {
    const value = figure(text)
    return { outcome: outcomeOf({ state: 'number', value }), adds: value, to }
  }
  return MARK.test(text) ? { outcome: 'mark', adds: 0, to } : undefined
}

const blankAt = (to: number): Piece => ({ outcome: 'blank', adds: 0, to })

function gluedStrip(text: string): Strip {
  const known = new Map<string, readonly Piece[]>()
  const cut = (at: number, kind: ColumnKind): readonly Piece[] => {
    const ends = Array.from({ length: text.length - at }, (_, more) => at + more + 1)
    const filled = ends.flatMap((to) => piece(text.slice(at, to), NUMBERS[kind], to) ?? [])
    return [blankAt(at), ...filled]
  }
  return {
    end: text.length,
    pieces: (at, kind) => {
      const found = known.get(`${at} ${kind}`) ?? cut(at, kind)
      known.set(`${at} ${kind}`, found)
      return found
    },
    ceiling: (at) => 10 ** (text.length - at) - 1,
  }
}

function tokenStrip(texts: readonly string[]): Strip {
  const tokens = texts.map(
    (text, at) =>
      piece(text, ANY_NUMBER, at + 1) ?? { outcome: 'text', adds: Number.NaN, to: at + 1 },
  )
  return {
    end: tokens.length,
    pieces: (at) => [blankAt(at), ...tokens.slice(at, at + 1)],
    ceiling: (at) => Math.max(0, ...tokens.slice(at).map(({ adds }) => adds)),
  }
}
