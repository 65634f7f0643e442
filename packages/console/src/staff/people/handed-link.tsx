import type { HandedLink as Link } from '@gongkai/web'
import { HandedText } from '../form/handed-text.js'
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
  const hint = `有效至${instantText(expiresAt)}，只能使用一次，离开本页后不再显示。请当面或者通过内部渠道交给${name}本人，不要发到群里。`
  return <HandedText label={what} hint={hint} kind="链接" text={link} />
}
