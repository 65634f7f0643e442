import { TextField } from '../form/fields.js'

/** How a person is reached. */
export function ContactFields({
  bind,
}: {
  readonly bind: (key: 'phone' | 'email') => {
    readonly value: string
    readonly onChange: (value: string) => void
  }
}) {
  return (
    <>
      <TextField label="联系电话" type="tel" isOptional {...bind('phone')} />
      <TextField
        label="电子邮箱"
        type="email"
        hint="用于接收提醒和自行重设密码。"
        isOptional
        {...bind('email')}
      />
    </>
  )
}
