import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite, ok } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { erasePersonal } from '../../src/records/erase-personal.js'
import type { NewEvent } from '../../src/records/event.js'
import { type EventQuery, listEvents } from '../../src/records/list-events.js'
import { readLog } from '../../src/records/read-log.js'
import { type LogLine, verifyLog } from '../../src/records/verify-log.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

for (const server of SERVERS) {
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
        [[2, '《中华人民共和国个人信息保护法》第四十七条']],
      )
      assert.equal(lines.at(-1)?.event.name, 'personalDataErased')
      await region.close()
    })
  })
}

const UNDER = { under: cite('PERSONAL-DATA-2021', 47), reason: '处理目的已实现' }

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
