import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { erasePersonal } from '../../src/records/erase-personal.js'
import { exportLog } from '../../src/records/export-log.js'
import { listEvents } from '../../src/records/list-events.js'
import { LOG_CSV_HEADER, logCsvLine } from '../../src/records/log-lines.js'
import type { SealingKey } from '../../src/records/seal.js'
import { verifyLogFile } from '../../src/records/verify-log-file.js'
import { transact } from '../../src/storage/transact.js'
import { NOW, newRegion, type Region } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

for (const server of SERVERS) {
  describe(`导出的记录 ${server.name}`, { skip: server.skip ?? false }, () => {
    it('没有数据库和密钥也可以核验；个人信息未经指明不导出', async () => {
      const region = await newRegion(server)
      await tell(region, '甲')
      await tell(region, '乙')
      await eraseLast(region)
      const closed = await exported(region, null)
      assert.ok(!closed.join('').includes('甲'))
      const verdict = await verified(closed)
      assert.deepEqual(
        [verdict.broken, verdict.events, verdict.closed, verdict.erased.map(({ seq }) => seq)],
        [null, 4, 1, [3]],
      )
      const open = await exported(region, region.platform.key)
      assert.ok(open.join('').includes('甲'))
      assert.equal((await verified(open)).closed, 0)
      await region.close()
    })

    it('导出为 CSV，带链条各栏；会被当作公式的内容前加撇号', async () => {
      const region = await newRegion(server)
      await tell(region, '=1+1,"甲"')
      const lines = await exported(region, region.platform.key, 'csv')
      assert.equal(lines[0], `\ufeff${LOG_CSV_HEADER}\r\n`)
      assert.equal(lines.length, 3)
      assert.match(lines[2] ?? '', /,note,"'=1\+1,""甲""",/)
      assert.match(lines[2] ?? '', /,[0-9a-f]{64},[0-9a-f]{64},[0-9a-f]{64},open,/)
      await region.close()
    })
  })
}

