import type { RequestWorkloads } from '@gongkai/web'
import { withQuery } from '../../api/path.js'
import { type Asked, useAsk } from '../../api/use-ask.js'

/** Who works on the requests of an authority, and how much each has to do. */
export function useWorkload(authorityId: string): Asked<RequestWorkloads> {
  return useAsk<RequestWorkloads>(withQuery('/requests/workload', { authorityId }))
}
