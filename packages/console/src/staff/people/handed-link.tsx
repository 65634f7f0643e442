import type { HandedLink as Link } from '@gongkai/web'
import { Button } from 'antd'
import { Field } from '../form/field.js'
import { say } from '../router/said.js'
import { instantText } from '../words/authority-words.js'

/** A link that works once, to be handed to the person; it is shown here and nowhere again. */
export function HandedLink({
  link: { link, expiresAt },
  what,
  name,
}: {
  readonly link: Link
  readonly what: string
  readonly name: string
}) {
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => say('链接已复制。'),
      () => say('浏览器不允许复制，请选中链接后手工复制。'),
    )
  return (
    <>
      <Field
        label={what}
        hint={`有效至${instantText(expiresAt)}，只能使用一次，离开本页后不再显示。请当面或者通过内部渠道交给${name}本人，不要发到群里。`}
      >
        {(wired) => (
          <textarea
            {...wired}
            className="link-text"
            readOnly
            rows={2}
            value={link}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <Button onClick={() => void copy()}>复制链接</Button>
    </>
  )
}
