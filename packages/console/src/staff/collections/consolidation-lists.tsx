import { type CellRef, cellKey } from '@gongkai/report'
import type { Consolidation } from '@gongkai/web'
import { cellText } from '../../words/words.js'
import { withQuery } from '../api/path.js'
import { Link } from '../router/link.js'

/** What the sums lack, what was left out of them, and where they differ from the printed report of the collecting authority. */
export function ConsolidationLists({
  value: { year, reports, digest, missing, notAdded, notes, differences, ownReportId, hasOwnShare },
  onCell,
}: {
  readonly value: Consolidation
  /** To the sources of a sum. */
  readonly onCell: (cell: CellRef) => void
}) {
  return (
    <>
      <p>
        合计已接收的{reports.length - (hasOwnShare ? 1 : 0)}个机关的报告
        {hasOwnShare && '和本级数据'}。
      </p>
      {ownReportId && !hasOwnShare && (
        <p className="failure-box">
          还没有填写本级数据，合计只含所属机关。请由本机关的政府信息公开联络员在
          <Link to={`/console/reports/${ownReportId}`}>本级报告</Link>的页面填写。
        </p>
      )}
      <details>
        <summary>所依据的报告及其校验值</summary>
        <p>
          校验值是该版本 JSON 文件去掉缩进和换行后的
          SHA-256；内容有任何改动，校验值即不同。全部报告的校验值：
          <code className="digest">{digest}</code>
        </p>
        <ul className="follows">
          {reports.map((one) => (
            <li key={`${one.reportId} ${one.no}`}>
              {one.digest === null ? (
                one.authority
              ) : (
                <>
                  <Link to={`/console/reports/${one.reportId}?no=${one.no}`}>
                    {one.authority}，第{one.no}版
                  </Link>{' '}
                  <code className="digest">{one.digest}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      </details>
      {missing.length > 0 && (
        <details>
          <summary>还有{missing.length}个机关的报告没有接收，合计不含其数据</summary>
          <ul className="follows">
            {missing.map(({ authorityId, authority }) => (
              <li key={authorityId}>
                <Link to={withQuery('/console/reports', { year, authorityId })}>{authority}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Remarks title="不能相加、未计入合计的" remarks={notAdded} />
      <Remarks title="已计入、须注意的" remarks={notes} />
      <h2>与本级报告的差异</h2>
      {differences === null ? (
        <p className="nothing">本级的报告还没有接收，暂不能比较。</p>
      ) : (
        <Differences differences={differences} onCell={onCell} />
      )}
    </>
  )
}

function Remarks({
  title,
  remarks,
}: {
  readonly title: string
  readonly remarks: Consolidation['notes']
}) {
  if (remarks.length === 0) return null
  return (
    <details>
      <summary>
        {title}（{remarks.length}）
      </summary>
      <ul className="follows">
        {remarks.map(({ name, reason, cells }) => (
          <li key={`${name} ${reason}`}>
            {name && `${name}：`}
            {reason}
            {cells.length > 0 && `（${cells.map(cellText).join('、')}）`}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** So many differences are seen at a glance; more are folded up, for the tables below show them too. */
const FEW = 12

function Differences({
  differences,
  onCell,
}: {
  readonly differences: NonNullable<Consolidation['differences']>
  readonly onCell: (cell: CellRef) => void
}) {
  if (differences.length === 0) return <p className="nothing">各项数据都与合计相符。</p>
  return (
    <details open={differences.length <= FEW}>
      <summary>有{differences.length}处不符</summary>
      <DifferenceTable differences={differences} onCell={onCell} />
    </details>
  )
}

function DifferenceTable({
  differences,
  onCell,
}: {
  readonly differences: NonNullable<Consolidation['differences']>
  readonly onCell: (cell: CellRef) => void
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="差异，可左右滚动">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">合计</th>
            <th scope="col">本级报告</th>
            <th scope="col">相差</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ cell, merged, printed, difference, reason }) => (
            <tr key={cellKey(cell)}>
              <th scope="row">
                <button type="button" className="text-button" onClick={() => onCell(cell)}>
                  {cellText(cell)}
                </button>
              </th>
              <td className="count">{merged ?? '—'}</td>
              <td className="count">{printed ?? '—'}</td>
              <td className="count">{reason ?? difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
