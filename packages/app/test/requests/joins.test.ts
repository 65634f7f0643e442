import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import { countRequests } from '../../src/requests/count-requests.js'
import { gatherCase } from '../../src/requests/filing/gather-case.js'
import { handleApart, handleTogether } from '../../src/requests/joins/handle-together.js'
import { rejoinRequest } from '../../src/requests/joins/rejoin-request.js'
import { type SplitRequest, splitRequest } from '../../src/requests/joins/split-request.js'
import { draftLetter } from '../../src/requests/letters/draft-letter.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { listNews } from '../../src/requests/news/request-news.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readRequest } from '../../src/requests/read-request.js'
import { type RecordableStep, recordStep } from '../../src/requests/record-step.js'
import { readRelated } from '../../src/requests/related/find-related.js'
import type { RequestFile } from '../../src/requests/request.js'
import { restoreRequest, strikeRequest } from '../../src/requests/set-aside.js'
import { transact } from '../../src/storage/transact.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, dayAfter, registered, submitted } from './given.js'
import { type Desk, done, draftOf, newDesk, refusalOf } from './given-letters.js'

const [server] = SERVERS

describe('并案', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
  })
  after(() => tree.close())

  const given = async (change = {}) =>
    (await registered(tree.platform, desk.officer, tree.places.own, change)).request
  const view = async ({ id }: RequestFile) =>
    done(await readRequest(tree.platform, desk.officer, id))
  const refOf = async (request: RequestFile) => {
    const { id: requestId, version } = (await view(request)).request
    return { requestId, version }
  }
  const join = async (request: RequestFile, leader: Pick<RequestFile, 'requestNumber'>) =>
    handleTogether(tree.platform, desk.officer, {
      ...(await refOf(request)),
      ...{ leaderNumber: leader.requestNumber, reason: '申请的是同一份合同' },
    })

  it('期限各计各的，显示最早的；列表有标记；解除后可以并入另一件', async () => {
    const [leader, follower, third] = [
      await given({ arrivedOn: dayAfter(tree.platform, -7) }),
      await given(),
      await given(),
    ]
    const before = await view(follower)
    done(await join(follower, leader))
    const after = await view(follower)
    assert.deepEqual(after.request, { ...before.request, join: 'follows', version: 2 })
    assert.ok(leader.dueOn && after.request.dueOn && leader.dueOn < after.request.dueOn)
    assert.equal(after.groupDueOn, leader.dueOn)
    const { joins } = await view(leader)
    assert.deepEqual(
      joins.map(({ isOfOther, other }) => [isOfOther, other.requestNumber]),
      [[true, follower.requestNumber]],
    )
    const page = { authorityId: tree.places.own, handlerId: null, after: null, limit: 10 }
    const { requests } = done(
      await listRequests(tree.platform, desk.leader, { ...page, queue: 'open' }),
    )
    assert.deepEqual(
      requests.map((one) => one.join),
      ['leads', 'follows', null],
    )

    assert.equal(refusalOf(await join(leader, third)), 'join.leads')
    assert.equal(refusalOf(await join(follower, third)), 'join.already')
    assert.equal(refusalOf(await join(third, follower)), 'join.leader-follows')
    const strike = { ...(await refOf(leader)), reason: '登记有误' }
    assert.equal(
      refusalOf(await strikeRequest(tree.platform, desk.disclosureHead, strike)),
      'requests.joined',
    )

    const apart = { ...(await refOf(follower)), reason: '年度不同' }
    done(await handleApart(tree.platform, desk.officer, apart))
    const again = { ...(await refOf(follower)), reason: '年度不同' }
    assert.equal(refusalOf(await handleApart(tree.platform, desk.officer, again)), 'join.none')
    done(await join(follower, third))
    const told = await view(follower)
    assert.deepEqual(
      told.joins.map(({ undone }) => undone?.reason ?? null),
      ['年度不同', null],
    )
    assert.equal((await view(leader)).groupDueOn, null)
    const { value } = await transact(tree.platform, desk.officer, async ({ tx }) =>
      ok(await gatherCase(tx, tree.platform, told.request)),
    )
    const part = value.parts.find(({ title }) => title === '并案、分案')
    assert.match(JSON.stringify(part?.blocks), /并入牵头件.*同一份合同.*年度不同/)
  })

  it('不能并案的，说明为什么', async () => {
    const [one, own] = [await given(), await given({ kind: 'ownRecord' })]
    const online = (await submitted(tree.platform, tree.places.own)).request
    const closed = await given()
    const step = { name: 'withdraw', on: dayAfter(tree.platform, 0) } as const
    const withdraw = { ...(await refOf(closed)), step, note: null }
    done(await recordStep(tree.platform, desk.officer, withdraw))
    const beside = await newDesk(tree, tree.places.sibling, '青街公开')
    const foreign = (await registered(tree.platform, beside.officer, tree.places.sibling)).request
    // biome-ignore format: table
    const cases: readonly (readonly [RequestFile, string])[] = [
      [one,     'join.no-leader'],
      [foreign, 'join.no-leader'],
      [online,  'join.not-open'],
      [closed,  'join.not-open'],
      [own,     'join.kind-differs'],
    ]
    for (const [leader, code] of cases) assert.equal(refusalOf(await join(one, leader)), code)
  })
})