describe('被改动的导出文件', () => {
  const server = SERVERS[0]
  type Change = (lines: string[]) => string[]
  const replace =
    (at: number, from: string | RegExp, to: string): Change =>
    (lines) =>
      lines.map((line, index) => (index === at ? line.replace(from, to) : line))

  const CLOSED = '"payload":{"state":"closed"}'
  const FORGED = '"payload":{"state":"erased","on":"2026-01-05T01:00:00.000Z","under":"某规定"}'

  // biome-ignore format: table
  const CASES: readonly [string, Change, number, string][] = [
    ['改了一条的理由',       replace(1, '事由', '缘由'),                              2, 'event-changed'],
    ['改了一条的摘要',       replace(1, /"digest":"./, '"digest":"g'),               2, 'event-changed'],
    ['抽走一条',             (lines) => lines.toSpliced(1, 1),                       2, 'event-missing'],
    ['两条对调',             ([a = '', b = '', c = '', d = '']) => [a, c, b, d],     2, 'event-missing'],
    ['一条不成样子',         replace(2, '{', ''),                                    3, 'line-unreadable'],
    ['伪称已清除',           replace(1, CLOSED, FORGED),                             2, 'erasure-unrecorded'],
    ['个人信息状态不明',     replace(1, CLOSED, '"payload":{"state":"lost"}'),      2, 'payload-unknown'],
    ['个人信息多出一栏',     replace(1, CLOSED, '"payload":{"state":"closed","by":""}'), 2, 'payload-unknown'],
    ['一条多出一栏',         replace(1, '{"event":', '{"note":"","event":'),       2, 'field-unknown'],
    ['事件多出一栏',         replace(1, '{"event":{', '{"event":{"note":"",'),     2, 'field-unknown'],
    ['第一条多出一栏',       replace(0, '{"event":{', '{"event":{"note":"",'),     1, 'field-unknown'],
    ['截去末尾一条',         (lines) => lines.toSpliced(2, 1),                       3, 'cut-off'],
    ['没有导出完',           (lines) => lines.slice(0, 2),                           3, 'cut-off'],
    ['末尾之后又加一条',     (lines) => [...lines, lines[0] ?? ''],                  4, 'line-unreadable'],
  ]
  for (const [title, change, seq, kind] of CASES) {
    it(`${title}：第 ${seq} 条 ${kind}`, async () => {
      assert.ok(server)
      const region = await newRegion(server)
      await tell(region, '甲')
      await tell(region, '乙')
      const { broken } = await verified(change(await exported(region, null)))
      assert.deepEqual(broken, { seq, kind })
      await region.close()
    })
  }

  it('注明已清除的，须与链条中清除的记录一致', async () => {
    assert.ok(server)
    const region = await newRegion(server)
    await tell(region, '甲')
    await eraseLast(region)
    const lines = await exported(region, null)
    assert.equal((await verified(lines)).broken, null)
    for (const change of [
      replace(1, '第（三）项', '第（一）项'),
      replace(1, '"on":"2026', '"on":"2025'),
    ]) {
      const { broken } = await verified(change(lines))
      assert.deepEqual(broken, { seq: 2, kind: 'erasure-unrecorded' })
    }
    await region.close()
  })

  it('文件开头带字节顺序标记的，照常核验', async () => {
    assert.ok(server)
    const region = await newRegion(server)
    const [first = '', ...rest] = await exported(region, null)
    assert.equal((await verified([`\ufeff${first}`, ...rest])).broken, null)
    await region.close()
  })

  it('另行记下的摘要应在链条之中：整体改写或截尾由此可见', async () => {
    assert.ok(server)
    const region = await newRegion(server)
    await tell(region, '甲')
    const { head } = await verified(await exported(region, null))
    await tell(region, '乙')
    const lines = await exported(region, null)
    assert.equal((await verified(lines, head)).broken, null)
    const { broken } = await verified(lines, '0'.repeat(64))
    assert.deepEqual(broken, { seq: 3, kind: 'noted-missing' })
    await region.close()
  })

  it('不是记录的文件', async () => {
    for (const lines of [[], ['seq,digest'], ['{"a":1}']]) {
      const verdict = await verifyLogFile(Readable.from(lines))
      assert.equal(!verdict.ok && verdict.refusal.code, 'log.not-one')
    }
  })
})

describe('CSV 的一行', () => {
  // biome-ignore format: table
  const CASES: readonly [string, string][] = [
    ['=HYPERLINK("a")', `"'=HYPERLINK(""a"")"`],
    ['+1',              `'+1`],
    ['-1',              `'-1`],
    ['@SUM(A1)',        `'@SUM(A1)`],
    ['\t=1',            `'\t=1`],
    ['一\n二',          '"一\n二"'],
    ['平常',            '平常'],
  ]
  for (const [reason, expected] of CASES) {
    it(JSON.stringify(reason), () => {
      const text = logCsvLine({ event: { ...EVENT, reason }, payload: null })
      assert.equal(text, `1,,,,,,,,,${expected},,,,,,,,`)
    })
  }
})

const EVENT = {
  tenantId: '',
  seq: 1,
  id: '',
  happenedAt: '',
  personId: null,
  onBehalfOf: null,
  role: null,
  authorityId: null,
  name: '',
  subjectKind: '',
  subjectId: '',
  reason: null,
  detail: '',
  payloadDigest: null,
  previous: '',
  digest: '',
}

async function tell({ platform, administrator, founded }: Region, id: string): Promise<void> {
  await transact(platform, administrator, async ({ record }) => {
    record({
      as: administrator.holdings[0] ?? null,
      name: 'noteMade',
      subject: { kind: 'note', id: id.startsWith('=') ? id : 'note' },
      authorityId: founded.authorityId,
      reason: '事由',
      detail: {},
      personal: { applicant: id },
    })
    return ok(null)
  })
}

async function eraseLast({ platform, administrator }: Region): Promise<void> {
  const page = await listEvents(platform, administrator, { limit: 1 })
  const eventId = (page.ok && page.value.events[0]?.id) || ''
  const command = { eventId, ground: 'consentWithdrawn', reason: '撤回' } as const
  assert.ok((await erasePersonal(platform, administrator, command)).ok)
}

async function exported(
  { url }: Region,
  key: SealingKey | null,
  format: 'ndjson' | 'csv' = 'ndjson',
): Promise<string[]> {
  const lines: string[] = []
  const write = async (line: string) => lines.push(line)
  const head = await exportLog({ url, key, format, exportedAt: NOW, write })
  assert.ok(head.ok)
  return lines
}

async function verified(lines: readonly string[], noted: string | null = null) {
  const verdict = await verifyLogFile(Readable.from(lines), noted)
  assert.ok(verdict.ok)
  return verdict.value
}
