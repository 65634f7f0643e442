import type { Collection, ReportView } from '@gongkai/web'
import type { ReactNode } from 'react'
import { useAsk } from '../api/use-ask.js'
import { useRegister } from '../authorities/register.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { rememberedAddress } from '../router/remembered.js'
import { mayAnywhere, mayAt, useMe } from '../session/me.js'
import { dayText, todayInChina } from '../words/authority-words.js'
import { dueOnText, REPORT_STATES } from '../words/report-words.js'
import { CorrectionNote, isCorrection } from './correction-note.js'

/** Whose report of which year, how far it is and until when, and what may be done with it. */
export function ReportHead({
  view,
  isWritten = false,
  children,
}: {
  readonly view: ReportView
  /** Whether it is written in: what is published is corrected then. */
  readonly isWritten?: boolean
  readonly children?: ReactNode
}) {
  const me = useMe()
  const { report } = view
  const { id, authority, authorityId, reportYear, state, dueOn, publishedOn } = report
  const isDraft = isCorrection(view, isWritten)
  const title = `${authority}${reportYear}年度报告`
  return (
    <section className="report-head" aria-label="报告概况">
      <PageTitle title={title} />
      <p className="meta">
        <span className="badge">{isDraft ? '更正稿，尚未公布' : REPORT_STATES[state]}</span>
        {publishedOn ? (
          <span>
            {dayText(publishedOn)}公布，期限{dayText(dueOn)}
            {publishedOn > dueOn && '，逾期公布'}
          </span>
        ) : state === 'closed' ? null : (
          <span>期限：{dueOnText(dueOn, todayInChina())}</span>
        )}
        {report.carriedBy && <span>原机关已撤销，由{report.carriedBy}承接</span>}
        {state === 'published' && (
          <a href={`/annual-reports/${reportYear}/${authorityId}`}>查看公开的报告</a>
        )}
        {mayAnywhere(me, 'collection.read') && (
          <Link to={rememberedAddress(me.person.id, `/console/collections/${report.collectionId}`)}>
            查看各机关进度
          </Link>
        )}
        {mayAnywhere(me, 'event.read') && (
          <Link to={`/console/log?subjectKind=report&subjectId=${id}`}>查看记录</Link>
        )}
      </p>
      {isDraft && <CorrectionNote view={view} />}
      {report.withdrawnOn && (
        <p className="failure-box">
          已于{dayText(report.withdrawnOn)}撤回。理由：{report.withdrawnReason}
        </p>
      )}
      {report.closedOn && (
        <p className="nothing">
          {dayText(report.closedOn)}决定不再编制。理由：{report.closedReason}（依据：
          {report.closedBasis}）
        </p>
      )}
      <Asked report={report} />
      {children}
    </section>
  )
}

/** What the collecting authority asks for, and of itself its own figures. */
function Asked({ report: { id, collectionId, authorityId, state } }: Pick<ReportView, 'report'>) {
  const me = useMe()
  const { pathOf } = useRegister()
  const { value } = useAsk<Collection>(`/collections/${collectionId}`)
  const isWritten = state === 'notStarted' || state === 'draft' || state === 'returned'
  const isOwn = value?.authorityId === authorityId
  return (
    <>
      {isOwn && mayAt(me, 'report.draft', pathOf(authorityId)) && (
        <p>
          <Link to={`/console/reports/${id}/own-share`}>填写本级数据</Link>
          （汇总时与所属各机关的数据相加）
        </p>
      )}
      {isWritten && value?.instructions && (
        <details>
          <summary>编制要求</summary>
          <p className="lines">{value.instructions}</p>
        </details>
      )}
    </>
  )
}
