import { partText as textOf } from '@gongkai/report'
import type { ReportView, ReviewRemark } from '@gongkai/web'
import { useState } from 'react'
import { focusCell } from '../../report/focus.js'
import { useSheet } from '../../report/sheet-context.js'
import { targetText } from '../../words/words.js'
import { call } from '../api/call.js'
import { useRegister } from '../authorities/register.js'
import { ActionForm } from '../form/action-form.js'
import { AreaField } from '../form/fields.js'
import { PersonName } from '../people/person-name.js'
import { say } from '../router/said.js'
import { mayAt, useMe } from '../session/me.js'
import { instantText } from '../words/authority-words.js'
import { focusPart } from './use-findings.js'

/** What was said of the report and what was answered, over all its versions, oldest first. */
export function RemarkThread({ view: { report, remarks: given } }: { readonly view: ReportView }) {
  const me = useMe()
  const { pathOf } = useRegister()
  const [answered, setAnswered] = useState<readonly ReviewRemark[]>([])
  const mayAnswer = mayAt(me, 'report.draft', pathOf(report.authorityId))
  const remarks = given.map((one) => answered.find(({ id }) => id === one.id) ?? one)
  if (remarks.length === 0) return <p className="nothing">还没有审阅意见。</p>
  return (
    <ol className="cards remarks">
      {remarks.map((remark) => (
        <li key={remark.id} className={remark.answer === null ? 'unread' : 'over'}>
          <Place remark={remark} />
          <p>{remark.words}</p>
          <p className="about">
            <PersonName id={remark.madeBy} unseen="审阅人员" />，{instantText(remark.madeAt)}，对第
            {remark.versionNo}版
          </p>
          {remark.answer !== null && (
            <div className="answer">
              <p>答复：{remark.answer}</p>
              <p className="about">
                {remark.answeredBy && <PersonName id={remark.answeredBy} unseen="编制人员" />}，
                {remark.answeredAt && instantText(remark.answeredAt)}
              </p>
            </div>
          )}
          {remark.answer === null && mayAnswer && (
            <AnswerForm
              remark={remark}
              onDone={(done) => setAnswered((before) => [...before, done])}
            />
          )}
          {remark.answer === null && !mayAnswer && <p className="about">尚未答复</p>}
        </li>
      ))}
    </ol>
  )
}

/** What a remark is about, as the way there. */
function Place({ remark: { target, quote } }: { readonly remark: ReviewRemark }) {
  const { report } = useSheet()
  if (target.kind === 'report') return <p className="about">对整份报告</p>
  const [cell] = target.kind === 'cells' ? target.cells : []
  const go = () => {
    if (cell) return focusCell(cell)
    if (target.kind !== 'text') return
    // The text may have moved since: what was quoted is looked for.
    const at = (textOf(report, target.part) ?? '').indexOf(quote ?? '')
    const start = at < 0 ? target.start : at
    focusPart(target.part, start, start + target.end - target.start)
  }
  return (
    <>
      <button type="button" className="link" onClick={go}>
        {targetText(target)}
      </button>
      {target.kind === 'text' && quote && <p className="quote">原文：“{quote}”</p>}
    </>
  )
}

function AnswerForm({
  remark,
  onDone,
}: {
  readonly remark: ReviewRemark
  readonly onDone: (remark: ReviewRemark) => void
}) {
  const [answer, setAnswer] = useState('')
  return (
    <ActionForm
      submit="答复"
      send={() => call<ReviewRemark>('POST', `/remarks/${remark.id}/answer`, { body: { answer } })}
      onDone={(done) => {
        onDone(done)
        say('已答复，审阅人员可以看到。')
      }}
    >
      <AreaField
        label="答复"
        hint="说明如何修改，或者不修改的理由。答复后不能更改。"
        value={answer}
        onChange={setAnswer}
      />
    </ActionForm>
  )
}
