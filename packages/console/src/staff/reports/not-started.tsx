import type { ReportView } from '@gongkai/web'
import { ReportHead } from './report-head.js'
import { StartPanel } from './start-panel.js'
import { StepButtons } from './steps/step-buttons.js'

/** A report of which nothing may be read: nobody has begun it, or it is still being drafted. */
export function NotStarted({
  view,
  reload,
}: {
  readonly view: ReportView
  readonly reload: () => void
}) {
  const mayStart = view.steps.includes('start')
  return (
    <div className="report-page">
      <ReportHead view={view}>
        {!mayStart && (
          <p className="nothing">
            {view.report.state === 'closed'
              ? '这份报告不再编制，没有可以查看的内容。'
              : view.report.state === 'notStarted'
                ? '该机关还没有开始编制这份报告。'
                : '该机关正在编制这份报告，报送后可以审阅。'}
          </p>
        )}
        <div className="actions">
          <StepButtons
            view={view}
            version={() => view.report.version}
            save={async () => true}
            reload={reload}
          />
        </div>
      </ReportHead>
      {mayStart && (
        <section className="sheet" aria-labelledby="start">
          <h2 id="start">开始编制</h2>
          <StartPanel view={view} reload={reload} />
        </section>
      )}
    </div>
  )
}
