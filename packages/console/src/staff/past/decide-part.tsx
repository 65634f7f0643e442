import type { PastItem, PastReading } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField, TextField } from '../form/fields.js'

type Given = {
  readonly item: PastReading
  readonly onDone: (words: string) => void
}

/** Whose report of which year it is, to be put right; then it is taken over, or out of the queue. */
export function DecidePart({
  item,
  chosen: { targetId, year },
  onTarget,
  onYear,
  onDone,
  onAgain,
}: Given & {
  readonly chosen: { readonly targetId: string; readonly year: string }
  readonly onTarget: (id: string) => void
  readonly onYear: (year: string) => void
  /** It is being read again. */
  readonly onAgain: () => void
}) {
  const [isDiscarding, setDiscarding] = useState(false)
  const [isAgain, setAgain] = useState(false)
  const accept = () =>
    call<PastItem>('POST', `/past/items/${item.id}/decide`, {
      body: { kind: 'accept', targetId, reportYear: Number(year) },
      version: item.version,
    })
  const again = () => {
    // What was recognised is recognised anew; what was put right stays.
    const settled = {
      targetId: targetId === (item.targetId ?? '') ? null : targetId || null,
      reportYear: year === `${item.reportYear ?? ''}` ? null : Number(year) || null,
    }
    return call<PastItem>('POST', `/past/items/${item.id}/read-again`, {
      body: settled,
      version: item.version,
    })
  }
  const discard = <Button onClick={() => setDiscarding(true)}>移出队列…</Button>
  const others = (
    <>
      {item.state !== 'waiting' && <Button onClick={() => setAgain(true)}>重新识别…</Button>}
      {discard}
    </>
  )
  return (
    <>
      {item.reading ? (
        <ActionForm
          submit="采用为已公布的报告"
          beside={others}
          send={accept}
          onDone={() => onDone('已采用。')}
        >
          <div className="columns">
            <AuthorityPicker label="机关" value={targetId} onChange={onTarget} />
            <TextField label="报告年度" inputMode="numeric" value={year} onChange={onYear} />
          </div>
        </ActionForm>
      ) : (
        <div className="actions">{others}</div>
      )}
      {isAgain && (
        <Dialog title="重新识别" onClose={() => setAgain(false)}>
          <ActionForm
            submit="重新识别"
            onBack={() => setAgain(false)}
            send={again}
            onDone={onAgain}
          >
            <p>
              在后台再识别一次原文件。改选的机关、填写的年度保持不变；识别完之前，原来读出的内容仍然保存。
            </p>
          </ActionForm>
        </Dialog>
      )}
      {isDiscarding && (
        <Dialog title="移出队列" onClose={() => setDiscarding(false)}>
          <DiscardForm item={item} onBack={() => setDiscarding(false)} onDone={onDone} />
        </Dialog>
      )}
    </>
  )
}

function DiscardForm({ item, onBack, onDone }: Given & { readonly onBack: () => void }) {
  const [reason, setReason] = useState('')
  const send = () =>
    call<PastItem>('POST', `/past/items/${item.id}/decide`, {
      body: { kind: 'discard', reason },
      version: item.version,
    })
  return (
    <ActionForm submit="移出队列" onBack={onBack} send={send} onDone={() => onDone('已移出队列。')}>
      <p>不作为报告采用，原文件和理由仍然保存，可以在“已移出”中查到。</p>
      <ReasonField value={reason} onChange={setReason} />
    </ActionForm>
  )
}
