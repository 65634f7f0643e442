import { sendLetter } from '../../../src/requests/letters/send-letter.js'
import { decideProactive } from '../../../src/requests/proactive/decide-proactive.js'
import { listProactive, readProactive } from '../../../src/requests/proactive/list-proactive.js'
import {
  type ProposeProactive,
  proposeProactive,
} from '../../../src/requests/proactive/propose-proactive.js'
import { recordPublication } from '../../../src/requests/proactive/record-publication.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { approved, done, draftOf, refOf } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'
import { deskOf } from './letters.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const READERS: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead', 'leader'] }

/** A request of which everything was given out. */
const given = (tree: Tree) =>
  prepared(tree, 'request given out', async () => {
    const desk = await deskOf(tree)
    const { platform, places } = tree
    const { request } = await registered(platform, desk.officer, places.own)
    const draft = draftOf('decision', 'disclosure', ['disclosed'])
    const letter = await approved(platform, desk, request.id, draft)
    const sending = { ...refOf(letter), way: 'hand', on: TODAY, proof: '本人' } as const
    done(await sendLetter(platform, desk.officer, sending))
    return request.id
  })

const proposal = async (tree: Tree): Promise<ProposeProactive> => ({
  ...{ requestId: await given(tree), title: '合同', reason: 'interests', says: '涉及全街道' },
  ...{ fileIds: [], suggestedOn: null },
})

const proposed = (tree: Tree) =>
  prepared(tree, 'proposed', async () => {
    const { officer } = await deskOf(tree)
    return done(await proposeProactive(tree.platform, officer, await proposal(tree))).id
  })

const accepted = (tree: Tree) =>
  prepared(tree, 'accepted', async () => {
    const { leader } = await deskOf(tree)
    const decision = {
      proposalId: await proposed(tree),
      decision: 'accepted',
      reason: null,
    } as const
    return done(await decideProactive(tree.platform, leader, decision)).id
  })

export const PROACTIVE: readonly Expectation[] = [
  {
    useCase: 'listProactive',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      listProactive(platform, actor, {
        ...{ authorityId: places.own, state: 'all', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'readProactive',
    may: READERS,
    attempt: async (tree, actor) => readProactive(tree.platform, actor, await given(tree)),
  },
  {
    useCase: 'proposeProactive',
    may: DESK,
    attempt: async (tree, actor) => proposeProactive(tree.platform, actor, await proposal(tree)),
  },
  {
    useCase: 'decideProactive',
    may: { own: ['disclosureHead', 'leader'] },
    attempt: async (tree, actor) =>
      decideProactive(tree.platform, actor, {
        ...{ proposalId: await proposed(tree), decision: 'declined', reason: '不需要' },
      }),
  },
  {
    useCase: 'recordPublication',
    may: DESK,
    attempt: async (tree, actor) =>
      recordPublication(tree.platform, actor, {
        ...{ proposalId: await accepted(tree), on: TODAY, title: '合同', address: '政府网站' },
      }),
  },
]
