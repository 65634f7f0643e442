import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { appointDeputy, endDeputation } from '../../src/people/appoint-deputy.js'
import { blockPerson, unblockPerson } from '../../src/people/block-person.js'
import { giveAssignment } from '../../src/people/give-assignment.js'
import { handOver } from '../../src/people/hand-over.js'
import { actorOfSession } from '../../src/sessions/actor-of-session.js'
import { transact } from '../../src/storage/transact.js'
import { madeReport } from '../collection/made.js'
import { asOwner } from '../collection/support.js'
import { ANY_SERVER } from '../support/servers.js'
import { IN_A_WEEK, TODAY, TOMORROW, YESTERDAY } from './days.js'
import { codeOf, eventsOf, read } from './look.js'
import { later, newUser, tokenOf } from './signed-in.js'
import { addPerson, newTree } from './tree.js'

const DAY = 24 * 3600
const reason = '工作需要'
for (const server of ANY_SERVER) {
  describe(`代理与移交 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('代理：期间内以被代理人的职责办理，记录两个人；期满、提前终止、被代理人停用的，不再有', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const principal = await addPerson(tree, 'administrator', places.own)
      const deputy = await newUser(tree, 'leader', places.sibling)
      const { assignmentId } = principal
      const absence = {
        assignmentId,
        deputyId: deputy.personId,
        since: TOMORROW,
        until: IN_A_WEEK,
        reason,
      }
      const appoint = (change: object = {}) =>
        appointDeputy(platform, principal.actor, { ...absence, ...change })
      assert.equal(codeOf(await appoint({ deputyId: principal.personId })), 'deputy.self')
      assert.equal(codeOf(await appoint({ since: YESTERDAY })), 'deputy.past')
      assert.equal(codeOf(await appoint({ until: TODAY })), 'deputy.past')
      const appointed = await appoint()
      assert.ok(appointed.ok)
      assert.equal(codeOf(await appoint({ since: IN_A_WEEK })), 'deputy.appointed')
      const holdings = async (days: number) => {
        const at = later(platform, days * DAY)
        return (await actorOfSession(at, await tokenOf(at, deputy.login)))?.actor
      }
      const count = async (days: number) => (await holdings(days))?.holdings.length
      assert.deepEqual(
        [await count(0), await count(1), await count(7), await count(8)],
        [1, 2, 2, 1],
      )

      const tomorrow = later(platform, DAY)
      const actor = await holdings(1)
      assert.ok(actor)
      const target = await addPerson(tree, 'reviewer', places.own)
      const given = await giveAssignment(tomorrow, actor, {
        ...{ personId: target.personId, authorityId: places.own, role: 'leader', reason },
      })
      assert.ok(given.ok)
      const told = (await eventsOf(tree, target.personId)).at(-1)
      assert.deepEqual(
        [told?.personId, told?.onBehalfOf, told?.role],
        [deputy.personId, principal.personId, 'administrator'],
      )

      const block = { personId: principal.personId, version: 1, reason }
      assert.ok((await blockPerson(platform, administrator, block)).ok)
      assert.equal(await count(1), 1)
      assert.ok((await unblockPerson(platform, administrator, { ...block, version: 2 })).ok)
      const over = { ...appointed.value, reason }
      assert.ok((await endDeputation(platform, principal.actor, over)).ok)
      assert.equal(await count(1), 1)
      assert.equal(codeOf(await endDeputation(platform, principal.actor, over)), 'deputation.over')
      await tree.close()
    })

    it('登录后的职责与数据库认定的一致', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const user = await newUser(tree, 'leader', places.own)
      const principal = await addPerson(tree, 'reviewer', places.parent)
      const give = (change: object) =>
        giveAssignment(platform, administrator, {
          ...{ personId: user.personId, authorityId: places.own, role: 'auditor', reason },
          ...change,
        })
      await give({ since: TOMORROW })
      await give({ role: 'secrecyReviewer', authorityId: places.foreign })
      const { assignmentId } = principal
      const absence = {
        assignmentId,
        deputyId: user.personId,
        since: TODAY,
        until: IN_A_WEEK,
        reason,
      }
      assert.ok((await appointDeputy(platform, administrator, absence)).ok)
      const found = await actorOfSession(platform, await tokenOf(platform, user.login))
      assert.ok(found)
      const mine = found.actor.holdings.map(({ authorityId }) => authorityId).toSorted()
      assert.deepEqual(mine, [places.own, places.foreign, places.parent].toSorted())
      const { value } = await transact(platform, found.actor, async ({ tx }) => {
        const roles = ['leader', 'auditor', 'secrecyReviewer', 'reviewer']
        const rows = await tx
          .selectFrom((eb) => eb.fn<{ id: string }>('authorities_as', [eb.val(roles)]).as('one'))
          .selectAll()
          .execute()
        return ok(rows.map((row) => Object.values(row)[0]))
      })
      assert.deepEqual(value.toSorted(), mine)
      await tree.close()
    })

    it('移交：职责和未办结的工作一并转给接收人，说明移交了什么，两人都退出', async () => {
      const tree = await newTree(server)
      const { platform, administrator, places } = tree
      const from = await newUser(tree, 'leader', places.own)
      const to = await newUser(tree, 'leader', places.own)
      const give = {
        personId: from.personId,
        authorityId: places.own,
        role: 'disclosureHead',
        reason,
      } as const
      assert.ok((await giveAssignment(platform, administrator, give)).ok)
      const held = (await read(tree, from.personId)).assignments.map(({ id }) => id)
      const where = { collector: places.parent, authority: places.own }
      const accepted = await madeReport(tree, where, 'accepted')
      await madeReport(tree, where, 'submitted')
      await madeReport(tree, { ...where, authority: places.sibling }, 'accepted')
      const command = {
        from: from.personId,
        to: to.personId,
        authorityId: places.own,
        reason: '退休',
      }
      const tokens = [await tokenOf(platform, from.login), await tokenOf(platform, to.login)]
      const stale = await handOver(platform, administrator, {
        ...command,
        assignmentIds: held.slice(1),
      })
      assert.ok(
        !stale.ok &&
          /现在是(分管领导、政府信息公开工作机构负责人|政府信息公开工作机构负责人、分管领导)/.test(
            stale.refusal.message,
          ),
        JSON.stringify(stale),
      )
      const same = { ...command, to: from.personId, assignmentIds: held }
      assert.equal(codeOf(await handOver(platform, administrator, same)), 'hand-over.same')
      const done = await handOver(platform, administrator, { ...command, assignmentIds: held })
      assert.ok(done.ok)
      assert.deepEqual(done.value.roles.toSorted(), ['disclosureHead', 'leader'])
      // What waits for another role, or for another authority, does not go over.
      assert.deepEqual(
        done.value.reports.map(({ id, authority, state }) => [id, authority, state]),
        [[accepted.reportId, '石桥街道办事处', 'accepted']],
      )
      for (const token of tokens) assert.equal(await actorOfSession(platform, token), null)
      const successor = await read(tree, to.personId)
      assert.deepEqual(successor.assignments.map(({ role }) => role).toSorted(), [
        'disclosureHead',
        'leader',
      ])
      const before = await read(tree, from.personId)
      assert.deepEqual(
        before.assignments.map(({ until }) => until),
        [YESTERDAY, YESTERDAY],
      )
      const told = (await eventsOf(tree, from.personId)).at(-1)
      assert.equal(told?.name, 'workHandedOver')
      assert.deepEqual(JSON.parse(told?.detail ?? '').reports, [accepted.reportId])
      const notices = await asOwner(
        tree,
        `select body from gongkai.notice where person_id = $1 and title like '%移交给您'`,
        [to.personId],
      )
      assert.match(String(notices[0]?.body), /2项职责移交给您，其中待办理的年度报告1份/)
      const again = await handOver(platform, administrator, { ...command, assignmentIds: held })
      assert.equal(codeOf(again), 'hand-over.nothing')
      await tree.close()
    })
  })
}
