import { DayField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { todayInChina } from '../words/authority-words.js'
import { COPIES, instanceName } from '../words/remedy-words.js'
import { type Acting, RemedyDialog } from './remedy-dialog.js'

/** 登记下一审级: of a suit, after the instance before was decided. */
export function InstanceDialog(acting: Acting) {
  const { kind, instances } = acting.remedy
  const { values, bind } = useForm({ caseNumber: '', receivedOn: todayInChina() })
  const name = instanceName(kind, instances.length)
  return (
    <RemedyDialog
      acting={acting}
      title={`登记${name}`}
      path="instances"
      body={{ instance: values }}
    >
      <p>登记后这一件按{name}的进展统计，仍计为一件；上一审级责令重新答复的期限不再计算。</p>
      <TextField label="案号" isOptional {...bind('caseNumber')} />
      <DayField
        label={COPIES[kind].replace('起诉状', '上诉状、再审申请书')}
        {...bind('receivedOn')}
      />
    </RemedyDialog>
  )
}
