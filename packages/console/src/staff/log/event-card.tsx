import type { LoggedEvent } from '@gongkai/web'
import { AuthorityName } from '../authorities/authority-name.js'
import { PersonName } from '../people/person-name.js'
import { roleName, useRoles } from '../people/roles.js'
import { Link } from '../router/link.js'
import { instantText } from '../words/authority-words.js'
import { EVENTS } from '../words/event-words.js'
import { EventDetail } from './event-detail.js'
import { PersonalPart } from './personal-part.js'
import { SubjectName } from './subject-name.js'

/** One event: who did what, when, in which role, why, and what was before and after. */
export function EventCard({
  event,
  reload,
}: {
  readonly event: LoggedEvent
  readonly reload: () => void
}) {
  const { seq, happenedAt, name, subjectKind, subjectId, reason } = event
  const hasPage = subjectKind !== 'session' && subjectKind !== 'region'
  return (
    <li>
      <p>
        <strong>{EVENTS[name] ?? name}</strong>
        {hasPage && '：'}
        {hasPage && <SubjectName kind={subjectKind} id={subjectId} />}
      </p>
      <p className="about">
        {instantText(happenedAt)}，<Doer event={event} />
        ；第{seq}号。
        {hasPage && (
          <Link to={`/console/log?subjectKind=${subjectKind}&subjectId=${subjectId}`}>
            全部有关记录
          </Link>
        )}
      </p>
      {reason && <p>理由：{reason}</p>}
      <PersonalPart event={event} reload={reload} />
      <details>
        <summary>内容</summary>
        <EventDetail text={event.detail} />
        <p className="about digest">校验值 {event.digest}</p>
      </details>
    </li>
  )
}

function Doer({
  event: { personId, onBehalfOf, role, authorityId, subjectKind },
}: {
  readonly event: LoggedEvent
}) {
  const roles = useRoles()
  if (personId === null) return '身份未核实'
  const where = subjectKind === 'authority' ? null : authorityId
  return (
    <>
      <PersonName id={personId} />
      {role && `以${roleName(roles, role)}身份`}
      {onBehalfOf && (
        <>
          代<PersonName id={onBehalfOf} />
        </>
      )}
      {role && '办理'}
      {where && (
        <>
          ，事项所属机关：
          <AuthorityName id={where} />
        </>
      )}
    </>
  )
}
