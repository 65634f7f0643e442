import { Input } from 'antd'
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useState } from 'react'
import { DayInput } from '../../ui/day-input.js'
import { Field } from './field.js'

type Common = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

/** A line of text or a password. */
export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  ...field
}: Common & {
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly inputMode?: 'numeric'
}) {
  return (
    <Field {...field}>
      {(wired) => (
        <Input
          {...wired}
          {...(inputMode && { inputMode })}
          type={type}
          autoComplete={autoComplete}
          required={!field.isOptional}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** A day as `2026-01-31`. */
export function DayField({ value, onChange, error, ...field }: Common) {
  const [wrong, setWrong] = useState('')
  return (
    <Field {...field} error={wrong || error}>
      {(wired) => (
        <DayInput
          {...wired}
          isOptional={field.isOptional ?? false}
          value={value}
          onChange={onChange}
          onWrong={setWrong}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function AreaField({ value, onChange, ...field }: Common) {
  return (
    <Field {...field}>
      {(wired) => (
        <Input.TextArea
          {...wired}
          rows={3}
          required={!field.isOptional}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** One of a few: the browser's own list, which a phone shows as it shows all others. */
export function SelectField({
  value,
  onChange,
  options,
  ...field
}: Common & {
  /** By value; as pairs where their order is not that of an object's keys. */
  readonly options: Readonly<Record<string, string>> | readonly (readonly [string, string])[]
}) {
  const pairs = Array.isArray(options) ? options : Object.entries(options)
  return (
    <Field {...field}>
      {(wired) => (
        <select
          {...wired}
          className="select"
          required={!field.isOptional}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {!pairs.some(([key]) => key === value) && <option value={value}>请选择</option>}
          {pairs.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Why something is done, in the words of the log. */
export function ReasonField({
  label = '理由',
  hint = '将写入记录。',
  ...rest
}: Pick<Common, 'value' | 'onChange' | 'error'> & {
  readonly label?: string
  readonly hint?: string
}) {
  return <AreaField label={label} hint={hint} {...rest} />
}
