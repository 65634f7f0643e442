import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createPool } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { json, readExample, upload } from './client.js'

/** Milliseconds of processor time; without the threads the least of these works takes more than 500. */
const BLOCKED_MS = 400

/** Each on a connection of its own: the service may close one that it thinks is idle. */
const ALONE = { connection: 'close' }

describe('处理大件时仍然应答', () => {
  const served = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), {
    execArgv: ['--conditions=source', '--import', import.meta.resolve('tsx')],
  })
  let origin: string
  let report: SavedReport

  before(async () => {
    const [{ port }] = await once(served, 'message')
    origin = `http://127.0.0.1:${port}`
    const pool = createPool({ jobs: 1, timeoutMs: 60_000 })
    report = await readExample(pool, '财政局2024')
    await pool.close()
    // The first page loads what all others need.
    await page()
    await blockedMs()
  })
  after(() => served.disconnect())

  async function page(): Promise<void> {
    const { status } = await fetch(`${origin}/tools/report`, { headers: ALONE })
    assert.equal(status, 200)
  }

  async function blockedMs(): Promise<number> {
    served.send('blocked?')
    const [answer] = await once(served, 'message')
    return answer.blockedMs
  }

  /** The longest text that is written. */
  function longReport(): SavedReport {
    const text = '本年度公开政府信息一百二十件，办理申请十七件，均在法定期限内答复。\n'.repeat(
      4_000,
    )
    const sections = report.sections.map((one) => (one.no === '一' ? { ...one, text } : one))
    return { ...report, sections }
  }

  /** A report with 40 MB of residue. */
  function heavyReport(): SavedReport {
    const residue = { kind: 'other', text: '残'.repeat(1000), at: null } as const
    return { ...report, residue: Array.from({ length: 13_000 }, () => residue) }
  }

  // biome-ignore format: table
  const WORK: readonly (readonly [title: string, path: string, init: () => RequestInit, status: number])[] = [
    ['写很长的 PDF',           '/reports/write?to=pdf',  () => json(longReport()),                                   200],
    ['写很长的 Word',          '/reports/write?to=docx', () => json(longReport()),                                   200],
    ['收发很大的 JSON',        '/reports/write?to=json', () => json(heavyReport()),                                  200],
    ['比较很大的两份报告',     '/reports/compare',       () => json({ a: heavyReport(), b: heavyReport() }),          200],
    ['收很大的文件',           '/reports/read',          () => upload('大.txt', new Uint8Array(49_000_000).fill(65)), 413],
  ]
  for (const [title, path, init, status] of WORK) {
    it(title, async () => {
      const { headers, ...rest } = init()
      const asked = { ...rest, headers: { ...headers, ...ALONE } }
      const work = fetch(`${origin}/api/v1${path}`, asked).then(async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      })
      await page()
      assert.equal(await work, status)
      const blocked = await blockedMs()
      assert.ok(blocked < BLOCKED_MS, `${blocked} ms`)
    })
  }
})
