import type { RequestFile } from '@gongkai/web'
import { withQuery } from '../../api/path.js'
import { Link } from '../../router/link.js'

/** The way to who looked at this request, since the day on which it came. */
export function ReadingsLink({
  request: { id, authorityId, arrivedOn },
}: {
  readonly request: RequestFile
}) {
  const of = { authority: authorityId, request: id, from: arrivedOn }
  return (
    <p className="no-print">
      <Link to={withQuery('/console/requests/readings', of)}>谁看过这件申请</Link>
    </p>
  )
}
