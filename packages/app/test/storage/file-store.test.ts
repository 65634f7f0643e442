import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { folderStore } from '../../src/storage/file-store.js'
import { newFolder } from '../support/servers.js'

/** SHA-256 of nothing. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('文件按内容保存', () => {
  it('gives back what was put, under the digest of its content', async () => {
    const store = folderStore(newFolder())
    assert.equal(await store.put(new Uint8Array()), NOTHING)
    const digest = await store.put(Buffer.from('年度报告'))
    assert.equal((await store.get(digest))?.toString(), '年度报告')
  })

  it('keeps the same content once, also when it comes many times at once', async () => {
    const folder = newFolder()
    const store = folderStore(folder)
    const digests = await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('a'))))
    assert.equal(new Set(digests).size, 1)
    const kept: string[] = []
    for await (const digest of store.digests()) kept.push(digest)
    assert.deepEqual(kept, [...new Set(digests)])
    assert.deepEqual(readdirSync(path.join(folder, 'incoming')), [])
  })

  it('sweeps what was half written when a process ended, and nothing else', async () => {
    const folder = newFolder()
    const store = folderStore(folder)
    const digest = await store.put(Buffer.from('a'))
    writeFileSync(path.join(folder, 'incoming', 'half'), 'x')
    await store.sweep(new Date(Date.now() - 60_000))
    assert.deepEqual(readdirSync(path.join(folder, 'incoming')), ['half'])
    await store.sweep(new Date(Date.now() + 60_000))
    assert.deepEqual(readdirSync(path.join(folder, 'incoming')), [])
    assert.equal((await store.get(digest))?.toString(), 'a')
  })

  it('does not hand out what was changed on the disk', async () => {
    const folder = newFolder()
    const store = folderStore(folder)
    const digest = await store.put(Buffer.from('a'))
    writeFileSync(path.join(folder, digest.slice(0, 2), digest), 'b')
    await assert.rejects(store.get(digest), /no longer what was kept/)
  })

  it('a name that is no digest leads nowhere', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'store'))
    writeFileSync(path.join(folder, 'secret'), 'x')
    const store = folderStore(path.join(folder, 'store'))
    for (const name of ['../secret', '', '..', 'F'.repeat(64)])
      assert.equal(await store.get(name), null)
  })
})
