import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { foundRegion } from '../../src/setup/found-region.js'
import { type OpenPlatform, openPlatform } from '../../src/setup/open-platform.js'
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
      [
        '--conditions=source',
        '--import',
        'tsx',
        path.join(import.meta.dirname, 'killed.ts'),
        folder,
      ],
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

  it('密钥文件被换成别的内容时，不启动，并说明怎样办', async () => {
    const other = newFolder()
    writeFileSync(path.join(other, 'secret.key'), 'not a key')
    const opened = await openPlatform(OWN, other, () => new Date())
    assert.ok(!opened.ok)
    assert.match(opened.refusal.message, /GONGKAI_KEY_FILE/)
  })
})
