import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import { registerRemedy } from '../../src/remedies/register-remedy.js'
import { sendCorrection } from '../../src/requests/act-on-own.js'
import { gatherCase } from '../../src/requests/filing/gather-case.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { listNews, markTold } from '../../src/requests/news/request-news.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { readRequest } from '../../src/requests/read-request.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import { placeHold } from '../../src/requests/retention/hold.js'
import { recordSearch } from '../../src/requests/searches/record-search.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { transact } from '../../src/storage/transact.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, SEARCHED } from './given-letters.js'

const [server] = SERVERS

describe('一件申请的经过：申请人看到的，归入案卷的', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  let own: { readonly requestNumber: string; readonly secret: string }
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公复')
    const { request, secret } = await registered(tree.platform, desk.officer, tree.places.own)
    requestId = request.id
    own = { requestNumber: request.requestNumber, secret }
  })
  after(() => tree.close())

  const status = async () => done(await readOwnRequest(tree.platform, own, '127.0.0.1'))
  const version = async () =>
    done(await readRequest(tree.platform, desk.officer, requestId)).request.version
  const step = async (taken: RecordableStep) =>
    recordStep(tree.platform, desk.officer, {
      ...{ requestId, version: await version(), step: taken, note: null },
    })

  it('要求说明理由的，申请人在查询页面说明', async () => {
    done(await step({ name: 'askReasons', on: TODAY, until: localDate('2026-01-16') }))
    assert.equal((await status()).stage, 'awaitingReasons')
    const sent = { text: '分别用于三处房屋的登记。', files: [] }
    done(await sendCorrection(tree.platform, own, '127.0.0.1', sent))
    assert.equal((await status()).stage, 'examining')
  })

  it('登记错的步骤更正后，再告知申请人一次', async () => {
    done(await step({ name: 'askCorrection', on: TODAY, until: localDate('2026-01-16') }))
    const { steps } = done(await readRequest(tree.platform, desk.officer, requestId))
    const asked = done(await listNews(tree.platform, desk.officer, requestId)).news.at(-1)
    done(await markTold(tree.platform, desk.officer, { requestId, newsId: asked?.id ?? '' }))
    const struck = { requestId, version: await version(), no: steps.at(-1)?.no ?? 0 }
    done(await strikeStep(tree.platform, desk.officer, { ...struck, reason: '登记到别的申请' }))
    const { news } = done(await listNews(tree.platform, desk.officer, requestId))
    assert.deepEqual(
      news.map(({ what }) => what),
      ['reasonsAsked', 'correctionAsked', 'corrected'],
    )
  })

  it('应缴的费用连同途径、期限告诉申请人', async () => {
    const letter = await approved(tree.platform, desk, requestId, draftOf('feeNotice'))
    const sending = { ...refOf(letter), way: 'hand', on: TODAY, proof: '本人' } as const
    done(await sendLetter(tree.platform, desk.officer, sending))
    const { fees, stage } = await status()
    assert.equal(stage, 'awaitingFee')
    assert.deepEqual(
      fees.map(({ yuan, howToPay, payBy }) => [yuan > 0, howToPay, payBy]),
      [[true, '凭本通知书到云岭县政务服务中心非税窗口缴纳', '2026-02-02']],
    )
  })

  it('检索、收费、告知、保全、复议都在案卷里，办理记录的每一项有名称', async () => {
    done(await recordSearch(tree.platform, desk.officer, { requestId, ...SEARCHED }))
    done(await placeHold(tree.platform, desk.officer, { requestId, reason: '复议期间' }))
    const instance = {
      caseNumber: '云复〔2026〕1号',
      procedure: 'ordinary',
      answerBy: null,
    } as const
    done(
      await registerRemedy(tree.platform, desk.officer, {
        ...{ authorityId: tree.places.own, kind: 'reconsideration', body: '云岭县人民政府' },
        ...{ requestId, decisionNumber: null, letterId: null, ground: null, afterId: null },
        instance: { ...instance, receivedOn: TODAY },
      }),
    )
    done(await step({ name: 'withdraw', on: TODAY }))
    const { request } = done(await readRequest(tree.platform, desk.officer, requestId))
    const { value } = await transact(tree.platform, desk.officer, async ({ tx }) =>
      ok(await gatherCase(tx, tree.platform, request)),
    )
    const textOf = (title: string) =>
      JSON.stringify(value.parts.find((part) => part.title === title)?.blocks)
    assert.match(textOf('检索记录'), /公文管理系统.*审批台账.*没有检索到/)
    const [fee] = value.parts.filter(({ title }) => title.startsWith('《政府信息公开信息处理费'))
    assert.match(
      JSON.stringify(fee?.blocks.at(-1)),
      /拟稿.*送审.*同意.*同意，签发.*送达，直接送达","人员\d+","本人/,
    )
    assert.match(textOf('办理步骤'), /要求说明理由","期限至2026年1月16日/)
    assert.match(textOf('信息处理费'), /元.*未缴费，申请已办结/)
    assert.match(textOf('告知申请人的情况'), /需要说明理由.*已经更正.*书面告知/)
    assert.match(textOf('个人信息保全'), /复议期间.*保全中/)
    assert.match(textOf('行政复议、诉讼、投诉'), /云岭县人民政府，云复〔2026〕1号.*正在办理/)
    assert.match(textOf('办理记录'), /申请人说明理由.*保全申请的个人信息/)
    assert.doesNotMatch(textOf('办理记录'), /其他办理/)
  })
})
