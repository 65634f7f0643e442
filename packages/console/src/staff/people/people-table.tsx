import type { ListedPerson } from '@gongkai/web'
import { Link } from '../router/link.js'
import { PERSON_STATES } from './people-words.js'
import { roleName, useRoles } from './roles.js'

/** People and what they hold. */
export function PeopleTable({ people }: { readonly people: readonly ListedPerson[] }) {
  const roles = useRoles()
  if (people.length === 0) return <p className="nothing">没有符合条件的人员。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="人员列表，可左右滚动">
      <table className="plain-table">
        <caption>本页{people.length}人</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">登录名</th>
            <th scope="col">状态</th>
            <th scope="col">职责</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, login, state, assignments }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/console/people/${id}`}>{name}</Link>
              </th>
              <td>{login}</td>
              <td>{PERSON_STATES[state]}</td>
              <td>
                {assignments.map(({ role, authorityId, authorityName }) => (
                  <p key={`${authorityId} ${role}`}>
                    {authorityName}：{roleName(roles, role)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
