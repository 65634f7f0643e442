import type { PastStarted } from '@gongkai/web'
import { type ChangeEvent, useState } from 'react'
import { call, type Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { Failure } from '../form/failure.js'

/** Bytes and files of one upload; a folder that has more is sent in several. */
const MOST_BYTES = 50_000_000
const MOST_FILES = 500

/** Chooses files, a zip, or a whole folder, and sends them in turn. */
export function UploadPart({
  authorityId,
  onStarted,
}: {
  readonly authorityId: string
  readonly onStarted: (importId: string) => void
}) {
  const [sent, setSent] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [left, setLeft] = useState<PastStarted['refused']>([])
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    target.value = ''
    setRefused(null)
    setLeft([])
    let done = 0
    for (const part of parts(files)) {
      setSent(`正在上传：${done}/${files.length}…`)
      const form = new FormData()
      for (const file of part) form.append('file', file, file.webkitRelativePath || file.name)
      const path = withQuery('/past/imports', { authorityId })
      const answer = await call<PastStarted>('POST', path, { body: form })
      if (!answer.ok) {
        setRefused(answer.refused)
        break
      }
      done += part.length
      setLeft((before) => [...before, ...answer.value.refused])
      onStarted(answer.value.importId)
    }
    setSent(null)
  }
  return (
    <>
      <div className="actions">
        <label className="file-button plain">
          <input type="file" multiple onChange={(event) => void take(event)} />
          选择文件或压缩包
        </label>
        <label className="file-button plain">
          <input type="file" {...FOLDER} onChange={(event) => void take(event)} />
          选择文件夹
        </label>
      </div>
      {sent && <p role="status">{sent}</p>}
      <Failure refused={refused} />
      {left.length > 0 && (
        <ul className="plain-list">
          {left.map(({ name, message }) => (
            <li key={name}>
              {name}：{message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** React does not know the attribute by its name. */
const FOLDER: object = { webkitdirectory: '' }

/** In the order given, each so small that it may be sent at once. */
function parts(files: readonly File[]): readonly (readonly File[])[] {
  const all: File[][] = []
  let bytes = 0
  for (const file of files) {
    const last = all.at(-1)
    if (last && bytes + file.size <= MOST_BYTES && last.length < MOST_FILES) {
      last.push(file)
      bytes += file.size
    } else {
      all.push([file])
      bytes = file.size
    }
  }
  return all
}
