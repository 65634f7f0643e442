import type { ApiToken } from '@gongkai/web'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'

/** Ends a token at once: the program that uses it is refused from then on. */
export function RevokeForm({
  token: { id, name },
  onClose,
  onDone,
}: {
  readonly token: ApiToken
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { values, bind } = useForm({ reason: '' })
  const done = () => {
    say(`“${name}”的令牌已作废。`)
    onDone()
  }
  return (
    <Dialog title={`作废“${name}”的令牌`} onClose={onClose}>
      <ActionForm
        submit="作废"
        isDanger
        send={() => call<unknown>('POST', `/tokens/${id}/revoke`, { body: values })}
        onDone={done}
      >
        <p>立即生效，不能恢复；仍在使用它的程序从此被拒绝。</p>
        <ReasonField {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
