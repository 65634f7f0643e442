import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog } from '../../ui/dialog.js'
import type { Answer, Refused } from '../api/call.js'
import { Link } from '../router/link.js'
import { type Conflict, ConflictDialog } from './conflict-dialog.js'
import { Failure } from './failure.js'

/** A thing that is written under the version that was on the screen. */
export type Versioned = {
  readonly version: number
  /** What stands now beside what was filled in, after a refusal because somebody was faster. */
  readonly compare: (refused: Refused) => Promise<Conflict | null>
  /** Gives up what was filled in. */
  readonly onTheirs: () => void
}

/** A form that does one thing. It keeps what was typed until that is done. */
export function ActionForm<T>({
  submit,
  back,
  onBack,
  beside,
  wrong,
  confirm,
  isDanger = false,
  versioned,
  send,
  onDone,
  children,
}: {
  /** What the button says. */
  readonly submit: string
  /** Where one goes without doing it; nowhere where it is not given. */
  readonly back?: string
  /** Closes the dialog that the form stands in. */
  readonly onBack?: () => void
  /** Another thing that may be done instead. */
  readonly beside?: ReactNode
  /** Why it cannot be done as it is filled in; asked before the confirmation. */
  readonly wrong?: Refused | null
  /** What is asked once more before it is done: what follows from it. */
  readonly confirm?: ReactNode
  readonly isDanger?: boolean
  readonly versioned?: Versioned
  readonly send: (version: number) => Promise<Answer<T>>
  readonly onDone: (value: T) => void
  readonly children: ReactNode
}) {
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  const run = async (version: number) => {
    setAsking(false)
    setConflict(null)
    setRefused(null)
    setBusy(true)
    const answer = await send(version)
    setBusy(false)
    if (answer.ok) return onDone(answer.value)
    const isStale = /changed$/.test(answer.refused.code)
    const found = isStale && versioned ? await versioned.compare(answer.refused) : null
    if (found) setConflict(found)
    else setRefused(answer.refused)
  }
  const start = () => run(versioned?.version ?? 0)
  const take = (event: FormEvent) => {
    event.preventDefault()
    if (wrong) setRefused(wrong)
    else if (confirm) setAsking(true)
    else void start()
  }
  return (
    <form className="form" onSubmit={take} aria-busy={isBusy}>
      {children}
      <Failure refused={refused} />
      <div className="actions">
        <Button type="primary" danger={isDanger} htmlType="submit" disabled={isBusy}>
          {isBusy ? '正在办理…' : submit}
        </Button>
        {back && <Link to={back}>取消</Link>}
        {onBack && <Button onClick={onBack}>返回</Button>}
        {beside}
      </div>
      {isAsking && (
        <Dialog title={`${submit}？`} onClose={() => setAsking(false)}>
          {confirm}
          <div className="actions">
            <Button type="primary" danger={isDanger} onClick={() => void start()}>
              {`确认${submit}`}
            </Button>
            <Button onClick={() => setAsking(false)}>返回修改</Button>
          </div>
        </Dialog>
      )}
      {conflict && versioned && (
        <ConflictDialog
          conflict={conflict}
          onMine={() => void run(conflict.version)}
          onTheirs={versioned.onTheirs}
          onClose={() => setConflict(null)}
        />
      )}
    </form>
  )
}
