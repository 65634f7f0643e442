import type { FeeBasis } from '@gongkai/web'
import { Button } from 'antd'
import { useAsk } from '../../api/use-ask.js'
import { Link } from '../../router/link.js'

/** From what a fee by item is reckoned: the register fills the numbers in. */
export function FeeBasisPart({
  requestId,
  onFill,
}: {
  readonly requestId: string
  readonly onFill: (first: number) => void
}) {
  const { value } = useAsk<FeeBasis>(`/requests/${requestId}/fee-basis`)
  if (!value?.month) return null
  const [year, month] = value.month.split('-').map(Number)
  return (
    <>
      <p>
        按台账，该申请人{year}年{month}月在先的申请{value.earlier.length}件，这件为第{value.first}
        件。按件计收的自第{value.first}件起；按量计收的自第1页起，每件申请单独计算。
      </p>
      {value.earlier.length > 0 && (
        <details>
          <summary>在先的申请</summary>
          <ul className="plain-list">
            {value.earlier.map(({ id, requestNumber }) => (
              <li key={id}>
                <Link to={`/console/requests/${id}`}>{requestNumber}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="actions">
        <Button onClick={() => onFill(value.first)}>按件计收，由台账填入</Button>
      </div>
    </>
  )
}
