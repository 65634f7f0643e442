import type { RequestMaterials } from '@gongkai/web'
import { type ChangeEvent, useState } from 'react'
import { call, type Refused } from '../../api/call.js'
import { useAsk } from '../../api/use-ask.js'
import { Failure } from '../../form/failure.js'
import { Waiting } from '../../form/waiting.js'
import { Link } from '../../router/link.js'
import { say } from '../../router/said.js'
import { MATERIAL_STATES } from '../../words/material-words.js'

/** The documents that a request asks for, and how far each is. */
export function MaterialsPart({
  requestId,
  mayHandle,
}: {
  readonly requestId: string
  readonly mayHandle: boolean
}) {
  const path = `/requests/${requestId}/materials`
  const asked = useAsk<RequestMaterials>(path)
  return (
    <section aria-labelledby="materials" className="no-print">
      <h2 id="materials">拟公开材料</h2>
      <Waiting asked={asked}>
        {({ materials }) =>
          materials.length === 0 ? (
            <p className="nothing">
              还没有拟公开材料。把申请所要的文件放在这里，逐份确定全文公开，或者遮盖不予公开的部分，再随答复提供。
            </p>
          ) : (
            <ul className="plain-list">
              {materials.map(({ id, name, state }) => (
                <li key={id}>
                  {mayHandle ? <Link to={`/console${path}/${id}`}>{name}</Link> : name}
                  <span className="about">{MATERIAL_STATES[state]}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
      {mayHandle && <AddMaterials path={path} onAdded={() => asked.reload()} />}
    </section>
  )
}

function AddMaterials({ path, onAdded }: { readonly path: string; readonly onAdded: () => void }) {
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const form = new FormData()
    const files = [...(target.files ?? [])]
    for (const file of files) form.append('file', file, file.name)
    // Emptied, so that the same file can be chosen again.
    target.value = ''
    setRefused(null)
    setSending(true)
    const answer = await call<null>('POST', path, { body: form })
    setSending(false)
    if (!answer.ok) return setRefused(answer.refused)
    say(`已放入${files.length}份拟公开材料。`)
    onAdded()
  }
  return (
    <div className="form" aria-busy={isSending}>
      <div className="actions">
        <label className="file-button plain">
          <input
            type="file"
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.doc,.xls,.ofd"
            onChange={(event) => void take(event)}
          />
          放入拟公开材料
        </label>
        <span className="about">
          PDF、JPG、PNG、Word、Excel，每份不超过30 MB；与申请人的材料分开保存
        </span>
      </div>
      {isSending && <p role="status">正在上传…</p>}
      <Failure refused={refused} />
    </div>
  )
}
