import type { Fee, RequestFile } from '@gongkai/web'
import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { versionedRequest } from '../requests/versioned.js'
import { say } from '../router/said.js'
import { todayInChina } from '../words/authority-words.js'

type Acting = {
  readonly fee: Fee
  readonly request: RequestFile
  readonly onClose: () => void
  readonly reload: () => void
}

/** 登记缴费: held against the notice. */
export function PayDialog(acting: Acting) {
  const { values, bind } = useForm({ on: todayInChina(), yuan: '', receiptNumber: '' })
  const body = { ...values, yuan: Number(values.yuan) }
  return (
    <FeeDialog acting={acting} title="登记缴费" path="payment" body={body}>
      <p>
        收费通知书的金额为{acting.fee.yuan}
        元。缴费后，答复期限自缴费的次日重新起算，通知缴费时已经逾期的除外。
      </p>
      <DayField label="缴费日期" {...bind('on')} />
      <TextField label="缴费金额（元）" inputMode="numeric" {...bind('yuan')} />
      <TextField label="财政票据号码" {...bind('receiptNumber')} />
    </FeeDialog>
  )
}

/** 免收: what follows from it is said before. */
export function WaiveDialog(acting: Acting) {
  const { values, bind } = useForm({ on: todayInChina(), reason: '' })
  return (
    <FeeDialog acting={acting} title="免收信息处理费" submit="免收" path="waiver" body={values}>
      <p>免收后恢复办理，答复期限自免收的次日重新起算，通知缴费时已经逾期的除外。</p>
      <DayField label="决定免收的日期" {...bind('on')} />
      <ReasonField
        label="免收的原因"
        hint="留在台账中。不要写申请人的姓名、号码。"
        {...bind('reason')}
      />
    </FeeDialog>
  )
}

/** 登记退费: in all; a later entry takes the place of an earlier one. */
export function RefundDialog(acting: Acting) {
  const { values, bind } = useForm({ on: todayInChina(), yuan: '', reason: '' })
  const body = { ...values, yuan: Number(values.yuan) }
  return (
    <FeeDialog acting={acting} title="登记退费" path="refund" body={body}>
      <p>已缴{acting.fee.yuan}元。退费不影响申请的期限；再次登记的，以最后一次的累计金额为准。</p>
      <DayField label="退费日期" {...bind('on')} />
      <TextField label="累计退费金额（元）" inputMode="numeric" {...bind('yuan')} />
      <ReasonField
        label="退费的原因"
        hint="留在台账中。不要写申请人的姓名、号码。"
        {...bind('reason')}
      />
    </FeeDialog>
  )
}

function FeeDialog({
  acting: { fee, request, onClose, reload },
  title,
  submit = '登记',
  path,
  body,
  children,
}: {
  readonly acting: Acting
  readonly title: string
  readonly submit?: string
  readonly path: string
  readonly body: object
  readonly children: ReactNode
}) {
  const finish = () => {
    onClose()
    reload()
  }
  const to = `/requests/${request.id}/fees/${fee.letterId}/${path}`
  return (
    <Dialog title={title} onClose={onClose}>
      <ActionForm
        submit={submit}
        onBack={onClose}
        versioned={versionedRequest(request, title, finish)}
        send={(version) => call<RequestFile>('POST', to, { body, version })}
        onDone={() => {
          finish()
          say(`已完成“${title}”。`)
        }}
      >
        {children}
      </ActionForm>
    </Dialog>
  )
}
