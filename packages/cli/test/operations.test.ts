import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { foundRegion, openPlatform } from '@gongkai/app'
import { gongkai } from './gongkai.js'

const REGION = {
  region: '云岭县',
  regionCode: null,
  authority: '云岭县人民政府',
  level: 'county',
  administrator: { login: 'admin', name: '管理员' },
} as const

describe('gongkai backup、restore、audit、config', () => {
  let folder: string
  let data: string
  let stop: () => Promise<void>

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongkai-cli-'))
    // The database may run as another user, who must be able to pass.
    chmodSync(folder, 0o711)
    data = path.join(folder, 'data')
    writeFileSync(path.join(folder, '.env'), `GONGKAI_DATA=${data}\n`)
    const service = await openPlatform({ databaseUrl: null, keyFile: null }, data, () => new Date())
    assert.ok(service.ok)
    stop = service.value.close
    const founded = await foundRegion(service.value.base, REGION)
    assert.ok(founded.ok)
  })
  after(async () => {
    await stop()
    rmSync(folder, { recursive: true })
  })

  it('backup：服务运行时备份，不覆盖已有的文件，注明密钥另存', async () => {
    const run = await gongkai(folder, 'backup', '-o', 'b.tar')
    assert.equal(run.code, 0, run.stderr)
    assert.match(
      run.stdout,
      /^b\.tar：备份完成，制作于 .*文件 0 份。\n密钥（编号 [0-9a-f]{16}）不在备份中/,
    )
    const key = readFileSync(path.join(data, 'secret.key'), 'utf8').trim()
    assert.ok(!readFileSync(path.join(folder, 'b.tar')).includes(key))
    const again = await gongkai(folder, 'backup', '-o', 'b.tar')
    assert.deepEqual(
      [again.code, again.stderr],
      [2, 'gongkai：b.tar 已经存在。换一个文件名，或者加 --force 覆盖。\n'],
    )
  })

  it('backup --verify：恢复到临时数据库核验；损坏的，指出哪一部分', async () => {
    const run = await gongkai(folder, 'backup', '--verify', 'b.tar')
    assert.equal(run.code, 0, run.stderr)
    assert.match(
      run.stdout,
      /可以恢复。[\s\S]*操作记录 1 条，链条完整[\s\S]*需要编号为 [0-9a-f]{16} 的密钥/,
    )
    const bytes = readFileSync(path.join(folder, 'b.tar'))
    const at = bytes.indexOf('tables/gongkai.event/000001.gz') + 512 + 40
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path.join(folder, 'bad.tar'), bytes)
    const bad = await gongkai(folder, 'backup', '--verify', 'bad.tar')
    assert.equal(bad.code, 2)
    assert.match(bad.stderr, /备份文件已损坏或不完整（tables\/gongkai\.event\/000001\.gz）/)
  })

  it('restore：服务正在使用的数据目录，拒绝；新的目录，恢复', async () => {
    const used = await gongkai(folder, 'restore', 'b.tar')
    assert.equal(used.code, 2)
    assert.match(used.stderr, /正由另一个进程使用/)
    const other = path.join(folder, 'elsewhere')
    const env = readFileSync(path.join(folder, '.env'))
    writeFileSync(path.join(folder, '.env'), `GONGKAI_DATA=${other}\n`)
    const run = await gongkai(folder, 'restore', 'b.tar')
    const second = await gongkai(folder, 'restore', 'b.tar')
    writeFileSync(path.join(folder, '.env'), env)
    assert.equal(run.code, 0, run.stderr)
    assert.match(run.stdout, /已恢复。[\s\S]*操作记录 1 条，链条完整/)
    assert.ok(!existsSync(path.join(other, 'secret.key')), 'no new key is made')
    assert.equal(second.code, 2)
    assert.match(second.stderr, /已有数据，没有恢复任何内容/)
  })

  it('audit：导出、核验；被改动的，指出第几条', async () => {
    const run = await gongkai(folder, 'audit', 'export', '-o', 'log.ndjson')
    assert.equal(run.code, 0, run.stderr)
    const [, head = ''] = /最后一条的摘要：([0-9a-f]{64})/.exec(run.stdout) ?? []
    const whole = await gongkai(folder, 'audit', 'verify', 'log.ndjson', '--noted', head)
    assert.deepEqual(
      [whole.code, whole.stdout],
      [0, `log.ndjson：共 1 条记录，链条完整。最后一条的摘要：${head}。\n`],
    )
    const text = readFileSync(path.join(folder, 'log.ndjson'), 'utf8')
    writeFileSync(path.join(folder, 'bad.ndjson'), text.replace('regionFounded', 'regionLost'))
    const broken = await gongkai(folder, 'audit', 'verify', 'bad.ndjson')
    assert.equal(broken.code, 1)
    assert.match(broken.stdout, /第 1 条内容与摘要不符，已被改动/)
    const csv = await gongkai(folder, 'audit', 'export', '-o', 'log.csv')
    assert.equal(csv.code, 0)
    const other = await gongkai(folder, 'audit', 'verify', 'log.csv')
    assert.equal(other.code, 2)
    assert.match(other.stderr, /不是本系统导出的记录/)
    const missing = await gongkai(folder, 'audit', 'verify', 'none')
    assert.deepEqual(
      [missing.code, missing.stderr],
      [2, 'gongkai：无法读取“none”。请核对文件名和读取权限。\n'],
    )
  })

  it('config：读取工作目录的 .env，说明每一项；有误的一次说全，退出码 1', async () => {
    const run = await gongkai(folder, 'config')
    assert.equal(run.code, 0, run.stderr)
    assert.match(run.stdout, new RegExp(`GONGKAI_DATA=${data}\n`))
    assert.match(run.stdout, /PORT（未设置，按 8080）\n {4}网页服务的端口。/)
    const wrong = path.join(folder, 'wrong')
    mkdirSync(wrong)
    writeFileSync(path.join(wrong, '.env'), 'PORT=0\nDATABASE_URL=postgresql://a:secret@h/d\n')
    const bad = await gongkai(wrong, 'config')
    assert.equal(bad.code, 1)
    assert.match(bad.stdout, /设置有误：\nPORT：应为 1 至 65535 的整数。/)
    assert.ok(!bad.stdout.includes('a:secret@'))
    const json = JSON.parse((await gongkai(wrong, 'config', '--json')).stdout)
    assert.deepEqual(json.wrong, ['PORT：应为 1 至 65535 的整数。例如：PORT=8080'])
    const stopped = await gongkai(wrong, 'backup', '-o', 'b.tar')
    assert.equal(stopped.code, 2)
    assert.match(stopped.stderr, /设置有误/)
  })

  it('key turn：没有指明两个密钥、没有先启动服务的，说明怎样办；换用以后只需要新的密钥', async () => {
    const env = readFileSync(path.join(folder, '.env'), 'utf8')
    const [oldKeyFile, keyFile] = [path.join(data, 'secret.key'), path.join(folder, 'new.key')]
    const turn = () => gongkai(folder, 'key', 'turn')
    const asked = await turn()
    assert.equal(asked.code, 2)
    assert.match(asked.stderr, /用 GONGKAI_OLD_KEY_FILE 指明原来的密钥文件/)
    writeFileSync(keyFile, `${'0b'.repeat(32)}\n`)
    const both = `GONGKAI_KEY_FILE=${keyFile}\nGONGKAI_OLD_KEY_FILE=${oldKeyFile}\n`
    writeFileSync(path.join(folder, '.env'), `${env}${both}`)
    const early = await turn()
    assert.equal(early.code, 2)
    assert.match(early.stderr, /还没有开始换用这个密钥[\s\S]*重新启动服务/)

    await stop()
    const open = (old: string | null) =>
      openPlatform({ databaseUrl: null, keyFile, oldKeyFile: old }, data, () => new Date())
    const service = await open(oldKeyFile)
    assert.ok(service.ok)
    stop = service.value.close
    const run = await turn()
    assert.equal(run.code, 0, run.stderr)
    assert.match(run.stdout, /换用密钥完成：本次\d+处，此前\d+处。请去掉 GONGKAI_OLD_KEY_FILE/)
    await stop()
    const after = await open(null)
    assert.ok(after.ok)
    stop = after.value.close
    writeFileSync(path.join(folder, '.env'), env)
  })

  it('数据库没有应答的，说明怎样办', async () => {
    const far = path.join(folder, 'far')
    mkdirSync(far)
    writeFileSync(path.join(far, '.env'), `DATABASE_URL=postgresql://a@/d?host=${far}\n`)
    const run = await gongkai(far, 'backup', '-o', 'b.tar')
    assert.equal(run.code, 2)
    assert.match(run.stderr, /数据库服务器没有接受连接/)
    assert.ok(!existsSync(path.join(far, 'b.tar')))
  })
})
