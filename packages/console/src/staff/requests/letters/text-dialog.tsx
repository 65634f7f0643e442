import type { RequestLetter } from '@gongkai/web'
import { useState } from 'react'
import { Dialog } from '../../../ui/dialog.js'
import type { Answer } from '../../api/call.js'
import { ActionForm } from '../../form/action-form.js'
import { AreaField } from '../../form/fields.js'
import { say } from '../../router/said.js'
import { versionedLetter } from './versioned-letter.js'

/** Does one thing with a letter for which a text is asked: an opinion, a reason, other words. */
export function TextDialog({
  letter,
  doing,
  label,
  hint,
  initial = '',
  isOptional = false,
  isDanger = false,
  send,
  onClose,
  reload,
}: {
  readonly letter: RequestLetter
  /** What the button says. */
  readonly doing: string
  readonly label: string
  readonly hint?: string
  readonly initial?: string
  readonly isOptional?: boolean
  readonly isDanger?: boolean
  readonly send: (text: string, version: number) => Promise<Answer<RequestLetter>>
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const [text, setText] = useState(initial)
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={`${doing}：${letter.title}`} onClose={onClose}>
      <ActionForm
        submit={doing}
        isDanger={isDanger}
        onBack={onClose}
        versioned={versionedLetter(letter, doing, finish)}
        send={(version) => send(text, version)}
        onDone={() => {
          finish()
          say(`已${doing}。`)
        }}
      >
        <AreaField
          label={label}
          value={text}
          onChange={setText}
          isOptional={isOptional}
          {...(hint && { hint })}
        />
      </ActionForm>
    </Dialog>
  )
}
