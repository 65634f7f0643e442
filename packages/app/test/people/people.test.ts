import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { acceptInvitation } from '../../src/people/accept-invitation.js'
import { appointDeputy } from '../../src/people/appoint-deputy.js'
import { blockPerson } from '../../src/people/block-person.js'
import { endAssignment } from '../../src/people/end-assignment.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { inviteAgain, invitePerson } from '../../src/people/invite-person.js'
import { type ListPeople, listPeople } from '../../src/people/list-people.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { makeResetLink } from '../../src/sessions/reset-password.js'
import { ANY_SERVER } from '../support/servers.js'
import { TOMORROW } from './days.js'
import { codeOf } from './look.js'
import { later, PASSWORD, tokenOf } from './signed-in.js'
import { addPerson, newTree } from './tree.js'

const DAY = 24 * 3600
const reason = '工作需要'
for (const server of ANY_SERVER) {
  describe(`人员 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('邀请：链接七天有效，只能用一次；接受后设置密码并可登录', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const command = {
        login: 'zhulan',
        name: '竹兰',
        phone: null,
        email: null,
        assignments: [
          { authorityId: places.own, role: 'disclosureOfficer' },
          { authorityId: places.parent, role: 'reviewer' },
        ],
      } as const
      const invited = await invitePerson(platform, administrator, command)
      assert.ok(invited.ok)
      const { token, personId } = invited.value
      assert.equal(
        codeOf(await invitePerson(platform, administrator, command)),
        'person.login-taken',
      )
      assert.equal(
        codeOf(
          await invitePerson(platform, administrator, { ...command, login: 'x', assignments: [] }),
        ),
        'person.no-assignment',
      )
      // However it is typed, it is the same login; one with blanks or unseen characters is none.
      const LOGINS: readonly [string, string][] = [
        [' ＺＨＵＬＡＮ ', 'person.login-taken'],
        ['zhu lan', 'name.wrong'],
        ['zhu\u200dlan', 'name.wrong'],
      ]
      for (const [login, expected] of LOGINS) {
        const again = await invitePerson(platform, administrator, { ...command, login })
        assert.equal(codeOf(again), expected, login)
      }
      const unseen = { ...command, login: 'y', name: '竹\u202e兰' }
      assert.equal(codeOf(await invitePerson(platform, administrator, unseen)), 'name.wrong')
      const accept = (seconds: number, link = token, password = PASSWORD) =>
        acceptInvitation(later(platform, seconds), { token: link, password })
      assert.equal(codeOf(await accept(7 * DAY)), 'link.over')
      assert.equal(codeOf(await accept(0, 'no such link')), 'link.over')
      assert.equal(codeOf(await accept(0, token, 'zhulan20260105')), 'password.guessable')
      assert.deepEqual(await accept(7 * DAY - 1), ok({ login: 'zhulan' }))
      assert.equal(codeOf(await accept(0)), 'link.over')
      assert.equal(
        codeOf(await inviteAgain(platform, administrator, { personId })),
        'person.not-invited',
      )
      const session = await actorOfSession(platform, await tokenOf(platform, 'zhulan'))
      assert.deepEqual(
        session?.actor.holdings.map(({ role }) => role),
        ['disclosureOfficer', 'reviewer'],
      )
      await tree.close()
    })

    it('链接丢失的再次邀请；接受其一，其余作废', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const invited = await invitePerson(platform, administrator, {
        ...{ login: 'a', name: '甲', phone: null, email: null },
        assignments: [{ authorityId: places.own, role: 'leader' }],
      })
      assert.ok(invited.ok)
      const { personId, token } = invited.value
      const again = await inviteAgain(platform, administrator, { personId })
      assert.ok(again.ok)
      assert.ok(
        (await acceptInvitation(platform, { token: again.value.token, password: PASSWORD })).ok,
      )
      assert.equal(
        codeOf(await acceptInvitation(platform, { token, password: PASSWORD })),
        'link.over',
      )
      await tree.close()
    })

    it('名册按姓名分页，不重不漏；可按姓名、拼音、登录名查找', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      for (let number = 0; number < 7; number++) await addPerson(tree, 'leader', places.own)
      await addPerson(tree, 'leader', places.sibling)
      const list = async (change: Partial<ListPeople>) => {
        const query = { authorityId: places.own, search: null, after: null, limit: 3, ...change }
        const page = await listPeople(platform, administrator, query)
        assert.ok(page.ok)
        return page.value
      }
      const seen: string[] = []
      let after: ListPeople['after'] = null
      for (const size of [3, 3, 1]) {
        const page = await list({ after })
        assert.equal(page.people.length, size)
        seen.push(...page.people.map(({ id }) => id))
        after = page.next
      }
      assert.equal(after, null)
      assert.equal(new Set(seen).size, 7)
      assert.equal((await list({ authorityId: places.parent, limit: 50 })).people.length, 8)
      const [first] = (await list({})).people
      assert.deepEqual(first?.assignments, [
        { role: 'leader', authorityId: places.own, authorityName: '石桥街道办事处' },
      ])
      const found = async (search: string) => (await list({ search, limit: 50 })).people.length
      assert.deepEqual(
        [await found('人员'), await found('person'), await found('%'), await found('_')],
        [7, 7, 0, 0],
      )
      assert.deepEqual(
        [await found('ren yuan'), await found('RY'), await found('zhangsan')],
        [7, 7, 0],
      )
      await tree.close()
    })

    it('在上级机关也任职的人，下级机关的管理员不能停用，也不能重设其密码', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const small = await addPerson(tree, 'administrator', places.own)
      const target = await addPerson(tree, 'leader', places.own)
      const block = { personId: target.personId, version: 1, reason }
      const both = {
        personId: target.personId,
        authorityId: places.parent,
        role: 'leader',
        reason,
      } as const
      assert.ok((await makeResetLink(platform, small.actor, block)).ok)
      const given = await giveAssignment(platform, administrator, both)
      assert.ok(given.ok)
      assert.equal(codeOf(await makeResetLink(platform, small.actor, block)), 'right.missing')
      assert.equal(codeOf(await blockPerson(platform, small.actor, block)), 'right.missing')
      const end = { ...given.value, version: 1, reason }
      assert.ok((await endAssignment(platform, administrator, end)).ok)
      const principal = await addPerson(tree, 'leader', places.parent)
      const { assignmentId } = principal
      const absence = {
        assignmentId,
        deputyId: target.personId,
        since: TOMORROW,
        until: TOMORROW,
        reason,
      }
      assert.ok((await appointDeputy(platform, administrator, absence)).ok)
      assert.equal(
        codeOf(await blockPerson(platform, small.actor, block)),
        'right.missing',
        '代理上级',
      )
      assert.ok((await blockPerson(later(platform, 2 * DAY), small.actor, block)).ok)
      await tree.close()
    })
  })
}
