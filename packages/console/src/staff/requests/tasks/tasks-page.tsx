import type { RequestTasksPage } from '@gongkai/web'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { StateChips } from '../../form/state-chips.js'
import { Waiting } from '../../form/waiting.js'
import { setQuery, useAddress } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { PageTitle } from '../../router/page-title.js'
import { Pager } from '../../router/pager.js'
import { useMe } from '../../session/me.js'
import { NO_TASKS, TASK_QUEUES } from '../../words/task-words.js'
import { NoRegister, useAuthorityId, useMay, WhichAuthority } from '../use-authority.js'
import { PersonField } from './person-field.js'
import { TaskCard } from './task-card.js'

type Queue = keyof typeof TASK_QUEUES

/** 交办事项 of an authority: those of oneself first, for the desk those of everybody. */
export function TasksPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  return (
    <div className="sheet request-page">
      <PageTitle title="交办事项" />
      {authorityId ? <Listed authorityId={authorityId} query={query} /> : <NoRegister />}
    </div>
  )
}

function Listed({
  authorityId,
  query,
}: {
  readonly authorityId: string
  readonly query: URLSearchParams
}) {
  const me = useMe()
  const mayGive = useMay(authorityId)('request.handle')
  const text = query.get('queue')
  const queue: Queue = text !== null && text in TASK_QUEUES ? (text as Queue) : 'open'
  const person = query.get('person') ?? (mayGive ? '' : me.person.id)
  const asked = useAsk<RequestTasksPage>(
    withQuery('/requests/tasks', {
      ...{ authorityId, queue, after: query.get('after') },
      personId: person === 'all' ? null : person || null,
    }),
  )
  return (
    <>
      <WhichAuthority authorityId={authorityId} />
      {mayGive && (
        <PersonField
          label="承办的人员"
          isOptional
          nobody="全部人员"
          authorityId={authorityId}
          fits={() => true}
          value={person === 'all' ? '' : person}
          onChange={(id) => setQuery({ person: id || 'all', after: '' })}
        />
      )}
      <StateChips labels={TASK_QUEUES} state={queue} name="queue" />
      <Waiting asked={asked}>
        {({ tasks, next }) => (
          <>
            {tasks.length === 0 && <p className="nothing">{NO_TASKS[queue]}</p>}
            {[...Map.groupBy(tasks, ({ requestId }) => requestId)].map(([requestId, ofOne]) => (
              <section key={requestId} aria-label={`申请${ofOne[0]?.requestNumber}`}>
                <h2>
                  <Link to={`/console/requests/${requestId}`}>申请{ofOne[0]?.requestNumber}</Link>
                </h2>
                <ol className="cards">
                  {ofOne.map((task) => (
                    <TaskCard
                      key={task.id}
                      task={task}
                      mayGive={mayGive}
                      reload={() => asked.reload()}
                    />
                  ))}
                </ol>
              </section>
            ))}
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </>
  )
}
