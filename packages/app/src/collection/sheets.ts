import { describeCell } from '@gongkai/documents'
import type { SheetLines } from '../jobs/job.js'
import { type Remark, remarkText } from '../reports/group-remarks.js'
import type { Consolidated } from './add-up.js'
import type { BoardRow } from './board.js'
import { REPORT_STATES } from './states.js'

/** The board as rows of a sheet, with its heading. */
export function boardSheet(rows: readonly BoardRow[]): SheetLines {
  const heading = [
    '机关',
    '状态',
    '到期日',
    '公布日',
    '逾期日数',
    '未改正的错误',
    '全部发现',
    '不再编制的理由',
  ]
  const lines = rows.map((row) => [
    ...[row.authority, row.checksFailed ? '检查未通过' : REPORT_STATES[row.state], row.dueOn],
    ...[row.publishedOn ?? '', row.daysLate > 0 ? `${row.daysLate}` : ''],
    ...[countText(row.openErrors), countText(row.openFindings), row.closedReason ?? ''],
  ])
  return [heading, ...lines]
}

/** The sums as rows of a sheet, then what must be known of them: who is missing, what was left out, and where the printed report differs. */
export function consolidatedSheet({
  cells,
  reports,
  missing,
  notAdded,
  notes,
  differences,
}: Consolidated): SheetLines {
  return [
    ['类别', '位置', '合计', '单位', '说明'],
    ...cells.map((cell) => [
      ...['合计', describeCell(cell), numberText(cell.value), cell.unit ?? ''],
      `${cell.sources.length}个机关`,
    ]),
    ...reports.map(({ authority, no, digest }) =>
      digest === null
        ? ['来源', authority, '', '', '本级数据']
        : ['来源', authority, '', '', `报告第${no}版，内容的校验值（SHA-256）：${digest}`],
    ),
    ...missing.map(({ authority }) => ['未接收', authority, '', '', '合计不含该机关']),
    ...notAdded.map((remark) => remarkRow('未计入', remark)),
    ...notes.map((remark) => remarkRow('须注意', remark)),
    ...(differences ?? []).map(({ cell, merged, printed, reason }) => [
      ...['与本级报告不符', describeCell(cell), numberText(merged), ''],
      reason ?? `本级报告为${numberText(printed)}`,
    ]),
  ]
}

/** Not checked yet is not none. */
function countText(count: number | null): string {
  return count === null ? '未检查' : `${count}`
}

function numberText(value: number | null): string {
  return value === null ? '' : `${value}`
}

function remarkRow(kind: string, remark: Remark): readonly string[] {
  return [kind, remark.name ?? '', '', '', remarkText(remark)]
}
