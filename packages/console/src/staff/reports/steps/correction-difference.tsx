import type { ReportView } from '@gongkai/web'
import { shownReport } from '../../../state/shown.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { ComparedTable } from '../versions/compared-table.js'

/** What a correction changes in what is published, to be seen before it takes its place. */
export function CorrectionDifference({ view: { report, version } }: { readonly view: ReportView }) {
  const asked = useAsk<ReportView>(`/reports/${report.id}/versions/${report.publishedNo}`)
  return (
    <Waiting asked={asked}>
      {({ version: published }) =>
        published &&
        version && (
          <ComparedTable
            a={shownReport(published.document)}
            b={shownReport(version.document)}
            names={['已公布', '更正稿']}
          />
        )
      }
    </Waiting>
  )
}
