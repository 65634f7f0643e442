import type { PastItem } from '@gongkai/web'
import { withQuery } from '../api/path.js'
import { useAddress } from '../router/address.js'
import { Link } from '../router/link.js'
import { PAST_LABELS } from './past-words.js'

/** One file of the queue: what it says, what is doubtful, and the way to it and to what it became. */
export function PastEntry({ item }: { readonly item: PastItem }) {
  const { query } = useAddress()
  const { id, file, state, doubts, printedName, reportYear, reason, reportId } = item
  return (
    <li>
      <p>
        <Link to={withQuery(`/console/past/${id}`, { import: query.get('import') })}>{file}</Link>
      </p>
      <p className="about">
        {PAST_LABELS[state]}；机关：{printedName ?? '没有识别'}；年度：{reportYear ?? '没有识别'}
      </p>
      <Doubts doubts={doubts} />
      {reason && <p>移出的理由：{reason}</p>}
      {reportId && <Link to={`/console/reports/${reportId}`}>查看报告</Link>}
    </li>
  )
}

/** What a person must settle before a file is taken over. */
export function Doubts({ doubts }: Pick<PastItem, 'doubts'>) {
  if (doubts.length === 0) return null
  return (
    <ul className="plain-list">
      {doubts.map(({ kind, message }) => (
        <li key={kind + message}>{message}</li>
      ))}
    </ul>
  )
}
