import type { CheckedFinding, ReportCheck } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { focusNextFinding } from '../../../report/focus.js'
import type { Numbered } from '../../../report/number-findings.js'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField } from '../../form/fields.js'
import { say } from '../../router/said.js'

/** Lets a finding stand, with a reason that the supervisor sees. */
export function WaiveButton({
  numbered: { no, finding },
  reportId,
  save,
  onChecked,
}: {
  readonly numbered: Numbered
  readonly reportId: string
  readonly save: () => Promise<boolean>
  readonly onChecked: (check: ReportCheck) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { key } = finding as CheckedFinding
  const send = async () => {
    await save()
    const body = { ...key, reason }
    return call<ReportCheck>('POST', `/reports/${reportId}/waivers`, { body })
  }
  return (
    <div className="actions">
      <Button size="small" onClick={() => setOpen(true)}>
        说明并保留…<span className="hidden">（第{no}条）</span>
      </Button>
      {isOpen && (
        <Dialog title="说明并保留这条发现" onClose={() => setOpen(false)}>
          <p>
            {finding.rule} {finding.message}
          </p>
          <ActionForm
            submit="说明并保留"
            onBack={() => setOpen(false)}
            send={send}
            onDone={(check) => {
              setOpen(false)
              onChecked(check)
              say('已说明并保留。此处内容改变后须重新说明。')
              focusNextFinding(no)
            }}
          >
            <AreaField
              label="理由"
              hint="不少于5个字，审阅人员可以看到。此处内容不变的，以后各次检查不再提示。"
              value={reason}
              onChange={setReason}
            />
          </ActionForm>
        </Dialog>
      )}
    </div>
  )
}
