import type { ReadingsPage, RoleLine } from '@gongkai/web'
import { roleName } from '../../people/roles.js'
import { Link } from '../../router/link.js'
import { instantText } from '../../words/authority-words.js'
import { EVENTS } from '../../words/event-words.js'

type Reading = ReadingsPage['readings'][number]

/** What a reading says beside its time, for the screen and for the file. */
export function rowOf(
  roles: readonly RoleLine[],
  { person, role, requestNumber, name }: Reading,
): readonly string[] {
  return [
    ...[person ?? '申请人本人', role ? roleName(roles, role) : ''],
    ...[requestNumber ?? '', EVENTS[name] ?? name],
  ]
}

/** Who looked at what, the newest first. */
export function ReadingTable({
  roles,
  readings,
}: {
  readonly roles: readonly RoleLine[]
  readonly readings: readonly Reading[]
}) {
  if (readings.length === 0)
    return <p className="nothing">这个期间没有人查看。可以换一个期间或者受理机关。</p>
  return (
    <table className="plain-table roomy requests-list">
      <caption>本页{readings.length}次</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">人员</th>
          <th scope="col">职责</th>
          <th scope="col">申请编号</th>
          <th scope="col">事项</th>
        </tr>
      </thead>
      <tbody>
        {readings.map((one) => {
          const [person, role, number, what] = rowOf(roles, one)
          return (
            <tr key={one.no}>
              <th scope="row">{instantText(one.at)}</th>
              <td data-label="人员">{person}</td>
              <td data-label="职责">{role}</td>
              <td data-label="申请编号">
                <Link to={`/console/requests/${one.requestId}`}>{number}</Link>
              </td>
              <td data-label="事项">{what}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
