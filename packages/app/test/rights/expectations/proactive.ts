import { addMonths } from '@gongkai/law'
import { sendLetter } from '../../../src/requests/letters/send-letter.js'
import { decideProactive } from '../../../src/requests/proactive/decide-proactive.js'
import { listProactive, readProactive } from '../../../src/requests/proactive/list-proactive.js'
import {
  type ProposeProactive,
  proposeProactive,
} from '../../../src/requests/proactive/propose-proactive.js'
import { recordPublication } from '../../../src/requests/proactive/record-publication.js'
import { listReevaluations } from '../../../src/requests/reevaluation/list-reevaluations.js'
import { readReevaluation } from '../../../src/requests/reevaluation/read-reevaluation.js'
import { recordReevaluation } from '../../../src/requests/reevaluation/record-reevaluation.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { withdrawn } from '../../requests/given-closed.js'
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

/** A request of which nothing was given out. */
const refused = (tree: Tree) =>
  prepared(tree, 'refused', async () => {
    const { officer } = await deskOf(tree)
    const { id } = await withdrawn(tree.platform, officer, tree.places.own)
    const owner = await tree.owner()
    await owner.query(`update gongkai.request set grounds = '{internalAffairs}' where id = $1`, [
      id,
    ])
    return id
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
  {
    useCase: 'listReevaluations',
    may: DESK,
    attempt: ({ platform, places }, actor) =>
      listReevaluations(platform, actor, {
        ...{ authorityId: places.own, queue: 'due', after: null, limit: 10 },
      }),
  },
  {
    useCase: 'readReevaluation',
    may: DESK,
    attempt: async (tree, actor) => readReevaluation(tree.platform, actor, await refused(tree)),
  },
  {
    useCase: 'recordReevaluation',
    may: DESK,
    attempt: async (tree, actor) =>
      recordReevaluation(tree.platform, actor, {
        ...{ requestId: await refused(tree), dueOn: addMonths(TODAY, 12), reason: '情势未变' },
        ...{ outcome: 'withheld', nextOn: addMonths(TODAY, 24) },
      }),
  },
]
