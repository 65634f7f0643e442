import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { makeBackup } from '../../src/backup/make-backup.js'
import { openArchive } from '../../src/backup/open-archive.js'
import { restoreBackup } from '../../src/backup/restore-backup.js'
import { folderStore } from '../../src/storage/file-store.js'
import { emptyDatabase } from '../support/database.js'
import { newRegion } from '../support/platform.js'
import { newFolder, SERVERS } from '../support/servers.js'
import { ask, type Copy, copyOf, newStore, tell } from './copies.js'

const server = SERVERS[0]
assert.ok(server)

async function newCopy(): Promise<Copy> {
  assert.ok(server)
  const region = await newRegion(server)
  const files = newStore()
  await tell(region, files, '甲')
  const copy = await copyOf(region.url, files, 'test')
  await region.close()
  return copy
}

/** The copy with one bit of the byte at `at` turned over. */
function flipped(file: string, at: number): string {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const changed = path.join(newFolder(), 'changed.tar')
  writeFileSync(changed, bytes)
  return changed
}

describe('损坏的备份', () => {
  /** SHA-256 of 甲. */
  const DIGEST = '33e3580c093111e1c4cac922872c40371f7896bb3fa4e23be5840bd1834fc622'

  // Where the entry with this name begins, so many bytes after: in its bytes, or in its header.
  // biome-ignore format: table
  const CASES: readonly [string, string, number, RegExp][] = [
    ['表的数据变了一位',   'tables/gongkai.event/000001.gz', 512 + 40, /tables\/gongkai\.event\/000001\.gz/],
    ['文件变了一位',       'files/',                 512,      /files\/[0-9a-f]{2}\/[0-9a-f]{64}/],
    ['清单变了一位',       'manifest.json\0',        512 + 30, /manifest\.json/],
    ['清单的摘要变了一位', 'manifest.json.sha256\0', 512,      /manifest\.json/],
    ['名称变了一位',       'tables/gongkai.tenant/',         3,        /之后/],
    ['长度变了一位',       'tables/gongkai.tenant/',         130,      /之后/],
  ]
  for (const [title, name, offset, says] of CASES) {
    it(`${title}，指出是哪一部分，不恢复`, async () => {
      assert.ok(server)
      const { file } = await newCopy()
      const changed = flipped(file, readFileSync(file).indexOf(name) + offset)
      const url = await emptyDatabase(server)
      const restored = await restoreBackup(changed, { url, files: newStore(), key: null })
      assert.ok(!restored.ok)
      assert.equal(restored.refusal.code, 'backup.damaged')
      assert.match(restored.refusal.message, says)
      assert.deepEqual(await ask(url, `select to_regnamespace('gongkai') as schema`), [
        { schema: null },
      ])
    })
  }

  it('每隔一段变一位，没有一处被当作完好的另一份备份', async () => {
    const { file, manifest } = await newCopy()
    const { length } = readFileSync(file)
    for (let at = 7; at < length; at += 509) {
      const opened = await openArchive(flipped(file, at))
      // Times and owners in headers of the archive say nothing about the copy.
      if (opened.ok) assert.deepEqual(opened.value.manifest, manifest)
      if (opened.ok) await opened.value.close()
    }
  })

  it('截断在任何一处，都不恢复', async () => {
    const { file } = await newCopy()
    const bytes = readFileSync(file)
    const cut = path.join(newFolder(), 'cut.tar')
    for (let size = 0; size < bytes.length - 1024; size += 512) {
      writeFileSync(cut, bytes.subarray(0, size))
      const opened = await openArchive(cut)
      assert.ok(!opened.ok, `${size} bytes`)
    }
  })

  it('不是备份的文件、没有的文件', async () => {
    const folder = newFolder()
    const text = path.join(folder, 'a.txt')
    writeFileSync(text, '年度报告'.repeat(1000))
    const opened = await openArchive(text)
    assert.equal(!opened.ok && opened.refusal.code, 'backup.not-one')
    const missing = await openArchive(path.join(folder, 'b'))
    assert.equal(!missing.ok && missing.refusal.code, 'backup.unreadable')
  })

  it('文件库中已有损坏的文件：备份其余的，注明这一个', async () => {
    assert.ok(server)
    const region = await newRegion(server)
    const folder = newFolder()
    const files = folderStore(folder)
    const good = await files.put(Buffer.from('甲'))
    const bad = await files.put(Buffer.from('乙'))
    writeFileSync(path.join(folder, bad.slice(0, 2), bad), '丙')
    const { manifest } = await copyOf(region.url, files, null)
    assert.deepEqual([manifest.files, manifest.damaged], [[good], [bad]])
    await region.close()
  })

  it('没有做完的备份不留下文件，已有的备份不受影响', async () => {
    assert.ok(server)
    const region = await newRegion(server)
    const { file } = await copyOf(region.url, newStore(), null)
    const before = readFileSync(file)
    const failing = { ...newStore(), digests: () => failed() }
    const source = { url: region.url, files: failing, keyId: null, madeAt: new Date() }
    await assert.rejects(makeBackup(source, file), /disk/)
    assert.deepEqual(readFileSync(file), before)
    assert.deepEqual(readdirSync(path.dirname(file)), ['backup.tar'])
    await region.close()
  })

  it('通用的解包程序可以打开', { skip: !existsSync('/bin/tar') && '没有 tar' }, async () => {
    const { file } = await newCopy()
    const folder = newFolder()
    execFileSync('tar', ['-xf', file, '-C', folder])
    assert.deepEqual(readdirSync(folder).toSorted(), [
      'files',
      'manifest.json',
      'manifest.json.sha256',
      'tables',
    ])
    assert.equal((await folderStore(path.join(folder, 'files')).get(DIGEST))?.toString(), '甲')
  })
})

// biome-ignore lint/correctness/useYield: it fails before the first.
async function* failed(): AsyncGenerator<string> {
  throw new Error('the disk fails')
}
