import type { NoticeChoiceRequest, NoticeChoices } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { TextField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'

/** Which kinds of notices go out as mail too, and when no mail does. */
export function NoticeChoicesPart() {
  const asked = useAsk<NoticeChoices>('/notices/choices')
  const [refused, setRefused] = useState<Refused | null>(null)
  const choose = async (body: NoticeChoiceRequest) => {
    const answer = await call<unknown>('POST', '/notices/choices', { body })
    setRefused(answer.ok ? null : answer.refused)
    if (!answer.ok) return
    asked.reload()
    say('已保存。')
  }
  return (
    <Waiting asked={asked}>
      {({ kinds, quiet }) => (
        <>
          <p>所有通知都在本页显示。勾选的，同时发送邮件。</p>
          <ul className="plain-list">
            {kinds.map(({ kind, label, mail, mayChoose }) => (
              <li key={kind}>
                <label>
                  <input
                    type="checkbox"
                    checked={mail}
                    disabled={!mayChoose}
                    onChange={({ target }) => void choose({ kind, mail: target.checked })}
                  />{' '}
                  {label}
                  {!mayChoose && <span className="about">（只在系统内显示）</span>}
                </label>
              </li>
            ))}
          </ul>
          <Quiet
            key={`${quiet.since} ${quiet.until}`}
            {...quiet}
            onSave={(next) => void choose({ quiet: next })}
          />
          <Failure refused={refused} />
        </>
      )}
    </Waiting>
  )
}

type Hours = NoticeChoices['quiet']

function Quiet({
  since,
  until,
  onSave,
}: Hours & {
  readonly onSave: (hours: Hours) => void
}) {
  const [from, setFrom] = useState(since)
  const [to, setTo] = useState(until)
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ since: from, until: to })
      }}
    >
      <TextField label="免打扰：自" value={from} onChange={setFrom} hint="如 21:00" />
      <TextField label="至" value={to} onChange={setTo} hint="起止相同的，不设免打扰" />
      <Button htmlType="submit">保存免打扰时段</Button>
    </form>
  )
}
