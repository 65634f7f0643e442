import type { MovedDates, Overlay } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { say } from '../router/said.js'
import { MovedList } from './moved-list.js'

export type Step = 'approve' | 'reject' | 'withdraw'

const WORDS = {
  approve: { label: '同意', follows: '同意后即时生效，以下日期随之移动。' },
  reject: { label: '不同意', follows: '不同意的不生效，理由写入记录。' },
  withdraw: { label: '撤回', follows: '撤回后即时失效，已经移动的日期移回。' },
} as const

/** Decides an overlay, or takes it back; who approves sees the dates that will move. */
export function StepDialog({
  overlay: { id },
  head,
  step,
  onClose,
  onDone,
}: {
  readonly overlay: Overlay
  readonly head: string
  readonly step: Step
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const [reason, setReason] = useState('')
  const isApproved = step === 'approve'
  const moved = useAsk<MovedDates>(isApproved ? `/overlays/${id}/moved` : null)
  const { label, follows } = WORDS[step]
  const body = isApproved ? {} : { body: { reason } }
  return (
    <Dialog title={`${label}：${head}`} onClose={onClose} isWide={isApproved}>
      <ActionForm
        submit={label}
        send={() => call<MovedDates | null>('POST', `/overlays/${id}/${step}`, body)}
        onDone={(dates) => {
          onDone()
          say(`已${label}。${countText(dates)}`)
        }}
      >
        <p>{follows}</p>
        {isApproved ? (
          <Waiting asked={moved}>{(dates) => <MovedList moved={dates} />}</Waiting>
        ) : (
          <ReasonField value={reason} onChange={setReason} />
        )}
      </ActionForm>
      <Button onClick={onClose}>返回</Button>
    </Dialog>
  )
}

function countText(dates: MovedDates | null): string {
  const count = dates?.dueDays.length ?? 0
  return count === 0 ? '' : `${count}份报告的公布时限已移动，并已通知有关机关。`
}
