import type { ImportDone, ImportPreview } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { FileButton } from '../../ui/file-button.js'
import { call, type Refused } from '../api/call.js'
import { Failure } from '../form/failure.js'
import { navigate } from '../router/address.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { say } from '../router/said.js'
import { AuthorityRows } from './import-rows.js'
import { useRegister } from './register.js'

type Chosen = { readonly file: File; readonly preview: ImportPreview }

/** Brings a list of authorities in from Excel: what it would do is shown first, and done as it was shown or not at all. */
export function ImportPage() {
  const { asked } = useRegister()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  const take = async ([file]: readonly File[]) => {
    if (!file) return
    setBusy(true)
    setRefused(null)
    setChosen(null)
    const answer = await call<ImportPreview>('POST', '/authorities/import/preview', {
      body: formOf(file),
    })
    setBusy(false)
    if (!answer.ok) return setRefused(answer.refused)
    setChosen({ file, preview: answer.value })
    say(`已读取，${countsText(answer.value.counts)}。`)
  }
  const run = async ({ file, preview }: Chosen) => {
    setBusy(true)
    setRefused(null)
    const body = formOf(file)
    body.append('digest', preview.digest)
    const answer = await call<ImportDone>('POST', '/authorities/import', { body })
    setBusy(false)
    if (answer.ok) {
      asked.reload()
      navigate('/console/authorities')
      return say(`导入完成，${countsText(answer.value.counts)}。`)
    }
    setRefused(answer.refused)
    // The register has changed meanwhile: what the list would do now comes with the refusal.
    const next = answer.refused.preview
    if (next) setChosen({ file, preview: next as ImportPreview })
  }
  return (
    <div className="sheet">
      <PageTitle title="导入机关" />
      <p>
        填写模板后选择文件。先显示每一行的结果，确认后才写入；有一行不对，就全部不写入。已登记的机关按统一社会信用代码或者名称对应，空白的单元格保持原样。
      </p>
      <div className="actions">
        <a className="link-button" href="/api/v1/authorities/import/template.xlsx" download>
          下载模板
        </a>
        <FileButton className="plain" multiple={false} onFiles={(files) => void take(files)}>
          {chosen ? '换一个文件' : '选择 Excel 文件'}
        </FileButton>
        <Link to="/console/authorities">返回机关</Link>
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
          {chosen.preview.examples.length > 0 && (
            <p className="about">第{chosen.preview.examples.join('、')}行是示例，不导入。</p>
          )}
          <AuthorityRows rows={chosen.preview.rows} />
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
    </div>
  )
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}

function countsText({ added, changed, unchanged, wrong }: ImportPreview['counts']): string {
  return `增加${added}个，更正${changed}个，不变${unchanged}个，有误${wrong}行`
}
