import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { erasePersonal } from '../../src/records/erase-personal.js'
import type { NewEvent } from '../../src/records/event.js'
import { type EventQuery, listEvents } from '../../src/records/list-events.js'
import { readLog } from '../../src/records/read-log.js'
import { type LogLine, verifyLog } from '../../src/records/verify-log.js'
import { transact } from '../../src/storage/transact.js'
import { addPerson, newTree } from '../people/tree.js'
import { newRegion, type Region } from '../support/platform.js'
import { ANY_SERVER } from '../support/servers.js'

for (const server of ANY_SERVER) {
  describe(`记录 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('查阅和检索：按事项、人员、时间、文字，新的在前，分页不重不漏', async () => {
      const region = await newRegion(server)
      for (let number = 1; number <= 5; number++) {
        await tell(region, { subject: { kind: 'note', id: String(number % 2) }, number })
      }
      // biome-ignore format: table
      const CASES: readonly [EventQuery, readonly number[]][] = [
        [{ subject: { kind: 'note', id: '1' } }, [6, 4, 2]],
        [{ name: 'regionFounded' }, [1]],
        [{ words: '第3次' }, [4]],
        [{ words: '%' }, []],
        [{ personId: region.founded.personId, limit: 2 }, [6, 5]],
        [{ before: 5, limit: 2 }, [4, 3]],
        [{ until: new Date('2026-01-05T01:00:00.000Z') }, []],
      ]
      for (const [query, expected] of CASES) {
        assert.deepEqual(await seqs(region, query), expected, JSON.stringify(query))
      }
      await region.close()
    })

    it('没有职责的人看不到记录，也不能清除个人信息', async () => {
      const region = await newRegion(server)
      await tell(region, { subject: { kind: 'note', id: '1' }, number: 1 })
      const nobody: Actor = { personId: '01900000-0000-7000-8000-000000000000', holdings: [] }
      const page = await listEvents(region.platform, nobody, {})
      assert.deepEqual(page.ok && page.value.events, [])
      const erased = await erasePersonal(region.platform, nobody, {
        eventId: await lastId(region),
        ...UNDER,
      })
      assert.equal(!erased.ok && erased.refusal.code, 'event.not-found')
      await region.close()
    })

    it('各人只看到自己的和所在机关、下级机关的记录，新的在前，分页不重不漏；不属于任何机关的，只有本人看到', async () => {
      const tree = await newTree(server)
      const owner = await tree.owner()
      const { own, sibling, parent, foreign } = tree.places
      const officer = await addPerson(tree, 'disclosureOfficer', own)
      const auditor = await addPerson(tree, 'auditor', parent)
      const above = await addPerson(tree, 'auditor', tree.founded.authorityId)
      const outsider = await addPerson(tree, 'reviewer', foreign)
      // biome-ignore format: table
      const EVENTS: readonly (readonly [seq: number, authorityId: string | null, personId: string | null])[] = [
        [101, own,     null],
        [102, sibling, null],
        [103, foreign, officer.personId],
        [104, parent,  null],
        [105, null,    officer.personId],
        [106, own,     outsider.personId],
      ]
      for (const [seq, authorityId, personId] of EVENTS) {
        await owner.query(
          `insert into gongkai.event (tenant_id, seq, id, happened_at, person_id, authority_id, name, subject_kind, subject_id, detail, previous, digest)
            values ($1, $2, gen_random_uuid(), now(), $3, $4, 'noteMade', 'note', '1', '{}', '', '')`,
          [tree.platform.tenantId, seq, personId, authorityId],
        )
      }
      // biome-ignore format: table
      const CASES: readonly (readonly [who: Actor, query: EventQuery, seqs: readonly number[]])[] = [
        [officer.actor,  {},                             [106, 105, 103, 101]],
        [officer.actor,  { limit: 2 },                   [106, 105]],
        [officer.actor,  { before: 105, limit: 1 },      [103]],
        [officer.actor,  { personId: outsider.personId }, [106]],
        [auditor.actor,  {},                             [106, 104, 102, 101]],
        [above.actor,    {},                             [106, 104, 103, 102, 101]],
        [outsider.actor, {},                             [106, 103]],
      ]
      for (const [who, query, expected] of CASES) {
        const page = await listEvents(tree.platform, who, { name: 'noteMade', ...query })
        assert.deepEqual(page.ok && page.value.events.map(({ seq }) => seq), expected)
      }
      await tree.close()
    })

    it('文字逐段查找：较近的十万条中没有的，下一页继续，直到最早的一条', async () => {
      const region = await newRegion(server)
      await tell(region, { subject: { kind: 'note', id: '1' }, number: 1 })
      const owner = await region.owner()
      await owner.query('update gongkai.chain_head set seq = 250000')
      const search = async (before?: number) => {
        const query = { words: '第1次', ...(before && { before }) }
        const page = await listEvents(region.platform, region.administrator, query)
        assert.ok(page.ok)
        return [page.value.events.map(({ seq }) => seq), page.value.next]
      }
      assert.deepEqual(await search(), [[], 150_001])
      assert.deepEqual(await search(150_001), [[], 50_001])
      assert.deepEqual(await search(50_001), [[2], null])
      assert.deepEqual(await search(Number.MAX_SAFE_INTEGER), [[], 150_001])
      await region.close()
    })

    it('依规清除个人信息，注明依据，一次而已；链条完整', async () => {
      const region = await newRegion(server)
      const { platform, administrator } = region
      await tell(region, { subject: { kind: 'note', id: '1' }, number: 1 })
      const eventId = await lastId(region)
      assert.ok((await erasePersonal(platform, administrator, { eventId, ...UNDER })).ok)
      const again = await erasePersonal(platform, administrator, { eventId, ...UNDER })
      assert.equal(!again.ok && again.refusal.code, 'event.nothing-personal')
      const lines: LogLine[] = []
      await transact(platform, administrator, async ({ tx }) => {
        for await (const line of readLog(tx, platform.key)) lines.push(line)
        return ok(null)
      })
      const { broken, erased } = await verifyLog(lines)
      assert.equal(broken, null)
      assert.deepEqual(
        erased.map(({ seq, under }) => [seq, under]),
        [[2, '《中华人民共和国个人信息保护法》第四十七条第一款第（一）项']],
      )
      assert.equal(lines.at(-1)?.event.name, 'personalDataErased')
      const page = await listEvents(platform, administrator, {})
      assert.deepEqual(page.ok && page.value.events.map(({ payload }) => payload?.state ?? null), [
        null,
        'erased',
        null,
      ])
      await region.close()
    })
  })
}

const UNDER = { ground: 'purposeOver', reason: '处理目的已实现' } as const

async function tell(
  { platform, administrator, founded }: Region,
  { subject, number }: { subject: NewEvent['subject']; number: number },
): Promise<void> {
  await transact(platform, administrator, async ({ record }) => {
    record({
      as: administrator.holdings[0] ?? null,
      name: 'noteMade',
      subject,
      authorityId: founded.authorityId,
      reason: `第${number}次`,
      detail: { number },
      personal: { applicant: `申请人${number}` },
    })
    return ok(null)
  })
}

async function seqs({ platform, administrator }: Region, query: EventQuery): Promise<number[]> {
  const page = await listEvents(platform, administrator, query)
  return page.ok ? page.value.events.map(({ seq }) => seq) : []
}

async function lastId({ platform, administrator }: Region): Promise<string> {
  const page = await listEvents(platform, administrator, { limit: 1 })
  return (page.ok && page.value.events[0]?.id) || ''
}
