import { listFees, readFeesOfRequest } from '../../../src/requests/fees/list-fees.js'
import { readFeeBasis } from '../../../src/requests/fees/reckon-fee.js'
import { recordFeePayment, refundFee, waiveFee } from '../../../src/requests/fees/settle-fee.js'
import { sendLetter } from '../../../src/requests/letters/send-letter.js'
import { readRequest } from '../../../src/requests/read-request.js'
import { TODAY } from '../../people/days.js'
import type { Tree } from '../../people/tree.js'
import { registered } from '../../requests/given.js'
import { approved, done, draftOf, refOf } from '../../requests/given-letters.js'
import { type Expectation, prepared } from '../expectation.js'
import { deskOf } from './letters.js'

const DESK: Expectation['may'] = { own: ['disclosureOfficer', 'disclosureHead'] }
const READERS: Expectation['may'] = {
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
}

/** A fee that was asked for, and that was paid where `paid` says so. */
const fee = (tree: Tree, paid = false) =>
  prepared(tree, `fee ${paid}`, async () => {
    const desk = await deskOf(tree)
    const { platform, places } = tree
    const { request } = await registered(platform, desk.officer, places.own)
    const letter = await approved(platform, desk, request.id, draftOf('feeNotice'))
    const sending = { ...refOf(letter), way: 'hand', on: TODAY, proof: '本人' } as const
    done(await sendLetter(platform, desk.officer, sending))
    const now = async () => done(await readRequest(platform, desk.officer, request.id)).request
    const ref = { requestId: request.id, letterId: letter.id, on: TODAY }
    const [due] = done(await readFeesOfRequest(platform, desk.officer, request.id))
    const payment = { yuan: due?.yuan ?? 0, receiptNumber: '票1' }
    if (paid) {
      const { version } = await now()
      done(await recordFeePayment(platform, desk.officer, { ...ref, ...payment, version }))
    }
    return { ...ref, ...payment, version: (await now()).version }
  })

export const FEES: readonly Expectation[] = [
  {
    useCase: 'listFees',
    may: READERS,
    attempt: ({ platform, places }, actor) =>
      listFees(platform, actor, {
        ...{ authorityId: places.own, from: TODAY, to: TODAY, after: null, limit: 10 },
      }),
  },
  {
    useCase: 'readFeesOfRequest',
    may: READERS,
    attempt: async (tree, actor) =>
      readFeesOfRequest(tree.platform, actor, (await fee(tree)).requestId),
  },
  {
    useCase: 'readFeeBasis',
    may: DESK,
    attempt: async (tree, actor) => readFeeBasis(tree.platform, actor, (await fee(tree)).requestId),
  },
  {
    useCase: 'recordFeePayment',
    may: DESK,
    attempt: async (tree, actor) => recordFeePayment(tree.platform, actor, await fee(tree)),
  },
  {
    useCase: 'waiveFee',
    may: DESK,
    attempt: async (tree, actor) =>
      waiveFee(tree.platform, actor, { ...(await fee(tree)), reason: '困难家庭' }),
  },
  {
    useCase: 'refundFee',
    may: DESK,
    attempt: async (tree, actor) =>
      refundFee(tree.platform, actor, { ...(await fee(tree, true)), reason: '多收' }),
  },
]
