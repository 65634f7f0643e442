import type { RequestTasks, RequestView } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { FeePart } from '../fees/fee-part.js'
import { Waiting } from '../form/waiting.js'
import { useActed, useHeadingFocus } from '../router/acted.js'
import { Link } from '../router/link.js'
import { PageTitle } from '../router/page-title.js'
import { useMe } from '../session/me.js'
import { ASIDE, standing } from '../words/request-words.js'
import { AdvicesPart } from './advices-part.js'
import { AfterwardsParts } from './afterwards-parts.js'
import { ConsultationsPart, EndlessPart } from './consultations-part.js'
import { CorrectionsPart } from './corrections-part.js'
import { FactsPart } from './facts-part.js'
import { FilesPart } from './files-part.js'
import { FilingPart } from './filing-part.js'
import { HandlePart } from './handle-part.js'
import { HandlerPart } from './handler-part.js'
import { HistoryPart } from './history-part.js'
import { HoldPart } from './hold-part.js'
import { JoinsPart } from './joins-part.js'
import { LedgerPart } from './ledger-part.js'
import { LettersPart } from './letters/letters-part.js'
import { MaterialsPart } from './materials/materials-part.js'
import { NewsPart } from './news-part.js'
import { OwedPart } from './owed-part.js'
import { PartLinks } from './part-links.js'
import { PeoplePart } from './people-part.js'
import { ReadingsLink } from './readings/readings-link.js'
import { ReceiptPart } from './receipt-part.js'
import { RelatedPart } from './related-part.js'
import { RemediesPart } from './remedies-part.js'
import { SearchesPart } from './searches-part.js'
import { StepsPart } from './steps-part.js'
import { TasksPart } from './tasks/tasks-part.js'
import { useMay } from './use-authority.js'

/** A request: what it is, how it stands, every step and every day of it. */
export function RequestPage({ id }: { readonly id: string }) {
  const asked = useAsk<RequestView>(`/requests/${id}`)
  const { isAgain, reload } = useActed(asked)
  return (
    <Waiting asked={asked}>
      {(view) => <Shown key={view.request.version} view={view} isAgain={isAgain} reload={reload} />}
    </Waiting>
  )
}

function Shown({
  view,
  isAgain,
  reload,
}: {
  readonly view: RequestView
  /** Whether something was done: what had the focus is gone, and the heading says how it stands now. */
  readonly isAgain: boolean
  readonly reload: () => void
}) {
  useHeadingFocus(isAgain)
  const { request } = view
  const may = useMay(request.authorityId)
  // Nothing is left to be worked on once it was erased.
  const mayHandle = may('request.handle') && !request.erasedAt
  const tasks = useAsk<RequestTasks>(may('task.answer') ? `/requests/${request.id}/tasks` : null)
  const me = useMe()
  // Whoever was given a share of the work sees who asks until the request is over.
  const isGiven =
    !request.closedOn &&
    (tasks.value?.tasks ?? []).some(
      ({ personId, takenBack }) => personId === me.person.id && !takenBack,
    )
  const seesApplicant = may('applicant.read') || isGiven
  return (
    <div className="sheet request-page">
      <nav className="crumbs" aria-label="所在位置">
        <Link to={`/console/requests?authority=${request.authorityId}`}>
          {request.authority}依申请公开
        </Link>
      </nav>
      <PageTitle title={`申请${request.requestNumber}：${standing(request)}`} />
      {request.setAside && (
        <p className="failure-box">
          {ASIDE[request.setAside]}，不计入统计。
          {request.setAsideReason && `原因：${request.setAsideReason}`}
        </p>
      )}
      {!request.erasedAt && <HandlePart view={view} reload={reload} />}
      <HandlerPart request={request} reload={reload} />
      <OwedPart view={view} mayHandle={mayHandle} reload={reload} />
      <EndlessPart view={view} />
      <JoinsPart view={view} mayHandle={mayHandle} />
      <PartLinks />
      <FactsPart request={request} />
      {!request.setAside && <ReceiptPart view={view} />}
      {seesApplicant && <PeoplePart request={request} mayGive={may('applicant.read')} />}
      {(may('reading.see') || may('reading.audit')) && <ReadingsLink request={request} />}
      {seesApplicant && (
        <FilesPart requestId={request.id} hasAgent={view.hasAgent} mayAdd={mayHandle || isGiven} />
      )}
      {may('applicant.read') && <RelatedPart requestId={request.id} />}
      {may('task.answer') && <TasksPart request={request} asked={tasks} mayGive={mayHandle} />}
      {request.receivedOn && (may('letter.read') || isGiven) && (
        <SearchesPart request={request} mayRecord={mayHandle || isGiven} mayStrike={mayHandle} />
      )}
      {(may('letter.read') || isGiven) && !request.setAside && (
        <AdvicesPart request={request} mayRecord={mayHandle} reload={reload} />
      )}
      <ConsultationsPart view={view} />
      {request.receivedOn && may('letter.read') && (
        <MaterialsPart requestId={request.id} mayHandle={mayHandle} />
      )}
      {request.receivedOn && may('letter.read') && (
        <LettersPart
          requestId={request.id}
          isClosed={request.stage === 'closed'}
          mayDraft={mayHandle}
        />
      )}
      <FeePart view={view} mayHandle={mayHandle} reload={reload} />
      {mayHandle && <NewsPart request={request} reload={reload} />}
      {request.stage === 'closed' && mayHandle && <FilingPart request={request} reload={reload} />}
      {request.receivedOn && (
        <RemediesPart
          request={request}
          mayRegister={may('remedy.handle') || may('remedy.supervise')}
        />
      )}
      {isAnswered(request) && <AfterwardsParts request={request} />}
      <StepsPart view={view} mayStrike={mayHandle} reload={reload} />
      <CorrectionsPart corrections={view.corrections} />
      {request.receivedOn && <LedgerPart request={request} />}
      {may('request.hold') && !request.erasedAt && <HoldPart request={request} reload={reload} />}
      {may('event.read') && <HistoryPart of="request" id={request.id} />}
    </div>
  )
}

/** A request for information that was not set aside and is over. */
function isAnswered({ kind, stage, setAside, erasedAt }: RequestView['request']): boolean {
  return kind === 'disclosure' && stage === 'closed' && !setAside && !erasedAt
}
