import type { JobPage } from '@gongkai/web'
import { useEffect } from 'react'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { StateChips } from '../form/state-chips.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { PageTitle } from '../router/page-title.js'
import { Pager } from '../router/pager.js'
import { Total } from '../router/total.js'
import { JobEntry } from './job-entry.js'
import { JOB_STATES } from './job-words.js'

/** While something waits or runs, so often is it looked after. */
const AGAIN_MS = 5000

/** The work in the background: what runs, waits and failed, newest first. */
export function JobsPage() {
  const { query } = useAddress()
  const state = query.get('state') ?? ''
  const asked = useAsk<JobPage>(
    withQuery('/jobs', { state, after: query.get('after'), total: 'true' }),
  )
  const { reload } = asked
  const counts = asked.value?.counts ?? []
  const isMoving = counts.some(({ waiting, running }) => waiting + running > 0)
  useEffect(() => {
    if (!isMoving) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload()
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [isMoving, reload])
  return (
    <div className="sheet">
      <PageTitle title="后台任务" />
      <StateChips labels={{ '': '全部', ...JOB_STATES }} state={state} />
      <Waiting asked={asked}>
        {({ jobs, next, total }) => (
          <>
            {counts.length > 0 && (
              <ul className="plain-list">
                {counts.map(({ queue, label, waiting, running, failed }) => (
                  <li key={queue}>
                    {label}：等待{waiting}，进行中{running}，失败{failed}
                  </li>
                ))}
              </ul>
            )}
            <Total total={total} unit="项" />
            {jobs.length === 0 && <p className="nothing">没有符合条件的任务。</p>}
            <ol className="cards">
              {jobs.map((job) => (
                <JobEntry key={job.id} job={job} onChanged={() => reload()} />
              ))}
            </ol>
            <Pager next={next} name="after" />
          </>
        )}
      </Waiting>
    </div>
  )
}
