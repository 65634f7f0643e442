import type { RequestsPage, RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import type { Refused } from '../api/call.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { Failure } from '../form/failure.js'
import { TextField } from '../form/fields.js'
import { Link } from '../router/link.js'
import { shortened } from '../words/request-words.js'

type Found = RequestsPage['requests']

/** The request that a remedy is about: the one that is linked, or a look for one by its number. Its number stands in no address. */
export function RequestField({
  authorityId,
  value,
  onChange,
}: {
  readonly authorityId: string
  readonly value: string
  readonly onChange: (requestId: string) => void
}) {
  if (value) return <Linked id={value} onDrop={() => onChange('')} />
  return <Look authorityId={authorityId} onChoose={onChange} />
}

function Linked({ id, onDrop }: { readonly id: string; readonly onDrop: () => void }) {
  const { value } = useAsk<RequestView>(`/requests/${id}`)
  return (
    <p className="people-line">
      所涉申请：
      <Link to={`/console/requests/${id}`}>{value?.request.requestNumber ?? '…'}</Link>
      {value && shortened(value.request.title ?? value.request.wanted, 30)}
      <Button size="small" onClick={onDrop}>
        不对应这件申请
      </Button>
    </p>
  )
}

function Look({
  authorityId,
  onChoose,
}: {
  readonly authorityId: string
  readonly onChoose: (requestId: string) => void
}) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const look = async () => {
    const body = { authorityId, words: words.trim(), limit: 5 }
    const answer = await call<RequestsPage>('POST', '/requests/search', { body })
    setRefused(answer.ok ? null : answer.refused)
    setFound(answer.ok ? answer.value.requests : null)
  }
  return (
    <>
      <TextField
        label="所涉申请的编号"
        isOptional
        hint="填写编号后查找、选定。申请没有登记在台账中的不填。"
        value={words}
        onChange={setWords}
      />
      <div className="actions">
        <Button disabled={words.trim() === ''} onClick={() => void look()}>
          查找申请
        </Button>
      </div>
      <div role="status">
        {found?.length === 0 && <p>没有找到这件申请，请核对编号。</p>}
        {found && found.length > 0 && (
          <ul className="plain-list">
            {found.map(({ id, requestNumber, title, wanted }) => (
              <li key={id}>
                <Button size="small" onClick={() => onChoose(id)}>
                  选定{requestNumber}
                </Button>
                {shortened(title ?? wanted, 30)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Failure refused={refused} />
    </>
  )
}
