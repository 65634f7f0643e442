import type { RequestImportDone, RequestImportPreview } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { FileButton } from '../../ui/file-button.js'
import { call, type Refused } from '../api/call.js'
import { withQuery } from '../api/path.js'
import { Failure } from '../form/failure.js'
import { navigate, useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { RequestRows } from './import-rows.js'
import { NoRegister, useAuthorityId, WhichAuthority } from './use-authority.js'

type Chosen = { readonly file: File; readonly preview: RequestImportPreview }

/** Brings requests from before the register in from Excel: what it would do is shown first, and done as it was shown or not at all. */
export function ImportRequestsPage() {
  const { query } = useAddress()
  const authorityId = useAuthorityId(query)
  return (
    <div className="sheet">
      <PageTitle title="导入此前的申请" />
      {authorityId ? <Import key={authorityId} authorityId={authorityId} /> : <NoRegister />}
    </div>
  )
}

function Import({ authorityId }: { readonly authorityId: string }) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const register = withQuery('/console/requests', { authority: authorityId })
  const send = async <T,>(path: string, fields: Readonly<Record<string, string>>, file: File) => {
    const body = new FormData()
    body.append('file', file, file.name)
    for (const [name, value] of Object.entries({ authorityId, ...fields })) body.append(name, value)
    setBusy(true)
    setRefused(null)
    const answer = await call<T>('POST', path, { body })
    setBusy(false)
    return answer
  }
  const take = async ([file]: readonly File[]) => {
    if (!file) return
    setChosen(null)
    const answer = await send<RequestImportPreview>('/requests/import/preview', {}, file)
    if (!answer.ok) return setRefused(answer.refused)
    setChosen({ file, preview: answer.value })
    say(`已读取，${countsText(answer.value.counts)}。`)
  }
  const run = async ({ file, preview: { digest } }: Chosen) => {
    const answer = await send<RequestImportDone>('/requests/import', { digest }, file)
    if (answer.ok) {
      navigate(register)
      return say(`导入完成，${countsText(answer.value.counts)}。`)
    }
    setRefused(answer.refused)
    // The register has changed meanwhile: what the list would do now comes with the refusal.
    const next = answer.refused.preview
    if (next) setChosen({ file, preview: next as RequestImportPreview })
  }
  return (
    <>
      <WhichAuthority authorityId={authorityId} />
      <p>
        年中启用台账的，在这里导入此前收到的申请：未办结的按导入的日期推算期限、继续办理，已办结的计入统计。填写模板后选择文件。先显示每一行的结果，确认后才写入；有一行不对，就全部不写入。原编号相同的不重复导入。
      </p>
      <div className="actions">
        <a className="link-button" href="/api/v1/requests/import/template.xlsx" download>
          下载模板
        </a>
        <FileButton className="plain" multiple={false} onFiles={(files) => void take(files)}>
          {chosen ? '换一个文件' : '选择 Excel 文件'}
        </FileButton>
        <Link to={register}>返回台账</Link>
      </div>
      {isBusy && <p role="status">正在处理…</p>}
      <Failure refused={refused} />
      {chosen && (
        <>
          <h2>
            {chosen.file.name}：{countsText(chosen.preview.counts)}
          </h2>
          {chosen.preview.ignored.length > 0 && (
            <p className="about">以下各列不导入：{chosen.preview.ignored.join('、')}。</p>
          )}
          <RequestRows rows={chosen.preview.rows} />
          <div className="actions">
            <Button
              type="primary"
              disabled={isBusy || chosen.preview.counts.wrong > 0}
              onClick={() => void run(chosen)}
            >
              确认导入
            </Button>
            {chosen.preview.counts.wrong > 0 && <span>请在文件中更正有误的行，再重新选择。</span>}
          </div>
        </>
      )}
    </>
  )
}

function countsText({ open, closed, present, wrong }: RequestImportPreview['counts']): string {
  return `未办结${open}件，已办结${closed}件，台账中已有${present}件，有误${wrong}行`
}
