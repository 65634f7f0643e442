import type { RequestFile, RequestTasks } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import type { Asked } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { TaskCard } from './task-card.js'
import { GiveDialog } from './task-dialogs.js'

/** 交办事项 of a request. */
export function TasksPart({
  request,
  asked,
  mayGive,
}: {
  readonly request: RequestFile
  readonly asked: Asked<RequestTasks>
  readonly mayGive: boolean
}) {
  const [isGiving, setGiving] = useState(false)
  const reload = () => asked.reload()
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">交办事项</h2>
      <Waiting asked={asked}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <p className="nothing">
              {mayGive
                ? '没有交办的事项。需要科室提供材料、意见的，在这里交办。'
                : '没有交您承办的事项。'}
            </p>
          ) : (
            <ol className="cards">
              {tasks.map((task) => (
                <TaskCard key={task.id} task={task} mayGive={mayGive} reload={reload} />
              ))}
            </ol>
          )
        }
      </Waiting>
      {mayGive && !request.closedOn && (
        <Button className="no-print" onClick={() => setGiving(true)}>
          交办
        </Button>
      )}
      {isGiving && (
        <GiveDialog request={request} onClose={() => setGiving(false)} reload={reload} />
      )}
    </section>
  )
}
