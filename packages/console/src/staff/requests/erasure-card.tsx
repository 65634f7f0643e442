import type { Erasure } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { PersonName } from '../people/person-name.js'
import { say } from '../router/said.js'
import { useMe } from '../session/me.js'
import { dayText, instantText } from '../words/authority-words.js'

type Decision = NonNullable<Erasure['decision']>

/** One decision: what was proposed, by whom, what became of it. Who proposed it does not decide. */
export function ErasureCard({
  erasure,
  mayDecide,
  reload,
}: {
  readonly erasure: Erasure
  readonly mayDecide: boolean
  readonly reload: () => void
}) {
  const me = useMe()
  const [deciding, setDeciding] = useState<Decision | null>(null)
  const { due, overBefore, years, under, reason, proposedBy, proposedAt } = erasure
  const isOwn = proposedBy === me.person.id
  return (
    <>
      <p>
        <strong>{stateText(erasure)}</strong>：{dayText(overBefore)}前终结的{due}
        件，保存{years}年，依据{under}。理由：{reason}
      </p>
      <p className="about">
        <PersonName id={proposedBy} />于{instantText(proposedAt)}提请
        {erasure.decidedBy && erasure.decidedAt && (
          <>
            ，<PersonName id={erasure.decidedBy} />于{instantText(erasure.decidedAt)}决定
          </>
        )}
        {erasure.decidedReason && `：${erasure.decidedReason}`}
      </p>
      {erasure.decision === null && mayDecide && isOwn && (
        <p className="about">由您提请，应由另一人决定。</p>
      )}
      {erasure.decision === null && mayDecide && !isOwn && (
        <div className="actions">
          <Button onClick={() => setDeciding('approved')}>批准清除</Button>
          <Button onClick={() => setDeciding('rejected')}>不批准</Button>
        </div>
      )}
      {deciding && (
        <DecideDialog
          erasure={erasure}
          decision={deciding}
          onClose={() => setDeciding(null)}
          reload={reload}
        />
      )}
    </>
  )
}

function DecideDialog({
  erasure: { id, due },
  decision,
  onClose,
  reload,
}: {
  readonly erasure: Erasure
  readonly decision: Decision
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ reason: '' })
  const isApproval = decision === 'approved'
  const send = () =>
    call<Erasure>('POST', `/erasures/${id}/decision`, {
      body: { decision, reason: values.reason || null },
    })
  return (
    <Dialog title={isApproval ? '批准清除' : '不批准清除'} onClose={onClose}>
      <ActionForm
        submit={isApproval ? '批准清除' : '不批准'}
        isDanger={isApproval}
        onBack={onClose}
        send={send}
        onDone={() => {
          onClose()
          reload()
          say(isApproval ? '已批准，正在后台清除。' : '已决定不予清除。')
        }}
      >
        {isApproval ? (
          <p>将清除{due}件申请中的个人信息、文书内容和材料，不能恢复。</p>
        ) : (
          <ReasonField {...bind('reason')} />
        )}
      </ActionForm>
    </Dialog>
  )
}

function stateText({ decision, doneAt, erased }: Erasure): string {
  if (decision === null) return '等待批准'
  if (decision === 'rejected') return '未批准'
  return doneAt ? `已清除${erased}件` : `正在清除（已办${erased}件）`
}
