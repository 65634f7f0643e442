import assert from 'node:assert/strict'
import type { Actor, Platform } from '../../src/context.js'
import { type RegisterRemedy, registerRemedy } from '../../src/remedies/register-remedy.js'
import type { Remedy } from '../../src/remedies/remedy.js'
import { TODAY } from '../people/days.js'

export function newRemedy(
  authorityId: string,
  change: Partial<RegisterRemedy> = {},
): RegisterRemedy {
  return {
    ...{ authorityId, kind: 'reconsideration', body: '云岭县人民政府' },
    ...{ requestId: null, decisionNumber: null, letterId: null, ground: null, afterId: null },
    instance: { caseNumber: null, procedure: 'ordinary', receivedOn: TODAY, answerBy: null },
    ...change,
  }
}

/** What was brought, as the desk registered it. */
export async function brought(
  platform: Platform,
  actor: Actor,
  authorityId: string,
  change: Partial<RegisterRemedy> = {},
): Promise<Remedy> {
  const result = await registerRemedy(platform, actor, newRemedy(authorityId, change))
  assert.ok(result.ok, result.ok ? '' : result.refusal.message)
  return result.value
}
