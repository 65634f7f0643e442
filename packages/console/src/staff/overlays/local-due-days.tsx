import type { LawData } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { headOf, linesOf, sourceText } from './overlay-words.js'

/** The earlier days that the region has fixed for all its collections, where it has for reports on that year. */
export function LocalDueDays({ year }: { readonly year: number }) {
  const { value } = useAsk<LawData>('/overlays')
  const shown = (value?.overlays ?? []).filter(
    ({ state, content }) =>
      state === 'approved' &&
      content.kind === 'localDuty' &&
      content.fromReportYear <= year &&
      year <= (content.untilReportYear ?? year),
  )
  if (shown.length === 0) return null
  return (
    <>
      <p>本地区已经登记的更早时限，不必再填：</p>
      <ul>
        {shown.map(({ id, content, source }) => (
          <li key={id}>
            {headOf(content, String)}，{linesOf(content)}来源：{sourceText(source)}
          </li>
        ))}
      </ul>
    </>
  )
}
