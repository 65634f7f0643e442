import {
  CLOCK_STEPS,
  type ClockStep,
  citationText,
  LETTERS,
  OWED_PAPERS,
  type Stage,
  type StepName,
} from '@gongkai/law'
import type { RequestFile, RequestView } from '@gongkai/web'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField, DayField, SelectField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { say } from '../router/said.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { STAGES } from '../words/request-words.js'
import { StepFields, stepOf, type TypedStep } from './step-fields.js'
import { versionedRequest } from './versioned.js'

const EMPTY: TypedStep = {
  ...{ name: '', on: '', until: '', consultation: '', whom: '', days: '', note: '' },
}

/** Records what happened on a day that counts in law: only what the stage allows is for choice. */
export function StepDialog({
  view: { request, steps },
  mayExtend,
  onClose,
  reload,
}: {
  readonly view: RequestView
  /** Whether the person is the head, who alone extends. */
  readonly mayExtend: boolean
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const { values, bind } = useForm({ ...EMPTY, on: todayInChina() })
  const open = openConsultations(steps.flatMap(({ step, struck }) => (struck ? [] : [step])))
  const names = stepsFrom(request.stage, open.length > 0)
  const shown = names.filter((one) => one !== 'extend' || mayExtend)
  const chosen = names.find((one) => one === values.name)
  const paper = chosen && OWED_PAPERS[chosen]
  const title = chosen ? CLOCK_STEPS[chosen].title : ''
  const finish = () => {
    onClose()
    reload()
  }
  const done = ({ stage, dueOn }: RequestFile) => {
    finish()
    say(`已登记“${title}”：${STAGES[stage]}${dueOn ? `，答复期限${dayText(dueOn)}` : ''}。`)
  }
  const body = { step: stepOf(values), note: values.note || null }
  return (
    <Dialog title={`登记申请${request.requestNumber}的办理步骤`} onClose={onClose}>
      <ActionForm
        submit="登记"
        onBack={onClose}
        versioned={versionedRequest(request, `登记“${title}”`, finish)}
        send={(version) =>
          call<RequestFile>('POST', `/requests/${request.id}/steps`, { body, version })
        }
        onDone={done}
      >
        <SelectField
          label="步骤"
          hint={chosen && citationText(CLOCK_STEPS[chosen].source)}
          options={shown.map((one) => [one, CLOCK_STEPS[one].title] as const)}
          {...bind('name')}
        />
        {names.includes('extend') && !mayExtend && (
          <p className="about">延长答复期限须经政府信息公开工作机构负责人同意，由负责人登记。</p>
        )}
        {chosen && <DayField label="日期" hint={DAYS[chosen]} {...bind('on')} />}
        {chosen && <StepFields name={chosen} whom={values.whom} bind={bind} consultations={open} />}
        {chosen === 'askFee' && (
          <p className="about">
            在系统内出具的收费通知书，送出时自动登记这一步，并列入信息处理费台账。这里只登记在系统外发出的通知，其金额不列入台账。
          </p>
        )}
        {paper && (
          <p className="about">
            应当以《{LETTERS[paper].title}》告知申请人；登记后列为待办，送出文书或者注明理由后了结。
          </p>
        )}
        {chosen && (
          <AreaField
            label="说明"
            isOptional
            hint="如文号、投递方式。不要写申请人的姓名、号码。"
            {...bind('note')}
          />
        )}
      </ActionForm>
    </Dialog>
  )
}

/** Which day is meant, where that may be mistaken. */
const DAYS: Partial<Record<StepName, string>> = {
  askCorrection: '补正告知书交邮、送达或者发出之日。',
  receiveCorrection: '收到补正材料之日；答复期限自次日重新起算，要求补正时已经逾期的除外。',
  consult: '征求意见函发出之日。',
  extend: '告知申请人延长期限之日。',
  payFee: '申请人缴费之日；答复期限自次日重新起算，通知缴费时已经逾期的除外。',
}

/** What may be recorded in a stage. A reply is recorded with its letter; what is heard of a consultation, only while one is open. */
function stepsFrom(stage: RequestFile['stage'], isConsulting: boolean): readonly StepName[] {
  const names = Object.keys(CLOCK_STEPS) as readonly StepName[]
  return names.filter(
    (name) =>
      name !== 'reply' &&
      CLOCK_STEPS[name].from.includes(stage as Stage) &&
      (isConsulting || (name !== 'consultationArrives' && name !== 'receiveOpinion')),
  )
}

/** The consultations whose opinion has not come. */
function openConsultations(steps: readonly ClockStep[]): readonly string[] {
  const namesOf = (name: StepName) =>
    steps.flatMap((step) =>
      step.name === name && 'consultation' in step ? [step.consultation] : [],
    )
  const over = namesOf('receiveOpinion')
  return namesOf('consult').filter((one) => !over.includes(one))
}
