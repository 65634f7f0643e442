import type { ReportView } from '@gongkai/web'
import { type ReactNode, useMemo, useState } from 'react'
import { useRules } from '../../state/use-rules.js'
import { KnownNames } from '../api/names.js'
import { useAsk } from '../api/use-ask.js'
import { Waiting } from '../form/waiting.js'
import { useActed, useHeadingFocus } from '../router/acted.js'
import { useAddress } from '../router/address.js'
import { Course } from './course.js'
import { EditView } from './edit/edit-view.js'
import { NotStarted } from './not-started.js'
import { ReadView } from './read/read-view.js'
import { OldVersion } from './versions/old-version.js'

/** A report: to be begun, to be written, to be read and decided on, or one of its earlier versions. */
export function ReportPage({ id }: { readonly id: string }) {
  const { query } = useAddress()
  const asked = useAsk<ReportView>(`/reports/${id}`)
  const { isAgain, reload } = useActed(asked)
  const no = Number(query.get('no')) || null
  return (
    <Waiting asked={asked}>
      {(view) =>
        no !== null && no !== view.version?.no ? (
          <OldVersion view={view} no={no} reload={reload} />
        ) : (
          <Named key={`${view.report.version} ${view.report.state}`} people={view.people}>
            <Current view={view} isAgain={isAgain} reload={reload} />
            <Course report={view.report} />
          </Named>
        )
      }
    </Waiting>
  )
}

/** Whoever acted on the report is called by name in all of it. */
function Named({
  people,
  children,
}: {
  readonly people: ReportView['people']
  readonly children: ReactNode
}) {
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people])
  return <KnownNames value={names}>{children}</KnownNames>
}

function Current({
  view,
  isAgain,
  reload,
}: {
  readonly view: ReportView
  /** Whether a step was done: what had the focus is gone, and the heading says what became of it. */
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  useHeadingFocus(isAgain)
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
