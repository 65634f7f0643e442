import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { dissolveAuthority } from '../../src/authorities/dissolve-authority.js'
import { getAuthority } from '../../src/authorities/get-authority.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { listRemedies } from '../../src/remedies/list-remedies.js'
import { countRequests } from '../../src/requests/count-requests.js'
import { listFees } from '../../src/requests/fees/list-fees.js'
import { readLetter } from '../../src/requests/letters/read-letters.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { decideProactive } from '../../src/requests/proactive/decide-proactive.js'
import { listProactive } from '../../src/requests/proactive/list-proactive.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { listReevaluations } from '../../src/requests/reevaluation/list-reevaluations.js'
import { recordReevaluation } from '../../src/requests/reevaluation/record-reevaluation.js'
import { registerRequest } from '../../src/requests/register-request.js'
import { searchRequests } from '../../src/requests/search-requests.js'
import { TODAY } from '../people/days.js'
import { addAuthority, addPerson, newTree, type Tree } from '../people/tree.js'
import { brought } from '../remedies/given.js'
import { ANY_SERVER } from '../support/servers.js'
import { APPLICANT, counterRequest, later, registered } from './given.js'
import { withdrawn } from './given-closed.js'
import { approved, type Desk, done, draftOf, newDesk, refusalOf } from './given-letters.js'

