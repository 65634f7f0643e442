import type { LetterView, RequestLetter } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { Link } from '../../router/link.js'
import { say } from '../../router/said.js'
import { useMe } from '../../session/me.js'
import { APPROVERS, LETTER_STATES } from '../../words/letter-words.js'
import { useMay } from '../use-authority.js'
import { CorrectSendingDialog, SendDialog, ServiceDialog, sendingOf } from './sending-dialogs.js'
import { TextDialog } from './text-dialog.js'
import { versionedLetter } from './versioned-letter.js'

type Act = 'approve' | 'return' | 'discard' | 'send' | 'service' | 'sending'

/** What may be done with a letter as far as it is now, by whom it concerns. */
export function LetterActs({
  view,
  reload,
}: {
  readonly view: LetterView
  readonly reload: () => void
}) {
  const { letter } = view
  const [act, setAct] = useState<Act | null>(null)
  const may = useMay(letter.authorityId)
  const { state } = letter
  const shown = { letter, onClose: () => setAct(null), reload }
  const path = `/requests/${letter.requestId}/letters/${letter.id}`
  const button = (one: Act, label: string, isMain = false) => (
    <Button type={isMain ? 'primary' : 'default'} onClick={() => setAct(one)}>
      {label}
    </Button>
  )
  const post = (to: string) => (body: unknown, version: number) =>
    call<RequestLetter>('POST', `${path}/${to}`, { body, version })
  const mayHandle = may('request.handle')
  const isUnsent = state === 'draft' || state === 'inReview' || state === 'approved'
  return (
    <>
      {state === 'inReview' && <Review view={view} onAct={setAct} />}
      {mayHandle && (
        <div className="actions">
          {state === 'draft' && <SubmitForm letter={letter} reload={reload} />}
          {state === 'draft' && <Link to={`/console${path}/edit`}>修改登记的事项</Link>}
          {(state === 'approved' || state === 'returned') &&
            button('send', sendingOf(letter), true)}
          {(state === 'sent' || state === 'returned' || state === 'noticed') &&
            button('service', '登记送达情况', state === 'sent')}
          {isUnsent && button('discard', '作废')}
          {letter.sentOn && may('letter.correct') && button('sending', '更正送出的登记')}
        </div>
      )}
      {act === 'approve' && (
        <TextDialog
          {...shown}
          doing="同意"
          label="意见"
          isOptional
          send={(opinion, version) => post('approve')({ opinion: opinion || null }, version)}
        />
      )}
      {act === 'return' && (
        <TextDialog
          {...shown}
          doing="退回修改"
          label="修改意见"
          send={(reason, version) => post('return')({ reason }, version)}
        />
      )}
      {act === 'discard' && (
        <TextDialog
          {...shown}
          doing="作废"
          label="作废的原因"
          isDanger
          {...(letter.documentNumber && {
            hint: `发文字号${letter.documentNumber}不再使用。`,
          })}
          send={(reason, version) => post('discard')({ reason }, version)}
        />
      )}
      {act === 'send' && <SendDialog {...shown} send={post('send')} />}
      {act === 'sending' && <CorrectSendingDialog {...shown} send={post('sending')} />}
      {act === 'service' && <ServiceDialog {...shown} send={post('service')} />}
    </>
  )
}

/** Who has consented, who is to consent next, and what that person may do. */
function Review({
  view: { letter, approvals },
  onAct,
}: {
  readonly view: LetterView
  readonly onAct: (act: Act) => void
}) {
  const me = useMe()
  const may = useMay(letter.authorityId)
  const next = letter.needs.find((need) => approvals.every(({ role }) => role !== need))
  if (!next) return null
  const { label, action } = APPROVERS[next]
  const isOwn = letter.writers.includes(me.person.id)
  return (
    <>
      <p>
        等待{label}。
        {approvals.length > 0 &&
          `已同意：${approvals.map(({ role }) => APPROVERS[role].label).join('、')}。`}
      </p>
      {may(action) && isOwn && (
        <p className="about">您拟制或者修改过这份文书，由其他有审批职责的人员审批。</p>
      )}
      {may(action) && (
        <div className="actions">
          {!isOwn && (
            <Button type="primary" onClick={() => onAct('approve')}>
              同意
            </Button>
          )}
          <Button onClick={() => onAct('return')}>退回修改</Button>
        </div>
      )}
    </>
  )
}

function SubmitForm({
  letter,
  reload,
}: {
  readonly letter: RequestLetter
  readonly reload: () => void
}) {
  const path = `/requests/${letter.requestId}/letters/${letter.id}/submit`
  const doing = letter.needs.length > 0 ? '送审' : '制作完成'
  return (
    <ActionForm
      submit={doing}
      versioned={versionedLetter(letter, doing, reload)}
      send={(version) => call<RequestLetter>('POST', path, { version })}
      onDone={({ state }) => {
        reload()
        say(`已${doing}：${LETTER_STATES[state]}。`)
      }}
    >
      {null}
    </ActionForm>
  )
}
