import { answerPeriod, citationText, localDate } from '@gongkai/law'
import type { Remedy } from '@gongkai/web'
import type { ReactNode } from 'react'
import { dayText } from '../words/authority-words.js'
import {
  ANSWERS,
  COPIES,
  DECISIONS,
  type Instance,
  instanceName,
  isSuit,
  PROCEDURES,
  resultText,
} from '../words/remedy-words.js'

/** What was done in each instance, by when it had to be done and why, and the decision that is made anew. */
export function InstancesPart({ remedy }: { readonly remedy: Remedy }) {
  const { kind, instances, redo } = remedy
  return (
    <section aria-labelledby="instances">
      <h2 id="instances">{isSuit(kind) ? '审级和期限' : '办理经过和期限'}</h2>
      <ol className="cards">
        {instances.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: instances are only ever added at the end
          <li key={index}>
            <OneInstance remedy={remedy} index={index} one={one} />
          </li>
        ))}
        {redo && (
          <li>
            <Redone remedy={remedy} redo={redo} />
          </li>
        )}
      </ol>
    </section>
  )
}

function OneInstance({
  remedy: { kind, answerDays },
  index,
  one,
}: {
  readonly remedy: Remedy
  readonly index: number
  readonly one: Instance
}) {
  const { caseNumber, procedure, receivedOn, answeredOn } = one
  const due = answerDays[index]
  const isLate = Boolean(due?.on && answeredOn && answeredOn > due.on)
  return (
    <>
      {(isSuit(kind) || caseNumber) && (
        <p>
          <strong>{[instanceName(kind, index), caseNumber].filter(Boolean).join('　')}</strong>
        </p>
      )}
      <dl className="details">
        <Row label={COPIES[kind]}>{dayText(receivedOn)}</Row>
        {kind === 'reconsideration' && <Row label="程序">{PROCEDURES[procedure]}</Row>}
        <Row label={`${ANSWERS[kind]}的期限`}>
          {due?.on ? dayText(due.on) : '没有期限'}
          {due?.provisional && <span className="badge">暂定</span>}
          <p className="about">{whyOf(kind, one)}</p>
        </Row>
        <Row label={ANSWERS[kind]}>
          {answeredOn ? dayText(answeredOn) : '未登记'}
          {isLate && <strong className="failure">，逾期</strong>}
        </Row>
        <Row label={DECISIONS[kind]}>{resultText(one) ?? '未登记'}</Row>
      </dl>
    </>
  )
}

/** From what the day to answer was reckoned. */
function whyOf(kind: Remedy['kind'], { procedure, receivedOn }: Instance): string {
  if (kind === 'complaint') return '由主管部门确定'
  const period = answerPeriod(kind, procedure, localDate(receivedOn))
  if (!period) return '现行法律施行前收到的，不计算'
  const { days, unit } = period.value
  const text = citationText(period.source)
  return unit === 'working'
    ? `收到次日起${days}个工作日，依据${text}`
    : `收到次日起${days}日，届满日为休息日的顺延，依据${text}`
}

function Redone({
  remedy: { redoDay },
  redo,
}: {
  readonly remedy: Remedy
  readonly redo: NonNullable<Remedy['redo']>
}) {
  const isLate = Boolean(redo.doneOn && redoDay?.on && redo.doneOn > redoDay.on)
  return (
    <>
      <p>
        <strong>责令重新作出答复</strong>
      </p>
      <dl className="details">
        <Row label="收到决定、裁判之日">{dayText(redo.from)}</Row>
        <Row label="重新答复的期限">
          {redoDay?.on && dayText(redoDay.on)}
          {redoDay?.provisional && <span className="badge">暂定</span>}
          <p className="about">收到次日起{redo.days}个工作日</p>
        </Row>
        <Row label="重新作出的答复">
          {redo.doneOn
            ? `${dayText(redo.doneOn)}${redo.number ? `，${redo.number}` : ''}`
            : '未登记'}
          {isLate && <strong className="failure">，逾期</strong>}
        </Row>
      </dl>
    </>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
