import { citationText } from '@gongkai/law'
import type { Ledger, RequestFile } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { printOnly } from '../../ui/print-only.js'
import { withQuery } from '../api/path.js'
import { useAsk } from '../api/use-ask.js'
import { DayField } from '../form/fields.js'
import { Waiting } from '../form/waiting.js'
import { dayText, todayInChina } from '../words/authority-words.js'

type Day = Ledger['days'][number]

/** 逐日台账: every day from the receipt to the due date with its reason, as it stands now or stood at the end of a day. */
export function LedgerPart({ request }: { readonly request: RequestFile }) {
  const [asOf, setAsOf] = useState('')
  const asked = useAsk<Ledger>(withQuery(`/requests/${request.id}/ledger`, { asOf }))
  return (
    <section aria-labelledby="ledger" className="ledger-sheet">
      <h2 id="ledger">逐日台账</h2>
      <div className="search no-print">
        <DayField
          label="截至某日"
          isOptional
          hint="按该日终了时已有的步骤计算；不填为现在。"
          value={asOf}
          onChange={setAsOf}
        />
        <Button onClick={() => printOnly('ledger')}>打印逐日台账</Button>
      </div>
      <Waiting asked={asked}>
        {({ days }) => <Days days={days} request={request} asOf={asOf || todayInChina()} />}
      </Waiting>
    </section>
  )
}

function Days({
  days,
  request,
  asOf,
}: {
  readonly days: readonly Day[]
  readonly request: RequestFile
  readonly asOf: string
}) {
  if (days.length === 0) return <p className="nothing">该日还没有收到申请，没有台账。</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="逐日台账，可左右滚动">
      <table className="plain-table ledger">
        <caption>
          {request.authority}　申请{request.requestNumber}　截至{dayText(asOf)}
        </caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">工作日</th>
            <th scope="col">理由</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            // A day may end one count and begin another.
            <tr key={`${day.date} ${day.why}`} className={day.count === null ? 'uncounted' : ''}>
              <th scope="row" className="day">
                {dayText(day.date)}
              </th>
              <td className="count">{day.count ?? '—'}</td>
              <td>
                {day.why}
                {day.provisional && <span className="badge">暂定</span>}
              </td>
              <td className="about">{citationText(day.source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
