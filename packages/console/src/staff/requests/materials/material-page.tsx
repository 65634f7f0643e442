import type { MaterialView } from '@gongkai/web'
import { FileLink } from '../../api/file-link.js'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { useActed, useHeadingFocus } from '../../router/acted.js'
import { PageTitle } from '../../router/page-title.js'
import { MATERIAL_STATES } from '../../words/material-words.js'
import { MakingProgress } from '../making-progress.js'
import { RequestCrumb } from '../request-crumb.js'
import { DecisionActs } from './decision-acts.js'
import { MarksEditor } from './marks-editor.js'
import { ResultPart } from './result-part.js'

/** A document that a request asks for: what is withheld of it, and what was made. */
export function MaterialPage({
  requestId,
  materialId,
}: {
  readonly requestId: string
  readonly materialId: string
}) {
  const asked = useAsk<MaterialView>(`/requests/${requestId}/materials/${materialId}`)
  const { isAgain, reload } = useActed(asked)
  return (
    <Waiting asked={asked}>
      {(view) => (
        <Shown key={view.material.version} view={view} isAgain={isAgain} reload={reload} />
      )}
    </Waiting>
  )
}

function Shown({
  view,
  isAgain,
  reload,
}: {
  readonly view: MaterialView
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  useHeadingFocus(isAgain)
  const { material, made, failure } = view
  const { requestId, name, state } = material
  const path = `/requests/${requestId}/materials/${material.id}`
  return (
    <div className="sheet request-page material-page">
      <nav className="crumbs" aria-label="所在位置">
        <RequestCrumb id={requestId} />
      </nav>
      <PageTitle title={`${name}：${MATERIAL_STATES[state]}`} />
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <div className="actions no-print">
        <FileLink path={`${path}/files/original`} name={name}>
          下载原件
        </FileLink>
        <span className="about">每次下载都记入记录</span>
      </div>
      {state === 'making' && material.jobId && (
        <MakingProgress id={material.jobId} what="遮盖件" onDone={reload} />
      )}
      {made && <ResultPart material={material} made={made} reload={reload} />}
      {state === 'whole' ? (
        <p>已登记全文公开，可以在拟制决定时作为附件。原件按原样提供。</p>
      ) : (
        <MarksEditor view={view} reload={reload} />
      )}
      <DecisionActs material={material} reload={reload} />
    </div>
  )
}
