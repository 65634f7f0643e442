import { CHANNELS } from '@gongkai/law'
import type { RequestFile, RequestView } from '@gongkai/web'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { DayField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { RECEIPT_RULES } from '../words/request-words.js'
import { versionedRequest } from './versioned.js'

/** 确认收到: asks for the days that fix the day of receipt, and by which way the applicant was told. */
export function ConfirmDialog({
  view: { request, receipt },
  onClose,
  reload,
}: {
  readonly view: RequestView
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ on: todayInChina(), how: '', applicantOn: '' })
  const asksApplicant = receipt.missing?.includes('applicant') ?? false
  const { rule, title } = CHANNELS[request.channel]
  const body = { on: values.on, how: values.how, applicantOn: values.applicantOn || null }
  const done = ({ receivedOn, dueOn }: RequestFile) => {
    onClose()
    reload()
    if (!receivedOn) return say('已登记本机关的确认，还缺申请人的确认。')
    say(`收到之日为${dayText(receivedOn)}${dueOn ? `，答复期限${dayText(dueOn)}` : ''}。`)
  }
  return (
    <Dialog title={`确认收到申请${request.requestNumber}`} onClose={onClose}>
      <ActionForm
        submit="确认收到"
        onBack={onClose}
        versioned={versionedRequest(request, '确认收到', () => {
          onClose()
          reload()
        })}
        send={(version) =>
          call<RequestFile>('POST', `/requests/${request.id}/receipt`, { body, version })
        }
        onDone={done}
      >
        <p>
          {title}的，{RECEIPT_RULES[rule]}；答复期限自次日起算。申请于
          {dayText(request.arrivedOn)}到达。
        </p>
        <DayField label="本机关确认并告知申请人的日期" {...bind('on')} />
        <TextField
          label="确认的方式和确认人"
          hint="如“电话告知申请人，由某某办理”。不要写申请人的姓名、号码。"
          {...bind('how')}
        />
        {asksApplicant && (
          <DayField
            label="申请人确认的日期"
            isOptional
            hint="还没有确认的不填，确认后再登记。"
            {...bind('applicantOn')}
          />
        )}
      </ActionForm>
    </Dialog>
  )
}
