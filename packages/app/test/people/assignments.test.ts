import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok, type Result } from '@gongkai/law'
import { appointDeputy } from '../../src/people/appoint-deputy.js'
import { blockPerson, unblockPerson } from '../../src/people/block-person.js'
import { endAssignment } from '../../src/people/end-assignment.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { handOver } from '../../src/people/hand-over.js'
import { invitePerson } from '../../src/people/invite-person.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { transact } from '../../src/storage/transact.js'
import { ANY_SERVER } from '../support/servers.js'
import { IN_A_WEEK, TODAY, TOMORROW, YESTERDAY } from './days.js'
import { codeOf, eventsOf, read } from './look.js'
import { enter, newUser, tokenOf } from './signed-in.js'
import { addPerson, newTree } from './tree.js'

const _DAY = 24 * 3600
const reason = '工作需要'
// The servers do not know of each other: both are tried at the same time.
describe('职责', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      it('职责变动、停用，都立即在各处退出，并记明事由', async () => {
        const tree = await newTree(server)
        const { platform, administrator, places } = tree
        const { personId, login } = await newUser(tree, 'leader', places.own)
        const isOut = async (change: () => Promise<Result<unknown>>) => {
          const token = await tokenOf(platform, login)
          assert.notEqual(await actorOfSession(platform, token), null)
          const done = await change()
          assert.ok(done.ok, JSON.stringify(done))
          assert.equal(await actorOfSession(platform, token), null)
        }
        await isOut(() =>
          giveAssignment(platform, administrator, {
            personId,
            authorityId: places.own,
            role: 'reviewer',
            reason,
          }),
        )
        const { assignments } = await read(tree, personId)
        const reviewer = assignments.find(({ role }) => role === 'reviewer')
        assert.ok(reviewer)
        const { id: assignmentId, version } = reviewer
        await isOut(() => endAssignment(platform, administrator, { assignmentId, version, reason }))
        const { version: current } = await read(tree, personId)
        const block = { personId, version: current, reason: '调查期间' }
        await isOut(() => blockPerson(platform, administrator, block))
        assert.equal((await enter(platform, login)).ok, false)
        assert.equal(codeOf(await blockPerson(platform, administrator, block)), 'person.changed')
        const back = { ...block, version: current + 1 }
        assert.ok((await unblockPerson(platform, administrator, back)).ok)
        assert.ok((await enter(platform, login)).ok)
        const told = await eventsOf(tree, personId)
        assert.deepEqual(
          told.filter(({ role }) => role).map(({ name, reason: why }) => `${name} ${why}`),
          [
            'personInvited null',
            'assignmentGiven 邀请',
            'assignmentGiven 工作需要',
            'assignmentEnded 工作需要',
            'personBlocked 调查期间',
            'personUnblocked 调查期间',
          ],
        )
        await tree.close()
      })

      it('职责：不从过去起算，不重复，撤销的机关不分配，改动过的不覆盖', async () => {
        const tree = await newTree(server)
        const { platform, administrator, places } = tree
        const { personId, assignmentId } = await addPerson(tree, 'leader', places.own)
        const give = (change: object) =>
          giveAssignment(platform, administrator, {
            ...{ personId, authorityId: places.own, role: 'reviewer', reason },
            ...change,
          })
        assert.equal(codeOf(await give({ since: YESTERDAY })), 'assignment.past')
        assert.equal(codeOf(await give({ role: 'leader' })), 'assignment.held')
        assert.equal(codeOf(await give({ personId: crypto.randomUUID() })), 'person.not-found')
        assert.equal(
          codeOf(await give({ authorityId: crypto.randomUUID() })),
          'authority.not-found',
        )
        await transact(platform, administrator, async ({ tx }) => {
          await tx
            .updateTable('authority')
            .set({ dissolved_on: TOMORROW })
            .where('id', '=', places.foreign)
            .execute()
          return ok(null)
        })
        assert.equal(codeOf(await give({ authorityId: places.foreign })), 'authority.dissolved')
        const end = (version: number, lastDay = TOMORROW) =>
          endAssignment(platform, administrator, { assignmentId, version, lastDay, reason })
        assert.equal(codeOf(await end(1, YESTERDAY)), 'assignment.past')
        assert.ok((await end(1)).ok)
        const stale = await end(1, IN_A_WEEK)
        assert.ok(!stale.ok && stale.refusal.message.includes('最后一天是2026-01-06'))
        assert.equal(codeOf(await give({ role: 'leader', since: TOMORROW })), 'assignment.held')
        assert.ok((await give({ role: 'leader', since: IN_A_WEEK })).ok)
        await tree.close()
      })

      it('本地区最后一名系统管理员收不回、停不了，也移交不给不能登录的人', async () => {
        const tree = await newTree(server)
        const { platform, administrator, founded } = tree
        const root = founded.authorityId
        const me = await read(tree, administrator.personId)
        const [own] = me.assignments
        assert.ok(own)
        const end = { assignmentId: own.id, version: own.version, reason }
        const last = 'assignment.last-administrator'
        assert.equal(codeOf(await endAssignment(platform, administrator, end)), last)
        const invited = await invitePerson(platform, administrator, {
          ...{ login: 'b', name: '乙', phone: null, email: null },
          assignments: [{ authorityId: root, role: 'leader' }],
        })
        assert.ok(invited.ok)
        const to = invited.value.personId
        const over = { from: me.id, to, authorityId: root, assignmentIds: [own.id], reason }
        assert.equal(codeOf(await handOver(platform, administrator, over)), last)
        const block = { personId: me.id, version: me.version, reason }
        assert.equal(codeOf(await blockPerson(platform, administrator, block)), 'person.self')
        const deputy = await addPerson(tree, 'leader', root)
        await appointDeputy(platform, administrator, {
          ...{
            assignmentId: own.id,
            deputyId: deputy.personId,
            since: TODAY,
            until: TODAY,
            reason,
          },
        })
        const holding = { role: 'administrator', authorityId: root, onBehalfOf: me.id } as const
        const asDeputy = { personId: deputy.personId, holdings: [holding] }
        assert.equal(codeOf(await blockPerson(platform, asDeputy, block)), last)
        await addPerson(tree, 'administrator', root)
        assert.ok((await endAssignment(platform, administrator, end)).ok)
        await tree.close()
      })
    })
  }
})
