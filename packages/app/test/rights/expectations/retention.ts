import assert from 'node:assert/strict'
import { decideErasure, proposeErasure } from '../../../src/requests/retention/decide-erasure.js'
import { liftHold, placeHold, readHold } from '../../../src/requests/retention/hold.js'
import { readRetention } from '../../../src/requests/retention/read-retention.js'
import { addPerson, type Tree } from '../../people/tree.js'
import { later, registered } from '../../requests/given.js'
import { filedAway, withdrawn } from '../../requests/given-closed.js'
import { type Expectation, prepared } from '../expectation.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }

const officer = (tree: Tree) =>
  prepared(
    tree,
    'retention desk',
    async () => (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor,
  )

const given = (tree: Tree) =>
  prepared(tree, 'request to hold', async () => {
    const { request } = await registered(tree.platform, await officer(tree), tree.places.own)
    return request.id
  })

/** The platform when a request that was closed today is due. */
const due = (tree: Tree) =>
  prepared(tree, 'request due', async () => {
    const owner = await tree.owner()
    await owner.query('delete from gongkai.erasure')
    await withdrawn(tree.platform, await officer(tree), tree.places.own)
    await filedAway(tree)
    return later(tree.platform, 32 * 366)
  })

async function nowDue(tree: Tree): Promise<number> {
  const view = await readRetention(await due(tree), await officer(tree), tree.places.own)
  assert.ok(view.ok)
  return view.value.due
}

export const RETENTION: readonly Expectation[] = [
  {
    useCase: 'readRetention',
    may: {
      own: [
        'disclosureOfficer',
        'sectionHandler',
        'reviewer',
        'secrecyReviewer',
        'disclosureHead',
        'leader',
        'supervisingOfficer',
        'auditor',
      ],
      parent: ['supervisingOfficer', 'auditor'],
    },
    attempt: ({ platform, places }, actor) => readRetention(platform, actor, places.own),
  },
  {
    useCase: 'proposeErasure',
    may: DESK,
    async attempt(tree, actor) {
      const command = { authorityId: tree.places.own, due: await nowDue(tree), reason: '期满' }
      return proposeErasure(await due(tree), actor, command)
    },
  },
  {
    useCase: 'decideErasure',
    may: { own: ['disclosureHead', 'leader'] },
    async attempt(tree, actor) {
      const erasureId = await prepared(tree, 'erasure', async () => {
        const command = { authorityId: tree.places.own, due: await nowDue(tree), reason: '期满' }
        const proposed = await proposeErasure(await due(tree), await officer(tree), command)
        assert.ok(proposed.ok, proposed.ok ? '' : proposed.refusal.message)
        return proposed.value.id
      })
      return decideErasure(await due(tree), actor, {
        ...{ erasureId, decision: 'rejected', reason: '仍需使用' },
      })
    },
  },
  {
    useCase: 'readHold',
    may: DESK,
    attempt: async (tree, actor) => readHold(tree.platform, actor, await given(tree)),
  },
  {
    useCase: 'placeHold',
    may: DESK,
    attempt: async (tree, actor) =>
      placeHold(tree.platform, actor, { requestId: await given(tree), reason: '审计' }),
  },
  {
    useCase: 'liftHold',
    may: DESK,
    async attempt(tree, actor) {
      const requestId = await prepared(tree, 'held', async () => {
        const id = await given(tree)
        await placeHold(tree.platform, await officer(tree), { requestId: id, reason: '审计' })
        return id
      })
      return liftHold(tree.platform, actor, { requestId, reason: '审计结束' })
    },
  },
]
