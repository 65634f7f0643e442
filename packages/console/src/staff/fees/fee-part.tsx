import type { Fee, FeesOfRequest, RequestFile, RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../api/use-ask.js'
import { Link } from '../router/link.js'
import { dayText } from '../words/authority-words.js'
import { feeStanding, unitsText } from '../words/fee-words.js'
import { PayDialog, RefundDialog, WaiveDialog } from './fee-dialogs.js'

/** What was asked for of a request, and what may be done about it now; nothing where no notice went out. */
export function FeePart({
  view: { request, steps },
  mayHandle,
  reload,
}: {
  readonly view: RequestView
  readonly mayHandle: boolean
  readonly reload: () => void
}) {
  const { value } = useAsk<FeesOfRequest>(`/requests/${request.id}/fees`)
  if (!value) return null
  const asked = steps.filter(({ step, struck }) => step.name === 'askFee' && !struck).length
  const isOutside = asked > value.fees.length
  if (value.fees.length === 0 && !isOutside) return null
  return (
    <section aria-labelledby="fees">
      <h2 id="fees">信息处理费</h2>
      {isOutside && (
        <p>
          有收费通知只作为办理步骤登记，不在信息处理费台账中，年度报告第六部分也不自动计入。在系统外发出的，请照通知书和票据核算后在报告中补入；本来应当在系统内出具的，请更正那个步骤的登记，再拟制并送出收费通知书，送出后自动列入台账。
        </p>
      )}
      <ol className="cards">
        {value.fees.map((fee) => (
          <li key={fee.letterId}>
            <One fee={fee} />
            {mayHandle && <Acts fee={fee} request={request} reload={reload} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function One({ fee }: { readonly fee: Fee }) {
  const { requestId, letterId, documentNumber, yuan, noticedOn, receiptNumber, reason } = fee
  return (
    <>
      <p>
        <strong>{feeStanding(fee)}</strong>　{unitsText(fee)}，{yuan}元
        {receiptNumber && `，票据号码${receiptNumber}`}
      </p>
      {reason && <p className="lines">原因：{reason}</p>}
      <p className="about">
        <Link to={`/console/requests/${requestId}/letters/${letterId}`}>
          收费通知书{documentNumber}
        </Link>
        ，{dayText(noticedOn)}送出
      </p>
    </>
  )
}

function Acts({
  fee,
  request,
  reload,
}: {
  readonly fee: Fee
  readonly request: RequestFile
  readonly reload: () => void
}) {
  const [open, setOpen] = useState<'pay' | 'waive' | 'refund' | null>(null)
  const { state } = fee
  const shown = { fee, request, onClose: () => setOpen(null), reload }
  return (
    <>
      {state === 'overdue' && (
        <p className="no-print">
          缴费期限已过，申请人没有缴费的，视为放弃申请：
          <Link to={`/console/requests/${request.id}/letters/new`}>
            登记“逾期未缴费，视为放弃”的决定
          </Link>
          ，送出后计入表三（六）2。
        </p>
      )}
      {(state === 'awaiting' || state === 'overdue') && (
        <div className="actions">
          <Button onClick={() => setOpen('pay')}>登记缴费</Button>
          <Button onClick={() => setOpen('waive')}>免收</Button>
        </div>
      )}
      {(state === 'paid' || state === 'refunded') && (
        <div className="actions">
          <Button onClick={() => setOpen('refund')}>登记退费</Button>
        </div>
      )}
      {open === 'pay' && <PayDialog {...shown} />}
      {open === 'waive' && <WaiveDialog {...shown} />}
      {open === 'refund' && <RefundDialog {...shown} />}
    </>
  )
}
