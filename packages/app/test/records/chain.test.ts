import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ok, refuse } from '@gongkai/law'
import pg from 'pg'
import { erasePersonal } from '../../src/records/erase-personal.js'
import { readLog } from '../../src/records/read-log.js'
import { type LogLine, verifyLog } from '../../src/records/verify-log.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

const UNDER = '《中华人民共和国个人信息保护法》第四十七条第一款第（一）项'

for (const server of SERVERS) {
  describe(`事件链 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('每次变更连同其事件一起写入，链条可以独立验证', async () => {
      const region = await newRegion(server)
      for (let number = 1; number <= 3; number++) await tell(region, number)
      const lines = await logOf(region)
      assert.deepEqual(
        lines.map(({ event }) => event.name),
        ['regionFounded', 'noteMade', 'noteMade', 'noteMade'],
      )
      const verdict = await verifyLog(lines)
      assert.deepEqual([verdict.events, verdict.broken, verdict.closed], [4, null, 0])
      await region.close()
    })

    it('a refused command leaves no event', async () => {
      const region = await newRegion(server)
      const { platform, administrator } = region
      const result = await transact(platform, administrator, async ({ record }) => {
        record(note(region, 1))
        return refuse('test.no', '不予办理')
      })
      assert.equal(result.ok, false)
      assert.equal((await logOf(region)).length, 1)
      await region.close()
    })

    it('many at once make one chain without a gap', async () => {
      const region = await newRegion(server)
      await Promise.all(Array.from({ length: 40 }, (_, number) => tell(region, number)))
      const verdict = await verifyLog(await logOf(region))
      assert.deepEqual([verdict.events, verdict.broken], [41, null])
      await region.close()
    })

    it('an event is neither changed nor taken away, not even by the owner', async () => {
      const region = await newRegion(server)
      const owner = new pg.Client({ connectionString: region.url })
      await owner.connect()
      for (const statement of [
        "update gongkai.event set reason = '改'",
        'delete from gongkai.event',
        'truncate gongkai.event cascade',
      ]) {
        await assert.rejects(owner.query(statement), /events are only ever added/)
      }
      await owner.end()
      await region.close()
    })

    it('依规清除个人信息后，链条仍然完整，并说明依据', async () => {
      const region = await newRegion(server)
      await tell(region, 1)
      const [, { event } = { event: { id: '' } }] = await logOf(region)
      const command = { eventId: event.id, ground: 'purposeOver', reason: '事项已办结' } as const
      assert.ok((await erasePersonal(region.platform, region.administrator, command)).ok)
      const verdict = await verifyLog(await logOf(region))
      assert.equal(verdict.broken, null)
      assert.deepEqual(verdict.erased, [{ seq: 2, on: '2026-01-05T01:00:00.000Z', under: UNDER }])
      await region.close()
    })

    it('没有这次清除的记录而注明已清除的，不予采信', async () => {
      const region = await newRegion(server)
      await tell(region, 1)
      const forged = { sealed: null, erased_at: new Date(0), erased_under: UNDER }
      await transact(region.platform, region.administrator, async ({ tx }) => {
        await tx.updateTable('event_payload').set(forged).execute()
        return ok(null)
      })
      const { broken, erased } = await verifyLog(await logOf(region))
      assert.deepEqual([broken, erased], [{ seq: 2, kind: 'erasure-unrecorded' }, []])
      await region.close()
    })

    it('without the key, what is personal stays closed and the chain holds', async () => {
      const region = await newRegion(server)
      await tell(region, 1)
      const verdict = await verifyLog(await logOf(region, null))
      assert.deepEqual([verdict.broken, verdict.closed], [null, 1])
      await region.close()
    })
  })
}

describe('第一处断裂', () => {
  const CASES: readonly [string, (lines: LogLine[]) => LogLine[], number, string][] = [
    ['改动一个值', (lines) => replaced(lines, 1, { reason: '改' }), 2, 'event-changed'],
    ['少一个事件', (lines) => lines.toSpliced(1, 1), 2, 'event-missing'],
    ['换一个事件', (lines) => replaced(lines, 2, { previous: '0'.repeat(64) }), 3, 'link-broken'],
    [
      '改动个人信息',
      (lines) => payloadOf(lines, 1, { state: 'open', salt: '', text: '{}' }),
      2,
      'personal-data-changed',
    ],
    ['抽走个人信息', (lines) => payloadOf(lines, 1, null), 2, 'personal-data-missing'],
  ]
  const server = SERVERS[0]
  for (const [title, change, seq, kind] of CASES) {
    it(title, async () => {
      assert.ok(server)
      const region = await newRegion(server)
      for (let number = 1; number <= 3; number++) await tell(region, number)
      const { broken } = await verifyLog(change(await logOf(region)))
      assert.deepEqual(broken, { seq, kind })
      await region.close()
    })
  }
})

function note({ administrator, founded }: Region, number: number) {
  return {
    as: administrator.holdings[0] ?? null,
    name: 'noteMade',
    subject: { kind: 'note', id: String(number) },
    authorityId: founded.authorityId,
    detail: { number },
    personal: { applicant: `申请人${number}` },
  }
}

async function tell(region: Region, number: number): Promise<void> {
  const { platform, administrator } = region
  await transact(platform, administrator, async ({ record }) => {
    record(note(region, number))
    return ok(null)
  })
}

async function logOf(
  region: Region,
  key = region.platform.key as typeof region.platform.key | null,
) {
  const { platform, administrator } = region
  const lines: LogLine[] = []
  await transact(platform, administrator, async ({ tx }) => {
    for await (const line of readLog(tx, key)) lines.push(line)
    return ok(null)
  })
  return lines
}

function replaced(lines: LogLine[], index: number, change: Partial<LogLine['event']>): LogLine[] {
  return lines.map((line, at) =>
    at === index ? { ...line, event: { ...line.event, ...change } } : line,
  )
}

function payloadOf(lines: LogLine[], index: number, payload: LogLine['payload']): LogLine[] {
  return lines.map((line, at) => (at === index ? { ...line, payload } : line))
}
