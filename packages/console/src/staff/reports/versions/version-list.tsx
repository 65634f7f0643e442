import type { ReportFile, ReportView, VersionHead } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmButton } from '../../../ui/confirm-button.js'
import { call, type Refused } from '../../api/call.js'
import { useAsk } from '../../api/use-ask.js'
import { Failure } from '../../form/failure.js'
import { Waiting } from '../../form/waiting.js'
import { PersonName } from '../../people/person-name.js'
import { navigate } from '../../router/address.js'
import { Link } from '../../router/link.js'
import { say } from '../../router/said.js'
import { instantText } from '../../words/authority-words.js'
import { marksOf, originText } from '../../words/report-words.js'

/** The versions of a report, newest first: to be looked at, compared two by two, restored. */
export function VersionList({
  view: { report, steps },
  version,
  save,
  reload,
}: {
  readonly view: ReportView
  readonly version: () => number
  readonly save: () => Promise<boolean>
  readonly reload: () => void
}) {
  const asked = useAsk<readonly VersionHead[]>(`/reports/${report.id}/versions`)
  const [refused, setRefused] = useState<Refused | null>(null)
  const restore = async (no: number) => {
    if (!(await save())) return
    const path = `/reports/${report.id}/restore`
    const answer = await call<ReportFile>('POST', path, { body: { no }, version: version() })
    if (!answer.ok) return setRefused(answer.refused)
    reload()
    say(`已恢复第${no}版的内容。`)
  }
  return (
    <Waiting asked={asked}>
      {(versions) => (
        <>
          <Failure refused={refused} />
          <ol className="cards">
            {versions.map((one) => (
              <li key={one.no}>
                <p>
                  <strong>
                    {one === versions[0] ? (
                      `第${one.no}版`
                    ) : (
                      <Link to={`/console/reports/${report.id}?no=${one.no}`}>第{one.no}版</Link>
                    )}
                  </strong>{' '}
                  {originText(one.origin)}
                </p>
                <p>{marksOf(one).join('，')}</p>
                {one.reason && <p>更正理由：{one.reason}</p>}
                <p className="about">
                  {instantText(one.savedAt)}保存，
                  {one.drafters.map(({ personId }, at) => (
                    <span key={personId}>
                      {at > 0 && '、'}
                      <PersonName id={personId} unseen="编制人员" />
                    </span>
                  ))}
                </p>
                {steps.includes('save') && one !== versions[0] && (
                  <ConfirmButton
                    title={`恢复第${one.no}版？`}
                    text="现在的内容保存为一个版本，恢复的内容成为正在编制的版本。"
                    action="恢复"
                    size="small"
                    onConfirm={() => void restore(one.no)}
                  >
                    恢复<span className="hidden">第{one.no}版</span>
                  </ConfirmButton>
                )}
              </li>
            ))}
          </ol>
          {versions.length > 1 && <CompareForm id={report.id} versions={versions} />}
        </>
      )}
    </Waiting>
  )
}

function CompareForm({
  id,
  versions,
}: {
  readonly id: string
  readonly versions: readonly VersionHead[]
}) {
  const [newest, before] = versions
  const [from, setFrom] = useState(`${before?.no ?? 1}`)
  const [to, setTo] = useState(`${newest?.no ?? 1}`)
  const select = (label: string, value: string, set: (no: string) => void) => (
    <label>
      {label}{' '}
      <select className="select" value={value} onChange={({ target }) => set(target.value)}>
        {versions.map(({ no }) => (
          <option key={no} value={no}>
            第{no}版
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form
      className="actions compare-form"
      onSubmit={(event) => {
        event.preventDefault()
        navigate(`/console/reports/${id}/compare?from=${from}&to=${to}`)
      }}
    >
      {select('由', from, setFrom)}
      {select('到', to, setTo)}
      <Button htmlType="submit" disabled={from === to}>
        比较
      </Button>
    </form>
  )
}
