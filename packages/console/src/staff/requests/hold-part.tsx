import type { HoldAnswer, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { useAsk } from '../api/use-ask.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { Waiting } from '../form/waiting.js'
import { PersonName } from '../people/person-name.js'
import { useActed } from '../router/acted.js'
import { say } from '../router/said.js'
import { instantText } from '../words/authority-words.js'

/** 保全: whether what is personal in a request is kept beyond its time, and why. */
export function HoldPart({
  request,
  reload: reloadRequest,
}: {
  readonly request: RequestFile
  readonly reload: () => void
}) {
  const requestId = request.id
  const asked = useAsk<HoldAnswer>(`/requests/${requestId}/hold`)
  const acted = useActed(asked)
  // A hold opens a case again that was filed before.
  const reload = request.filedOn ? reloadRequest : acted.reload
  return (
    <section aria-labelledby="hold" className="no-print">
      <h2 id="hold">个人信息的保全</h2>
      <Waiting asked={asked}>
        {({ hold }) => <Shown requestId={requestId} hold={hold} reload={reload} />}
      </Waiting>
    </section>
  )
}

type Parts = {
  readonly requestId: string
  readonly hold: HoldAnswer['hold']
  readonly reload: () => void
}

function Shown({ requestId, hold, reload }: Parts) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {hold ? (
        <p>
          已保全，保存期限届满也不清除。理由：{hold.reason}
          <span className="about">
            （<PersonName id={hold.placedBy} />，{instantText(hold.placedAt)}）
          </span>
        </p>
      ) : (
        <p className="about">没有保全。审计、信访、案件等仍需使用的，可以保全，期满不清除。</p>
      )}
      <Button size="small" onClick={() => setOpen(true)}>
        {hold ? '解除保全' : '保全'}
      </Button>
      {isOpen && (
        <HoldDialog
          requestId={requestId}
          hold={hold}
          reload={reload}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function HoldDialog({
  requestId,
  hold,
  reload,
  onClose,
}: Parts & { readonly onClose: () => void }) {
  const { values, bind } = useForm({ reason: '' })
  const title = hold ? '解除保全' : '保全'
  return (
    <Dialog title={`${title}个人信息`} onClose={onClose}>
      <ActionForm
        submit={title}
        onBack={onClose}
        send={() =>
          call<HoldAnswer>('POST', `/requests/${requestId}/hold${hold ? '/lift' : ''}`, {
            body: values,
          })
        }
        onDone={() => {
          onClose()
          reload()
          say(hold ? '已解除保全。' : '已保全。')
        }}
      >
        <ReasonField {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