for (const server of ANY_SERVER) {
  describe(`机关撤并后申请的承接 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let heirs: Desk
    let open: Awaited<ReturnType<typeof registered>>
    let tables: readonly unknown[]
    const period = (authorityId: string) => ({
      ...{ authorityId, from: TODAY, to: localDate('2026-01-31'), form: '2021' as const },
    })

    before(async () => {
      tree = await newTree(server)
      const { platform, places, administrator } = tree
      const desk = await newDesk(tree, places.own, '石街公开')
      heirs = await newDesk(tree, places.sibling, '青街公开')
      open = await registered(platform, desk.officer, places.own)
      await withdrawn(platform, desk.officer, places.own)
      await brought(platform, desk.officer, places.own)
      await registered(platform, heirs.officer, places.sibling)
      tables = done(await countRequests(platform, desk.officer, period(places.own)))
      const owner = await tree.owner()
      await owner.query(
        `update gongkai.assignment set since = '2025-12-01', until = '2026-01-04' where authority_id = $1`,
        [places.own],
      )
      const file = done(await getAuthority(platform, administrator, places.own))
      assert.deepEqual(file.open, { requests: 1, remedies: 1 })
      const foreign = (await addPerson(tree, 'administrator', places.foreign)).actor
      const unseen = done(await getAuthority(platform, foreign, places.own))
      assert.deepEqual(unseen.open, { requests: 0, remedies: 0 })
      const ended = done(
        await dissolveAuthority(platform, administrator, {
          ...{ authorityId: places.own, version: file.authority.version },
          ...{ dutiesTo: places.sibling, happenedOn: TODAY, reason: '机构改革方案' },
        }),
      )
      const [passed] = ended.passedOn
      assert.deepEqual([passed?.requests, passed?.remedies, passed?.series], [1, 1, ['石街公开']])
    })
    after(() => tree.close())

    it('承接机关接到通知，在自己的登记簿中看到并办理，期限不变，申请人查到由谁承接', async () => {
      const { platform, places } = tree
      const titles = done(await listNotices(platform, heirs.officer, {})).notices.map(
        ({ title }) => title,
      )
      assert.deepEqual(titles, ['石桥街道办事处未办结的2件申请和救济由青溪街道办事处承接'])
      const page = { authorityId: places.sibling, after: null, limit: 10 }
      const queue = done(
        await listRequests(platform, heirs.officer, { ...page, queue: 'open', handlerId: null }),
      )
      assert.deepEqual(
        queue.requests.map(({ authority, carriedBy }) => [authority, carriedBy]),
        [
          ['石桥街道办事处', '青溪街道办事处'],
          ['青溪街道办事处', null],
        ],
      )
      const words = { ...page, words: APPLICANT.name }
      assert.equal(done(await searchRequests(platform, heirs.officer, words)).requests.length, 3)
      const remedies = {
        ...page,
        queue: 'open',
        requestId: null,
        below: false,
        kind: null,
        result: null,
      } as const
      assert.equal(done(await listRemedies(platform, heirs.officer, remedies)).remedies.length, 1)
      const { request } = done(await readRequest(platform, heirs.officer, open.request.id))
      assert.deepEqual([request.dueOn, request.isMasked], [open.request.dueOn, false])
      assert.ok((await readApplicant(platform, heirs.officer, request.id)).ok)
      const own = { requestNumber: request.requestNumber, secret: open.secret }
      const status = done(await readOwnRequest(platform, own, '192.0.2.7'))
      assert.deepEqual([status.authority, status.carriedBy], ['石桥街道办事处', '青溪街道办事处'])
      const beside = (await addPerson(tree, 'disclosureOfficer', places.foreign)).actor
      assert.equal(refusalOf(await readRequest(platform, beside, request.id)), 'right.missing')
    })

    it('新的文书使用承接机关的名称和发文字号', async () => {
      const { platform } = tree
      const { id: requestId } = open.request
      const letter = await approved(
        platform,
        heirs,
        requestId,
        draftOf('decision', 'disclosure', ['disclosed']),
      )
      assert.equal(letter.documentNumber, '青街公开〔2026〕1号')
      const asked = { requestId, letterId: letter.id }
      const { text } = done(await readLetter(platform, heirs.officer, asked))
      assert.equal(text.signature.name, '青溪街道办事处')
      assert.match(
        text.paragraphs[0]?.text ?? '',
        /^石桥街道办事处（已经撤并，申请由本机关继续办理）于2026年1月5日收到/,
      )
    })

    it('承接机关在另一上级之下的，新的上级也看到原机关的申请，管理员不因此管理原机关', async () => {
      const { platform, places, administrator } = tree
      const ended = await addAuthority(tree, '石岭街道办事处', places.parent)
      const heir = await addAuthority(tree, '岭下街道办事处', places.foreign)
      const officer = (await addPerson(tree, 'disclosureOfficer', ended)).actor
      const { request } = await registered(platform, officer, ended)
      const above = (await addPerson(tree, 'supervisingOfficer', places.foreign)).actor
      const readsIt = async () => (await readRequest(platform, above, request.id)).ok
      assert.equal(await readsIt(), false)
      const owner = await tree.owner()
      await owner.query(
        `update gongkai.assignment set since = '2025-12-01', until = '2026-01-04' where authority_id = $1`,
        [ended],
      )
      const { authority } = done(await getAuthority(platform, administrator, ended))
      done(
        await dissolveAuthority(platform, administrator, {
          ...{ authorityId: ended, version: authority.version, dutiesTo: heir },
          ...{ happenedOn: TODAY, reason: '机构改革方案' },
        }),
      )
      assert.equal(await readsIt(), true)
      const { requests } = done(
        await listRequests(platform, above, {
          ...{ authorityId: heir, queue: 'open', handlerId: null, after: null, limit: 10 },
        }),
      )
      assert.deepEqual(
        requests.map(({ id, isMasked }) => [id, isMasked]),
        [[request.id, true]],
      )
      const counted = done(await countRequests(platform, above, period(heir)))
      const received = counted.find(({ row, column }) => row === '一' && column === '总计')
      assert.equal(received?.state === 'number' ? received.value : null, 1)
      const foreign = (await addPerson(tree, 'administrator', places.foreign)).actor
      const file = done(await getAuthority(platform, foreign, ended))
      assert.deepEqual(file.open, { requests: 0, remedies: 0 })
    })

    it('不予公开的信息由承接机关定期评估，可以公开的由其审核', async () => {
      const { platform, places } = tree
      const owner = await tree.owner()
      await owner.query(
        `update gongkai.request set grounds = '{internalAffairs}' where authority_id = $1 and closed_on is not null`,
        [places.own],
      )
      const page = { authorityId: places.sibling, queue: 'later', after: null, limit: 10 } as const
      const { withheld } = done(await listReevaluations(platform, heirs.officer, page))
      const [one] = withheld
      assert.ok(one?.dueOn && withheld.length === 1)
      const { requestId, dueOn } = one
      const found = { outcome: 'disclosable', title: '管理制度', reason: '已经停止执行' } as const
      done(await recordReevaluation(platform, heirs.officer, { requestId, dueOn, ...found }))
      const all = { authorityId: places.sibling, state: 'all', after: null, limit: 10 } as const
      const { proposals } = done(await listProactive(platform, heirs.leader, all))
      const decision = { proposalId: proposals[0]?.id ?? '', decision: 'accepted' } as const
      done(await decideProactive(platform, heirs.leader, { ...decision, reason: null }))
      const told = done(await listNotices(platform, heirs.leader, {})).notices
      assert.match(told[0]?.title ?? '', /提请转为主动公开/)
    })

    it('撤并当日及以后终了的期间由承接机关合并统计，此前终了的各计各的；不再受理新的申请', async () => {
      const { platform, places } = tree
      const sum = done(await countRequests(platform, heirs.officer, period(places.sibling)))
      const received = sum.find(({ row, column }) => row === '一' && column === '总计')
      assert.equal(received?.state === 'number' ? received.value : null, 3)
      const alone = {
        ...period(places.sibling),
        from: localDate('2025-01-01'),
        to: localDate('2025-12-31'),
      }
      const before = done(await countRequests(platform, heirs.officer, alone))
      assert.ok(before.every((cell) => cell.state !== 'number' || cell.value === 0))
      assert.deepEqual(
        done(await countRequests(platform, heirs.officer, period(places.own))),
        tables,
      )
      const late = await registerRequest(
        later(platform, 1),
        heirs.officer,
        counterRequest(places.own),
      )
      assert.equal(refusalOf(late), 'requests.authority-ended')
    })

    it('收费通知计入承接机关的台账和第六部分', async () => {
      const owner = await tree.owner()
      await owner.query(
        `insert into gongkai.request_step (tenant_id, request_id, no, authority_id, taken_on, step, recorded_at)
          select tenant_id, id, 9, authority_id, $2::date, json_build_object('name', 'askFee', 'on', $2::date), now()
          from gongkai.request where authority_id = $1 and stage = 'closed' limit 1`,
        [tree.places.own, TODAY],
      )
      const wanted = { ...period(tree.places.sibling), after: null, limit: 9 }
      assert.equal(done(await listFees(tree.platform, heirs.officer, wanted)).outside, 1)
    })
  })
}
