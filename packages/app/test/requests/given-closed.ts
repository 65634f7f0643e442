import type { Actor, Platform } from '../../src/context.js'
import { recordStep } from '../../src/requests/record-step.js'
import type { RegisterRequest } from '../../src/requests/register-request.js'
import type { RequestFile } from '../../src/requests/request.js'
import { TODAY } from '../people/days.js'
import type { Tree } from '../people/tree.js'
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

/** What is closed has its papers and lies filed since the day of its end; how it is filed is proved elsewhere. */
export async function filedAway(tree: Pick<Tree, 'owner'>): Promise<void> {
  const owner = await tree.owner()
  await owner.query(`update gongkai.request_step set unpapered_reason = '已书面告知', unpapered_by = recorded_by, unpapered_at = recorded_at
    where unpapered_at is null and letter_id is null and step ->> 'name' = 'withdraw'`)
  await owner.query('update gongkai.request set filed_on = closed_on where closed_on is not null')
}
