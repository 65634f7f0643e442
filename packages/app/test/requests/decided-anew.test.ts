import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { decideRemedy } from '../../src/remedies/handle-remedy.js'
import { readRemedy } from '../../src/remedies/list-remedies.js'
import { registerRemedy } from '../../src/remedies/register-remedy.js'
import { countRequests } from '../../src/requests/count-requests.js'
import { correctSending } from '../../src/requests/letters/correct-sending.js'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import type { RequestLetter } from '../../src/requests/letters/letter.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { recordService } from '../../src/requests/letters/record-service.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { dayAfter, later, registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const [server] = SERVERS
const POSTED = { way: 'post', proof: 'XA00000000000' } as const

describe('送出之后：重新作出决定，更正送出的登记', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
  })
  after(() => tree.close())

  const given = async () =>
    (await registered(tree.platform, desk.officer, tree.places.own)).request.id
  const sentIn = async (
    requestId: string,
    days: number,
    draft = draftOf('decision', 'refusal'),
  ) => {
    const platform = later(tree.platform, days)
    const letter = await approved(platform, desk, requestId, draft)
    const sending = { ...refOf(letter), ...POSTED, on: dayAfter(platform, 0) }
    return done(await sendLetter(platform, desk.officer, sending))
  }
  const requestOf = async (id: string) => done(await readRequest(tree.platform, desk.officer, id))
  const correct = (letter: RequestLetter, change: object, who = desk.disclosureHead) =>
    correctSending(later(tree.platform, 30), who, {
      ...{ ...refOf(letter), ...POSTED, on: dayAfter(tree.platform, 7), reason: '邮件编号抄错' },
      ...change,
    })

  it('被责令重新作出：期限按复议决定，送出即登记为已重新答复；申请仍按第一次办结计一次', async () => {
    const requestId = await given()
    const first = await sentIn(requestId, 7)
    const before = (await requestOf(requestId)).request
    const platform = later(tree.platform, 60)
    const remedy = done(
      await registerRemedy(platform, desk.officer, {
        ...{ authorityId: tree.places.own, kind: 'reconsideration', body: '云岭县人民政府' },
        ...{ requestId, decisionNumber: null, letterId: first.id, ground: null, afterId: null },
        instance: {
          ...{ caseNumber: '云政复〔2026〕3号', procedure: 'ordinary', answerBy: null },
          receivedOn: dayAfter(tree.platform, 20),
        },
      }),
    )
    const anew = { remedyId: remedy.id, reason: '复议决定撤销原答复' }
    const draft = draftOf('decision', 'disclosure')
    const early = await draftLetter(platform, desk.officer, {
      requestId,
      draft: { ...draft, anew },
    })
    assert.equal(refusalOf(early), 'letter.no-order')
    const plain = await draftLetter(platform, desk.officer, { requestId, draft })
    assert.equal(refusalOf(plain), 'letter.request-closed')
    const on = dayAfter(tree.platform, 58)
    const decided = done(
      await decideRemedy(platform, desk.officer, {
        ...{ remedyId: remedy.id, version: remedy.version, on, result: 'revoked' },
        redo: { from: on, days: 15 },
      }),
    )
    const second = await sentIn(requestId, 65, { ...draft, anew })
    assert.deepEqual(
      [second.anew, second.replacesId, second.remedyId, second.dueOn, second.isLate],
      ['ordered', first.id, remedy.id, decided.redoDay?.on, false],
    )
    const { text } = done(
      await readLetter(platform, desk.officer, { requestId, letterId: second.id }),
    )
    const told = text.paragraphs[1]?.text ?? ''
    assert.match(told, /云岭县人民政府（云政复〔2026〕3号）责令重新作出/)
    assert.ok(told.includes(first.documentNumber ?? '-'))
    const { redo, nextOn } = done(await readRemedy(platform, desk.officer, remedy.id))
    assert.deepEqual(
      [redo?.doneOn, redo?.number, nextOn],
      [second.sentOn, second.documentNumber, null],
    )
    const { request, steps } = await requestOf(requestId)
    assert.deepEqual(
      [request.closedOn, request.countedUnder, steps.length],
      [before.closedOn, before.countedUnder, 1],
    )
  })

  it('自行纠正：可以再次纠正，同一份决定只代替一次；没有送出的不能；表三仍计一次', async () => {
    const requestId = await given()
    const anew = { remedyId: null, reason: '原答复引用的文件有误' }
    const draft = { ...draftOf('decision', 'disclosure'), anew }
    const early = await draftLetter(tree.platform, desk.officer, { requestId, draft })
    assert.equal(refusalOf(early), 'letter.nothing-sent')
    const first = await sentIn(requestId, 7)
    const second = await sentIn(requestId, 10, draft)
    const third = await sentIn(requestId, 12, { ...draftOf('decision', 'doesNotExist'), anew })
    assert.deepEqual([second.replacesId, third.replacesId], [first.id, second.id])
    const platform = later(tree.platform, 13)
    const both = await Promise.all(
      [1, 2].map(() => draftLetter(platform, desk.officer, { requestId, draft })),
    )
    assert.deepEqual(both.map(refusalOf).toSorted(), ['', 'letter.decision-exists'])
    const blank = { ...draft, anew: { remedyId: null, reason: ' ' } }
    const unexplained = await draftLetter(platform, desk.officer, { requestId, draft: blank })
    assert.equal(refusalOf(unexplained), 'letter.reason-missing')
    const cells = done(
      await countRequests(platform, desk.officer, {
        ...{ authorityId: tree.places.own, form: '2021' },
        ...{ from: dayAfter(tree.platform, 7), to: dayAfter(platform, 0) },
      }),
    )
    const told = cells.find(({ row, column }) => row === '三（七）' && column === '总计')
    assert.equal(told?.value, 2)
  })

  it('更正送出之日：原登记留下，办结日和是否逾期随之变动；只有负责人可以', async () => {
    const requestId = await given()
    const letter = await sentIn(requestId, 7)
    const later30 = dayAfter(tree.platform, 30)
    assert.equal(refusalOf(await correct(letter, {}, desk.officer)), 'right.missing')
    assert.equal(refusalOf(await correct(letter, { reason: ' ' })), 'letter.reason-missing')
    const early = await correct(letter, { on: dayAfter(tree.platform, 6) })
    assert.equal(refusalOf(early), 'letter.day-wrong')
    const late = done(await correct(letter, { on: later30, proof: 'XA11111111111' }))
    assert.deepEqual([late.sentOn, late.isLate, late.dueOn], [later30, true, '2026-02-02'])
    const { request, steps } = await requestOf(requestId)
    assert.deepEqual(
      [request.closedOn, request.countedUnder, steps.map(({ struck }) => struck?.reason)],
      [later30, letter.grounds[0], ['邮件编号抄错', undefined]],
    )
    const { course } = done(
      await readLetter(tree.platform, desk.officer, { requestId, letterId: letter.id }),
    )
    const { corrected, note } = course.at(-1) ?? {}
    assert.deepEqual(
      [corrected?.on, corrected?.proof, note],
      [dayAfter(tree.platform, 7), POSTED.proof, 'XA11111111111'],
    )
  })

  it('误登为直接送达的收费通知改为邮寄：送达和缴费期限一并撤回，其后的步骤不许可的不能更正', async () => {
    const requestId = await given()
    const platform = later(tree.platform, 7)
    const notice = await approved(platform, desk, requestId, draftOf('feeNotice'))
    const on = dayAfter(platform, 0)
    const handed = { ...refOf(notice), way: 'hand', on, proof: '收发室' } as const
    const sent = done(await sendLetter(platform, desk.officer, handed))
    assert.equal((await requestOf(requestId)).request.nextWhat, 'feePayment')
    const posted = done(await correct(sent, { on }))
    assert.deepEqual([posted.state, posted.servedOn], ['sent', null])
    assert.equal((await requestOf(requestId)).request.nextOn, null)
    const served = done(
      await recordService(later(tree.platform, 9), desk.officer, {
        ...{ ...refOf(posted), outcome: 'served', on: dayAfter(platform, 2), note: '本人签收' },
      }),
    )
    const { version } = (await requestOf(requestId)).request
    const step = { name: 'withdraw', on: dayAfter(platform, 3) } as const
    done(
      await recordStep(later(tree.platform, 12), desk.officer, {
        ...{ requestId, version, step, note: null },
      }),
    )
    const after = await correct(served, { way: 'hand', on: dayAfter(platform, 4), proof: '本人' })
    assert.equal(refusalOf(after), 'clock.wrong-stage')
  })
})
