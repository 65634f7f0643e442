import type { Ended, OwnSession } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmButton } from '../../ui/confirm-button.js'
import { call, type Refused } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { instantText } from '../words/authority-words.js'
import { agentText } from './agent-text.js'

/** Where one is signed in, and signing out there. */
export function SessionList() {
  const asked = useAsk<readonly OwnSession[]>('/sessions')
  const [refused, setRefused] = useState<Refused | null>(null)
  const end = async (id: string) => {
    const answer = await call<unknown>('DELETE', `/sessions/${id}`)
    setRefused(answer.ok ? null : answer.refused)
    if (answer.ok) say('该登录已退出。')
    asked.reload()
  }
  const endOthers = async () => {
    const answer = await call<Ended>('DELETE', '/sessions')
    setRefused(answer.ok ? null : answer.refused)
    if (answer.ok) say(`其他${answer.value.ended}个登录已全部退出。`)
    asked.reload()
  }
  return (
    <Waiting asked={asked}>
      {(sessions) => (
        <>
          <Failure refused={refused} />
          <ul className="cards">
            {sessions.map(({ id, isThis, createdAt, seenAt, address, agent }) => (
              <li key={id}>
                <p>
                  <strong>{agentText(agent)}</strong>
                  {isThis && '（本次登录）'}
                </p>
                <p className="about">
                  地址{address ?? '不明'}；{instantText(createdAt)}登录，最近使用
                  {instantText(seenAt)}
                </p>
                {!isThis && (
                  <Button
                    aria-label={`退出${agentText(agent)}，${instantText(createdAt)}登录的`}
                    onClick={() => void end(id)}
                  >
                    退出
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <ConfirmButton
              title="退出其他全部登录？"
              text="除本次登录外，您在其他计算机和手机上的登录立即结束，没有保存的内容不再保留。"
              action="全部退出"
              onConfirm={() => void endOthers()}
            >
              退出其他全部登录
            </ConfirmButton>
          )}
        </>
      )}
    </Waiting>
  )
}
