import type { LetterView, RequestView } from '@gongkai/web'
import { useAsk } from '../../api/use-ask.js'
import { Waiting } from '../../form/waiting.js'
import { useAddress } from '../../router/address.js'
import { PageTitle } from '../../router/page-title.js'
import { RequestCrumb } from '../request-crumb.js'
import { DraftForm } from './draft-form.js'
import { NewDraft } from './new-draft.js'

/** Where a decision is coded, or a notice drafted; with a letter, where what was stated of it is changed. */
export function DraftPage({
  requestId,
  letterId,
}: {
  readonly requestId: string
  readonly letterId: string | null
}) {
  const { query } = useAddress()
  const request = useAsk<RequestView>(`/requests/${requestId}`)
  const letter = useAsk<LetterView>(
    letterId === null ? null : `/requests/${requestId}/letters/${letterId}`,
  )
  return (
    <div className="sheet request-page">
      <nav className="crumbs" aria-label="所在位置">
        <RequestCrumb id={requestId} />
      </nav>
      <PageTitle title={letterId === null ? '登记决定、拟制文书' : '修改登记的事项'} />
      <Waiting asked={request}>
        {(view) =>
          letterId === null ? (
            <NewDraft request={view.request} query={query} />
          ) : (
            <Waiting asked={letter}>
              {(one) => <DraftForm key={one.letter.version} request={view.request} view={one} />}
            </Waiting>
          )
        }
      </Waiting>
    </div>
  )
}
