import type { RequestFile, RequestView } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { say } from '../router/said.js'
import { dayText } from '../words/authority-words.js'
import { STAGES, stepName } from '../words/request-words.js'
import { versionedRequest } from './versioned.js'

/** Takes back a step that was recorded by mistake: says what follows and asks for the reason. */
export function StrikeDialog({
  request,
  recorded: { no, step },
  onClose,
  reload,
}: {
  readonly request: RequestFile
  readonly recorded: RequestView['steps'][number]
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const [reason, setReason] = useState('')
  const title = stepName(step)
  const path = `/requests/${request.id}/steps/${no}/strike`
  const finish = () => {
    onClose()
    reload()
  }
  const done = ({ stage, dueOn }: RequestFile) => {
    finish()
    say(`已更正“${title}”：${STAGES[stage]}${dueOn ? `，答复期限${dayText(dueOn)}` : ''}。`)
  }
  return (
    <Dialog title={`更正登记：${dayText(step.on)}${title}`} onClose={onClose}>
      <ActionForm
        submit="更正登记"
        isDanger
        onBack={onClose}
        versioned={versionedRequest(request, `更正“${title}”的登记`, finish)}
        send={(version) => call<RequestFile>('POST', path, { body: { reason }, version })}
        onDone={done}
      >
        <p>
          这个步骤将划去，仍留在办理步骤中；期限按其余的步骤重新计算。其后的步骤以它为前提的，先更正其后的步骤。步骤的日期有误的，更正后重新登记。
        </p>
        <ReasonField
          label="更正的原因"
          value={reason}
          onChange={setReason}
          hint="留在办理步骤中，并写入记录。"
        />
      </ActionForm>
    </Dialog>
  )
}
