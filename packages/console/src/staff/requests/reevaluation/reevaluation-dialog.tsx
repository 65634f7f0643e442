import type { ReevaluationOfRequest, RequestFile } from '@gongkai/web'
import { Dialog } from '../../../ui/dialog.js'
import { call } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { DayField, ReasonField, TextField } from '../../form/fields.js'
import { useForm } from '../../form/use-form.js'
import { say } from '../../router/said.js'

type Outcome = ReevaluationOfRequest['history'][number]['outcome']

// biome-ignore format: table
const DOING: Readonly<Record<Outcome, readonly [title: string, told: string]>> = {
  withheld:    ['仍不予公开',   '已登记评估结果和下次评估的日期。'],
  disclosable: ['可以公开',     '已登记，并提请转为主动公开，由另一人审核。'],
  moved:       ['另定评估日期', '已另定评估的日期。'],
}

/** 登记评估结果: it stays withheld until the next day, or may be disclosed, or the day is put off. */
export function ReevaluationDialog({
  request: { id, title },
  dueOn,
  nextOn,
  outcome,
  onClose,
  reload,
}: {
  readonly request: RequestFile
  readonly dueOn: string
  /** The day that follows from the period. */
  readonly nextOn: string
  readonly outcome: Outcome
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ reason: '', nextOn, title: title ?? '' })
  const [doing, told] = DOING[outcome]
  const isDisclosable = outcome === 'disclosable'
  const more = isDisclosable ? { title: values.title } : { nextOn: values.nextOn }
  return (
    <Dialog title={doing} onClose={onClose}>
      <ActionForm
        submit="登记"
        onBack={onClose}
        send={() =>
          call<null>('POST', `/requests/${id}/reevaluation`, {
            body: { outcome, dueOn, reason: values.reason, ...more },
          })
        }
        onDone={() => {
          onClose()
          reload()
          say(told)
        }}
      >
        {isDisclosable ? (
          <>
            <p>
              登记后即提请转为主动公开，由本机关的另一位负责人或者分管领导审核；不同意的，当日重新列入待评估。可以告知原申请人，或者依职权重新作出答复。
            </p>
            <TextField
              label="拟公开信息的标题"
              hint="不要写申请人和其他个人的姓名、号码。"
              {...bind('title')}
            />
          </>
        ) : (
          <DayField label="下次评估的日期" {...bind('nextOn')} />
        )}
        <ReasonField hint="与这件申请一起保存。不要写申请人的姓名、号码。" {...bind('reason')} />
      </ActionForm>
    </Dialog>
  )
}
