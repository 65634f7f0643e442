import type { Person } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Waiting } from '../form/waiting.js'
import { Link, LinkButton } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { type Action, type Me, mayAnywhere, mayAt, useMe } from '../session/me.js'
import { todayInChina } from '../words/authority-words.js'
import { AssignmentList } from './assignment-list.js'
import { DeputationList } from './deputation-list.js'
import { PERSON_STATES } from './people-words.js'
import { PersonAction } from './person-action.js'

/** A person: what is held, who stands in, and what may be done. */
export function PersonPage({
  id,
  action,
  of,
}: {
  readonly id: string
  readonly action: string | null
  /** The assignment or deputation that it is about; null where it is about the person. */
  readonly of: string | null
}) {
  const asked = useAsk<Person>(`/people/${id}`)
  if (action) {
    return (
      <Waiting asked={asked}>
        {(person) => (
          <PersonAction person={person} action={action} of={of} reload={() => asked.reload(true)} />
        )}
      </Waiting>
    )
  }
  return (
    <div className="sheet">
      <PageTitle title={asked.value?.name ?? '人员'}>
        <Link to="/console/people">返回人员</Link>
      </PageTitle>
      <Waiting asked={asked}>{(person) => <Shown person={person} />}</Waiting>
    </div>
  )
}

function Shown({ person }: { readonly person: Person }) {
  const me = useMe()
  const may = useMayOver(me, person)
  const { id, login, phone, email, state, isContactTold } = person
  const contact = (text: string | null) => (isContactTold ? (text ?? '未填写') : '不对您显示')
  const base = `/console/people/${id}`
  return (
    <>
      <dl className="details">
        <Detail term="登录名" text={login} />
        <Detail term="状态" text={PERSON_STATES[state] ?? state} />
        <Detail term="联系电话" text={contact(phone)} />
        <Detail term="电子邮箱" text={contact(email)} />
      </dl>
      <div className="actions">
        {mayAnywhere(me, 'assignment.give') && (state === 'active' || state === 'invited') && (
          <LinkButton to={`${base}/assign`}>分配职责</LinkButton>
        )}
        {may('work.hand-over') && <LinkButton to={`${base}/hand-over`}>移交工作</LinkButton>}
        {state === 'invited' && may('person.invite') && (
          <LinkButton to={`${base}/invite-again`}>重新邀请</LinkButton>
        )}
        {state === 'active' && may('person.reset') && (
          <LinkButton to={`${base}/reset`}>重设密码</LinkButton>
        )}
        {state !== 'erased' && may('person.correct') && (
          <LinkButton to={`${base}/correct`}>更正人员信息</LinkButton>
        )}
        {state !== 'erased' && holdsNothing(person) && may('event.erase') && (
          <LinkButton to={`${base}/erase`}>依规清除个人信息</LinkButton>
        )}
        {(state === 'active' || state === 'invited') &&
          me.person.id !== id &&
          may('person.block') && <LinkButton to={`${base}/block`}>停用</LinkButton>}
        {state === 'blocked' && may('person.block') && (
          <LinkButton to={`${base}/unblock`}>恢复</LinkButton>
        )}
        {mayAnywhere(me, 'event.read') && (
          <>
            <Link to={`/console/log?personId=${id}`}>其所办事项的记录</Link>
            <Link to={`/console/log?subjectKind=person&subjectId=${id}`}>有关该人员的记录</Link>
          </>
        )}
      </div>
      <h2>职责</h2>
      <AssignmentList person={person} />
      <h2>代理</h2>
      <DeputationList person={person} />
    </>
  )
}

function Detail({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** Nothing today or later; whether the person stands in for somebody, the server says. */
function holdsNothing({ assignments }: Person): boolean {
  const today = todayInChina()
  return assignments.every(({ until }) => until !== null && until < today)
}

/** Whether one may do something in any authority where the person holds something; where it takes all of them, the server says so. */
function useMayOver(me: Me, { assignments }: Person): (action: Action) => boolean {
  const { pathOf } = useRegister()
  return (action) => assignments.some(({ authorityId }) => mayAt(me, action, pathOf(authorityId)))
}
