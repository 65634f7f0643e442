import type { PastItem } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../api/call.js'
import { AuthorityPicker } from '../authorities/authority-picker.js'
import { ActionForm } from '../form/action-form.js'
import { TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Link } from '../router/link.js'
import { say } from '../router/said.js'
import { PAST_LABELS } from './past-words.js'

type Deciding = 'accept' | 'discard' | null

/** One file of the queue: what it says, what is doubtful, and what is decided. */
export function PastEntry({
  item,
  mayDecide,
  onDone,
}: {
  readonly item: PastItem
  readonly mayDecide: boolean
  readonly onDone: () => void
}) {
  const [deciding, setDeciding] = useState<Deciding>(null)
  const { file, state, doubts, printedName, reportYear, reason, reportId } = item
  const isRead = state === 'review' || state === 'ready'
  // What the reading never came to can be taken out; while it is still read, the server says so.
  const isOpen = mayDecide && (isRead || state === 'waiting')
  const back = () => setDeciding(null)
  const done = (words: string) => {
    setDeciding(null)
    say(words)
    onDone()
  }
  return (
    <li>
      <p>
        <strong>{file}</strong>
      </p>
      <p className="about">
        {PAST_LABELS[state]}；机关：{printedName ?? '没有识别'}；年度：{reportYear ?? '没有识别'}
      </p>
      {doubts.length > 0 && (
        <ul className="plain-list">
          {doubts.map(({ kind, message }) => (
            <li key={kind + message}>{message}</li>
          ))}
        </ul>
      )}
      {reason && <p>移出的理由：{reason}</p>}
      {reportId && <Link to={`/console/reports/${reportId}`}>查看报告</Link>}
      {isOpen && deciding === null && (
        <div className="actions">
          {isRead && <Button onClick={() => setDeciding('accept')}>采用</Button>}
          <Button onClick={() => setDeciding('discard')}>移出</Button>
        </div>
      )}
      {deciding === 'accept' && (
        <AcceptForm item={item} onBack={back} onDone={() => done('已采用。')} />
      )}
      {deciding === 'discard' && (
        <DiscardForm item={item} onBack={back} onDone={() => done('已移出队列。')} />
      )}
    </li>
  )
}

type Given = {
  readonly item: PastItem
  readonly onBack: () => void
  readonly onDone: () => void
}

function AcceptForm({ item, onBack, onDone }: Given) {
  const [targetId, setTarget] = useState(item.targetId ?? item.proposals[0]?.authorityId ?? '')
  const { values, bind } = useForm({ year: `${item.reportYear ?? ''}` })
  const send = () =>
    call<PastItem>('POST', `/past/items/${item.id}/decide`, {
      body: { kind: 'accept', targetId, reportYear: Number(values.year) },
      version: item.version,
    })
  return (
    <ActionForm submit="采用为已公布的报告" onBack={onBack} send={send} onDone={onDone}>
      <AuthorityPicker label="机关" value={targetId} onChange={setTarget} />
      <TextField label="报告年度" inputMode="numeric" {...bind('year')} />
    </ActionForm>
  )
}

function DiscardForm({ item, onBack, onDone }: Given) {
  const { values, bind } = useForm({ reason: '' })
  const send = () =>
    call<PastItem>('POST', `/past/items/${item.id}/decide`, {
      body: { kind: 'discard', reason: values.reason },
      version: item.version,
    })
  return (
    <ActionForm submit="移出队列" onBack={onBack} send={send} onDone={onDone}>
      <TextField label="理由" {...bind('reason')} />
    </ActionForm>
  )
}
