import { citationText, GROUNDS } from '@gongkai/law'
import type { ReevaluationOfRequest, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { withQuery } from '../../api/path.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { PersonName } from '../../people/person-name.js'
import { useActed } from '../../router/acted.js'
import { Link } from '../../router/link.js'
import { dayText, todayInChina } from '../../words/authority-words.js'
import { OUTCOMES } from '../../words/reevaluation-words.js'
import { ReevaluationDialog } from './reevaluation-dialog.js'

type Outcome = ReevaluationOfRequest['history'][number]['outcome']

/** 定期评估: by when what was refused is looked at again, and what was found before (第十八条). */
export function ReevaluationPart({
  request,
  onRecorded,
}: {
  readonly request: RequestFile
  readonly onRecorded: () => void
}) {
  const asked = useAsk<ReevaluationOfRequest>(`/requests/${request.id}/reevaluation`)
  const { reload } = useActed(asked)
  if (asked.value && !asked.value.withheld && asked.value.history.length === 0) return null
  return (
    <section aria-labelledby="reevaluation">
      <h2 id="reevaluation">定期评估</h2>
      <Waiting asked={asked}>
        {(view) => (
          <Shown
            request={request}
            view={view}
            reload={() => {
              reload()
              onRecorded()
            }}
          />
        )}
      </Waiting>
      <p className="no-print">
        <Link to={withQuery('/console/requests/reevaluations', { authority: request.authorityId })}>
          定期评估的台账
        </Link>
      </p>
    </section>
  )
}

type Parts = {
  readonly request: RequestFile
  readonly view: ReevaluationOfRequest
  readonly reload: () => void
}

function Shown({ request, view, reload }: Parts) {
  const [opened, setOpened] = useState<Outcome | null>(null)
  const { withheld, history } = view
  return (
    <>
      <Standing view={view} />
      {history.length > 0 && (
        <ol className="cards">
          {history.map(({ id, outcome, on, reason, nextOn, recordedBy }) => (
            <li key={id}>
              <p>
                {dayText(on)}　<strong>{OUTCOMES[outcome]}</strong>：{reason}
              </p>
              <p className="about">
                <PersonName id={recordedBy} />
                登记{nextOn && `，下次评估：${dayText(nextOn)}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {withheld?.dueOn && (
        <div className="actions no-print">
          <Button onClick={() => setOpened('withheld')}>仍不予公开</Button>
          <Button onClick={() => setOpened('disclosable')}>可以公开</Button>
          <Button onClick={() => setOpened('moved')}>另定评估日期</Button>
        </div>
      )}
      {opened && withheld?.dueOn && (
        <ReevaluationDialog
          request={request}
          dueOn={withheld.dueOn}
          nextOn={view.nextOn}
          outcome={opened}
          onClose={() => setOpened(null)}
          reload={reload}
        />
      )}
    </>
  )
}

function Standing({ view: { withheld, months, source, known } }: { readonly view: Parts['view'] }) {
  if (!withheld) return <p className="about">现在的答复没有应当定期评估的不予公开的信息。</p>
  const { dueOn, lastId, grounds } = withheld
  const isLate = dueOn !== null && dueOn < todayInChina()
  return (
    <>
      <p className={isLate ? 'wrong' : ''}>
        {grounds.map((ground) => GROUNDS[ground].title).join('、')}。
        {dueOn === null ? (
          '经评估可以公开，已提请转为主动公开。可以告知原申请人，或者依职权重新作出答复。'
        ) : (
          <>
            应当在<strong>{dayText(dueOn)}</strong>前评估能否公开{isLate && '，已经逾期'}
            {lastId === null && `（答复后${months}个月）`}。
          </>
        )}
      </p>
      <p className="about">
        依据{citationText(source)}
        {known === 'memory' && '；评估周期尚未核实，可以在法定数据中核实或者更正'}。
      </p>
    </>
  )
}
