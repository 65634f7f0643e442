import type { Deputation, Person } from '@gongkai/web'
import { useRegister } from '../authorities/register.js'
import { Link } from '../router/link.js'
import { mayAt, useMe } from '../session/me.js'
import { dayText } from '../words/authority-words.js'
import { PersonName } from './person-name.js'
import { roleName, useRoles } from './roles.js'

/** Who stands in for the person, and for whom the person stands in, now or later. */
export function DeputationList({ person }: { readonly person: Person }) {
  if (person.deputations.length === 0) return <p className="nothing">没有代理安排。</p>
  return (
    <ul className="cards">
      {person.deputations.map((one) => (
        <Line key={one.id} person={person} deputation={one} />
      ))}
    </ul>
  )
}

function Line({
  person,
  deputation,
}: {
  readonly person: Person
  readonly deputation: Deputation
}) {
  const me = useMe()
  const roles = useRoles()
  const { pathOf } = useRegister()
  const { id, assignmentId, personId, deputyId, since, until } = deputation
  const assignment = person.assignments.find((one) => one.id === assignmentId)
  const mayEnd =
    me.person.id === personId ||
    (assignment !== undefined && mayAt(me, 'deputy.appoint', pathOf(assignment.authorityId)))
  const duty = assignment && `${assignment.authorityName}${roleName(roles, assignment.role)}`
  return (
    <li>
      <p>
        <PersonName id={deputyId} />
        代理
        <PersonName id={personId} />
        {duty && `的${duty}职责`}
      </p>
      <p className="about">
        {dayText(since)}至{dayText(until)}
      </p>
      {mayEnd && (
        <p className="actions">
          <Link to={`/console/people/${person.id}/end-deputy/${id}`}>提前终止</Link>
        </p>
      )}
    </li>
  )
}
