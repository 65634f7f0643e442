import type { Erasure } from '@gongkai/web'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { ReasonField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'

/** 提请清除: what is due; somebody else decides. */
export function ProposeErasurePart({
  due,
  authorityId,
  reload,
}: {
  readonly due: number
  readonly authorityId: string
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ reason: '' })
  return (
    <ActionForm
      submit="提请清除"
      send={() => call<Erasure>('POST', '/erasures', { body: { authorityId, due, ...values } })}
      onDone={() => {
        reload()
        say('已提请清除，等待本机关的另一位负责人或者分管领导决定。')
      }}
      confirm={
        <p>
          提请清除{due}件申请中的个人信息。经另一人批准后由后台办理，办理时仍有保全、救济的不清除。
        </p>
      }
    >
      <ReasonField {...bind('reason')} />
    </ActionForm>
  )
}
