import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import S3rver from 's3rver'
import { openFileStore } from '../../src/storage/file-store-open.js'
import { s3Store } from '../../src/storage/file-store-s3.js'
import { newFolder } from '../support/servers.js'

/** SHA-256 of nothing. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('文件存在 S3 服务', () => {
  const directory = newFolder()
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'gongkai' }],
  })
  let url: string
  before(async () => {
    url = `http://127.0.0.1:${(await server.run()).port}/gongkai`
  })
  after(() => server.close())

  const settings = (folder: string) => ({
    ...{ s3Url: `${url}/${folder}`, s3Region: 'us-east-1', s3KeyId: 'S3RVER', s3Secret: 'S3RVER' },
  })

  it('存取按内容，同样的内容存一份，列得出来', async () => {
    const store = openFileStore(settings('one'), '/nowhere')
    const texts = ['年度报告', 'a', 'a', '']
    const digests = await Promise.all(texts.map((text) => store.put(Buffer.from(text))))
    assert.equal(digests[3], NOTHING)
    assert.equal((await store.get(digests[0] ?? ''))?.toString(), '年度报告')
    const kept: string[] = []
    for await (const digest of store.digests()) kept.push(digest)
    assert.deepEqual(kept.toSorted(), [...new Set(digests)].toSorted())
  })

  it('超过一页的也全部列出', async () => {
    const place = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
    const store = s3Store({ ...place, url: `${url}/many` }, 3)
    const texts = Array.from({ length: 10 }, (_, number) => `${number}`)
    await Promise.all(texts.map((text) => store.put(Buffer.from(text))))
    const kept: string[] = []
    for await (const digest of store.digests()) kept.push(digest)
    assert.equal(kept.length, 10)
    assert.equal(new Set(kept).size, 10)
  })

  it('没有存过的没有；不是摘要的名称不去取', async () => {
    const store = openFileStore(settings('one'), '/nowhere')
    assert.equal(await store.get('0'.repeat(64)), null)
    assert.equal(await store.get('../one'), null)
  })

  it('被改动的不给出', async () => {
    const store = openFileStore(settings('changed'), '/nowhere')
    const digest = await store.put(Buffer.from('b'))
    const folder = path.join(directory, 'gongkai', 'changed', digest.slice(0, 2))
    const object = readdirSync(folder).find((name) => name.endsWith('_object'))
    assert.ok(object)
    writeFileSync(path.join(folder, object), 'c')
    await assert.rejects(store.get(digest), /no longer what was kept/)
  })

  it('没有这个桶、服务拒绝、服务不应答：报错，不当作没有', async () => {
    const refusing = createServer((_, response) => response.writeHead(403).end())
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
    const place = { region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
    const urls = [
      url.replace('gongkai', 'other'),
      `http://127.0.0.1:${(refusing.address() as AddressInfo).port}/gongkai`,
      'http://127.0.0.1:1/gongkai',
    ]
    for (const one of urls) {
      const store = s3Store({ ...place, url: one })
      await assert.rejects(store.get(NOTHING), /read|fetch failed/, one)
      await assert.rejects(store.put(Buffer.from('年度报告')), /kept|looked up|fetch failed/, one)
      await assert.rejects(store.digests().next(), /listed|fetch failed/, one)
    }
    refusing.close()
  })
})
