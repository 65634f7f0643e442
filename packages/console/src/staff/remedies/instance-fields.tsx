import type { RemedyKind } from '@gongkai/law'
import { DayField, SelectField, TextField } from '../form/fields.js'
import { COPIES, PROCEDURES } from '../words/remedy-words.js'
import type { TypedInstance } from './typed-remedy.js'

type Change = (instance: Partial<TypedInstance>) => void

/** What is known of an instance when its copy arrives. */
export function InstanceFields({
  kind,
  instance,
  change,
}: {
  readonly kind: RemedyKind
  readonly instance: TypedInstance
  readonly change: Change
}) {
  return (
    <>
      <TextField
        label={kind === 'complaint' ? '编号' : '案号'}
        isOptional
        hint="不要写当事人的姓名。"
        value={instance.caseNumber}
        onChange={(caseNumber) => change({ caseNumber })}
      />
      {kind === 'reconsideration' && (
        <SelectField
          label="程序"
          hint="普通程序10个工作日内、简易程序5个工作日内提出书面答复、提交证据。"
          options={PROCEDURES}
          value={instance.procedure}
          onChange={(procedure) => change({ procedure })}
        />
      )}
      <DayField
        label={COPIES[kind]}
        {...(kind !== 'complaint' && { hint: '答复的期限自次日起算。' })}
        value={instance.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
      />
      {kind === 'complaint' && (
        <DayField
          label="要求机关答复的期限"
          isOptional
          hint="由主管部门确定；不要求答复的不填。"
          value={instance.answerBy}
          onChange={(answerBy) => change({ answerBy })}
        />
      )}
    </>
  )
}
