import type { ReportFile, ReportView } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import { type Answer, call, type Refused } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { DayField, ReasonField, TextField } from '../../form/fields.js'
import { say } from '../../router/said.js'
import { todayInChina } from '../../words/authority-words.js'
import { CorrectionDifference } from './correction-difference.js'
import { ErrorsOpen } from './errors-open.js'
import { STEP_WORDS, type StepKind } from './step-words.js'

/** Says what follows from a step, asks for what it needs, and does it. */
export function StepDialog({
  kind,
  view,
  version,
  onClose,
  reload,
}: {
  readonly kind: StepKind
  readonly view: ReportView
  readonly version: number
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { report, remarks, version: shown } = view
  const { label, isDanger, asks, said, follows } = STEP_WORDS[kind]
  const [reason, setReason] = useState('')
  const [basis, setBasis] = useState('')
  const [publishedOn, setPublishedOn] = useState(todayInChina)
  const [open, setOpen] = useState<Refused | null>(null)
  const isPublic = kind === 'correct' || kind === 'withdraw'
  const waiting = remarks.filter(({ answer }) => answer === null).length
  const fresh = remarks.filter(({ versionNo }) => versionNo === shown?.no).length
  const send = async (): Promise<Answer<ReportFile>> => {
    setOpen(null)
    const path = `/reports/${report.id}/${kind}`
    const bodies = {
      nothing: undefined,
      reason: { reason },
      closing: { reason, basis },
      day: { publishedOn },
    }
    const answer = await call<ReportFile>('POST', path, { body: bodies[asks], version })
    if (!answer.ok && answer.refused.code === 'report.errors-open') setOpen(answer.refused)
    return answer
  }
  const done = () => {
    onClose()
    reload()
    say(said)
  }
  return (
    <Dialog
      title={`${label}：${report.authority}${report.reportYear}年度报告`}
      onClose={onClose}
      isWide={kind === 'correct'}
    >
      <ActionForm
        submit={`确认${label}`}
        isDanger={isDanger}
        onBack={onClose}
        send={send}
        onDone={done}
      >
        <p>{follows}</p>
        {kind === 'correct' && <CorrectionDifference view={view} />}
        {kind === 'submit' && waiting > 0 && <p>还有{waiting}条意见没有答复，可以先答复再报送。</p>}
        {kind === 'return' && fresh > 0 && <p>对这一版已提出{fresh}条意见。</p>}
        {(asks === 'reason' || asks === 'closing') && (
          <ReasonField
            value={reason}
            onChange={setReason}
            hint={isPublic ? '随报告一并公开，并写入记录。' : '编制人员可以看到，并写入记录。'}
          />
        )}
        {asks === 'closing' && (
          <TextField
            label="依据的文件"
            hint="如机构改革方案、撤销决定的名称和文号。"
            value={basis}
            onChange={setBasis}
          />
        )}
        {asks === 'day' && (
          <DayField label="实际公布日期" value={publishedOn} onChange={setPublishedOn} />
        )}
      </ActionForm>
      {open && <ErrorsOpen refused={open} onClose={onClose} />}
    </Dialog>
  )
}
