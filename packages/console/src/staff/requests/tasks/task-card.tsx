import type { RequestTask } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import type { Refused } from '../../api/call.js'
import { Failure } from '../../form/failure.js'
import { PersonName } from '../../people/person-name.js'
import { say } from '../../router/said.js'
import { useMe } from '../../session/me.js'
import { dayText, instantText, todayInChina } from '../../words/authority-words.js'
import { dueText } from '../../words/report-words.js'
import { isOpenTask } from '../../words/task-words.js'
import { AnswerDialog, post, TakeBackDialog } from './task-dialogs.js'

/** One share of the work: to whom, what, by when, how it stands, and what may be done. */
export function TaskCard({
  task,
  mayGive,
  reload,
}: {
  readonly task: RequestTask
  readonly mayGive: boolean
  readonly reload: () => void
}) {
  const me = useMe()
  const [open, setOpen] = useState<'answer' | 'takeBack' | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isOpen = isOpenTask(task)
  const shown = { task, onClose: () => setOpen(null), reload }
  const chase = async () => {
    const answer = await post(task, 'chase', undefined, task.version)
    setRefused(answer.ok ? null : answer.refused)
    if (!answer.ok) return
    say('已催办，并已通知承办的人员。')
    reload()
  }
  return (
    <li className={task.takenBack ? 'over' : ''}>
      <p>
        <strong>
          <PersonName id={task.personId} />
        </strong>
        ：<Standing task={task} />
      </p>
      <p className="lines">{task.task}</p>
      {task.answer && <p className="lines">答复：{task.answer}</p>}
      <p className="about">
        <PersonName id={task.askedBy} />于{instantText(task.askedAt)}交办
        {task.chasedAt && `，已催办${task.chased}次，最近一次${instantText(task.chasedAt)}`}
        {task.takenBack && (
          <>
            ；
            <PersonName id={task.takenBack.by} />于{instantText(task.takenBack.at)}收回：
            {task.takenBack.reason}
          </>
        )}
      </p>
      {isOpen && (
        <div className="actions no-print">
          {task.personId === me.person.id && (
            <Button type="primary" size="small" onClick={() => setOpen('answer')}>
              答复
            </Button>
          )}
          {mayGive && task.personId !== me.person.id && (
            <Button size="small" onClick={() => void chase()}>
              催办
            </Button>
          )}
          {mayGive && (
            <Button size="small" onClick={() => setOpen('takeBack')}>
              收回、改派
            </Button>
          )}
        </div>
      )}
      <Failure refused={refused} />
      {open === 'answer' && <AnswerDialog {...shown} />}
      {open === 'takeBack' && <TakeBackDialog {...shown} />}
    </li>
  )
}

function Standing({ task: { doneOn, dueOn, takenBack } }: { readonly task: RequestTask }) {
  const today = todayInChina()
  if (takenBack) return '已收回'
  if (doneOn) return `${dayText(doneOn)}答复${dueOn && doneOn > dueOn ? '，晚于内部期限' : ''}`
  if (!dueOn) return '待答复，没有定内部期限'
  const left = `（${dueText(dueOn, today)}）`
  return (
    <>
      待答复，内部期限{dayText(dueOn)}
      {dueOn < today ? <strong className="failure late-days">{left}</strong> : left}
    </>
  )
}
