import type { Consolidation } from '@gongkai/web'
import { Button } from 'antd'
import { Dialog } from '../../ui/dialog.js'
import { cellText, STATE_NAMES } from '../../words/words.js'
import { Link } from '../router/link.js'

type SummedCell = Consolidation['cells'][number]
type Source = SummedCell['sources'][number]

/** Who gave what to a sum: authority, number, version, and the way to the report; what is no number first, then the largest, and who gave nothing apart. The digest says which content it was. */
export function SourcesDialog({
  cell,
  reports,
  notAdded,
  onClose,
}: {
  readonly cell: SummedCell
  readonly reports: Consolidation['reports']
  readonly notAdded: Consolidation['notAdded']
  readonly onClose: () => void
}) {
  const zeros = cell.sources.filter(({ value }) => value === 0)
  const rows = cell.sources
    .filter(({ value }) => value !== 0)
    .toSorted((a, b) => (b.value ?? Infinity) - (a.value ?? Infinity))
  return (
    <Dialog title={`${cellText(cell)}的来源`} onClose={onClose}>
      <p>
        合计：{sumText(cell)}，共{cell.sources.length}个机关。
      </p>
      {notAdded.map(({ name, reason }) => (
        <p key={`${name} ${reason}`} className="failure">
          {name ?? '各机关'}未计入：{reason}
        </p>
      ))}
      {rows.length > 0 && <Rows rows={rows} reports={reports} />}
      {zeros.length > 0 && (
        <details open={rows.length === 0}>
          <summary>数据为0的{zeros.length}个机关</summary>
          <ul className="follows">
            {zeros.map((source) => (
              <li key={`${source.reportId} ${source.no}`}>
                <Link to={placeOf(source)}>{source.name}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="actions">
        <Button onClick={onClose}>关闭</Button>
      </div>
    </Dialog>
  )
}

function Rows({
  rows,
  reports,
}: {
  readonly rows: readonly Source[]
  readonly reports: Consolidation['reports']
}) {
  const digests = new Map(reports.map((one) => [`${one.reportId} ${one.no}`, one.digest]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="来源，可滚动">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">数据</th>
            <th scope="col">来自</th>
            <th scope="col">校验值（SHA-256）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((source) => (
            <tr key={`${source.reportId} ${source.no}`}>
              <th scope="row">
                <Link to={placeOf(source)}>{source.name}</Link>
              </th>
              <td className="count">{givenText(source)}</td>
              <td>{source.no === 0 ? '本级数据' : `报告第${source.no}版`}</td>
              <td>
                <code className="digest">{digests.get(`${source.reportId} ${source.no}`)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The version that the number was taken from; of the own share the report, which leads to it. */
function placeOf({ reportId, no }: Source): string {
  return `/console/reports/${reportId}${no === 0 ? '' : `?no=${no}`}`
}

function givenText({ value, unit, state }: Source): string {
  return value === null ? `（${STATE_NAMES[state]}）` : `${value}${unit ?? ''}`
}

/** A sum as it is shown. */
export function sumText({ state, value, unit }: SummedCell): string {
  if (state === 'unread') return '不能相加'
  return value === null ? '空' : `${value}${unit ?? ''}`
}
