import type { RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { PersonName } from '../people/person-name.js'
import { dayText, instantText } from '../words/authority-words.js'
import { stepName, stepText } from '../words/request-words.js'
import { StrikeDialog } from './strike-dialog.js'

type Recorded = RequestView['steps'][number]

/** 办理经过: the steps in the order of their days; what was recorded by mistake stays, struck through with its reason. */
export function StepsPart({
  view: { request, steps },
  mayStrike,
  reload,
}: {
  readonly view: RequestView
  readonly mayStrike: boolean
  readonly reload: () => void
}) {
  const [striking, setStriking] = useState<Recorded | null>(null)
  const inOrder = steps.toSorted((a, b) => a.step.on.localeCompare(b.step.on) || a.no - b.no)
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">办理步骤</h2>
      {steps.length === 0 && (
        <p className="nothing">
          还没有登记步骤。告知补正、征求意见、延长期限等影响答复期限的，在当天登记。
        </p>
      )}
      <ol className="cards">
        {inOrder.map((one) => (
          <li key={one.no} className={one.struck ? 'over' : ''}>
            <Step recorded={one} />
            {mayStrike && !one.struck && one.step.name !== 'reply' && (
              <Button size="small" onClick={() => setStriking(one)}>
                更正登记<span className="hidden">：{stepName(one.step)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {striking && (
        <StrikeDialog
          request={request}
          recorded={striking}
          onClose={() => setStriking(null)}
          reload={reload}
        />
      )}
    </section>
  )
}

function Step({
  recorded: { step, note, recordedBy, recordedAt, struck, unpaperedReason },
}: {
  readonly recorded: Recorded
}) {
  const more = stepText(step)
  const text = (
    <>
      {dayText(step.on)}　<strong>{stepName(step)}</strong>
      {more && `，${more}`}
    </>
  )
  return (
    <>
      <p>{struck ? <del>{text}</del> : text}</p>
      {note && <p className="lines">{struck ? <del>{note}</del> : note}</p>}
      <p className="about">
        {recordedBy ? <PersonName id={recordedBy} /> : '申请人'}于{instantText(recordedAt)}
        {recordedBy ? '登记' : '提交'}
      </p>
      {unpaperedReason && <p className="about">不发文书的理由：{unpaperedReason}</p>}
      {struck && (
        <p>
          登记有误，已更正{struck.reason && `：${struck.reason}`}
          <span className="about">
            （<PersonName id={struck.by} />，{instantText(struck.at)}）
          </span>
        </p>
      )}
    </>
  )
}
