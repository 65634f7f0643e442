/** The exact sum of decimal numbers: `0.1` and `0.2` give `0.3`. Sums past 2^53 of the last decimal lose digits. */
export function sum(values: readonly number[]): number {
  if (values.every(Number.isInteger)) return values.reduce((total, value) => total + value, 0)
  const places = Math.max(0, ...values.map(decimalsOf))
  return shift(
    values.reduce((total, value) => total + Math.round(shift(value, places)), 0),
    -places,
  )
}

/** `a` less `b`, without the noise of binary fractions. */
export function difference(a: number, b: number): number {
  return sum([a, -b])
}

/** `value` with its decimal point `places` to the right: yuan to 万元 is −4. */
export function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
