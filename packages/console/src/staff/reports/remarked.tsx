import { type AnnualReport, cellKey, type PartKey, partText } from '@gongkai/report'
import type { ReviewRemark } from '@gongkai/web'
import type { Remarked } from '../../report/sheet-context.js'

/** Where the remarks on a report stand in it now. The text may have moved since: what was quoted is looked for. */
export function remarkedIn(
  report: AnnualReport,
  remarks: readonly ReviewRemark[],
): readonly Remarked[] {
  return remarks.flatMap(({ target, quote, words }): readonly Remarked[] => {
    if (target.kind === 'report') return []
    if (target.kind === 'cells') return [{ keys: target.cells.map(cellKey), words }]
    const start = quote ? (partText(report, target.part) ?? '').indexOf(quote) : -1
    const place = start < 0 ? null : { start, end: start + (quote ?? '').length }
    return [{ part: target.part, place, quote: quote ?? '', words }]
  })
}

/** What was remarked on a part of the text, below it. */
export function PartRemarks({
  part,
  remarked,
}: {
  readonly part: PartKey
  readonly remarked: readonly Remarked[]
}) {
  const own = remarked.filter((one) => 'part' in one && one.part === part)
  if (own.length === 0) return null
  return (
    <ul className="part-remarks">
      {own.map(
        (one) =>
          'part' in one && (
            <li key={`${one.quote} ${one.words}`}>
              审阅意见：{one.words}
              <span className="about">（原文：“{one.quote}”）</span>
            </li>
          ),
      )}
    </ul>
  )
}
