import type { ProactiveOfRequest, ProactiveProposal, RequestFile } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField, DayField, SelectField, TextField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'
import { todayInChina } from '../../words/authority-words.js'
import { reasonsFor } from '../../words/proactive-words.js'

type Files = ProactiveOfRequest['files']

/** 提请转为主动公开, or what an applicant suggested at the counter: what, for which reason, which of the files. */
export function ProposeDialog({
  request: { id, title },
  files,
  isSuggested,
  onClose,
  reload,
}: {
  readonly request: RequestFile
  readonly files: Files
  readonly isSuggested: boolean
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const reasons = reasonsFor(isSuggested)
  const { values, bind } = useForm({
    ...{ title: title ?? '', reason: reasons[0]?.[0] ?? '', says: '' },
    suggestedOn: todayInChina(),
  })
  const [fileIds, setFileIds] = useState<readonly string[]>(files.map((file) => file.id))
  const doing = isSuggested ? '登记申请人的建议' : '提请转为主动公开'
  const suggestedOn = isSuggested ? values.suggestedOn : null
  return (
    <Dialog title={doing} onClose={onClose}>
      <ActionForm
        submit={doing}
        onBack={onClose}
        send={() =>
          call<ProactiveProposal>('POST', `/requests/${id}/proactive`, {
            body: { ...values, fileIds, suggestedOn },
          })
        }
        onDone={() => {
          onClose()
          reload()
          say('已提请，由本机关的另一位负责人或者分管领导审核。')
        }}
      >
        <TextField
          label="拟公开信息的标题"
          hint="不要写申请人和其他个人的姓名、号码。"
          {...bind('title')}
        />
        <SelectField label="情形" options={reasons} {...bind('reason')} />
        {isSuggested && <DayField label="建议的日期" {...bind('suggestedOn')} />}
        <AreaField label={isSuggested ? '申请人的理由' : '理由'} {...bind('says')} />
        <FileChoice files={files} chosen={fileIds} onChange={setFileIds} />
      </ActionForm>
    </Dialog>
  )
}

function FileChoice({
  files,
  chosen,
  onChange,
}: {
  readonly files: Files
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  if (files.length === 0) return null
  return (
    <fieldset>
      <legend>随答复提供的材料中拟公开的</legend>
      {files.map(({ id, name }) => (
        <label key={id} className="check-line">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  )
}
