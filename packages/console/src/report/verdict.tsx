import { type Summary, summaryOf } from '../state/summary.js'
import { SEVERITIES, SEVERITY_NAMES } from '../words/words.js'
import { useReport } from './report-context.js'

/** The counts, and in one sentence what they come to. */
export function Verdict({ isStale }: { readonly isStale: boolean }) {
  const { item } = useReport()
  const summary = summaryOf(item)
  const open = item.check.notAssessable.length
  return (
    <div className={`verdict-line ${summary.verdict}`} role="status">
      <p className="sentence">{isStale ? '正在重新核对…' : sentence(summary)}</p>
      <ul className="counts">
        {SEVERITIES.map((severity) => (
          <li key={severity} className={summary[severity] > 0 ? severity : ''}>
            {SEVERITY_NAMES[severity]} <b>{summary[severity]}</b>
          </li>
        ))}
        <li className={summary.unread > 0 ? 'unread' : ''}>
          未读出单元格 <b>{summary.unread}</b>
        </li>
        {summary.waived > 0 && (
          <li>
            已忽略 <b>{summary.waived}</b>
          </li>
        )}
        <li>
          无法判断的规则 <b>{open}</b>
        </li>
      </ul>
    </div>
  )
}

function sentence({ verdict, error, unread, warning, note }: Summary): string {
  if (verdict === 'other')
    return '这份文件不是2019年或2021年格式的年度报告，只读出文字，未按格式核对。'
  if (unread > 0) {
    const wrong = error > 0 ? `发现${error}处错误；` : ''
    return `${wrong}有${unread}个单元格未能读出，请对照原件补填后再看结果。`
  }
  if (error > 0) return `发现${error}处错误，请逐条更正或者注明理由予以忽略。`
  const rest = warning + note
  return rest > 0 ? `全部检查通过，另有${rest}条警告和提示供核对。` : '全部检查通过。'
}
