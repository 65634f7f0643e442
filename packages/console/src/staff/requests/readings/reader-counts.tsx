import type { ReadingCounts } from '@gongkai/web'
import { setQuery } from '../../router/address.js'

/** How much each person looked at; whoever looked at many requests without working on them comes first and is marked. */
export function ReaderCounts({ counts: { people, many } }: { readonly counts: ReadingCounts }) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">每个人看了多少</h2>
      <table className="plain-table">
        <caption>
          没有参与办理，指没有被确定为承办人、没有被交办，也没有登记、审批等其他办理。达到{many}
          件、且超过所看的一半的，请核实是否因工作需要。
        </caption>
        <thead>
          <tr>
            <th scope="col">人员</th>
            <th scope="col">看过的申请</th>
            <th scope="col">次数</th>
            <th scope="col">其中没有参与办理的</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, person, requests, readings, without, standsOut }) => (
            <tr key={personId} className={standsOut ? 'wrong' : ''}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => setQuery({ person: personId, after: '' })}
                >
                  {person}
                </button>
              </th>
              <td>{requests}件</td>
              <td>{readings}次</td>
              <td>
                {without}件{standsOut && '，请核实'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
