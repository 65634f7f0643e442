import type { ProactiveProposal } from '@gongkai/web'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'

/** 审核: another than the proposer accepts or declines; an applicant who suggested it reads the answer. */
export function DecideDialog({
  proposal: { id, suggestedOn },
  decision,
  onClose,
  reload,
}: {
  readonly proposal: ProactiveProposal
  readonly decision: 'accepted' | 'declined'
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ reason: '' })
  const isAccepted = decision === 'accepted'
  const title = isAccepted ? '同意转为主动公开' : '不同意转为主动公开'
  return (
    <Dialog title={title} onClose={onClose}>
      <ActionForm
        submit={isAccepted ? '同意' : '不同意'}
        onBack={onClose}
        send={() =>
          call<ProactiveProposal>('POST', `/proactive/${id}/decision`, {
            body: { decision, reason: values.reason || null },
          })
        }
        onDone={() => {
          onClose()
          reload()
          say(isAccepted ? '已同意，请及时公布并登记。' : '已登记不同意的理由。')
        }}
      >
        {isAccepted && (
          <p>
            同意前请核对：已经依照条例第十七条审查；只能提供给申请人本人的内容和第三方的信息已经去除。
          </p>
        )}
        <AreaField
          label={suggestedOn ? '给申请人的答复' : isAccepted ? '意见' : '理由'}
          isOptional={isAccepted}
          hint={suggestedOn ? '显示在申请人的查询页面。' : '与这一项提请一起保存。'}
          {...bind('reason')}
        />
      </ActionForm>
    </Dialog>
  )
}
