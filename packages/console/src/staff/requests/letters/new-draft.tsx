import type { RequestAdvices, RequestFile } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { DraftForm } from './draft-form.js'
import type { Typed } from './typed-draft.js'

/** A letter that begins: the address says of which paper, and which advice stands for its decision. */
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
