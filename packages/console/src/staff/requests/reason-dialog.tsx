import type { RequestFile } from '@gongkai/web'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { say } from '../router/said.js'
import { versionedRequest } from './versioned.js'

/** Does one thing with a request for which a reason is asked: says what follows from it first. */
export function ReasonDialog({
  request,
  doing,
  path,
  isDanger = false,
  onClose,
  reload,
  children,
}: {
  readonly request: RequestFile
  /** What the button says. */
  readonly doing: string
  /** Within the request: `strike`. */
  readonly path: string
  readonly isDanger?: boolean
  readonly onClose: () => void
  readonly reload: () => void
  /** What follows from it. */
  readonly children: ReactNode
}) {
  const [reason, setReason] = useState('')
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={`${doing}：申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit={doing}
        isDanger={isDanger}
        onBack={onClose}
        versioned={versionedRequest(request, doing, finish)}
        send={(version) =>
          call<RequestFile>('POST', `/requests/${request.id}/${path}`, {
            body: { reason },
            version,
          })
        }
        onDone={() => {
          finish()
          say(`已${doing}。`)
        }}
      >
        {children}
        <ReasonField
          value={reason}
          onChange={setReason}
          hint="与这件申请一起保存。不要写申请人的姓名、号码。"
        />
      </ActionForm>
    </Dialog>
  )
}
