import { useState } from 'react'
import { DayField, ReasonField, TextField } from '../form/fields.js'
import { useForm } from '../form/use-form.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { ANSWERS } from '../words/remedy-words.js'
import { type Acting, RemedyDialog } from './remedy-dialog.js'

/** 登记答复: the day on which the answer and the evidence went to the body that decides. */
export function AnswerDialog(acting: Acting) {
  const [on, setOn] = useState(todayInChina())
  const { kind, answerDays } = acting.remedy
  const due = answerDays.at(-1)?.on
  const hint = due ? `期限为${dayText(due)}；逾期的也如实登记。` : '提交之日。'
  return (
    <RemedyDialog acting={acting} title={`登记${ANSWERS[kind]}`} path="answer" body={{ on }}>
      <DayField label="提交的日期" hint={hint} value={on} onChange={setOn} />
    </RemedyDialog>
  )
}

/** 登记重新答复: the request was decided anew. */
export function RedoneDialog(acting: Acting) {
  const { values, bind } = useForm({ on: todayInChina(), number: '' })
  const due = acting.remedy.redoDay?.on
  return (
    <RemedyDialog acting={acting} title="登记重新作出的答复" path="redone" body={values}>
      <DayField
        label="重新作出答复的日期"
        hint={due && `期限为${dayText(due)}。原申请仍计为一件，不再另计。`}
        {...bind('on')}
      />
      <TextField label="文号" isOptional {...bind('number')} />
    </RemedyDialog>
  )
}

/** 去除: takes out of the register what was registered by mistake. */
export function StrikeDialog(acting: Acting) {
  const [reason, setReason] = useState('')
  return (
    <RemedyDialog
      acting={acting}
      title="从台账中去除"
      submit="去除"
      isDanger
      path="strike"
      body={{ reason }}
    >
      <p>
        去除后不再办理，也不计入统计；登记的内容和原因仍可查看，不能恢复。只是填写有误的，请用“更正登记”。
      </p>
      <ReasonField
        label="去除的原因"
        hint="如“重复登记”。不要写当事人的姓名、号码。"
        value={reason}
        onChange={setReason}
      />
    </RemedyDialog>
  )
}
