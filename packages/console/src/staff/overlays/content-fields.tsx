import type { LawData } from '@gongkai/web'
import { AreaField, SelectField, TextField } from '../form/fields.js'
import type { useForm } from '../form/use-form.js'
import { datesText } from '../words/authority-words.js'
import type { Filled } from './content-of.js'
import { LEVELS } from './overlay-words.js'

type Form = ReturnType<typeof useForm<Filled>>
type Bind = { readonly bind: Form['bind'] }

const DAYS_HINT = '一日一行，如2027-01-01；连续几日的写作2027-02-05至2027-02-11。'

/** A holiday notice. */
export function HolidayFields({ bind }: Bind) {
  return (
    <fieldset>
      <legend>放假安排</legend>
      <TextField label="年度" inputMode="numeric" {...bind('year')} />
      <SelectField
        label="通知的范围"
        options={{ yes: '国务院办公厅对全年的安排', no: '本地区的假日，或者对已有安排的改动' }}
        {...bind('settles')}
      />
      <AreaField
        label="放假的日期"
        hint={`${DAYS_HINT}其中的星期六、星期日可以照列。`}
        {...bind('off')}
      />
      <AreaField label="调休上班的日期" isOptional hint={DAYS_HINT} {...bind('on')} />
    </fieldset>
  )
}

/** An earlier last day to publish. */
export function DueDayFields({ bind }: Bind) {
  return (
    <fieldset>
      <legend>本地公布时限</legend>
      <p>只能早于法定时限。布置某一年度时另填的更早时限仍然有效，以最早的为准。</p>
      <TextField label="适用的地区" {...bind('area')} />
      <SelectField label="适用的机关" options={LEVELS} {...bind('level')} />
      <TextField label="时限" hint="报告年度次年的月-日，如01-20。" {...bind('monthDay')} />
      <div className="columns">
        <TextField label="自哪一报告年度" inputMode="numeric" {...bind('from')} />
        <TextField
          label="至哪一报告年度"
          isOptional
          inputMode="numeric"
          hint="不填写的，长期适用。"
          {...bind('until')}
        />
      </div>
    </fieldset>
  )
}

/** A value from memory: confirmed, or put right field by field. */
export function ValueFields({
  form: { bind, values: filled },
  values,
}: {
  readonly form: Form
  readonly values: LawData['values']
}) {
  const open = values.filter(({ settledBy }) => settledBy === null)
  const { key: wanted, isRight } = filled
  const chosen = values.find(({ key }) => key === wanted)
  return (
    <fieldset>
      <legend>待核实的内容</legend>
      <SelectField
        label="哪一项"
        options={open.map(({ key, label }) => [key, datesText(label)] as const)}
        {...bind('key')}
      />
      {chosen && (
        <>
          <p>依据：{chosen.citation}</p>
          <ul>
            {chosen.fields.map(({ id, label, value }) => (
              <li key={id}>
                {label}：{datesText(value) || '（空）'}
              </li>
            ))}
          </ul>
          <SelectField
            label="对照原文"
            options={{ yes: '核实无误', no: '有误，需要更正' }}
            {...bind('isRight')}
          />
          {isRight === 'no' && <Corrections value={chosen} bind={bind} filled={filled} />}
        </>
      )}
    </fieldset>
  )
}

function Corrections({
  value: { fields, isReckonedWith },
  bind,
  filled,
}: Bind & { readonly value: LawData['values'][number]; readonly filled: Filled }) {
  return (
    <>
      {!isReckonedWith && (
        <p>这一项由检查规则使用：更正即时登记、列出，检查规则在程序更新时采用。</p>
      )}
      {fields.map(({ id, label, kind, value }) => {
        const name = `field/${id}`
        const isOptional = value === ''
        const field = { label: `${label}（更正后）`, isOptional, ...bind(name) }
        const Control = kind === 'days' ? AreaField : TextField
        return <Control key={id} {...field} value={filled[name] ?? value} />
      })}
    </>
  )
}
