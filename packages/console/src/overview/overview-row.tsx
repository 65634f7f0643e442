import type { Dispatch } from 'react'
import type { Item } from '../state/item.js'
import type { Summary } from '../state/summary.js'
import type { Action } from '../state/workspace.js'
import { FORM_NAMES } from '../words/words.js'
import type { Row } from './rows.js'

/** One file: its counts where it was read, else what became of it. */
export function OverviewRow({
  row: { item, summary },
  dispatch,
  show,
}: {
  readonly row: Row
  readonly dispatch: Dispatch<Action>
  readonly show: (id: string) => void
}) {
  const { id, name, saved } = item
  return (
    <tr className={item.stage}>
      <th scope="row">
        {summary ? (
          <button type="button" className="link" onClick={() => show(id)}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td>{saved?.authority ?? '—'}</td>
      <td className="count">{saved?.year ?? '—'}</td>
      <td className="form">{saved ? FORM_NAMES[saved.form] : '—'}</td>
      <Count value={summary?.error} className="error" />
      <Count value={summary?.warning} className="warning" />
      <Count value={summary?.note} className="note" />
      <Count value={summary?.unread} className="unread" />
      <td className="status">
        <Status item={item} summary={summary} />
      </td>
      <td className="row-actions">
        {(item.stage === 'failed' || item.stage === 'cancelled') && (
          <button
            type="button"
            className="link"
            onClick={() => dispatch({ kind: 'retried', ids: [id] })}
          >
            重试<span className="hidden">：{name}</span>
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={() => dispatch({ kind: 'removed', ids: [id] })}
        >
          移除<span className="hidden">：{name}</span>
        </button>
      </td>
    </tr>
  )
}

/** A dash where nothing was counted: 0 would say that nothing is wrong. */
function Count({
  value,
  className,
}: {
  readonly value: number | undefined
  readonly className: string
}) {
  const text = value === undefined ? '—' : value
  return <td className={`count ${value ? className : ''}`}>{text}</td>
}

const VERDICTS: Readonly<Record<Summary['verdict'], string>> = {
  open: '待处理',
  passed: '检查通过',
  other: '非规定格式',
}

function Status({ item, summary }: { readonly item: Item; readonly summary: Summary | null }) {
  if (item.stage === 'waiting') return '等待读取'
  if (item.stage === 'cancelled') return '已停止，未读取'
  if (item.stage === 'failed') {
    return <span className="failure">未能读取：{item.failure?.message}</span>
  }
  if (summary)
    return <span className={`verdict ${summary.verdict}`}>{VERDICTS[summary.verdict]}</span>
  if (item.sent >= 1) return '正在读取和核对'
  return (
    <label className="sending">
      正在发送
      <progress value={item.sent} max={1} />
    </label>
  )
}
