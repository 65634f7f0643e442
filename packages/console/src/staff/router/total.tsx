/** What a list is counted up to; one more stands for all that is more. */
const MOST_COUNTED = 10_000

/** How many lines a list has, on all its pages; nothing where none was counted. */
export function Total({ total, unit }: { readonly total: number | null; readonly unit: string }) {
  if (!total) return null
  const isMore = total > MOST_COUNTED
  return <p className="about">{isMore ? `${MOST_COUNTED}${unit}以上` : `共${total}${unit}`}</p>
}
