import { type FeeBands, feeByItem, feeByPage } from '../requests/processing-fee.js'

/** Units of one price: the `from`th to the `to`th, `yuan` in all. */
export type FeeLine = {
  readonly from: number
  readonly to: number
  readonly yuanEach: number
  readonly yuan: number
}

/**
 * The fee of the `first`th to `last`th unit (requests of a month, or pages from 1 on), a line for each price, free units included.
 * Its sum is what `feeByItem` or `feeByPage` gives.
 */
export function feeLines(
  bands: FeeBands,
  way: 'byItem' | 'byPage',
  first: number,
  last: number,
): readonly FeeLine[] {
  const lines: FeeLine[] = []
  for (let nth = first; nth <= last; nth++) {
    const yuanEach = priceOf(bands, way, nth)
    const line = lines.at(-1)
    if (line?.yuanEach === yuanEach)
      lines[lines.length - 1] = { ...line, to: nth, yuan: line.yuan + yuanEach }
    else lines.push({ from: nth, to: nth, yuanEach, yuan: yuanEach })
  }
  return lines
}

function priceOf(bands: FeeBands, way: 'byItem' | 'byPage', nth: number): number {
  if (way === 'byItem') return feeByItem(bands, nth, nth)
  return feeByPage(bands, nth) - (nth > 1 ? feeByPage(bands, nth - 1) : 0)
}
