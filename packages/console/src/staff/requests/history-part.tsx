import type { EventPage } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { EventCard } from '../log/event-card.js'

/** What the log holds of a request or of a remedy, the newest first, for who may read it. */
export function HistoryPart({
  of,
  id,
}: {
  readonly of: 'request' | 'remedy'
  readonly id: string
}) {
  const filter = { subjectKind: of, subjectId: id, limit: 20 }
  const asked = useAsk<EventPage>(withQuery('/events', filter))
  return (
    <section aria-labelledby="log">
      <h2 id="log">记录</h2>
      <Waiting asked={asked}>
        {({ events }) => (
          <ol className="cards">
            {events.map((event) => (
              <EventCard key={event.id} event={event} reload={asked.reload} />
            ))}
          </ol>
        )}
      </Waiting>
    </section>
  )
}
