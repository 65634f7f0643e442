import type { Actor } from '../../../src/context.js'
import {
  approveLetter,
  returnLetter,
  submitLetter,
} from '../../../src/requests/letters/approve-letter.js'
import { correctSending } from '../../../src/requests/letters/correct-sending.js'
import { changeLetter, draftLetter } from '../../../src/requests/letters/draft-letter.js'
import type { LetterRef, RequestLetter } from '../../../src/requests/letters/letter.js'
import { listLetters, readLetter } from '../../../src/requests/letters/read-letters.js'
import { discardLetter, recordService } from '../../../src/requests/letters/record-service.js'
import { sendLetter } from '../../../src/requests/letters/send-letter.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const READERS: Expectation['may'] = {
  own: ['disclosureOfficer', 'secrecyReviewer', 'disclosureHead', 'leader'],
}
const HEAD: Expectation['may'] = { own: ['disclosureHead'] }

/** The people of `own` stay, whatever is prepared anew: its letters are numbered once. */
const desks = new WeakMap<Tree['places'], Promise<Desk>>()

/** Whoever drafts, approves and sends the letters of `own`. */
export async function deskOf(tree: Tree): Promise<Desk> {
  const found = desks.get(tree.places) ?? newDesk(tree, tree.places.own, '石街公开')
  desks.set(tree.places, found)
  return found
}

/** A letter of a new request of `own` as `make` leaves it. */
const letterOf = (
  tree: Tree,
  key: string,
  make: (desk: Desk, requestId: string) => Promise<RequestLetter>,
) =>
  prepared(tree, key, async () => {
    const desk = await deskOf(tree)
    const { request } = await registered(tree.platform, desk.officer, tree.places.own)
    return make(desk, request.id)
  })

const draft = draftOf('decision')

const drafted = (tree: Tree) =>
  letterOf(tree, 'letter', async ({ officer }, requestId) =>
    done(await draftLetter(tree.platform, officer, { requestId, draft })),
  )

const inReview = (tree: Tree) =>
  letterOf(tree, 'letter in review', async ({ officer }, requestId) => {
    const letter = done(await draftLetter(tree.platform, officer, { requestId, draft }))
    return done(await submitLetter(tree.platform, officer, refOf(letter)))
  })

const signed = (tree: Tree) =>
  letterOf(tree, 'approved letter', (desk, requestId) =>
    approved(tree.platform, desk, requestId, draft),
  )

const sent = (tree: Tree) =>
  letterOf(tree, 'sent letter', async (desk, requestId) => {
    const letter = await approved(tree.platform, desk, requestId, draft)
    const posted = { ...refOf(letter), way: 'post', on: TODAY, proof: 'XA0' } as const
    return done(await sendLetter(tree.platform, desk.officer, posted))
  })

type Attempt = (tree: Tree, actor: Actor, ref: LetterRef) => ReturnType<Expectation['attempt']>

const on = (given: (tree: Tree) => Promise<RequestLetter>, attempt: Attempt) => ({
  attempt: async (tree: Tree, actor: Actor) => attempt(tree, actor, refOf(await given(tree))),
})

export const LETTERS: readonly Expectation[] = [
  {
    useCase: 'draftLetter',
    may: DESK,
    async attempt(tree, actor) {
      const { id } = await prepared(tree, 'request to decide', async () => {
        const { officer } = await deskOf(tree)
        return (await registered(tree.platform, officer, tree.places.own)).request
      })
      return draftLetter(tree.platform, actor, { requestId: id, draft })
    },
  },
  {
    useCase: 'changeLetter',
    may: DESK,
    ...on(drafted, ({ platform }, actor, ref) => changeLetter(platform, actor, { ...ref, draft })),
  },
  {
    useCase: 'submitLetter',
    may: DESK,
    ...on(drafted, ({ platform }, actor, ref) => submitLetter(platform, actor, ref)),
  },
  {
    useCase: 'approveLetter',
    may: HEAD,
    ...on(inReview, ({ platform }, actor, ref) =>
      approveLetter(platform, actor, { ...ref, opinion: null }),
    ),
  },
  {
    useCase: 'returnLetter',
    may: HEAD,
    ...on(inReview, ({ platform }, actor, ref) =>
      returnLetter(platform, actor, { ...ref, reason: '理由不足' }),
    ),
  },
  {
    useCase: 'sendLetter',
    may: DESK,
    ...on(signed, ({ platform }, actor, ref) =>
      sendLetter(platform, actor, { ...ref, way: 'post', on: TODAY, proof: 'XA0' }),
    ),
  },
  {
    useCase: 'correctSending',
    may: HEAD,
    ...on(sent, ({ platform }, actor, ref) =>
      correctSending(platform, actor, {
        ...{ ...ref, way: 'post', on: TODAY, proof: 'XA1', reason: '抄错' },
      }),
    ),
  },
  {
    useCase: 'recordService',
    may: DESK,
    ...on(sent, ({ platform }, actor, ref) =>
      recordService(platform, actor, { ...ref, outcome: 'served', on: TODAY, note: '签收' }),
    ),
  },
  {
    useCase: 'discardLetter',
    may: DESK,
    ...on(drafted, ({ platform }, actor, ref) =>
      discardLetter(platform, actor, { ...ref, reason: '重复' }),
    ),
  },
  {
    useCase: 'listLetters',
    may: READERS,
    ...on(drafted, ({ platform }, actor, { requestId }) => listLetters(platform, actor, requestId)),
  },
  {
    useCase: 'readLetter',
    may: READERS,
    ...on(drafted, ({ platform }, actor, ref) => readLetter(platform, actor, ref)),
  },
]
