import type { JobSpec } from '../../queue/define-job.js'

/** An approved erasure that is to be carried out. */
export type EraseRequests = { readonly erasureId: string }

/** 依规清除申请中的个人信息, as it is asked for. */
export const ERASE_REQUESTS: JobSpec<EraseRequests> = {
  name: 'eraseRequests',
  label: '依规清除申请中的个人信息',
  retries: 5,
  backoffSeconds: 60,
  mostSeconds: 3600,
  once: ({ erasureId }) => erasureId,
}
