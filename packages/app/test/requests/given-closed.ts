import type { Actor, Platform } from '../../src/context.js'
import { recordStep } from '../../src/requests/record-step.js'
import type { RegisterRequest } from '../../src/requests/register-request.js'
import type { RequestFile } from '../../src/requests/request.js'
import { TODAY } from '../people/days.js'
import { registered } from './given.js'
import { done } from './given-letters.js'

/** A request that the applicant took back on the day on which it came. */
export async function withdrawn(
  platform: Platform,
  actor: Actor,
  authorityId: string,
  change: Partial<RegisterRequest> = {},
): Promise<RequestFile> {
  const { request } = await registered(platform, actor, authorityId, change)
  const step = { name: 'withdraw', on: TODAY } as const
  const { id: requestId, version } = request
  return done(await recordStep(platform, actor, { requestId, version, step, note: '电话告知' }))
}
