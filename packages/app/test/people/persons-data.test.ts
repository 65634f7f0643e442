import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import { blockPerson, unblockPerson } from '../../src/people/block-person.js'
import { changeOwnContact } from '../../src/people/change-own-contact.js'
import { confirmEmail } from '../../src/people/confirm-email.js'
import { correctPerson } from '../../src/people/correct-person.js'
import { endAssignment } from '../../src/people/end-assignment.js'
import { erasePerson } from '../../src/people/erase-person.js'
import { getPerson } from '../../src/people/get-person.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { handOver } from '../../src/people/hand-over.js'
import { exportLog } from '../../src/records/export-log.js'
import { verifyLogFile } from '../../src/records/verify-log-file.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { resetPassword } from '../../src/sessions/reset-password.js'
import { self } from '../../src/sessions/self.js'
import { NOW, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'
import { codeOf, eventsOf, read } from './look.js'
import { newUser, PASSWORD, tokenOf } from './signed-in.js'
import { addPerson, newTree } from './tree.js'

const reason = '工作需要'
const ERASURE = { ground: 'purposeOver', reason: '已调离' } as const

// What decides is the same program on both servers; the policies are proved on both (policies.test.ts).
const [server] = SERVERS

describe('人员信息', () => {
  it('管理员更正姓名和联系方式：前后内容另行加密，告知原邮箱；他人先改的不覆盖', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { platform, administrator } = tree
    const { personId, login } = await newUser(tree, 'leader', tree.places.own)
    const data = { name: '更正后', phone: '0870-2000001', email: 'new@example.org', reason }
    const command = { personId, version: 2, ...data }
    const unseen = await correctPerson(platform, administrator, { ...command, name: '更\u200b正' })
    assert.equal(codeOf(unseen), 'name.wrong')
    const done = await correctPerson(platform, administrator, command)
    assert.deepEqual(done, ok({ former: { name: '更正后', email: `${login}@example.org` } }))
    assert.equal(codeOf(await correctPerson(platform, administrator, command)), 'person.changed')
    const again = { ...command, version: 3 }
    assert.equal(codeOf(await correctPerson(platform, administrator, again)), 'person.unchanged')
    const { name, phone, email } = await read(tree, personId)
    assert.deepEqual([name, phone, email], ['更正后', '0870-2000001', 'new@example.org'])
    const event = (await eventsOf(tree, personId)).at(-1)
    assert.equal(event?.name, 'personCorrected')
    assert.deepEqual(JSON.parse(event?.detail ?? ''), { changed: ['name', 'phone', 'email'] })
    assert.match(await openLog(tree), /更正后/)
    await tree.close()
  })

  it('本人更改联系方式要密码；姓名不变', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { personId } = await newUser(tree, 'leader', tree.places.own)
    const actor = self(personId)
    const contact = { phone: '0870-2000002', email: null, version: 2 }
    const change = (password: string) =>
      changeOwnContact(tree.platform, actor, { ...contact, password })
    assert.equal(codeOf(await change('不是这个密码不是这个')), 'password.wrong')
    assert.ok((await change(PASSWORD)).ok)
    assert.equal(codeOf(await change(PASSWORD)), 'person.changed')
    const { phone, email, version } = await read(tree, personId)
    assert.deepEqual([phone, email, version], ['0870-2000002', null, 3])
    await tree.close()
  })

  it('本人的新邮箱打开链接确认后才生效，并告知原邮箱；重设密码、再次申请的，先前的链接作废', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { platform } = tree
    const { personId, login } = await newUser(tree, 'leader', tree.places.own)
    const former = `${login}@example.org`
    const linkOf = async (email: string, version: number) => {
      const contact = { phone: null, email, version, password: PASSWORD }
      const asked = await changeOwnContact(platform, self(personId), contact)
      assert.ok(asked.ok && asked.value.confirm?.email === email)
      return asked.value.confirm.token
    }
    const emailNow = async () => (await read(tree, personId)).email
    const { version, name } = await read(tree, personId)
    const first = await linkOf('first@example.org', version)
    assert.equal(await emailNow(), former)
    const byPassword = await resetPassword(platform, { token: first, password: `${PASSWORD}新` })
    assert.equal(codeOf(byPassword), 'link.over')

    const second = await linkOf('second@example.org', version)
    assert.equal(codeOf(await confirmEmail(platform, { token: first })), 'link.over')
    assert.equal(await emailNow(), former)
    const confirmed = await confirmEmail(platform, { token: second })
    assert.deepEqual(confirmed, ok({ former: { name, email: former } }))
    assert.equal(await emailNow(), 'second@example.org')
    assert.equal(codeOf(await confirmEmail(platform, { token: second })), 'link.over')
    await tree.close()
  })

  it('联系方式只对需要的人显示', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { personId } = await newUser(tree, 'leader', tree.places.own)
    // biome-ignore format: table
    const CASES = [
      ['administrator', true], ['supervisingOfficer', true], ['auditor', true],
      ['sectionHandler', false], ['secrecyReviewer', false], ['disclosureOfficer', false],
    ] as const
    for (const [role, isTold] of CASES) {
      const { actor } = await addPerson(tree, role, tree.founded.authorityId)
      const found = await getPerson(tree.platform, actor, { personId })
      assert.deepEqual(found.ok && [found.value.isContactTold, found.value.email !== null], [
        isTold,
        isTold,
      ])
    }
    await tree.close()
  })

  it('在上级机关任职的人，下级机关的管理员不能给其职责、不能移交给他，也就不能使其退出', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { platform, administrator, places } = tree
    const below = (await addPerson(tree, 'administrator', places.own)).actor
    const leaving = await addPerson(tree, 'reviewer', places.own)
    const superior = await newUser(tree, 'leader', places.parent)
    const token = await tokenOf(platform, superior.login)
    const duty = {
      personId: superior.personId,
      authorityId: places.own,
      role: 'reviewer',
      reason,
    } as const
    const given = await giveAssignment(platform, below, duty)
    assert.equal(codeOf(given), 'right.missing')
    const work = { from: leaving.personId, to: superior.personId, authorityId: places.own, reason }
    const handed = await handOver(platform, below, {
      ...work,
      assignmentIds: [leaving.assignmentId],
    })
    assert.equal(codeOf(handed), 'right.missing')
    assert.ok(await actorOfSession(platform, token))
    const file = await getPerson(platform, below, { personId: superior.personId })
    assert.equal(codeOf(file), 'right.missing')
    assert.ok((await giveAssignment(platform, administrator, duty)).ok)
    await tree.close()
  })

  it('离任人员的个人信息依规清除：姓名、登录名、联系方式、登录记录、旁附内容都不在了，链条完整', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { platform, administrator, places } = tree
    const { personId, login } = await newUser(tree, 'leader', places.own)
    await tokenOf(platform, login)
    const [held] = (await read(tree, personId)).assignments
    assert.ok(held)
    const erase = (version: number) =>
      erasePerson(platform, administrator, { personId, version, ...ERASURE })
    assert.equal(codeOf(await erase(2)), 'person.in-service')
    await endAssignment(platform, administrator, { assignmentId: held.id, version: 1, reason })
    assert.equal(codeOf(await erase(1)), 'person.changed')
    assert.deepEqual(await erase(2), ok({ events: 1 }))
    assert.equal(codeOf(await erase(3)), 'person.changed')

    const { rows } = await (await tree.owner()).query(
      `select (select string_agg(p::text, '') from gongkai.person p) || (select string_agg(s::text, '') from gongkai.session s) as text`,
    )
    for (const gone of [login, '用户', 'example.org', '192.0.2.7', '测试浏览器'])
      assert.ok(!rows[0].text.includes(gone), gone)
    const found = await getPerson(platform, administrator, { personId })
    assert.deepEqual(found.ok && [found.value.name, found.value.state], [
      '（已依规清除）',
      'erased',
    ])
    const log = await openLog(tree)
    assert.ok(!log.includes(login))
    const verdict = await verifyLogFile(linesOf(log))
    assert.ok(verdict.ok && verdict.value.broken === null)
    assert.equal(verdict.value.erased.length, 1)

    const command = { personId, version: 3, reason }
    assert.equal(codeOf(await blockPerson(platform, administrator, command)), 'person.changed')
    assert.equal(codeOf(await unblockPerson(platform, administrator, command)), 'person.changed')
    const duty = { personId, authorityId: places.own, role: 'leader', reason } as const
    assert.equal(codeOf(await giveAssignment(platform, administrator, duty)), 'person.not-found')
    await tree.close()
  })

  it('曾在其他机关任职的人，只由共同的上级机关清除；数据库也不许', async () => {
    assert.ok(server)
    const tree = await newTree(server)
    const { platform, administrator, places } = tree
    const below = (await addPerson(tree, 'administrator', places.own)).actor
    const { personId, assignmentId } = await addPerson(tree, 'leader', places.sibling)
    const end = (id: string) =>
      endAssignment(platform, administrator, { assignmentId: id, version: 1, reason })
    await end(assignmentId)
    const duty = { personId, authorityId: places.own, role: 'leader', reason } as const
    const given = await giveAssignment(platform, below, duty)
    assert.ok(given.ok)
    await end(given.value.assignmentId)
    const command = { personId, version: 1, ...ERASURE }
    assert.equal(codeOf(await erasePerson(platform, below, command)), 'right.missing')
    const { rows } = await platform.db.transaction().execute(async (tx) => {
      await sql`select set_config('gongkai.tenant', ${platform.tenantId}, true), set_config('gongkai.person', ${below.personId}, true),
        set_config('gongkai.day', '2026-01-05', true)`.execute(tx)
      return sql<{
        events: string[] | null
      }>`select erase_person(${personId}, 'x', now()) as events`.execute(tx)
    })
    assert.equal(rows[0]?.events, null)
    assert.ok((await erasePerson(platform, administrator, command)).ok)
    await tree.close()
  })
})

/** The whole log with what is personal, as its owner exports it. */
async function openLog({ url, platform }: Region): Promise<string> {
  const lines: string[] = []
  const write = async (line: string) => lines.push(line)
  await exportLog({ url, key: platform.key, format: 'ndjson', exportedAt: NOW, write })
  return lines.join('')
}

async function* linesOf(log: string): AsyncGenerator<string> {
  yield* log.trimEnd().split('\n')
}
