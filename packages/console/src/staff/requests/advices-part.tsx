import type { RequestAdvices, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { PersonName } from '../people/person-name.js'
import { LinkButton } from '../router/link.js'
import { dayText, instantText } from '../words/authority-words.js'
import { ADVICE_ANSWERS, ADVICE_TOLD } from '../words/request-words.js'
import { AdviceDialog } from './advice-dialog.js'
import { ReasonDialog } from './reason-dialog.js'

type Advice = RequestAdvices['advices'][number]

/** 应当向其他机关申请: who is responsible, as it was found out and told. */
export function AdvicesPart({
  request,
  mayRecord,
  reload,
}: {
  readonly request: RequestFile
  readonly mayRecord: boolean
  readonly reload: () => void
}) {
  const asked = useAsk<RequestAdvices>(`/requests/${request.id}/advices`)
  const [isOpen, setOpen] = useState(false)
  const [striking, setStriking] = useState<Advice | null>(null)
  const isClosed = request.stage === 'closed'
  return (
    <section aria-labelledby="advices">
      <h2 id="advices">应当向其他机关申请</h2>
      <Waiting asked={asked}>
        {({ advices, suggested }) => (
          <>
            {advices.length === 0 && (
              <p className="nothing">
                没有登记。不属于本机关负责公开的，登记负责的机关；可以先电话告知申请人，坚持由本机关答复的，以此拟制告知书。
              </p>
            )}
            <ol className="cards">
              {advices.map((one) => (
                <li key={one.id} className={one.struck ? 'over' : ''}>
                  <OneAdvice advice={one} />
                  {mayRecord && !one.struck && (
                    <span className="actions no-print">
                      {!isClosed && (
                        <LinkButton
                          to={`/console/requests/${request.id}/letters/new?kind=decision&advice=${one.id}`}
                        >
                          拟制告知书
                        </LinkButton>
                      )}
                      <Button size="small" onClick={() => setStriking(one)}>
                        更正登记<span className="hidden">：{one.competent}</span>
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ol>
            {mayRecord && !isClosed && (
              <Button className="no-print" onClick={() => setOpen(true)}>
                登记应当向其他机关申请
              </Button>
            )}
            {isOpen && (
              <AdviceDialog
                request={request}
                suggested={suggested}
                onClose={() => setOpen(false)}
                reload={reload}
              />
            )}
          </>
        )}
      </Waiting>
      {striking && (
        <ReasonDialog
          request={request}
          doing="更正登记"
          path={`advices/${striking.id}/strike`}
          isDanger
          onClose={() => setStriking(null)}
          reload={reload}
        >
          <p>
            “{striking.competent}”的登记将标为有误，仍可查看。
            {striking.answer === 'withdraws' && '同时登记的撤回不随之更正，请在“办理步骤”中更正。'}
          </p>
        </ReasonDialog>
      )}
    </section>
  )
}

function OneAdvice({ advice }: { readonly advice: Advice }) {
  const { advisedOn, competent, contact, reason, told, answer, struck } = advice
  return (
    <>
      <p>
        {dayText(advisedOn)}　<strong>应当向{competent}申请</strong>
        {contact && `（${contact}）`}
      </p>
      <p className="lines">理由：{reason}</p>
      <p>
        {ADVICE_TOLD[told]}
        {answer && `，申请人${ADVICE_ANSWERS[answer]}`}
      </p>
      <p className="about">
        <PersonName id={advice.recordedBy} />于{instantText(advice.recordedAt)}登记
      </p>
      {struck && (
        <p>
          登记有误，已更正：{struck.reason}
          <span className="about">
            （<PersonName id={struck.by} />，{instantText(struck.at)}）
          </span>
        </p>
      )}
    </>
  )
}
