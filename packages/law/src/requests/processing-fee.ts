import { citePlace } from '../citation.js'
import { localDate } from '../local-date.js'
import type { Timeline } from '../provision.js'

/** A band of the fee: from the first unit that it holds, so many yuan each. */
export type FeeBand = { readonly from: number; readonly yuan: number }

/** 信息处理费, by one way or the other and never both. */
export type FeeBands = {
  /** 按件: requests of one applicant in one calendar month, added up. Beyond the last band every ten cost a further `step`. */
  readonly byItem: readonly [FeeBand, ...FeeBand[]]
  readonly step: { readonly units: number; readonly yuan: number }
  /** 按量: pages of one request; one side of A4 is one page. */
  readonly byPage: readonly [FeeBand, ...FeeBand[]]
}

/** In yuan, progressive: each unit costs what its own band says. */
export const FEE_BANDS: Timeline<FeeBands> = [
  {
    from: localDate('2021-01-01'),
    value: {
      byItem: [
        { from: 1, yuan: 0 },
        { from: 11, yuan: 100 },
        { from: 31, yuan: 200 },
      ],
      step: { units: 10, yuan: 100 },
      byPage: [
        { from: 1, yuan: 0 },
        { from: 31, yuan: 10 },
        { from: 101, yuan: 20 },
        { from: 201, yuan: 40 },
      ],
    },
    source: citePlace('FEES-2020', '收费标准'),
    known: 'seen',
  },
]

/** Yuan for the `first`th to `last`th request of an applicant in a calendar month, both counted (whole numbers from 1 on). */
export function feeByItem({ byItem, step }: FeeBands, first: number, last: number): number {
  const top = byItem.at(-1) ?? byItem[0]
  const priceOf = (nth: number) => {
    const beyond = Math.max(0, Math.floor((nth - top.from) / step.units))
    return priceIn(byItem, nth) + beyond * step.yuan
  }
  return sumOf(first, last, priceOf)
}

/** Yuan for the pages of one request. */
export function feeByPage({ byPage }: FeeBands, pages: number): number {
  return sumOf(1, pages, (nth) => priceIn(byPage, nth))
}

function priceIn(bands: readonly FeeBand[], nth: number): number {
  return bands.findLast(({ from }) => from <= nth)?.yuan ?? 0
}

function sumOf(first: number, last: number, priceOf: (nth: number) => number): number {
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1)
    throw new RangeError(`件数、页数应为正整数：${first}，${last}`)
  let yuan = 0
  for (let nth = first; nth <= last; nth++) yuan += priceOf(nth)
  return yuan
}
