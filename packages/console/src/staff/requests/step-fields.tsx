import type { StepRequest } from '@gongkai/web'
import type { ReactNode } from 'react'
import { DayField, SelectField, TextField } from '../form/fields.js'
import { CONSULTED } from '../words/request-words.js'

type Step = StepRequest['step']

/** What is typed of a step, whichever it is. */
export type TypedStep = {
  readonly name: string
  readonly on: string
  readonly until: string
  readonly consultation: string
  readonly whom: string
  readonly days: string
  readonly note: string
}

type Bind = (key: keyof TypedStep) => {
  readonly value: string
  readonly onChange: (value: string) => void
}

// biome-ignore format: table
const UNTIL: Readonly<Record<string, readonly [label: string, hint: string]>> = {
  askCorrection: ['补正的期限',       '合理的期限，写在补正告知书上。补正一次性告知。'],
  askReasons:    ['说明理由的期限',   '写在要求说明理由的告知书上。'],
  postpone:      ['延迟答复的期限',   '写在告知书上的合理期限。'],
}

/** What a step asks for beside its day. */
export function StepFields({
  name,
  whom,
  bind,
  consultations,
}: {
  readonly name: string
  readonly whom: string
  readonly bind: Bind
  /** Those that were asked and are waited for, by the name that was given to the consultation. */
  readonly consultations: readonly string[]
}): ReactNode {
  const until = UNTIL[name]
  if (until) return <DayField label={until[0]} hint={until[1]} {...bind('until')} />
  if (name === 'consult') return <ConsultFields whom={whom} bind={bind} />
  if (name === 'consultationArrives' || name === 'receiveOpinion') {
    return (
      <SelectField
        label="哪一次征求意见"
        options={consultations.map((one) => [one, one] as const)}
        {...bind('consultation')}
      />
    )
  }
  if (name === 'extend') {
    return (
      <TextField
        label="延长的工作日数"
        hint="不超过20个工作日，只延长一次，并在原期限届满前告知申请人。"
        inputMode="numeric"
        {...bind('days')}
      />
    )
  }
  return null
}

function ConsultFields({ whom, bind }: { readonly whom: string; readonly bind: Bind }) {
  return (
    <>
      <SelectField label="征求谁的意见" options={CONSULTED} {...bind('whom')} />
      <TextField
        label="名称"
        hint="用来区分各次征求意见，如“征求甲公司意见”。"
        {...bind('consultation')}
      />
      {whom === 'otherAuthority' && (
        <DayField
          label="来函写明的回复期限"
          isOptional
          hint="法规没有规定其他机关回复的期限。"
          {...bind('until')}
        />
      )}
    </>
  )
}

/** The step as it is sent: what its kind does not ask for stays away. The API looks at the rest. */
export function stepOf({ name, on, until, consultation, whom, days }: TypedStep): Step {
  const more = {
    ...(until && (name in UNTIL || whom === 'otherAuthority') && { until }),
    ...(consultation && { consultation }),
    ...(name === 'consult' && { whom }),
    ...(name === 'extend' && { days: Number(days) }),
  }
  return { name, on, ...more } as Step
}
