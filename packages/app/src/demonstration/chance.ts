/** Invented numbers that are the same for the same seed, in every installation. */
export type Chance = {
  /** A whole number from `least` to `most`, both included. */
  readonly number: (least: number, most: number) => number
  /** One of them. */
  readonly one: <T>(of: readonly [T, ...T[]]) => T
  /** `count` of them in a new order; all where there are fewer. */
  readonly some: <T>(of: readonly T[], count: number) => readonly T[]
}

/** Mulberry32: small, and the same everywhere. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
    (sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16777619),
    2166136261,
  )
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    number,
    one: (of) => of[number(0, of.length - 1)] ?? of[0],
    some: (of, count) =>
      of
        .map((one) => ({ one, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .slice(0, count)
        .map(({ one }) => one),
  }
}
