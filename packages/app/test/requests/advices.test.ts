import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, ok } from '@gongkai/law'
import {
  listAdvices,
  type RecordAdvice,
  recordAdvice,
  strikeAdvice,
} from '../../src/requests/advices/record-advice.js'
import { gatherCase } from '../../src/requests/filing/gather-case.js'
import { readRequest } from '../../src/requests/read-request.js'
import { transact } from '../../src/storage/transact.js'
import { newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { registered } from './given.js'
import { ADVISED, type Desk, done, newDesk, refusalOf } from './given-letters.js'

const [server] = SERVERS

describe('告知向其他机关申请', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  let desk: Desk
  let requestId: string
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
    desk = await newDesk(tree, tree.places.own, '石街公开')
    requestId = (await registered(tree.platform, desk.officer, tree.places.own)).request.id
  })
  after(() => tree.close())

  const view = async () => done(await readRequest(tree.platform, desk.officer, requestId))
  const advise = async (change: Partial<RecordAdvice>) => {
    const { version } = (await view()).request
    const command = { requestId, version, ...ADVISED, ...change }
    return recordAdvice(tree.platform, desk.officer, command)
  }

  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, change: () => Partial<RecordAdvice>, code: string])[] = [
    ['日期晚于今天',             () => ({ advisedOn: localDate('2026-01-06') }),     'advice.day-wrong'],
    ['早于申请到达之日',         () => ({ advisedOn: localDate('2026-01-04') }),     'advice.day-wrong'],
    ['没有写机关',               () => ({ competent: ' ' }),                         'advice.competent-wrong'],
    ['就是受理的机关',           () => ({ competentId: tree.places.own }),           'advice.competent-wrong'],
    ['没有写理由',               () => ({ reason: '' }),                             'advice.no-reason'],
    ['告知了，没有登记申请人的意见', () => ({ told: 'phone' }),                      'advice.answer-wrong'],
    ['没有告知，登记了申请人的意见', () => ({ answer: 'insists' }),                  'advice.answer-wrong'],
  ]
  for (const [title, change, code] of CASES) {
    it(title, async () => assert.equal(refusalOf(await advise(change())), code))
  }

  it('选了本地区机关的，名称和联系方式取自名录；申请人坚持的，期限照旧；更正后仍可查看', async () => {
    const { sibling } = tree.places
    const owner = await tree.owner()
    await owner.query(
      `update gongkai.authority set address = '云岭县青溪路二号', phone = '0999-5550199' where id = $1`,
      [sibling],
    )
    const { dueOn } = (await view()).request
    done(await advise({ competentId: sibling, contact: null, told: 'phone', answer: 'insists' }))
    const { advices } = done(await listAdvices(tree.platform, desk.leader, requestId))
    const [one] = advices
    assert.ok(one)
    assert.deepEqual(
      [one.competent, one.contact, one.answer],
      ['青溪街道办事处', '云岭县青溪路二号，0999-5550199', 'insists'],
    )
    const { request } = await view()
    assert.deepEqual([request.stage, request.dueOn], ['examining', dueOn])
    const wrong = { requestId, version: request.version, adviceId: one.id, reason: '选错了机关' }
    done(await strikeAdvice(tree.platform, desk.officer, wrong))
    const again = { ...wrong, version: (await view()).request.version }
    assert.equal(
      refusalOf(await strikeAdvice(tree.platform, desk.officer, again)),
      'advice.not-found',
    )
  })

  it('申请人撤回的，以撤回办结，案卷里有登记和更正；办结后不再登记', async () => {
    done(await advise({ told: 'inPerson', answer: 'withdraws' }))
    const { request, owed } = await view()
    assert.deepEqual([request.stage, request.countedUnder], ['closed', 'withdrawn'])
    assert.deepEqual(
      owed.map(({ kind }) => kind),
      ['closure'],
    )
    assert.equal(refusalOf(await advise({})), 'requests.closed')
    const { value } = await transact(tree.platform, desk.officer, async ({ tx }) =>
      ok(await gatherCase(tx, tree.platform, request)),
    )
    const part = value.parts.find(({ title }) => title === '应当向其他机关申请')
    assert.match(
      JSON.stringify(part?.blocks),
      /青溪街道办事处.*坚持由本机关答复.*选错了机关.*云岭县交通运输局.*当面告知申请人.*撤回申请/,
    )
    const log = value.parts.find(({ title }) => title === '办理记录')
    assert.doesNotMatch(JSON.stringify(log?.blocks), /其他办理/)
  })
})
