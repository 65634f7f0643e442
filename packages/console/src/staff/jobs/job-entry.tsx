import type { ListedJob } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { usePersonName } from '../api/names.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { say } from '../router/said.js'
import { mayAnywhere, useMe } from '../session/me.js'
import { instantText } from '../words/authority-words.js'
import { JOB_STATES } from './job-words.js'

/** One piece of background work: how far it is, what went wrong, and what may be done about it. */
export function JobEntry({
  job,
  onChanged,
}: {
  readonly job: ListedJob
  readonly onChanged: () => void
}) {
  const { label, state, done, total, message, failure, retried, askedAt, startedAt, endedAt } = job
  const me = useMe()
  const [change, setChange] = useState<'retry' | 'cancel' | null>(null)
  const may = mayAnywhere(me, 'job.change')
  return (
    <li className={state === 'failed' ? 'late' : ''}>
      <p>
        <strong>{label}</strong> <span className="badge">{JOB_STATES[state]}</span>
      </p>
      {state === 'running' && total !== null && (
        <p>
          <progress value={done} max={total} aria-label={`${label}的进度`} /> {done}/{total}
        </p>
      )}
      {message && <p>{message}</p>}
      {failure && <p className="failure">{failure}</p>}
      <p className="about">
        {job.askedBy && <Asker id={job.askedBy} />}
        {instantText(askedAt)}布置
        {startedAt && `，${instantText(startedAt)}开始`}
        {endedAt && `，${instantText(endedAt)}结束`}
        {retried > 0 && `，重试${retried}次`}
      </p>
      {may && (
        <div className="actions">
          {(state === 'failed' || state === 'cancelled') && (
            <Button size="small" onClick={() => setChange('retry')}>
              重试<span className="hidden">：{label}</span>
            </Button>
          )}
          {state === 'waiting' && (
            <Button size="small" onClick={() => setChange('cancel')}>
              取消<span className="hidden">：{label}</span>
            </Button>
          )}
        </div>
      )}
      {change && (
        <ChangeDialog
          job={job}
          change={change}
          onClose={() => setChange(null)}
          onDone={() => {
            setChange(null)
            onChanged()
          }}
        />
      )}
    </li>
  )
}

function Asker({ id }: { readonly id: string }) {
  return `${usePersonName(id)}，`
}

const CHANGES = {
  retry: { label: '重试任务', said: '已重新布置。', follows: '任务将从头再办一次。' },
  cancel: { label: '取消任务', said: '任务已取消。', follows: '取消后不再办理，可以重试。' },
} as const

function ChangeDialog({
  job: { id, label },
  change,
  onClose,
  onDone,
}: {
  readonly job: ListedJob
  readonly change: keyof typeof CHANGES
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const words = CHANGES[change]
  return (
    <Dialog title={`${words.label}：${label}`} onClose={onClose}>
      <ActionForm
        submit={words.label}
        onBack={onClose}
        send={() => call<unknown>('POST', `/jobs/${id}/${change}`, { body: { reason } })}
        onDone={() => {
          onDone()
          say(words.said)
        }}
      >
        <p>{words.follows}</p>
        <ReasonField value={reason} onChange={setReason} />
      </ActionForm>
    </Dialog>
  )
}
