import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { proposeOverlay } from '../../src/overlays/propose-overlay.js'
import { defineJob } from '../../src/queue/define-job.js'
import { VERIFY_LOG } from '../../src/records/verify-log-job.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { enter, newUser, tokenOf } from '../people/signed-in.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { ask, comesTo, work } from '../queue/support.js'
import { SERVERS } from '../support/servers.js'

const [server] = SERVERS

const BROKEN = defineJob({
  ...{ name: 'testBroken', label: '测试', retries: 0, backoffSeconds: 1, mostSeconds: 30 },
  async run() {
    throw new Error('坏了')
  },
})

describe('系统管理员和审计员的待办', { skip: server?.skip ?? false }, () => {
  let tree: Tree
  before(async () => {
    assert.ok(server)
    tree = await newTree(server)
  })
  after(() => tree.close())

  const titles = async (actor: Actor) => {
    const listed = await listTodos(tree.platform, actor)
    assert.ok(listed.ok)
    return listed.value.items.map(({ title, path, personId }) => [title, path ?? personId])
  }

  it('管理员：失败的任务、待复核和待核实的法规数据、被锁定的账户；下级机关的管理员没有全区的', async () => {
    const { platform, administrator, founded, places } = tree
    const beside = await addPerson(tree, 'administrator', founded.authorityId)
    const proposed = await proposeOverlay(platform, beside.actor, {
      content: {
        kind: 'holidays',
        year: 2027,
        off: [localDate('2027-01-01')],
        on: [],
        settlesYear: false,
      },
      source: { title: '放假通知', number: null, issuedOn: localDate('2026-01-01'), foundAt: null },
    })
    assert.ok(proposed.ok)
    const queue = await work(tree, [BROKEN, VERIFY_LOG])
    await comesTo(tree, await ask(tree, BROKEN, {}), 'failed')
    await queue.stop(1000)
    const { personId, login } = await newUser(tree, 'leader', places.own)
    for (let tries = 0; tries < 5; tries++) await enter(platform, login, '不是这个密码不是这个')

    const found = await titles(administrator)
    const doubtful = found.filter(([title]) => title?.startsWith('收录时没有见到原文的法规数据'))
    assert.equal(doubtful.length, 1)
    assert.deepEqual(
      found.filter((one) => !doubtful.includes(one)),
      [
        ['testBroken：1项失败', '/console/jobs?state=failed'],
        ['放假通知：法规数据的补充待复核', '/console/law'],
        [`${await nameOf(personId)}：账户被锁定`, personId],
      ],
    )
    assert.deepEqual((await titles(beside.actor)).length, 3)
    const below = await addPerson(tree, 'administrator', places.own)
    assert.deepEqual(
      (await titles(below.actor)).map(([title]) => title),
      [`${await nameOf(personId)}：账户被锁定`],
    )
  })

  it('审计员：链条核对的时间和结果，上次登录以来的重要记录', async () => {
    const { platform, founded } = tree
    const { personId, login } = await newUser(tree, 'auditor', founded.authorityId)
    const holding = { role: 'auditor', authorityId: founded.authorityId, onBehalfOf: null } as const
    const auditor: Actor = { personId, holdings: [holding] }
    const chain = async () =>
      (await titles(auditor)).filter(([title]) => title?.startsWith('记录链条'))
    assert.deepEqual(await chain(), [['记录链条：尚未核对', '/console/jobs']])
    const queue = await work(tree, [BROKEN, VERIFY_LOG])
    const done = await comesTo(tree, await ask(tree, VERIFY_LOG, {}), 'done')
    assert.match(done.message ?? '', /^核对\d+条，链条完整$/)
    assert.deepEqual(await chain(), [[`记录链条：${done.message}`, '/console/jobs']])
    const rest = async () =>
      (await titles(auditor)).filter(([title]) => !title?.startsWith('记录链条'))
    assert.deepEqual(await rest(), [
      ['提出法规数据的补充：1件', '/console/log?name=overlayProposed'],
      ['登录失败过多：1件', '/console/log?name=signInLocked'],
    ])
    await tokenOf(platform, login)
    await tokenOf(platform, login)
    assert.deepEqual(await rest(), [])

    const owner = await tree.owner()
    await owner.query('alter table gongkai.event disable trigger keep_events')
    await owner.query(`update gongkai.event set reason = '改过' where seq = 3`)
    const broken = await comesTo(tree, await ask(tree, VERIFY_LOG, {}), 'failed')
    assert.match(broken.message ?? '', /^第3条与前后不符/)
    await queue.stop(1000)
  })

  async function nameOf(personId: string): Promise<string> {
    const { rows } = await (await tree.owner()).query(
      'select name from gongkai.person where id = $1',
      [personId],
    )
    return rows[0].name
  }
})
