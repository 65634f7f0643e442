import { CHANNELS, type Channel, citationText, type ReceiptRule } from '@gongkai/law'
import { DayField, TextField } from '../form/fields.js'
import { RECEIPT_RULES } from '../words/request-words.js'
import { useFieldError } from './field-errors.js'
import type { Part, Typed } from './typed-request.js'

// biome-ignore format: table
const ARRIVED: Readonly<Record<ReceiptRule, string>> = {
  submitted:     '提交日期',
  signed:        '签收日期',
  confirmed:     '收到日期',
  bothConfirmed: '到达日期',
}

/** The days and the proof that the channel's rule of receipt asks for. */
export function ComingFields({ channel, typed, change }: Part & { readonly channel: Channel }) {
  const { rule, proof, source } = CHANNELS[channel]
  const bind = (key: keyof Typed) => ({
    value: `${typed[key]}`,
    onChange: (value: string) => change({ [key]: value }),
  })
  const error = {
    arrivedOn: useFieldError('arrivedOn'),
    applicant: useFieldError('applicantConfirmedOn'),
    authority: useFieldError('authorityConfirmedOn'),
    proof: useFieldError('proof'),
  }
  const isConfirmed = rule === 'confirmed' || rule === 'bothConfirmed'
  return (
    <fieldset>
      <legend>收到之日</legend>
      <p>
        {RECEIPT_RULES[rule]}。<span className="about">{citationText(source)}</span>
      </p>
      <div className="columns">
        <DayField label={ARRIVED[rule]} error={error.arrivedOn} {...bind('arrivedOn')} />
        {rule === 'bothConfirmed' && (
          <DayField
            label="申请人确认的日期"
            isOptional
            hint="还没有确认的不填。"
            error={error.applicant}
            {...bind('applicantConfirmedOn')}
          />
        )}
        {isConfirmed && (
          <DayField
            label="本机关与申请人确认的日期"
            isOptional
            hint="还没有确认的不填，确认后在申请页面登记。"
            error={error.authority}
            {...bind('authorityConfirmedOn')}
          />
        )}
        {isConfirmed && (
          <TextField
            label="确认的方式和确认人"
            isOptional
            hint="如“电话确认，由某某办理”。"
            {...bind('confirmedHow')}
          />
        )}
      </div>
      <TextField
        label="收到凭据"
        // Whoever asked by the form has nothing to prove.
        isOptional={rule === 'submitted' || channel === 'online'}
        hint={`应写明：${proof}。`}
        error={error.proof}
        {...bind('proof')}
      />
    </fieldset>
  )
}
