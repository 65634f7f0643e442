import { Button } from 'antd'
import { say } from '../router/said.js'
import { Field } from './field.js'

/** A text that is shown once, to be copied and handed over. */
export function HandedText({
  label,
  hint,
  kind,
  text,
}: {
  readonly label: string
  readonly hint: string
  /** What it is, in the words of the button: 链接, 令牌. */
  readonly kind: string
  readonly text: string
}) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(`${kind}已复制。`),
      () => say(`浏览器不允许复制，请选中${kind}后手工复制。`),
    )
  return (
    <>
      <Field label={label} hint={hint}>
        {(wired) => (
          <textarea
            {...wired}
            className="link-text"
            readOnly
            rows={2}
            value={text}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <Button onClick={() => void copy()}>{`复制${kind}`}</Button>
    </>
  )
}
