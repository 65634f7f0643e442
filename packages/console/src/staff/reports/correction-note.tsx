import type { ReportView } from '@gongkai/web'
import { Link } from '../router/link.js'

/** Whether what is shown is a correction that is not public yet: of what is published, only the published version is. */
export function isCorrection({ report, version }: ReportView, isWritten: boolean): boolean {
  if (report.state !== 'published') return false
  return isWritten || (version !== null && version.no > (report.publishedNo ?? 0))
}

/** That this is not what the public reads, where that stands, and who has to act next. */
export function CorrectionNote({
  view: { report, version, steps },
}: {
  readonly view: ReportView
}) {
  const { id, publishedNo } = report
  const isSaved = version !== null && version.no > (publishedNo ?? 0)
  return (
    <div className="correction-note">
      <p>
        <strong>这是更正稿，尚未公布。</strong>公众现在看到的是第{publishedNo}版。
        {isSaved && (
          <Link to={`/console/reports/${id}/compare?from=${publishedNo}&to=${version.no}`}>
            查看与已公布版本的差异
          </Link>
        )}
      </p>
      <p>
        下一步：
        {steps.includes('correct')
          ? '请核对差异，办理“更正公布”。'
          : '改动保存后，列入政府信息公开工作机构负责人的待办事项，由没有参与起草的负责人核对并办理“更正公布”。'}
      </p>
    </div>
  )
}
