import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { type Installation, withInstallation } from '../../src/backup/installation.js'
import { makeBackup } from '../../src/backup/make-backup.js'
import { verifyBackup } from '../../src/backup/verify-backup.js'
import { foundRegion } from '../../src/setup/found-region.js'
import { openPlatform } from '../../src/setup/open-platform.js'
import { newFolder } from '../support/servers.js'

const REGION = {
  region: '云岭县',
  regionCode: null,
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员' },
} as const

function installation(dataFolder: string): Installation {
  return {
    databaseUrl: null,
    dataFolder,
    keyFile: path.join(dataFolder, 'secret.key'),
    oldKeyFile: null,
    files: {},
  }
}

describe('自带的数据库', () => {
  it('服务运行时可以备份，停止后也可以；备份经临时数据库核验', async () => {
    const folder = newFolder()
    const file = path.join(newFolder(), 'backup.tar')
    const running = await openPlatform(
      { databaseUrl: null, keyFile: null },
      folder,
      () => new Date(),
    )
    assert.ok(running.ok)
    assert.ok((await foundRegion(running.value.base, REGION)).ok)
    const keyId = running.value.base.key.id
    const back = () =>
      withInstallation(installation(folder), true, ({ url, files, key }) =>
        makeBackup({ url, files, keyId: key?.id ?? null, madeAt: new Date() }, file),
      )
    const beside = await back()
    assert.equal(beside.ok && beside.value.keyId, keyId)
    assert.ok(await running.value.tenantId(), 'the service works on')
    const restoring = await withInstallation(installation(folder), false, async () => ok(null))
    assert.equal(!restoring.ok && restoring.refusal.code, 'data.in-use')
    await running.value.close()
    assert.ok((await back()).ok)
    assert.ok(!existsSync(path.join(folder, 'database', 'postmaster.pid')), 'it is ended again')

    const verified = await verifyBackup(file, path.join(folder, 'secret.key'))
    assert.ok(verified.ok)
    assert.deepEqual(
      [verified.value.proof.events, verified.value.proof.broken, verified.value.proof.closedEvents],
      [1, null, 0],
    )
  })

  it('没有数据库的目录，说明怎样指明；不为它新建什么', async () => {
    const folder = newFolder()
    const opened = await withInstallation(installation(folder), true, async () => ok(null))
    assert.equal(!opened.ok && opened.refusal.code, 'data.none')
    assert.ok(!existsSync(path.join(folder, 'database')))
    assert.ok(!existsSync(path.join(folder, 'secret.key')))
  })
})
