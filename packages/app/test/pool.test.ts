import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import {
  createPool,
  exampleReports,
  type GivenFile,
  mapInOrder,
  startThread,
} from '../src/index.js'

describe('并行读取', () => {
  let examples: readonly GivenFile[]
  let folder: string

  before(async () => {
    examples = await exampleReports()
    folder = await mkdtemp(path.join(tmpdir(), 'gongkai-pool-'))
  })
  after(() => rm(folder, { recursive: true }))

  it('结果按给出的顺序，坏文件不影响其他文件', async () => {
    const pool = createPool({ jobs: 2, timeoutMs: 60_000 })
    const bad = { name: '空.txt', bytes: new Uint8Array() }
    const missing = { name: '没有.txt', path: path.join(folder, '没有.txt') }
    const files = [...examples.slice(0, 3), bad, missing, ...examples.slice(3)]
    const said: string[] = []
    for await (const one of mapInOrder(files, 4, (file) => pool.check(file))) {
      said.push(one.ok ? one.value.result.file : one.refusal.code)
    }
    await pool.close()
    const names = examples.map(({ name }) => name)
    assert.deepEqual(said, [
      ...names.slice(0, 3),
      'file.empty',
      'file.not-found',
      ...names.slice(3),
    ])
  })

  it('超过时限的文件不予读取，之后的文件另行处理', async () => {
    const pool = createPool({ jobs: 1, timeoutMs: 1 })
    const codes = await Promise.all(
      examples.slice(0, 2).map(async (file) => {
        const done = await pool.check(file)
        return done.ok ? 'read' : done.refusal.code
      }),
    )
    await pool.close()
    assert.deepEqual(codes, ['file.too-slow', 'file.too-slow'])
  })

  for (const [title, way] of [
    ['进程', {}],
    ['线程', { start: startThread }],
  ] as const) {
    it(`超过内存上限的文件不予读取（${title}）`, async () => {
      const pool = createPool({ jobs: 1, memoryMb: 40, timeoutMs: 60_000, ...way })
      const lines = '第一行文字，本年度公开政府信息一百二十件。\n'.repeat(190_000)
      const done = await pool.read({ name: '大.txt', bytes: new TextEncoder().encode(lines) })
      await pool.close()
      assert.equal(done.ok ? 'read' : done.refusal.code, 'file.too-heavy')
    })
  }

  it('500 MB 的文件不读入内存', async () => {
    const large = path.join(folder, '大.txt')
    const file = await open(large, 'w')
    await file.truncate(500_000_000)
    await file.close()
    const pool = createPool({ jobs: 1 })
    const done = await pool.read({ name: '大.txt', path: large })
    await pool.close()
    assert.equal(done.ok ? 'read' : done.refusal.code, 'file.too-large')
  })

  it('存过的读取结果，读作新文件时记新文件，续用时记原文件', async () => {
    const pool = createPool({ jobs: 1 })
    const [example] = examples
    assert.ok(example)
    const first = await pool.read(example)
    assert.ok(first.ok)
    const bytes = new TextEncoder().encode(JSON.stringify(first.value))
    const again = await pool.read({ name: '存.json', bytes })
    const kept = await pool.readSaved({ name: '存.json', bytes })
    await pool.close()
    assert.ok(again.ok && kept.ok)
    assert.deepEqual([again.value.file, again.value.mediaType], ['存.json', 'application/json'])
    assert.deepEqual(kept.value, first.value)
  })
})

