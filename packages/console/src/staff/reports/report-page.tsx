import type { ReportView } from '@gongkai/web'
import { useState } from 'react'
import { useRules } from '../../state/use-rules.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useAddress } from '../router/address.js'
import { EditView } from './edit/edit-view.js'
import { NotStarted } from './not-started.js'
import { ReadView } from './read/read-view.js'
import { OldVersion } from './versions/old-version.js'

/** A report: to be begun, to be written, to be read and decided on, or one of its earlier versions. */
export function ReportPage({ id }: { readonly id: string }) {
  const { query } = useAddress()
  const asked = useAsk<ReportView>(`/reports/${id}`)
  const no = Number(query.get('no')) || null
  return (
    <Waiting asked={asked}>
      {(view) =>
        no !== null && no !== view.version?.no ? (
          <OldVersion view={view} no={no} reload={() => asked.reload(true)} />
        ) : (
          <Current
            key={`${view.report.version} ${view.report.state}`}
            view={view}
            reload={() => asked.reload(true)}
          />
        )
      }
    </Waiting>
  )
}

function Current({ view, reload }: { readonly view: ReportView; readonly reload: () => void }) {
  const rules = useRules()
  const { report, version, steps } = view
  // What is published is read; to correct it one has to begin.
  const [isCorrecting, setCorrecting] = useState(version?.frozenAt === null)
  const mayEdit = steps.includes('save') && (report.state !== 'published' || isCorrecting)
  if (!version) return <NotStarted view={view} reload={reload} />
  const saved = version.document
  if (mayEdit) return <EditView view={view} saved={saved} rules={rules} reload={reload} />
  return (
    <ReadView
      view={view}
      saved={saved}
      rules={rules}
      reload={reload}
      {...(steps.includes('save') && { onCorrect: () => setCorrecting(true) })}
    />
  )
}
