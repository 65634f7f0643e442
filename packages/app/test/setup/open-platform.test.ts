import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { acceptKey } from '../../src/records/accept-key.js'
import { foundRegion } from '../../src/setup/found-region.js'
import { type OpenPlatform, openPlatform } from '../../src/setup/open-platform.js'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.js'
import { newFolder } from '../support/servers.js'

const OWN = { databaseUrl: null, keyFile: null }
const REGION = {
  region: '云岭县',
  regionCode: null,
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员' },
} as const

async function open(folder: string): Promise<OpenPlatform> {
  const opened = await openPlatform(OWN, folder, () => new Date())
  assert.ok(opened.ok)
  return opened.value
}

describe('自带的数据库', () => {
  const folder = newFolder()
  let tenant = ''

  it('is adopted where the process before was killed, and keeps what that had acknowledged', async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(import.meta.dirname, 'killed.ts'), folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [tenantId] = await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    tenant = String(tenantId).trim()
    const next = await open(folder)
    assert.equal(await next.tenantId(), tenant)
    await next.close()
  })

  it('is there again after it was closed, with what was in it', async () => {
    const again = await open(folder)
    assert.equal(await again.tenantId(), tenant)
    await again.close()
  })

  it('连接全被占用时，仍知道它有应答；停止后没有', async () => {
    const platform = await open(folder)
    const free = Promise.withResolvers<void>()
    const held = Array.from({ length: 10 }, () =>
      platform.base.db.connection().execute(() => free.promise),
    )
    const later = platform.tenantId()
    assert.equal(await Promise.race([platform.answers(), later]), true)
    free.resolve()
    await Promise.all([...held, later])
    await platform.close()
    assert.equal(await platform.answers(), false)
  })

  it('一个数据目录同时只由一个进程使用', async () => {
    const first = await open(folder)
    const second = await openPlatform(OWN, folder, () => new Date())
    assert.ok(!second.ok)
    assert.equal(second.refusal.code, 'data.in-use')
    await first.close()
  })

  it('a second region is not founded', async () => {
    const { base, close } = await open(folder)
    const again = await foundRegion(base, REGION)
    assert.ok(!again.ok)
    assert.equal(again.refusal.code, 'region.exists')
    await close()
  })

  it('密钥文件不在或者换成别的密钥时，不启动；接受新的密钥之后可以启动', async () => {
    const file = path.join(folder, 'secret.key')
    const kept = readFileSync(file, 'utf8')
    rmSync(file)
    const without = await openPlatform(OWN, folder, () => new Date())
    assert.ok(!without.ok)
    assert.equal(without.refusal.code, 'key.missing')
    assert.ok(!existsSync(file))
    writeFileSync(file, `${'ab'.repeat(32)}\n`)
    const other = await openPlatform(OWN, folder, () => new Date())
    assert.ok(!other.ok)
    assert.equal(other.refusal.code, 'key.other')
    const server = await startEmbedded(folder)
    assert.ok(server.ok)
    const accepted = await acceptKey(server.value.url, file)
    await server.value.stop()
    assert.ok(accepted.ok && accepted.value.former !== accepted.value.id)
    await (await open(folder)).close()
    writeFileSync(file, kept)
    const back = await openPlatform(OWN, folder, () => new Date())
    assert.ok(!back.ok && back.refusal.code === 'key.other')
  })

  it('两个进程用不同的密钥文件时，后知道设置的一个不办理', async () => {
    const server = await startEmbedded(newFolder())
    assert.ok(server.ok)
    const { url: databaseUrl, stop } = server.value
    const own = { databaseUrl, keyFile: null }
    const [one, other] = [
      await openPlatform(own, newFolder(), () => new Date()),
      await openPlatform(own, newFolder(), () => new Date()),
    ]
    assert.ok(one.ok && other.ok)
    assert.equal(await other.value.tenantId(), null)
    const founded = await foundRegion(one.value.base, REGION)
    assert.ok(founded.ok)
    assert.equal(await one.value.tenantId(), founded.value.tenantId)
    await assert.rejects(other.value.tenantId(), /GONGKAI_KEY_FILE/)
    await one.value.close()
    await other.value.close()
    await stop()
  })

  it('密钥文件被换成别的内容时，不启动，并说明怎样办', async () => {
    const other = newFolder()
    writeFileSync(path.join(other, 'secret.key'), 'not a key')
    const opened = await openPlatform(OWN, other, () => new Date())
    assert.ok(!opened.ok)
    assert.match(opened.refusal.message, /GONGKAI_KEY_FILE/)
  })
})
