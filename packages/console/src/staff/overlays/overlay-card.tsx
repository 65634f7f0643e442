import type { MovedDates, Overlay } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { PersonName } from '../people/person-name.js'
import { mayAnywhere, useMe } from '../session/me.js'
import { instantText } from '../words/authority-words.js'
import { MovedList } from './moved-list.js'
import { headOf, linesOf, STATES, STEPS, sourceText } from './overlay-words.js'
import { type Step, StepDialog } from './step-dialog.js'

/** One overlay: what it says, what it rests on, who proposed and decided it, which dates moved, and what may be done with it. */
export function OverlayCard({
  overlay,
  labelOf,
  onChanged,
}: {
  readonly overlay: Overlay
  readonly labelOf: (key: string) => string
  readonly onChanged: () => void
}) {
  const me = useMe()
  const [step, setStep] = useState<Step | null>(null)
  const { content, source, state, steps } = overlay
  const head = headOf(content, labelOf)
  const mayDecide = mayAnywhere(me, 'law.decide')
  return (
    <li className={state === 'proposed' ? 'unread' : ''}>
      <p>
        <strong>{head}</strong> <span className="badge">{STATES[state]}</span>
      </p>
      {linesOf(content).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>来源：{sourceText(source)}</p>
      <ul className="plain-list about">
        {steps.map(({ state: taken, by, at, reason }) => (
          <li key={taken}>
            {instantText(at)}
            {by === null ? '在服务器上' : <PersonName id={by} />}
            {STEPS[taken]}
            {reason && `，理由：${reason}`}
          </li>
        ))}
      </ul>
      {mayDecide && state !== 'rejected' && <Moved overlay={overlay} />}
      {mayDecide && (
        <div className="actions">
          {stepsOf(overlay, me.person.id).map((one) => (
            <Button key={one} size="small" onClick={() => setStep(one)}>
              {ACTIONS[one]}
              <span className="hidden">：{head}</span>
            </Button>
          ))}
        </div>
      )}
      {step && (
        <StepDialog
          overlay={overlay}
          head={head}
          step={step}
          onClose={() => setStep(null)}
          onDone={() => {
            setStep(null)
            onChanged()
          }}
        />
      )}
    </li>
  )
}

const ACTIONS: Readonly<Record<Step, string>> = {
  approve: '同意',
  reject: '不同意',
  withdraw: '撤回',
}

/** Who proposed does not decide. */
function stepsOf({ state, steps }: Overlay, me: string): readonly Step[] {
  if (state === 'approved') return ['withdraw']
  if (state !== 'proposed') return []
  return steps[0]?.by === me ? ['withdraw'] : ['approve', 'reject']
}

/** Asked for when it is opened: a list may be long. */
function Moved({ overlay: { id, state } }: { readonly overlay: Overlay }) {
  const [isOpen, setOpen] = useState(false)
  const asked = useAsk<MovedDates>(isOpen ? `/overlays/${id}/moved` : null)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{state === 'proposed' ? '同意后将移动的日期' : '移动的日期'}</summary>
      {isOpen && <Waiting asked={asked}>{(moved) => <MovedList moved={moved} />}</Waiting>}
    </details>
  )
}
