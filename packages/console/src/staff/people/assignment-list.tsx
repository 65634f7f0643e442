import type { Assignment, Person } from '@gongkai/web'
import { useRegister } from '../authorities/register.js'
import { Link } from '../router/link.js'
import { mayAt, useMe } from '../session/me.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { roleName, useRoles } from './roles.js'

/** What a person holds and held, the latest first. */
export function AssignmentList({ person }: { readonly person: Person }) {
  const roles = useRoles()
  if (person.assignments.length === 0) return <p className="nothing">没有职责。</p>
  return (
    <ul className="cards">
      {person.assignments.map((one) => (
        <li key={one.id} className={isOver(one) ? 'over' : ''}>
          <p>
            <strong>
              {one.authorityName}：{roleName(roles, one.role)}
            </strong>
            {one.section && `（${one.section}）`}
          </p>
          <p className="about">{periodText(one)}</p>
          {!isOver(one) && <Actions person={person} assignment={one} />}
        </li>
      ))}
    </ul>
  )
}

function Actions({
  person: { id, state },
  assignment,
}: {
  readonly person: Person
  readonly assignment: Assignment
}) {
  const me = useMe()
  const { pathOf } = useRegister()
  const path = pathOf(assignment.authorityId)
  const isOwn = me.person.id === id
  return (
    <p className="actions">
      {mayAt(me, 'assignment.give', path) && (
        <Link to={`/console/people/${id}/section/${assignment.id}`}>
          {assignment.section ? '更改科室' : '写明科室'}
        </Link>
      )}
      {mayAt(me, 'assignment.end', path) && (
        <Link to={`/console/people/${id}/end/${assignment.id}`}>收回</Link>
      )}
      {state === 'active' && (isOwn || mayAt(me, 'deputy.appoint', path)) && (
        <Link to={`/console/people/${id}/deputy/${assignment.id}`}>指定代理人</Link>
      )}
    </p>
  )
}

export function isOver({ until }: Assignment): boolean {
  return until !== null && until < todayInChina()
}

function periodText({ since, until }: Assignment): string {
  if (until !== null && until < since) return '没有开始即已收回'
  return until === null ? `自${dayText(since)}起` : `${dayText(since)}至${dayText(until)}`
}
