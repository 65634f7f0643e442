import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Ground } from '@gongkai/law'
import { listEvents } from '../../src/records/list-events.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { listNews } from '../../src/requests/news/request-news.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { decideProactive } from '../../src/requests/proactive/decide-proactive.js'
import { listProactive, readProactive } from '../../src/requests/proactive/list-proactive.js'
import { suggestProactive } from '../../src/requests/proactive/own-suggestion.js'
import {
  type ProposeProactive,
  proposeProactive,
} from '../../src/requests/proactive/propose-proactive.js'
import { recordPublication } from '../../src/requests/proactive/record-publication.js'
import { suggestAnswers } from '../../src/requests/suggest-answers.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { TODAY } from '../people/days.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, registered } from './given.js'
import { approved, type Desk, done, draftOf, newDesk, refOf, refusalOf } from './given-letters.js'

const PROPOSED: Omit<ProposeProactive, 'requestId'> = {
  ...{ title: '石桥街道二〇二五年道路养护项目的合同', reason: 'severalApplicants' },
  ...{ says: '三名申请人先后申请', fileIds: [], suggestedOn: null },
}
const PUBLISHED = {
  ...{ on: TODAY, title: '道路养护项目合同' },
  address: 'https://www.yunling.example/zwgk/1.html',
}

const [server] = SERVERS

describe('依申请公开的信息转为主动公开（第四十四条）', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
  })
  after(() => tree.close())

  async function answered(kind: 'disclosure' | 'refusal', ground: Ground) {
    const { platform, places } = tree
    const { request, secret } = await registered(platform, desk.officer, places.own)
    const letter = await approved(platform, desk, request.id, draftOf('decision', kind, [ground]))
    const way = { way: 'post', on: TODAY, proof: 'XA00000000000' } as const
    done(await sendLetter(platform, desk.officer, { ...refOf(letter), ...way }))
    return {
      requestId: request.id,
      letterId: letter.id,
      own: { requestNumber: request.requestNumber, secret },
    }
  }
  const kinds = async (who: Desk['officer']) =>
    done(await listTodos(tree.platform, who))
      .items.map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('proactive'))

  it('提请、由另一人同意、登记公布；待审核和待公布都有待办，台账按状态统计', async () => {
    const { platform, places } = tree
    const { requestId, letterId } = await answered('disclosure', 'disclosed')
    const command = { requestId, ...PROPOSED }
    const proposed = done(await proposeProactive(platform, desk.disclosureHead, command))
    assert.deepEqual([proposed.state, proposed.letterId], ['proposed', letterId])
    const second = await proposeProactive(platform, desk.officer, command)
    assert.equal(refusalOf(second), 'proactive.waiting')
    assert.deepEqual(await kinds(desk.leader), ['proactiveDecide'])
    assert.deepEqual(await kinds(desk.disclosureHead), [])
    const proposalId = proposed.id
    const early = await recordPublication(platform, desk.officer, { proposalId, ...PUBLISHED })
    assert.equal(refusalOf(early), 'proactive.not-accepted')
    const decision = { proposalId, decision: 'accepted', reason: null } as const
    const own = await decideProactive(platform, desk.disclosureHead, decision)
    assert.equal(refusalOf(own), 'proactive.own-proposal')
    done(await decideProactive(platform, desk.leader, decision))
    assert.equal(
      refusalOf(await decideProactive(platform, desk.leader, decision)),
      'proactive.decided',
    )
    assert.deepEqual(await kinds(desk.officer), ['proactivePublish'])
    done(await recordPublication(platform, desk.officer, { proposalId, ...PUBLISHED }))
    const corrected = { ...PUBLISHED, proposalId, title: '道路养护项目合同（2025年）' }
    done(await recordPublication(platform, desk.officer, corrected))
    assert.deepEqual(await kinds(desk.officer), [])
    const asked = { authorityId: places.own, state: 'published', after: null, limit: 50 } as const
    const page = done(await listProactive(platform, desk.leader, asked))
    assert.deepEqual(
      page.proposals.map((one) => one.published?.title),
      [corrected.title],
    )
    assert.deepEqual(page.counts, { proposed: 0, accepted: 0, published: 1, declined: 0 })
    // Whoever is about to ask for it is shown where it is.
    const suggested = (typed: string) => suggestAnswers(platform, places.foreign, typed)
    const { address } = PUBLISHED
    const { published } = await suggested('2025年石桥街道道路养护项目的合同')
    assert.deepEqual(
      published.map((one) => [one.title, one.address]),
      [[corrected.title, address]],
    )
    assert.deepEqual((await suggested('石桥街道项目评审专家名单')).published, [])
  })

  it('不予公开的、不在答复中的材料、不是评估得出的“情势变化”，不能提请', async () => {
    const { platform } = tree
    const refused = await answered('refusal', 'internalAffairs')
    const none = await proposeProactive(platform, desk.officer, {
      ...{ ...PROPOSED, requestId: refused.requestId },
    })
    assert.equal(refusalOf(none), 'proactive.nothing-given')
    const { requestId } = await answered('disclosure', 'disclosed')
    const tried = async (change: object) =>
      refusalOf(
        await proposeProactive(platform, desk.officer, { requestId, ...PROPOSED, ...change }),
      )
    assert.equal(await tried({ fileIds: [requestId] }), 'proactive.file-wrong')
    assert.equal(await tried({ reason: 'changed' }), 'proactive.reason-wrong')
    assert.equal(await tried({ suggestedOn: TODAY }), 'proactive.reason-wrong')
  })

  it('申请人建议一次，由机关审核，答复和公布的位置他看得到，并告知他；记录里没有他写的话', async () => {
    const { platform } = tree
    const { requestId, own } = await answered('disclosure', 'disclosed')
    const status = async () => done(await readOwnRequest(platform, own, '192.0.2.1')).suggestion
    assert.equal(await status(), 'open')
    const says = `${APPLICANT.name}认为全街道居民都应当知道`
    const suggest = (reason: 'widelyKnown' | 'listed') =>
      suggestProactive(platform, own, '192.0.2.1', { reason, says })
    assert.equal(refusalOf(await suggest('listed')), 'proactive.reason-wrong')
    done(await suggest('widelyKnown'))
    assert.equal(refusalOf(await suggest('widelyKnown')), 'proactive.suggested')
    const view = done(await readProactive(platform, desk.officer, requestId))
    const [suggestion] = view.proposals
    assert.ok(suggestion && view.gaveOut)
    assert.deepEqual([suggestion.proposedBy, suggestion.says], [null, says])
    const decide = { proposalId: suggestion.id, decision: 'declined' } as const
    const silent = await decideProactive(platform, desk.leader, { ...decide, reason: ' ' })
    assert.equal(refusalOf(silent), 'proactive.no-reason')
    done(await decideProactive(platform, desk.leader, { ...decide, reason: '仅涉及个别路段' }))
    const answer = await status()
    assert.ok(answer !== null && answer !== 'open')
    assert.deepEqual([answer.state, answer.answer], ['declined', '仅涉及个别路段'])
    const { news } = done(await listNews(platform, desk.officer, requestId))
    assert.equal(news.at(-1)?.what, 'suggestionDecided')
    const refused = await answered('refusal', 'internalAffairs')
    assert.equal(done(await readOwnRequest(platform, refused.own, 'x')).suggestion, null)
    const events = await listEvents(platform, tree.administrator, {})
    assert.doesNotMatch(JSON.stringify(events), new RegExp(`${APPLICANT.name}|个别路段`))
  })
})
