import type { JobAsked } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { FileLink } from '../api/file-link.js'
import { Failure } from '../form/failure.js'
import { JobProgress } from './job-progress.js'

/** What is done with all reports of a year at once. */
export function BoardActions({
  id,
  mayCheck,
  exportPath,
  onChecked,
}: {
  readonly id: string
  readonly mayCheck: boolean
  readonly exportPath: string
  readonly onChecked: () => void
}) {
  const [job, setJob] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const check = async () => {
    const answer = await call<JobAsked>('POST', `/collections/${id}/check`)
    setRefused(answer.ok ? null : answer.refused)
    if (answer.ok) setJob(answer.value.jobId)
  }
  return (
    <>
      <div className="actions">
        <FileLink path={exportPath} name="年度报告工作进度.xlsx">
          导出进度表
        </FileLink>
        <FileLink path={`/collections/${id}/findings.xlsx`} name="检查发现清单.xlsx">
          导出检查发现清单
        </FileLink>
        {mayCheck && <Button onClick={() => void check()}>检查全部报告</Button>}
      </div>
      {job && <JobProgress key={job} id={job} onDone={onChecked} />}
      <Failure refused={refused} />
    </>
  )
}
