import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Platform } from '../../src/context.js'
import { runJob } from '../../src/queue/run-job.js'
import { keepRequestFiles } from '../../src/requests/keep-files.js'
import type { SentRequestFile } from '../../src/requests/request-files.js'
import { sweepFilesJob } from '../../src/requests/sweep-files.js'
import { folderStore } from '../../src/storage/file-store.js'
import { guardedStore } from '../../src/storage/file-store-guard.js'
import { newTree, type Tree } from '../people/tree.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { later, submitted } from './given.js'

const [server] = SERVERS
if (server) {
  describe('申请的附件', { skip: server.skip ?? false }, () => {
    let tree: Tree
    const folder = newFolder()
    const store = guardedStore(folderStore(folder), null)
    before(async () => {
      tree = await newTree(server)
    })
    after(() => tree.close())

    const pdf = (bytes: number): SentRequestFile => ({
      ...{ purpose: 'identity', name: '身份证.pdf' },
      bytes: Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(bytes)]),
    })
    const kept = async (platform: Platform, address: string, bytes = 100) => {
      const sender = { authorityId: tree.places.own, address }
      return keepRequestFiles(platform, store, [pdf(bytes)], sender)
    }
    let runs = 0
    const sweep = (platform: Platform, files = store) =>
      runJob(platform, sweepFilesJob(files), {
        ...{ id: `019b8a5e-0000-7000-8000-${`${++runs}`.padStart(12, '0')}` },
        data: { tenantId: platform.tenantId, data: {} },
        signal: new AbortController().signal,
      })
    const stored = async () => {
      const digests: string[] = []
      for await (const digest of store.digests()) digests.push(digest)
      return digests.toSorted()
    }

    it('存了附件、还没有登记就中断的，一天后清理；登记了的、别的文件不动', async () => {
      const { platform, places } = tree
      const named = await kept(platform, 'a')
      assert.ok(named.ok)
      await submitted(platform, places.own, { files: named.value })
      const other = await store.put(Buffer.from('年度报告'))
      // What a process that ended between the two leaves behind.
      assert.ok((await kept(platform, 'a')).ok)
      const half = path.join(folder, 'incoming', 'half')
      writeFileSync(half, 'x')
      utimesSync(half, platform.now(), platform.now())
      assert.equal((await stored()).length, 3)
      await sweep(platform)
      assert.equal((await stored()).length, 3)
      await sweep(later(platform, 2))
      const [file] = named.value
      assert.deepEqual(await stored(), [file?.digest, other].toSorted())
      assert.ok(!existsSync(half))
    })

    it('清理到一半中断的，下一次清理完', async () => {
      const { platform } = tree
      const before = await stored()
      for (let count = 0; count < 3; count += 1) assert.ok((await kept(platform, 'b')).ok)
      let removed = 0
      const breaking = {
        ...store,
        async remove(digest: string) {
          removed += 1
          if (removed === 2) throw new Error('killed')
          await store.remove(digest)
        },
      }
      await assert.rejects(sweep(later(platform, 2), breaking))
      await sweep(later(platform, 2))
      assert.deepEqual(await stored(), before)
    })

    it('一个网络一天、一个机关待确认的附件各有上限，到了上限说明还能怎样提交', async () => {
      const { platform, places } = tree
      assert.ok((await kept(platform, 'school')).ok)
      const owner = await tree.owner()
      await owner.query('update gongkai.announced_file set bytes = 2000000000')
      const full = await kept(platform, 'school')
      assert.ok(!full.ok)
      assert.equal(full.refusal.code, 'requests.sender-full')
      assert.match(full.refusal.message, /当面提交或者邮寄/)
      assert.ok((await kept(platform, 'elsewhere')).ok)
      assert.ok((await kept(later(platform, 1), 'school')).ok)
      const one = await kept(platform, 'another')
      assert.ok(one.ok)
      const [file] = one.value
      assert.ok(file)
      const big = { ...file, bytes: 2_000_000_000 }
      const files = [big, { ...big, id: crypto.randomUUID() }, { ...big, id: crypto.randomUUID() }]
      await submitted(platform, places.own, { files })
      const refused = await kept(platform, 'one more')
      assert.ok(!refused.ok)
      assert.equal(refused.refusal.code, 'requests.authority-full')
    })
  })
}
