import type { EventPage } from '@gongkai/web'
import { FileLink } from '../api/file-link.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { EventCard } from './event-card.js'
import { LogFilters } from './log-filters.js'
import { SubjectName } from './subject-name.js'

/** The log, newest first: all that one may read of it, narrowed by what stands in the address, or the history of one thing. */
export function LogPage() {
  const { query } = useAddress()
  const at = (key: string) => query.get(key) ?? ''
  const day = (key: string, more: number) => at(key) && startOfDay(at(key), more)
  const [subjectKind, subjectId] = [at('subjectKind'), at('subjectId')]
  const filter = {
    ...{ subjectKind, subjectId },
    authorityId: at('authorityId'),
    personId: at('personId'),
    name: at('name'),
    words: at('words'),
    from: day('from', 0),
    until: day('until', 1),
  }
  const asked = useAsk<EventPage>(withQuery('/events', { ...filter, before: at('before') }))
  return (
    <div className="sheet">
      <PageTitle title="记录" />
      {subjectId && (
        <p>
          只显示有关
          <SubjectName kind={subjectKind} id={subjectId} />
          的记录。<Link to="/console/log">显示全部记录</Link>
        </p>
      )}
      <LogFilters key={query.toString()} query={query} />
      <Waiting asked={asked}>
        {({ events, next }) => (
          <>
            {events.length > 0 && (
              <p>
                <FileLink path={withQuery('/events/export', filter)} name="操作记录.csv">
                  导出为 CSV
                </FileLink>
                （符合条件的全部记录，附各条的摘要，不含个人信息）
              </p>
            )}
            {events.length === 0 && (
              <p className="nothing">
                {next === null
                  ? '没有符合条件的记录。'
                  : '较近的记录中没有符合条件的。请翻到下一页，继续查找更早的记录。'}
              </p>
            )}
            <ol className="cards">
              {events.map((event) => (
                <EventCard key={event.id} event={event} reload={asked.reload} />
              ))}
            </ol>
            <Pager next={next} name="before" />
          </>
        )}
      </Waiting>
    </div>
  )
}

/** The instant at which a day begins in China, or so many days later. */
function startOfDay(day: string, more: number): string {
  const start = new Date(`${day}T00:00:00+08:00`)
  return new Date(start.getTime() + more * 24 * 60 * 60 * 1000).toISOString()
}
