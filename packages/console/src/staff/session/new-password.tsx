import { TextField } from '../form/fields.js'
import { passwordWords } from './password-words.js'

type Bound = { readonly value: string; readonly onChange: (value: string) => void }

/** A new password, twice, with its strength said in words. */
export function NewPassword({
  label = '密码',
  password,
  again,
}: {
  readonly label?: string
  readonly password: Bound
  readonly again: Bound
}) {
  const differs = again.value !== '' && again.value !== password.value
  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        hint={<span role="status">{passwordWords(password.value, again.value)}</span>}
        {...password}
      />
      <TextField
        label={`再次填写${label}`}
        type="password"
        autoComplete="new-password"
        error={differs ? '与上面填写的不一致。' : undefined}
        {...again}
      />
    </>
  )
}

/** Refuses what was typed twice and not alike, before it is sent. */
export const NOT_ALIKE = {
  ok: false,
  refused: { code: 'password.not-alike', message: '两次填写的密码不一致。请重新填写。' },
} as const
