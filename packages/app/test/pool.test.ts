import assert from 'node:assert/strict'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createPool, exampleReports, type GivenFile, mapInOrder } from '../src/index.js'

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

  it('超过时限的文件不予读取，之后的文件由新线程处理', async () => {
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

  it('超过内存上限的文件不予读取', async () => {
    const pool = createPool({ jobs: 1, memoryMb: 40 })
    const lines = '第一行文字，本年度公开政府信息一百二十件。\n'.repeat(190_000)
    const done = await pool.read({ name: '大.txt', bytes: new TextEncoder().encode(lines) })
    await pool.close()
    assert.equal(done.ok ? 'read' : done.refusal.code, 'file.too-heavy')
  })

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
})
