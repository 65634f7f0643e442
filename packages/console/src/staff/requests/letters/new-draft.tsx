import type { LetterView, RequestAdvices, RequestFile, RequestLetters } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { DraftForm, partsIn } from './draft-form.js'
import type { Typed } from './typed-draft.js'

/** A letter that begins: the address says of which paper, and which advice or which other request's decision it takes over. */
export function NewDraft({
  request,
  query,
}: {
  readonly request: RequestFile
  readonly query: URLSearchParams
}) {
  const kind = query.get('kind')
  const adviceId = query.get('advice')
  const asked = useAsk<RequestAdvices>(adviceId ? `/requests/${request.id}/advices` : null)
  const like = query.get('like')
  if (like) return <DraftLike request={request} like={like} />
  if (!adviceId) return <DraftForm request={request} view={null} kind={kind} />
  return (
    <Waiting asked={asked}>
      {({ advices }) => {
        const advice = advices.find(({ id }) => id === adviceId)
        const parts = advice ? [adviceAsPart(request, advice)] : [{}]
        return <DraftForm request={request} view={null} kind={kind} firstParts={parts} />
      }}
    </Waiting>
  )
}

function adviceAsPart(
  { title }: RequestFile,
  { reason, competent, contact }: RequestAdvices['advices'][number],
): Typed {
  return {
    ...{ ground: 'notOurs', what: title ?? '', reason },
    ...{ 'other.name': competent, 'other.contact': contact ?? '' },
  }
}

/** The decision of the request that leads, to be looked at once more. */
function DraftLike({ request, like }: { readonly request: RequestFile; readonly like: string }) {
  const path = `/requests/${like}/letters`
  const asked = useAsk<RequestLetters>(path)
  return (
    <Waiting asked={asked}>
      {({ letters }) => {
        const decision = letters.findLast(({ decides, state }) => decides && state !== 'discarded')
        if (decision) return <DraftAs request={request} letter={`${path}/${decision.id}`} />
        return (
          <>
            <p className="nothing">
              牵头件还没有拟制决定。请先在牵头件上登记决定，或者在这里直接登记。
            </p>
            <DraftForm request={request} view={null} kind="decision" />
          </>
        )
      }}
    </Waiting>
  )
}

function DraftAs({ request, letter }: { readonly request: RequestFile; readonly letter: string }) {
  const asked = useAsk<LetterView>(letter)
  return (
    <Waiting asked={asked}>
      {(view) => (
        <>
          <p className="about">以下照牵头件的决定填写，请核对是否适用于这件申请。</p>
          <DraftForm request={request} view={null} kind="decision" firstParts={partsIn(view)} />
        </>
      )}
    </Waiting>
  )
}
