import type { OwnRecordCounts } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { OWN_RESULTS } from '../words/request-words.js'
import type { Period } from './period.js'

// biome-ignore format: table
const ROWS: readonly (readonly [keyof OwnRecordCounts, string])[] = [
  ['received',  '新收'],
  ['corrected', OWN_RESULTS.corrected],
  ['refused',   OWN_RESULTS.refused],
  ['forwarded', OWN_RESULTS.forwarded],
  ['directed',  OWN_RESULTS.directed],
  ['ended',     '撤回、视为放弃'],
  ['open',      '期末未办结'],
]

/** Applications to correct one's own record, by what came of them: they are no part of the report's table. */
export function OwnRecordsPart({
  authorityId,
  period: { from, to },
}: {
  readonly authorityId: string
  readonly period: Period
}) {
  const asked = useAsk<OwnRecordCounts>(
    withQuery('/requests/own-records', { authorityId, from, to }),
  )
  return (
    <section aria-labelledby="own-records">
      <h2 id="own-records">更正与自身相关的政府信息记录的申请</h2>
      <p>条例第四十一条的更正申请另行统计，不计入上表。</p>
      <Waiting asked={asked}>
        {(counts) => (
          <table className="plain-table">
            <caption className="hidden">更正申请的件数</caption>
            <tbody>
              {ROWS.map(([key, label]) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>{counts[key]}件</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Waiting>
    </section>
  )
}
