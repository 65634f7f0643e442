import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Answer } from './faults/browser.js'
import {
  newUser,
  outcome,
  PASSWORD,
  type Running,
  setUpRegion,
  startPlatform,
  tokenOf,
  type Visitor,
} from './platform.js'

const reason = '工作需要'

describe('人员', () => {
  let running: Running
  let admin: Visitor
  let root: string
  let bureau: string
  let adminId: string
  before(async () => {
    running = await startPlatform()
    const ready = await setUpRegion(running)
    admin = ready.admin
    adminId = ready.me.person.id
    root = ready.me.holdings[0]?.authorityId ?? ''
    const details = { name: '云岭县民政局', kind: 'department', level: 'county' }
    const added = await admin('POST', '/authorities', { body: { parentId: root, details } })
    bureau = added.body.id
  })
  after(() => running.close())

  const user = (authorityId = bureau, role = 'disclosureOfficer') =>
    newUser(running, admin, authorityId, role)
  const person = async (id: string) => (await admin('GET', `/people/${id}`)).body

  it('邀请：链接用一次，接受后可以登录', async () => {
    const assignments = [{ authorityId: bureau, role: 'disclosureOfficer' }]
    const body = { login: ' Li.Ming', name: '李明', assignments }
    const invited = await admin('POST', '/people', { body })
    assert.equal(invited.status, 201)
    const visitor = running.visitor()
    const path = `/links/${tokenOf(invited.body.link)}`
    const opened = await visitor('GET', path)
    assert.deepEqual([opened.body.purpose, opened.body.name], ['invitation', '李明'])
    const again = await admin('POST', `/people/${invited.body.personId}/invite-again`)
    assert.match(again.body.link, /\/console\/links\//)
    assert.ok(Date.parse(again.body.expiresAt) > Date.now())
    const accepted = await visitor('POST', path, { body: { password: PASSWORD } })
    assert.deepEqual(accepted.body, { login: 'li.ming' })
    const late = await admin('POST', `/people/${invited.body.personId}/invite-again`)
    assert.deepEqual(outcome(late), [409, 'person.not-invited'])
    const taken = await admin('POST', '/people', { body: { ...body, login: 'LI.MING' } })
    assert.deepEqual(outcome(taken), [409, 'person.login-taken'])
    const idle = await admin('POST', '/people', { body: { ...body, assignments: [] } })
    assert.deepEqual(outcome(idle), [422, 'person.no-assignment'])
    const wrong = await admin('POST', '/people', { body: { ...body, email: 'x' } })
    assert.deepEqual(
      [...outcome(wrong), wrong.body.fields[0].field],
      [400, 'request.malformed', 'email'],
    )
  })

  it('没有权限的不能邀请、查看他处人员', async () => {
    const { visitor } = await user()
    const assignments = [{ authorityId: bureau, role: 'reviewer' }]
    const body = { login: 'x', name: '某', assignments }
    assert.deepEqual(outcome(await visitor('POST', '/people', { body })), [403, 'right.missing'])
    const above = await visitor('GET', `/people?authorityId=${root}`)
    assert.deepEqual(outcome(above), [403, 'right.missing'])
    assert.equal((await visitor('GET', `/people?authorityId=${bureau}`)).status, 200)
    assert.deepEqual(outcome(await visitor('GET', `/people/${adminId}`)), [403, 'right.missing'])
  })

  it('逐页列出，可以按姓名查找', async () => {
    await Promise.all([user(), user(), user()])
    const list = (query: string) => admin('GET', `/people?authorityId=${root}${query}`)
    const all = (await list('')).body.people
    const seen: unknown[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Answer = await list(`&limit=2${next && `&after=${next}`}`)
      seen.push(...page.body.people)
      next = page.body.next
    }
    assert.ok(all.length >= 4)
    assert.deepEqual(seen, all)
    const { body } = await list(`&q=${encodeURIComponent('管理')}`)
    assert.deepEqual(
      body.people.map(({ name }: { name: string }) => name),
      ['管理员'],
    )
    assert.deepEqual(outcome(await list('&after=abc')), [400, 'request.malformed'])
    assert.deepEqual(outcome(await list('&limit=0')), [400, 'request.malformed'])
    const nowhere = await admin('GET', `/people?authorityId=${adminId}`)
    assert.deepEqual(outcome(nowhere), [404, 'authority.not-found'])
  })

  it('停用和恢复，以页面上的版本为准', async () => {
    const { personId, visitor } = await user()
    const { version } = await person(personId)
    const block = (at?: number) =>
      admin('POST', `/people/${personId}/block`, {
        body: { reason },
        ...(at !== undefined && { version: at }),
      })
    assert.deepEqual(outcome(await block()), [428, 'request.no-version'])
    assert.deepEqual(outcome(await block(version + 1)), [412, 'person.changed'])
    assert.equal((await block(version)).status, 204)
    assert.equal((await visitor('GET', '/session')).status, 401)
    const back = { body: { reason }, version: version + 1 }
    assert.equal((await admin('POST', `/people/${personId}/unblock`, back)).status, 204)
    const own = await admin('POST', `/people/${adminId}/block`, { body: { reason }, version: 1 })
    assert.deepEqual(outcome(own), [422, 'person.self'])
    const bare = await admin('POST', `/people/${personId}/block`, { body: {}, version: 3 })
    assert.deepEqual(outcome(bare), [400, 'request.malformed'])
    const nobody = await admin('GET', `/people/${bureau}`)
    assert.deepEqual(outcome(nobody), [404, 'person.not-found'])
  })

  it('更正人员信息，以页面上的版本为准；邮箱有变的告知原邮箱', async () => {
    const { personId, login, visitor } = await user()
    const { version, email } = await person(personId)
    assert.equal(email, `${login}@example.org`)
    const body = { name: '更正后', phone: '0870-2000001', email: 'new@example.org', reason }
    const correct = (by: Visitor, at: number, more = {}) =>
      by('PATCH', `/people/${personId}`, { body: { ...body, ...more }, version: at })
    assert.deepEqual(outcome(await correct(visitor, version)), [403, 'right.missing'])
    assert.equal((await correct(admin, version, { email: 'x' })).status, 400)
    assert.equal((await correct(admin, version)).status, 204)
    assert.deepEqual(outcome(await correct(admin, version)), [412, 'person.changed'])
    const own = (password: string) =>
      visitor('POST', '/contact', {
        body: { password, phone: '', email: 'own@example.org' },
        version: version + 1,
      })
    assert.deepEqual(outcome(await own('不是这个密码不是这个')), [422, 'password.wrong'])
    assert.deepEqual((await own(PASSWORD)).body, { toConfirm: 'own@example.org' })
    const waiting = await person(personId)
    assert.deepEqual(
      [waiting.name, waiting.phone, waiting.email],
      ['更正后', null, 'new@example.org'],
    )
    const mail = running.mails.at(-1)
    assert.equal(mail?.to, 'own@example.org')
    const token = tokenOf(/http\S+/.exec(mail.text)?.[0] ?? '')
    assert.ok((await running.visitor()('POST', `/links/${token}/confirm`)).status < 300)
    assert.equal((await person(personId)).email, 'own@example.org')
    assert.deepEqual(
      running.mails.slice(-3).map(({ to }) => to),
      [email, 'own@example.org', 'new@example.org'],
    )
  })

  it('离任人员的个人信息依规清除，记录上注明', async () => {
    const { personId, visitor } = await user()
    const { version, assignments } = await person(personId)
    const body = { ground: 'retentionOver', reason: '已离任' }
    const erase = (by: Visitor, more = {}) =>
      by('POST', `/people/${personId}/erase`, { body: { ...body, ...more }, version })
    assert.deepEqual(outcome(await erase(visitor)), [403, 'right.missing'])
    assert.deepEqual(outcome(await erase(admin, { ground: 'x' })), [400, 'request.malformed'])
    assert.deepEqual(outcome(await erase(admin)), [409, 'person.in-service'])
    const end = { body: { reason }, version: 1 }
    await admin('POST', `/assignments/${assignments[0].id}/end`, end)
    assert.deepEqual((await erase(admin)).body, { events: 1 })
    assert.equal((await person(personId)).name, '（已依规清除）')
    const { events } = (await admin('GET', `/events?subjectKind=person&subjectId=${personId}`)).body
    const invited = events.find(({ name }: { name: string }) => name === 'personInvited')
    assert.equal(invited.payload.state, 'erased')
    const again = await admin('POST', `/events/${invited.id}/erase`, { body })
    assert.deepEqual(outcome(again), [409, 'event.nothing-personal'])
  })

  it('为不能登录的人生成重设链接', async () => {
    const { personId } = await user()
    const made = await admin('POST', `/people/${personId}/reset-link`, { body: { reason } })
    const opened = await running.visitor()('GET', `/links/${tokenOf(made.body.link)}`)
    assert.equal(opened.body.purpose, 'reset')
  })

  it('分配和收回职责', async () => {
    const { personId } = await user()
    const give = (role: string, more = {}) =>
      admin('POST', '/assignments', {
        body: { personId, authorityId: bureau, role, reason, ...more },
      })
    const given = await give('reviewer')
    assert.equal(given.status, 201)
    assert.deepEqual(outcome(await give('reviewer')), [409, 'assignment.held'])
    assert.deepEqual(outcome(await give('leader', { since: '2020-01-01' })), [
      422,
      'assignment.past',
    ])
    assert.deepEqual(outcome(await give('leader', { since: '2020-02-30' })), [
      400,
      'request.malformed',
    ])
    assert.deepEqual(outcome(await give('king')), [400, 'request.malformed'])
    const end = (version: number, lastDay?: string) =>
      admin('POST', `/assignments/${given.body.assignmentId}/end`, {
        ...{ version, body: { reason, ...(lastDay && { lastDay }) } },
      })
    assert.deepEqual(outcome(await end(9)), [412, 'assignment.changed'])
    assert.deepEqual(outcome(await end(1, '2020-01-01')), [422, 'assignment.past'])
    assert.equal((await end(1)).status, 204)
    const mine = (await person(adminId)).assignments[0]
    const last = await admin('POST', `/assignments/${mine.id}/end`, {
      body: { reason },
      version: 1,
    })
    assert.deepEqual(outcome(last), [409, 'assignment.last-administrator'])
  })

  it('指定代理人：代理人登录后看到替谁办理', async () => {
    const [absent, deputy] = [await user(), await user(root, 'leader')]
    const assignmentId = (await person(absent.personId)).assignments[0].id
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const appoint = (body: object) =>
      absent.visitor('POST', `/assignments/${assignmentId}/deputations`, {
        body: { deputyId: deputy.personId, since: today, until: '2099-01-01', reason, ...body },
      })
    assert.deepEqual(outcome(await appoint({ deputyId: absent.personId })), [422, 'deputy.self'])
    const made = await appoint({})
    assert.equal(made.status, 201)
    assert.deepEqual(outcome(await appoint({})), [409, 'deputy.appointed'])
    const { body } = await deputy.visitor('GET', '/session')
    const held = body.holdings.find((one: { role: string }) => one.role === 'disclosureOfficer')
    assert.equal(held.onBehalfOf.id, absent.personId)
    assert.match(held.onBehalfOf.name, /^用户/)
    assert.equal(held.authorityName, '云岭县民政局')
    const end = () =>
      absent.visitor('POST', `/deputations/${made.body.deputationId}/end`, { body: { reason } })
    assert.equal((await end()).status, 204)
    assert.deepEqual(outcome(await end()), [409, 'deputation.over'])
  })

  it('移交工作', async () => {
    const [from, to] = [await user(), await user(bureau, 'reviewer')]
    const assignmentIds = [(await person(from.personId)).assignments[0].id]
    const handOver = (body: object) =>
      admin('POST', `/people/${from.personId}/hand-over`, {
        body: { to: to.personId, authorityId: bureau, assignmentIds, reason, ...body },
      })
    assert.deepEqual(outcome(await handOver({ to: from.personId })), [422, 'hand-over.same'])
    assert.deepEqual(outcome(await handOver({ assignmentIds: [] })), [412, 'assignments.changed'])
    const done = await handOver({})
    assert.deepEqual([done.status, done.body.roles], [200, ['disclosureOfficer']])
    assert.deepEqual(outcome(await handOver({})), [409, 'hand-over.nothing'])
  })

  it('记录可以查阅，其他机关的看不到', async () => {
    const { personId, visitor } = await user()
    const query = `/events?subjectKind=person&subjectId=${personId}`
    const { body } = await admin('GET', query)
    const names = body.events.map(({ name }: { name: string }) => name)
    assert.deepEqual(names.toSorted(), ['assignmentGiven', 'invitationAccepted', 'personInvited'])
    const [first] = (await admin('GET', `${query}&limit=1`)).body.events
    const next = (await admin('GET', `${query}&limit=1&before=${first.seq}`)).body.events
    assert.equal(next[0].seq, body.events[1].seq)
    const words = await admin(
      'GET',
      `/events?words=${encodeURIComponent('邀请')}&name=assignmentGiven`,
    )
    assert.ok(words.body.events.length > 0)
    const file = await admin('GET', `/events/export?subjectKind=person&subjectId=${personId}`)
    const [head, ...lines] = file.body.trim().split('\r\n')
    assert.match(head ?? '', /^\ufeff?seq,.*,previous,digest,/)
    assert.equal(lines.length, names.length)
    assert.ok(lines[0]?.includes(body.events[0].digest))
    const later = await admin('GET', '/events?from=2099-01-01T00:00:00Z')
    assert.deepEqual(later.body, { events: [], next: null })
    assert.deepEqual(outcome(await admin('GET', '/events?from=x')), [400, 'request.malformed'])
    const other = (await visitor('GET', `/events?authorityId=${root}`)).body.events
    assert.deepEqual(other, [])
  })
})
