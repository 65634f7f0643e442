import type { CourseEntry, ReportFile } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { roleName, useRoles } from '../people/roles.js'
import { dayText, instantText } from '../words/authority-words.js'
import { COURSE_STEPS } from '../words/report-words.js'

/** 办理经过: every step that was taken on a report, oldest first; nothing where none was, or none may be seen. */
export function Course({ report }: { readonly report: ReportFile }) {
  const roles = useRoles()
  const { value } = useAsk<readonly CourseEntry[]>(`/reports/${report.id}/course`)
  if (!value?.length) return null
  return (
    <section className="sheet course" aria-labelledby="course">
      <h2 id="course">办理经过</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="办理经过，可左右滚动">
        <table className="plain-table">
          <caption>
            {report.authority}
            {report.reportYear}年度报告
          </caption>
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">办理事项</th>
              <th scope="col">版本</th>
              <th scope="col">办理人</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {value.map((one) => (
              <tr key={one.id}>
                <td className="day">{instantText(one.at)}</td>
                <th scope="row">{COURSE_STEPS[one.step]}</th>
                <td className="count">{one.no === null ? '—' : `第${one.no}版`}</td>
                <td>
                  {one.person ?? '（已不在册的人员）'}，{roleName(roles, one.role)}
                  {one.onBehalfOf && `（代${one.onBehalfOf}）`}
                </td>
                <td className="lines">{remarkOf(one, report)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function remarkOf({ step, remark, publishedOn }: CourseEntry, { dueOn }: ReportFile): string {
  if (publishedOn) {
    return `${dayText(publishedOn)}公布${publishedOn > dueOn ? '，逾期' : ''}`
  }
  return remark ?? (step === 'return' ? '见逐条意见。' : '')
}