describe('分案', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
  })
  after(() => tree.close())

  const PARTS = [
    { kind: 'disclosure', wanted: '二〇二五年道路养护合同', title: null, number: null },
    { kind: 'disclosure', wanted: '低保审批标准', title: '低保办法', number: null },
  ] as const
  const given = (change = {}) => registered(tree.platform, desk.officer, tree.places.own, change)
  const view = async (id: string) => done(await readRequest(tree.platform, desk.officer, id))
  const refOf = async (requestId: string) => {
    const { version } = (await view(requestId)).request
    return { requestId, version }
  }
  const split = async (id: string, parts: SplitRequest['parts'] = PARTS) =>
    splitRequest(tree.platform, desk.officer, {
      ...(await refOf(id)),
      ...{ parts, reason: '一表含有两项不同的内容' },
    })
  const rejoin = async (id: string) =>
    rejoinRequest(tree.platform, desk.officer, { ...(await refOf(id)), reason: '两项须一并答复' })
  const step = async (id: string, taken: RecordableStep) =>
    done(
      await recordStep(tree.platform, desk.officer, {
        ...{ ...(await refOf(id)), step: taken, note: '电话告知' },
      }),
    )
  /** Received, closed and open by the end of January. */
  const counted = async () => {
    const cells = done(
      await countRequests(tree.platform, desk.officer, {
        ...{ authorityId: tree.places.own, form: '2021' },
        ...{ from: localDate('2025-01-01'), to: localDate('2026-01-31') },
      }),
    )
    const total = (name: string) =>
      cells.find(({ row, column }) => row === name && column === '总计')?.value ?? 0
    return [total('一'), total('三（七）'), total('四')]
  }

  it('各件有自己的编号和查询密码，日期、步骤、申请人照旧；原编号不计入统计，查询页面写明各件的编号', async () => {
    const { request, secret } = await given({ arrivedOn: dayAfter(tree.platform, -14) })
    const { id } = request
    const until = dayAfter(tree.platform, 7)
    await step(id, { name: 'askCorrection', on: dayAfter(tree.platform, -10), until })
    await step(id, { name: 'receiveCorrection', on: dayAfter(tree.platform, -7) })
    const before = (await view(id)).request
    const table = await counted()
    const { parts, request: whole } = done(await split(id))
    assert.deepEqual([whole.setAside, whole.stage], ['split', 'closed'])
    for (const part of parts) {
      const { request: now, steps, joins } = await view(part.request.id)
      assert.deepEqual(
        [now.receivedOn, now.dueOn, now.stage, now.arrivedOn, now.join],
        [before.receivedOn, before.dueOn, 'examining', before.arrivedOn, 'part'],
      )
      assert.deepEqual(
        steps.map((one) => [one.step.name, one.note]),
        [
          ['askCorrection', '电话告知'],
          ['receiveCorrection', '电话告知'],
        ],
      )
      assert.deepEqual(
        joins.map(({ other }) => other.requestNumber),
        [request.requestNumber],
      )
      const people = done(await readApplicant(tree.platform, desk.officer, now.id))
      assert.equal(people[0]?.person?.idNumber, APPLICANT.idNumber)
      const own = { requestNumber: now.requestNumber, secret: part.secret }
      assert.equal(done(await readOwnRequest(tree.platform, own, '192.0.2.8')).stage, 'examining')
    }
    const kin = new Set([id, ...parts.map((part) => part.request.id)])
    for (const one of kin) {
      const related = done(await readRelated(tree.platform, desk.officer, one))
      assert.deepEqual(
        related.filter((other) => kin.has(other.request.id)),
        [],
      )
    }
    const own = { requestNumber: request.requestNumber, secret }
    const status = done(await readOwnRequest(tree.platform, own, '192.0.2.8'))
    const numbers = parts.map((part) => part.request.requestNumber)
    assert.deepEqual([status.setAside, status.parts], ['split', numbers])
    const { news } = done(await listNews(tree.platform, desk.officer, id))
    assert.deepEqual(news.map(({ what, way, state }) => [what, way, state]).at(-1), [
      'split',
      'slip',
      'waiting',
    ])
    const [received = 0, closed = 0, open = 0] = table
    assert.deepEqual(await counted(), [received + 1, closed, open + 1])

    const head = desk.disclosureHead
    const restored = { ...(await refOf(id)), reason: '误分' }
    assert.equal(
      refusalOf(await restoreRequest(tree.platform, head, restored)),
      'split.not-restored',
    )
    done(await rejoin(id))
    assert.deepEqual(await counted(), table)
    const { request: after } = await view(id)
    assert.deepEqual([after.stage, after.dueOn], ['examining', before.dueOn])
    for (const part of parts)
      assert.equal((await view(part.request.id)).request.setAside, 'rejoined')
    assert.equal(refusalOf(await rejoin(id)), 'split.none')
  })

  it('一件办结的，不能撤销分案；每件各计入一行', async () => {
    const { request } = await given()
    const [received = 0, closed = 0, open = 0] = await counted()
    const { parts } = done(await split(request.id))
    const [first, second] = parts.map((part) => part.request.id)
    assert.ok(first && second)
    await step(first, { name: 'withdraw', on: dayAfter(tree.platform, 0) })
    assert.equal(refusalOf(await rejoin(request.id)), 'split.part-handled')
    assert.deepEqual(await counted(), [received + 1, closed + 1, open])
  })

  it('不能分案的，说明为什么', async () => {
    const { request } = await given()
    const { id } = request
    assert.equal(refusalOf(await split(id, PARTS.slice(0, 1))), 'split.parts-wrong')
    const blank = [PARTS[0], { ...PARTS[1], wanted: ' ' }]
    assert.equal(refusalOf(await split(id, blank)), 'requests.wanted-missing')
    const online = (await submitted(tree.platform, tree.places.own)).request
    assert.equal(refusalOf(await split(online.id)), 'split.not-examined')
    const on = dayAfter(tree.platform, 0)
    const asked = (await given()).request
    await step(asked.id, { name: 'consult', on, consultation: '甲公司', whom: 'thirdParty' })
    assert.equal(refusalOf(await split(asked.id)), 'split.waiting')
    const draft = draftOf('decision', 'disclosure', ['disclosed'])
    done(await draftLetter(tree.platform, desk.officer, { requestId: id, draft }))
    assert.equal(refusalOf(await split(id)), 'split.work-underway')
  })
})
