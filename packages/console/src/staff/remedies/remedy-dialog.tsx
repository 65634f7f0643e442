import type { Remedy } from '@gongkai/web'
import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.js'
import { call } from '../api/call.js'
import { ActionForm, type Versioned } from '../form/action-form.js'
import { versioned } from '../form/versioned.js'
import { say } from '../router/said.js'
import { dayText } from '../words/authority-words.js'
import { nextWords, REMEDY_TITLES, standingOf } from '../words/remedy-words.js'

/** What every dialog about a remedy is given. */
export type Acting = {
  readonly remedy: Remedy
  readonly onClose: () => void
  readonly reload: () => void
}

/** A dialog that does one thing with a remedy, under the version that was on the screen. */
export function RemedyDialog({
  acting: { remedy, onClose, reload },
  title,
  submit = '登记',
  isDanger = false,
  path,
  body,
  children,
}: {
  readonly acting: Acting
  readonly title: string
  readonly submit?: string
  readonly isDanger?: boolean
  /** Below the address of the remedy. */
  readonly path: string
  readonly body: object
  readonly children: ReactNode
}) {
  const finish = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <ActionForm
        submit={submit}
        isDanger={isDanger}
        onBack={onClose}
        versioned={versionedRemedy(remedy, title, finish)}
        send={(version) =>
          call<Remedy>('POST', `/remedies/${remedy.id}/${path}`, { body, version })
        }
        onDone={(after) => {
          finish()
          say(doneText(title, after))
        }}
      >
        {children}
      </ActionForm>
    </Dialog>
  )
}

/** What is said after something was done: how it stands, and the next day. */
export function doneText(done: string, remedy: Remedy): string {
  const { nextOn } = remedy
  const next = nextOn ? `，最迟${dayText(nextOn)}${nextWords(remedy)}` : ''
  return `已完成“${done}”：${REMEDY_TITLES[remedy.kind]}，${standingOf(remedy)}${next}。`
}

/** A remedy under the version that was on the screen; where somebody was faster, what `doing` says stands beside what came of it. */
export function versionedRemedy(
  { version }: Remedy,
  doing: string,
  onTheirs: () => void,
): Versioned {
  return versioned<Remedy>(version, doing, onTheirs, standingOf)
}
