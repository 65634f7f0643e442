import assert from 'node:assert/strict'
import {
  listAdvices,
  recordAdvice,
  strikeAdvice,
} from '../../../src/requests/advices/record-advice.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { ADVISED } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'
import { DESK, given, officer } from './requests.js'

const advice = (tree: Tree) =>
  prepared(tree, 'advice', async () => {
    const by = await officer(tree)
    const { request } = await registered(tree.platform, by, tree.places.own)
    const ref = { requestId: request.id, version: request.version }
    const made = await recordAdvice(tree.platform, by, { ...ref, ...ADVISED })
    assert.ok(made.ok)
    const listed = await listAdvices(tree.platform, by, request.id)
    assert.ok(listed.ok && listed.value.advices[0])
    return { ...ref, version: made.value.version, adviceId: listed.value.advices[0].id }
  })

export const REQUEST_ADVICES: readonly Expectation[] = [
  {
    useCase: 'recordAdvice',
    may: DESK,
    attempt: async (tree, actor) => {
      const { id: requestId, version } = await given(tree)
      return recordAdvice(tree.platform, actor, { requestId, version, ...ADVISED })
    },
  },
  {
    useCase: 'strikeAdvice',
    may: DESK,
    attempt: async (tree, actor) =>
      strikeAdvice(tree.platform, actor, { ...(await advice(tree)), reason: '登记有误' }),
  },
  {
    useCase: 'listAdvices',
    may: { own: ['disclosureOfficer', 'secrecyReviewer', 'disclosureHead', 'leader'] },
    attempt: async (tree, actor) => listAdvices(tree.platform, actor, (await given(tree)).id),
  },
]
