import type { Authority } from '@gongkai/web'
import { DayField, SelectField, TextField } from '../form/fields.js'
import {
  DETAIL_KEYS,
  DETAIL_LABELS,
  type DetailKey,
  KINDS,
  LEVELS,
  SEAL_PLACES,
} from '../words/authority-words.js'

/** Each detail as it is typed; empty is not stated. */
export type DetailValues = Readonly<Record<DetailKey, string>>

type Bind = (key: DetailKey) => {
  readonly value: string
  readonly onChange: (value: string) => void
}

const HINTS: Readonly<Partial<Record<DetailKey, string>>> = {
  name: '印章上的全称。',
  creditCode: '18位，与统一社会信用代码证书一致。',
  regionCode: '6位、9位或者12位数字。',
  documentCode: '发文字号开头的文字，例如：云公复',
  officeHours: '例如：工作日8:30—12:00，14:00—17:30',
  site: '以 http:// 或者 https:// 开头。',
  reviewBody: '答复书告知救济途径时使用的全称。',
  court: '答复书告知救济途径时使用的全称。',
}

const OPTIONS: Readonly<Partial<Record<DetailKey, Readonly<Record<string, string>>>>> = {
  kind: KINDS,
  level: LEVELS,
  sealPlace: SEAL_PLACES,
}

const NEEDED: readonly DetailKey[] = ['name', 'kind', 'level']

/** The form of all details of an authority, the three that are needed first. */
export function DetailFields({ bind }: { readonly bind: Bind }) {
  return (
    <div className="columns">
      {DETAIL_KEYS.map((key) => (
        <DetailField key={key} of={key} bind={bind} />
      ))}
    </div>
  )
}

/** What must be known of a new authority, and no more. */
export function NeededFields({ bind }: { readonly bind: Bind }) {
  return NEEDED.map((key) => <DetailField key={key} of={key} bind={bind} />)
}

function DetailField({ of, bind }: { readonly of: DetailKey; readonly bind: Bind }) {
  const options = OPTIONS[of]
  const hint = HINTS[of]
  const common = {
    ...bind(of),
    ...(hint && { hint }),
    label: DETAIL_LABELS[of],
    isOptional: !NEEDED.includes(of),
  }
  if (options) return <SelectField options={options} {...common} />
  return of === 'establishedOn' ? <DayField {...common} /> : <TextField {...common} />
}

/** The details of an authority as the form holds them; without one, an empty form. */
export function valuesOf(authority?: Authority): DetailValues {
  const entries = DETAIL_KEYS.map((key) => [key, authority?.[key] ?? ''])
  return Object.fromEntries(entries)
}

/** The details as they are sent: what is empty is not stated. */
export function detailsOf(values: DetailValues): Readonly<Record<string, string | null>> {
  return Object.fromEntries(DETAIL_KEYS.map((key) => [key, values[key].trim() || null]))
}
