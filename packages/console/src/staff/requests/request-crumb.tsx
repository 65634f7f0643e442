import type { RequestView } from '@gongkai/web'
import { useAsk } from '../api/use-ask.js'
import { Link } from '../router/link.js'

/** The way back to the request from what hangs on it. */
export function RequestCrumb({ id }: { readonly id: string }) {
  const { value } = useAsk<RequestView>(`/requests/${id}`)
  return <Link to={`/console/requests/${id}`}>申请{value?.request.requestNumber}</Link>
}
