import type { RequestFiles } from '@gongkai/web'
import { FileLink } from '../api/file-link.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { PersonName } from '../people/person-name.js'
import { instantText } from '../words/authority-words.js'
import { PURPOSES } from '../words/request-words.js'
import { AddFiles } from './add-files.js'

/** What lies with a request. */
export function FilesPart({
  requestId,
  hasAgent,
  mayAdd,
}: {
  readonly requestId: string
  /** Whoever acts for another shows by what right. */
  readonly hasAgent: boolean
  readonly mayAdd: boolean
}) {
  const asked = useAsk<RequestFiles>(`/requests/${requestId}/files`)
  return (
    <section aria-labelledby="files" className="no-print">
      <h2 id="files">来件和凭证</h2>
      <Waiting asked={asked}>
        {({ files }) => (
          <>
            {hasAgent && !files.some(({ purpose }) => purpose === 'authorisation') && (
              <p className="failure-box">
                申请由代理人提出，还没有授权委托书。请扫描后附上；没有提交的，请告知申请人补充。
              </p>
            )}
            {files.length === 0 && (
              <p className="nothing">还没有附材料。来信、申请表、投递凭证等扫描后附在这里。</p>
            )}
            <ul className="plain-list">
              {files.map(({ id, name, purpose, bytes, addedBy, addedAt }) => (
                <li key={id}>
                  <FileLink path={`/requests/${requestId}/files/${id}`} name={name}>
                    {name}
                  </FileLink>
                  <span className="about">
                    {PURPOSES[purpose]}，{sizeText(bytes)}，
                    {addedBy ? <PersonName id={addedBy} /> : '申请人'}于{instantText(addedAt)}
                    附上；每次下载都记入记录
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Waiting>
      {mayAdd && <AddFiles requestId={requestId} onAdded={() => asked.reload()} />}
    </section>
  )
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
