import { LETTERS, type LetterKind } from '@gongkai/law'
import type { RequestView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { withQuery } from '../api/path.js'
import { LinkButton } from '../router/link.js'
import { ReasonDialog } from './reason-dialog.js'

type Owed = RequestView['owed'][number]

/** The steps of which the applicant has not been told: the paper is drafted from here, or it is said why none is sent. */
export function OwedPart({
  view: { request, owed },
  mayHandle,
  reload,
}: {
  readonly view: RequestView
  readonly mayHandle: boolean
  readonly reload: () => void
}) {
  const [leaving, setLeaving] = useState<Owed | null>(null)
  if (owed.length === 0) return null
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">应当送出的文书</h2>
      {owed.map((one) => (
        <div key={one.no} className="failure-box">
          <p>{one.message}</p>
          {mayHandle && (
            <div className="actions">
              <LinkButton to={draftPath(request.id, one)}>拟制文书</LinkButton>
              <Button onClick={() => setLeaving(one)}>注明不发的理由</Button>
            </div>
          )}
        </div>
      ))}
      {leaving && (
        <ReasonDialog
          request={request}
          doing="注明不发文书的理由"
          path={`steps/${leaving.no}/unpapered`}
          onClose={() => setLeaving(null)}
          reload={reload}
        >
          <p>{titleOf(leaving)}不再列为待办；理由留在办理步骤中。</p>
        </ReasonDialog>
      )}
    </section>
  )
}

/** The keys that the API tells are those of the table. */
const titleOf = ({ kind }: Owed) => `《${LETTERS[kind as LetterKind].title}》`

/** A decision selects its letter; a notice is chosen. */
function draftPath(requestId: string, { kind }: Owed): string {
  const path = `/console/requests/${requestId}/letters/new`
  const grounds: readonly string[] = LETTERS[kind as LetterKind].grounds
  return grounds.length > 0 ? path : withQuery(path, { kind })
}
