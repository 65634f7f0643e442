import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { feeSentence, localDate, withoutFeeSentence } from '@gongkai/law'
import { listFees, readFeesOfRequest } from '../../src/requests/fees/list-fees.js'
import { readFeeBasis } from '../../src/requests/fees/reckon-fee.js'
import { recordFeePayment, refundFee, waiveFee } from '../../src/requests/fees/settle-fee.js'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { dayAfter, later, registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const [server] = SERVERS
if (server) {
  describe('信息处理费', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Desk
    before(async () => {
      tree = await newTree(server)
      desk = await newDesk(tree, tree.places.own, '石街公复')
    })
    after(() => tree.close())

    const byItem = (first: number, last = first) =>
      draftOf('feeNotice', 'feeNotice', undefined, {
        fee: { way: 'byItem', first, last, howToPay: '县政务服务中心非税窗口' },
      })
    const ask = async () =>
      (await registered(tree.platform, desk.officer, tree.places.own)).request.id
    const standing = async (requestId: string) => {
      const { request } = done(await readRequest(tree.platform, desk.officer, requestId))
      const [fee] = done(await readFeesOfRequest(tree.platform, desk.officer, requestId))
      return { version: request.version, stage: request.stage, dueOn: request.dueOn, fee }
    }
    /** Asked for in a notice that was handed over today. */
    const noticed = async (requestId: string, draft: ReturnType<typeof draftOf>) => {
      const letter = await approved(tree.platform, desk, requestId, draft)
      const sending = { ...refOf(letter), way: 'hand', on: TODAY, proof: '本人' } as const
      done(await sendLetter(tree.platform, desk.officer, sending))
      return { requestId, letterId: letter.id }
    }
    const totals = async () => {
      const period = { authorityId: tree.places.own, from: TODAY, to: localDate('2026-12-31') }
      const wanted = { ...period, after: null, limit: 50 }
      return done(await listFees(tree.platform, desk.officer, wanted)).totals
    }

    it('按件计收的件数由台账累计，不由人填；免费的不通知', async () => {
      for (let nth = 1; nth <= 10; nth++) await ask()
      const eleventh = await ask()
      const { first, earlier } = done(await readFeeBasis(tree.platform, desk.officer, eleventh))
      assert.deepEqual([first, earlier.length], [11, 10])
      const draft = (request: string, fee: ReturnType<typeof byItem>) =>
        draftLetter(tree.platform, desk.officer, { requestId: request, draft: fee })
      assert.equal(refusalOf(await draft(eleventh, byItem(31))), 'fee.count-differs')
      const second = earlier[1]?.id ?? ''
      assert.equal(refusalOf(await draft(second, byItem(2))), 'fee.nothing-due')
      const { requestId, letterId } = await noticed(eleventh, byItem(11, 12))
      const { fee, stage } = await standing(requestId)
      assert.deepEqual([stage, fee?.state, fee?.yuan], ['awaitingFee', 'awaiting', 200])
      // The eleventh counts as two items.
      const next = done(await readFeeBasis(tree.platform, desk.officer, await ask()))
      assert.equal(next.first, 13)
      assert.equal(fee?.letterId, letterId)
    })

    it('缴费与通知书核对，票据号码为凭；登记错的步骤更正后重新等待缴费；退费写明原因', async () => {
      const ref = await noticed(await ask(), draftOf('feeNotice'))
      const { version, fee } = await standing(ref.requestId)
      const yuan = fee?.yuan ?? 0
      const pay = { ...ref, version, on: TODAY, yuan, receiptNumber: '票00000001' }
      const officer = desk.officer
      const few = await recordFeePayment(tree.platform, officer, { ...pay, yuan: 1 })
      assert.equal(refusalOf(few), 'fee.amount-differs')
      const step = { requestId: ref.requestId, version, note: null }
      const aside = await recordStep(tree.platform, officer, {
        ...{ ...step, step: { name: 'payFee', on: TODAY } },
      })
      assert.equal(refusalOf(aside), 'fee.by-register')
      const before = await totals()
      done(await recordFeePayment(tree.platform, officer, pay))
      const paid = await standing(ref.requestId)
      assert.deepEqual([paid.stage, paid.fee?.state], ['examining', 'paid'])
      assert.equal((await totals()).received - before.received, yuan)
      const { steps } = done(await readRequest(tree.platform, officer, ref.requestId))
      const strike = { requestId: ref.requestId, version: paid.version, reason: '登记到别的申请' }
      done(await strikeStep(tree.platform, officer, { ...strike, no: steps.at(-1)?.no ?? 0 }))
      const struck = await standing(ref.requestId)
      assert.deepEqual([struck.stage, struck.fee?.state], ['awaitingFee', 'awaiting'])
      assert.equal((await totals()).received, before.received)
      done(await recordFeePayment(tree.platform, officer, { ...pay, version: struck.version }))
      const back = { ...ref, on: TODAY, reason: '多收' }
      const again = await standing(ref.requestId)
      const tooMuch = { ...back, version: again.version, yuan: yuan + 1 }
      assert.equal(refusalOf(await refundFee(tree.platform, officer, tooMuch)), 'fee.refund-wrong')
      done(await refundFee(tree.platform, officer, { ...tooMuch, yuan: 10 }))
      const { fee: refunded } = await standing(ref.requestId)
      assert.deepEqual([refunded?.state, refunded?.refundedYuan], ['refunded', 10])
      assert.equal((await totals()).received - before.received, yuan - 10)
    })

    it('只作为步骤登记的收费通知不在台账中，台账说明有几件', async () => {
      const period = { authorityId: tree.places.own, from: TODAY, to: TODAY }
      const listed = async () =>
        done(await listFees(tree.platform, desk.officer, { ...period, after: null, limit: 1 }))
      const before = await listed()
      const requestId = await ask()
      const { request } = done(await readRequest(tree.platform, desk.officer, requestId))
      const step = { name: 'askFee', on: TODAY } as const
      const ref = { requestId, version: request.version }
      done(await recordStep(tree.platform, desk.officer, { ...ref, step, note: null }))
      const after = await listed()
      assert.equal(after.outside, before.outside + 1)
      assert.deepEqual(after.totals, before.totals)
    })

    it('免收的恢复办理；逾期不缴的显示逾期，按视为放弃办结后记为未缴费', async () => {
      const free = await noticed(await ask(), draftOf('feeNotice'))
      const { version } = await standing(free.requestId)
      const waiver = { ...free, version, on: TODAY, reason: '低保家庭' }
      done(await waiveFee(tree.platform, desk.officer, waiver))
      const waived = await standing(free.requestId)
      assert.deepEqual([waived.stage, waived.fee?.state], ['examining', 'waived'])
      assert.equal(waived.fee?.reason, '低保家庭')
      const { requestId } = free
      const answer = await draftLetter(tree.platform, desk.officer, {
        ...{ requestId, draft: draftOf('decision') },
      })
      const asked = { requestId, letterId: done(answer).id }
      const { text } = done(await readLetter(tree.platform, desk.officer, asked))
      const said = text.paragraphs.map((one) => one.text).join('')
      assert.match(said, /本机关于2026年\d+月\d+日决定免收信息处理费/)
      assert.doesNotMatch(said, /缴纳信息处理费/)
      const erased = `update gongkai.request_person set name = null, identity_hash = null, sealed = null,
        erased_at = now(), erased_under = '到期清除' where request_id = $1`
      await (await tree.owner()).query(erased, [free.requestId])
      assert.equal((await standing(free.requestId)).fee?.reason, '（已依规清除）')
      const late = await noticed(await ask(), draftOf('feeNotice'))
      const then = later(tree.platform, 60)
      const [overdue] = done(await readFeesOfRequest(then, desk.officer, late.requestId))
      assert.deepEqual([overdue?.state, overdue?.payBy], ['overdue', '2026-02-02'])
      done(
        await recordStep(then, desk.officer, {
          ...{ requestId: late.requestId, version: (await standing(late.requestId)).version },
          ...{ step: { name: 'abandon', on: dayAfter(then, 0) }, note: null },
        }),
      )
      assert.equal((await standing(late.requestId)).fee?.state, 'lapsed')
    })

    it('第六部分的一句话：没有的写明没有；上年的一句换成本年的', () => {
      const none = feeSentence({ notices: 0, yuan: 0, received: 0 })
      assert.equal(
        none,
        '依据《政府信息公开信息处理费管理办法》，本年度没有发出信息处理费收费通知，没有收取信息处理费。',
      )
      const some = feeSentence({ notices: 3, yuan: 1200, received: 900 })
      assert.match(some, /发出信息处理费收费通知3件，总金额1200元，实际收取900元。$/)
      assert.equal(withoutFeeSentence(`无其他事项。\n${some}`), '无其他事项。')
    })
  })
}
