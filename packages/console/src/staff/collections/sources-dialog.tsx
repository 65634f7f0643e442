import type { Consolidation } from '@gongkai/web'
import { Button } from 'antd'
import { Dialog } from '../../ui/dialog.js'
import { cellText, STATE_NAMES } from '../../words/words.js'
import { Link } from '../router/link.js'

/** Who gave what to a sum: authority, version, number, and the way to the report. */
export function SourcesDialog({
  cell,
  notAdded,
  onClose,
}: {
  readonly cell: Consolidation['cells'][number]
  readonly notAdded: Consolidation['notAdded']
  readonly onClose: () => void
}) {
  return (
    <Dialog title={`${cellText(cell)}的来源`} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="来源，可滚动">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">数据</th>
              <th scope="col">版本</th>
            </tr>
          </thead>
          <tbody>
            {cell.sources.map(({ reportId, name, no, value, unit, state }) => (
              <tr key={`${reportId} ${no}`}>
                <th scope="row">
                  <Link to={`/console/reports/${reportId}`}>{name}</Link>
                </th>
                <td>{value === null ? `（${STATE_NAMES[state]}）` : `${value}${unit ?? ''}`}</td>
                <td>
                  {no === 0 ? (
                    '本级数据'
                  ) : (
                    <Link to={`/console/reports/${reportId}?no=${no}`}>第{no}版</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notAdded.map(({ name, reason }) => (
        <p key={`${name} ${reason}`} className="failure">
          {name ?? '各机关'}未计入：{reason}
        </p>
      ))}
      <div className="actions">
        <Button onClick={onClose}>关闭</Button>
      </div>
    </Dialog>
  )
}