describe('转换进程', () => {
  const processes = () => childrenOf(process.pid)

  it('意外退出的，只影响正在处理的文件，之后的文件另行处理', async () => {
    const [example] = await exampleReports()
    assert.ok(example)
    const before = processes()
    const faults: unknown[] = []
    const pool = createPool({ jobs: 1, timeoutMs: 60_000, onFault: (fault) => faults.push(fault) })
    const lost = pool.check(example)
    const started = await found(() => processes().find((pid) => !before.includes(pid)))
    process.kill(started, 'SIGSEGV')
    const { ok, refusal } = { refusal: null, ...(await lost) }
    const next = await pool.check(example)
    await pool.close()
    assert.deepEqual([ok, refusal?.code, faults.length, next.ok], [false, 'file.fault', 1, true])
    assert.deepEqual(processes(), before)
  })

  it('整个进程的内存超过上限的，不予读取，进程结束，之后的文件另行处理', async () => {
    const before = processes()
    const faults: unknown[] = []
    const onFault = (fault: unknown) => faults.push(fault)
    const pool = createPool({ jobs: 1, residentMb: 190, timeoutMs: 60_000, onFault })
    const read = (text: string) =>
      pool.read({ name: '报告.txt', bytes: new TextEncoder().encode(text) })
    const large = read('第一行文字，本年度公开政府信息一百二十件。\n'.repeat(190_000))
    const started = await found(() => processes().find((pid) => !before.includes(pid)))
    const { ok, refusal } = { refusal: null, ...(await large) }
    const next = await read('第一行文字')
    assert.ok(!processes().includes(started))
    await pool.close()
    assert.deepEqual([ok, refusal?.code, faults, next.ok], [false, 'file.too-heavy', [], true])
    assert.match(refusal?.message ?? '', /超过190 MB/)
  })

  it('处理之后占用的内存仍然过多的，结束', async () => {
    const before = processes()
    const pool = createPool({ jobs: 1, keptMb: 1 })
    const read = await pool.read({ name: '没有.txt', path: '/没有.txt' })
    assert.equal(read.ok ? 'read' : read.refusal.code, 'file.not-found')
    await found(() => processes().length === before.length || undefined)
    await pool.close()
  })

  it('两分钟没有文件的，自行结束', async (t) => {
    const missing = { name: '没有.txt', path: '/没有.txt' }
    const before = processes()
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const pool = createPool({ jobs: 1 })
    await pool.read(missing)
    t.mock.timers.tick(119_999)
    assert.equal(processes().length, before.length + 1)
    t.mock.timers.tick(1)
    t.mock.timers.reset()
    await found(() => processes().length === before.length || undefined)
    const again = await pool.read(missing)
    await pool.close()
    assert.equal(again.ok ? 'read' : again.refusal.code, 'file.not-found')
  })

  it('服务被强行结束的，随之结束', async () => {
    const script =
      "import { createPool } from '@gongkai/app/toolkit'; const pool = createPool({ jobs: 1 });" +
      "await pool.read({ name: '没有.txt', path: '/没有.txt' }); console.log('read')"
    const service = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(service.stdout, 'data')
    const [converter] = childrenOf(service.pid ?? 0)
    service.kill('SIGKILL')
    assert.ok(converter)
    await found(() => !existsSync(`/proc/${converter}`) || undefined)
  })

  function childrenOf(pid: number): readonly number[] {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return text === '' ? [] : text.split(' ').map(Number)
  }

  /** Looks until there is something; whoever waits for ever is ended by the limit of the run. */
  async function found<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const seen = look()
      if (seen !== undefined) return seen
      await wait(10)
    }
  }
})

describe('边读边给', () => {
  it('同时处理的不超过限度', async () => {
    let underway = 0
    let most = 0
    const work = async (item: number) => {
      underway += 1
      most = Math.max(most, underway)
      await new Promise((resolve) => setTimeout(resolve, item % 3))
      underway -= 1
      return item
    }
    const items = Array.from({ length: 20 }, (_, at) => at)
    const done: number[] = []
    for await (const one of mapInOrder(items, 3, work)) done.push(one)
    assert.deepEqual(done, items)
    assert.equal(most, 3)
  })

  it('几项出错的，报第一项；结束时没有还在处理的', async () => {
    let isOver = false
    const work = async (item: number) => {
      await wait(item * 10)
      isOver = item === 2
      if (item < 2) throw new Error(`第${item}项`)
    }
    const all = async () => {
      for await (const _ of mapInOrder([0, 1, 2], 3, work));
    }
    await assert.rejects(all, /第0项/)
    assert.ok(isOver)
  })
})
