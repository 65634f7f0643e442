import assert from 'node:assert/strict'
import { handleApart, handleTogether } from '../../../src/requests/joins/handle-together.js'
import { rejoinRequest } from '../../../src/requests/joins/rejoin-request.js'
import { splitRequest } from '../../../src/requests/joins/split-request.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { type Expectation, prepared } from '../expectation.js'
import { DESK, given, officer } from './requests.js'

const leader = (tree: Tree) =>
  prepared(tree, 'leading request', async () => {
    const { request } = await registered(tree.platform, await officer(tree), tree.places.own)
    return request.requestNumber
  })

const joined = (tree: Tree) =>
  prepared(tree, 'joined request', async () => {
    const by = await officer(tree)
    const { request } = await registered(tree.platform, by, tree.places.own)
    const ref = { requestId: request.id, version: request.version }
    const command = { ...ref, leaderNumber: await leader(tree), reason: '内容相同' }
    const made = await handleTogether(tree.platform, by, command)
    assert.ok(made.ok)
    return { ...ref, version: made.value.version }
  })

const PART = { kind: 'disclosure', title: null, number: null } as const
const SPLIT = {
  parts: [
    { ...PART, wanted: '道路养护合同' },
    { ...PART, wanted: '低保审批标准' },
  ],
  reason: '两项不同的内容',
}

const split = (tree: Tree) =>
  prepared(tree, 'split request', async () => {
    const by = await officer(tree)
    const { request } = await registered(tree.platform, by, tree.places.own)
    const ref = { requestId: request.id, version: request.version }
    const made = await splitRequest(tree.platform, by, { ...ref, ...SPLIT })
    assert.ok(made.ok)
    return { ...ref, version: made.value.request.version }
  })

export const REQUEST_JOINS: readonly Expectation[] = [
  {
    useCase: 'handleTogether',
    may: DESK,
    attempt: async (tree, actor) => {
      const { id: requestId, version } = await given(tree)
      const command = { requestId, version, leaderNumber: await leader(tree), reason: '内容相同' }
      return handleTogether(tree.platform, actor, command)
    },
  },
  {
    useCase: 'splitRequest',
    may: DESK,
    attempt: async (tree, actor) => {
      const { id: requestId, version } = await given(tree)
      return splitRequest(tree.platform, actor, { requestId, version, ...SPLIT })
    },
  },
  {
    useCase: 'rejoinRequest',
    may: DESK,
    attempt: async (tree, actor) =>
      rejoinRequest(tree.platform, actor, { ...(await split(tree)), reason: '须一并答复' }),
  },
  {
    useCase: 'handleApart',
    may: DESK,
    attempt: async (tree, actor) =>
      handleApart(tree.platform, actor, { ...(await joined(tree)), reason: '内容不同' }),
  },
]
