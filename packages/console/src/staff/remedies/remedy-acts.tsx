import type { Remedy } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../requests/use-authority.js'
import { LinkButton } from '../router/link.js'
import { ANSWERS, DECISIONS, isSuit } from '../words/remedy-words.js'
import { AnswerDialog, RedoneDialog, StrikeDialog } from './act-dialogs.js'
import { DecideDialog } from './decide-dialog.js'
import { InstanceDialog } from './instance-dialog.js'

type Act = 'answer' | 'decide' | 'instance' | 'redone' | 'strike'

/** What may be done with a remedy now. Complaints are registered, decided and put right by the supervising office; the authority answers them. */
export function RemedyActs({
  remedy,
  reload,
}: {
  readonly remedy: Remedy
  readonly reload: () => void
}) {
  const may = useMay(remedy.authorityId)
  const [open, setOpen] = useState<Act | null>(null)
  const { id, kind, instances, redo, struckReason } = remedy
  const mayHandle = may('remedy.handle')
  const mayKeep = kind === 'complaint' ? may('remedy.supervise') : mayHandle
  if (struckReason !== null || (!mayHandle && !mayKeep)) return null
  const last = instances.at(-1)
  const isOpen = last !== undefined && last.decidedOn === null
  const shown = { remedy, onClose: () => setOpen(null), reload }
  const button = (act: Act, label: string, isFirst = false) => (
    <Button type={isFirst ? 'primary' : 'default'} onClick={() => setOpen(act)}>
      {label}
    </Button>
  )
  return (
    <div className="actions">
      {mayHandle && isOpen && !last.answeredOn && button('answer', `登记${ANSWERS[kind]}`, true)}
      {mayKeep && isOpen && button('decide', `登记${DECISIONS[kind]}`, last.answeredOn !== null)}
      {mayHandle && redo && !redo.doneOn && button('redone', '登记重新作出的答复', true)}
      {mayHandle && !isOpen && isSuit(kind) && button('instance', '登记下一审级')}
      {mayKeep && <LinkButton to={`/console/remedies/${id}/correct`}>更正登记</LinkButton>}
      {mayKeep && button('strike', '去除')}
      {open === 'answer' && <AnswerDialog {...shown} />}
      {open === 'decide' && <DecideDialog {...shown} />}
      {open === 'instance' && <InstanceDialog {...shown} />}
      {open === 'redone' && <RedoneDialog {...shown} />}
      {open === 'strike' && <StrikeDialog {...shown} />}
    </div>
  )
}
