import type { Todo, Todos } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { Link } from '../router/link.js'
import { dayText, instantText, todayInChina } from '../words/authority-words.js'
import { dueOnText, TODO_KINDS } from '../words/report-words.js'
import { NothingWaits } from './nothing-waits.js'

/** What waits for the person, by kind, the most pressing first. */
export function TodoList() {
  const asked = useAsk<Todos>('/todos')
  return (
    <Waiting asked={asked}>
      {({ items, counts }) =>
        items.length === 0 ? (
          <NothingWaits />
        ) : (
          counts.map(({ kind, count }) => (
            <section key={kind} aria-label={TODO_KINDS[kind]}>
              <h3>
                {TODO_KINDS[kind]}（{count}）
              </h3>
              <Entries todos={items.filter((one) => one.kind === kind)} />
              <More items={items} kind={kind} count={count} />
            </section>
          ))
        )
      }
    </Waiting>
  )
}

/** So many of a kind stand open; the rest is folded, so that no kind pushes the others out of sight. */
const OPEN = 8

function Entries({ todos }: { readonly todos: readonly Todo[] }) {
  const rest = todos.slice(OPEN)
  return (
    <>
      <Cards todos={todos.slice(0, OPEN)} />
      {rest.length > 0 && (
        <details>
          <summary>其余{rest.length}项</summary>
          <Cards todos={rest} />
        </details>
      )}
    </>
  )
}

function Cards({ todos }: { readonly todos: readonly Todo[] }) {
  return (
    <ul className="cards">
      {todos.map((todo) => (
        <Entry key={`${todo.reportId} ${todo.personId} ${todo.title}`} todo={todo} />
      ))}
    </ul>
  )
}

/** Whose authority has done its part: the day of publication does not run against who is to act now. */
const HANDED_IN: readonly Todo['kind'][] = ['review', 'correction']

function Entry({ todo }: { readonly todo: Todo }) {
  const { kind, title, authorityName, dueOn, since } = todo
  const today = todayInChina()
  const counts = !HANDED_IN.includes(kind)
  return (
    <li className={counts && dueOn !== null && dueOn < today ? 'late' : ''}>
      <p>
        <strong>
          <Link to={placeOf(todo)}>{title}</Link>
        </strong>
      </p>
      <p className="about">
        {!title.includes(authorityName) && `${authorityName}　`}
        {dueOn && `期限：${counts ? dueOnText(dueOn, today) : dayText(dueOn)}　`}
        {since && `自${instantText(since)}起`}
      </p>
    </li>
  )
}

/** Where all requests of a kind are listed. */
const REQUEST_QUEUES: Partial<Record<Todo['kind'], string>> = {
  requestLate: 'overdue',
  requestArrived: 'arrived',
  requestDue: 'week',
  requestUnserved: 'unserved',
  requestUntold: 'untold',
}

function More({
  items,
  kind,
  count,
}: {
  readonly items: readonly Todo[]
  readonly kind: Todo['kind']
  readonly count: number
}) {
  const shown = items.filter((one) => one.kind === kind)
  if (shown.length >= count) return null
  const collectionId = shown[0]?.collectionId
  const queue = REQUEST_QUEUES[kind]
  return (
    <p>
      另有{count - shown.length}项。
      {collectionId && <Link to={`/console/collections/${collectionId}`}>在进度中查看全部</Link>}
      {queue && <Link to={`/console/requests?queue=${queue}`}>在台账中查看全部</Link>}
    </p>
  )
}

function placeOf({ reportId, personId, collectionId, path }: Todo): string {
  if (path) return path
  if (reportId) return `/console/reports/${reportId}`
  return personId ? `/console/people/${personId}` : `/console/collections/${collectionId}`
}
