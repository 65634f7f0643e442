import { type ChangeEvent, useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { Failure } from '../form/failure.js'
import { SelectField } from '../form/fields.js'
import { say } from '../router/said.js'
import { PURPOSES } from '../words/request-words.js'

/** Puts scans to a request: what they are, then the files. */
export function AddFiles({
  requestId,
  first = 'scan',
  onAdded,
}: {
  readonly requestId: string
  /** What is expected to come first. */
  readonly first?: 'scan' | 'authorisation'
  readonly onAdded: () => void
}) {
  const [purpose, setPurpose] = useState<string>(first)
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const form = new FormData()
    form.append('purpose', purpose)
    const files = [...(target.files ?? [])]
    for (const file of files) form.append('file', file, file.name)
    // Emptied, so that the same file can be chosen again.
    target.value = ''
    setRefused(null)
    setSending(true)
    const answer = await call<null>('POST', `/requests/${requestId}/files`, { body: form })
    setSending(false)
    if (!answer.ok) return setRefused(answer.refused)
    say(`已附上${files.length}个文件。`)
    onAdded()
  }
  return (
    <div className="form" aria-busy={isSending}>
      <SelectField label="要附的材料" options={PURPOSES} value={purpose} onChange={setPurpose} />
      <div className="actions">
        <label className="file-button plain">
          <input type="file" multiple accept={ACCEPTED} onChange={(event) => void take(event)} />
          选择文件
        </label>
        <span className="about">PDF、JPG、PNG、Word、Excel、OFD，每个不超过10 MB</span>
      </div>
      {isSending && <p role="status">正在上传…</p>}
      <Failure refused={refused} />
    </div>
  )
}

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.ofd'
