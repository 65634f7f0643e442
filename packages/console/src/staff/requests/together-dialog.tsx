import type { RelatedRequests, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { shortened } from '../words/request-words.js'
import { versionedRequest } from './versioned.js'

/** 并案办理: the request is handled with another, which leads. Those that are alike are for choice. */
export function TogetherDialog({
  request,
  onClose,
  reload,
}: {
  readonly request: RequestFile
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind, setValues } = useForm({ leaderNumber: '', reason: '' })
  const asked = useAsk<RelatedRequests>(`/requests/${request.id}/related`)
  const others = (asked.value?.related ?? []).filter(
    ({ request: { stage, kind } }) =>
      kind === request.kind && stage !== 'closed' && stage !== 'arrived',
  )
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={`并案办理：申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit="并案"
        onBack={onClose}
        versioned={versionedRequest(request, '并案', finish)}
        send={(version) =>
          call<RequestFile>('POST', `/requests/${request.id}/together`, { body: values, version })
        }
        onDone={() => {
          finish()
          say(`已并入申请${values.leaderNumber}办理。`)
        }}
      >
        <p>
          内容相同的申请可以并案，由一件牵头。并案后各件的答复期限、答复书和统计仍各计各的，每位申请人都应当收到答复；同一申请人重复提出的，按“重复申请”决定，不并案。
        </p>
        {others.length > 0 && (
          <ul className="plain-list" aria-label="内容相近、同一申请人的未办结申请">
            {others.map(({ request: { id, requestNumber, title, wanted } }) => (
              <li key={id}>
                <Button
                  size="small"
                  onClick={() => setValues({ ...values, leaderNumber: requestNumber })}
                >
                  {requestNumber}
                </Button>
                　{shortened(title ?? wanted)}
              </li>
            ))}
          </ul>
        )}
        <TextField
          label="牵头件的申请编号"
          hint="本机关受理、尚未办结的另一件。"
          {...bind('leaderNumber')}
        />
        <ReasonField
          label="并案的原因"
          hint="与这件申请一起保存。不要写申请人的姓名、号码。"
          {...bind('reason')}
        />
      </ActionForm>
    </Dialog>
  )
}
