import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { databaseWords, dataFolderOf } from '@gongkai/app'
import { endServer } from '../src/http/end-server.js'
import { allowedHosts, shownUrl, startFailure } from '../src/settings.js'

/** The service as users start it, as it is built. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

describe('在哪里打开、以哪些网址访问', () => {
  const HERE = ['127.0.0.1', '[::1]', 'localhost']
  const OWN = 'https://xxgk.example.org/gk'
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, host: string, publicUrl: string | null, url: string, hosts: readonly string[] | null])[] = [
    ['只有本机',           '127.0.0.1', null, 'http://localhost:90', HERE],
    ['其他计算机',         '0.0.0.0',   null, 'http://localhost:90', null],
    ['一个地址',           '10.0.0.8',  null, 'http://10.0.0.8:90',  null],
    ['IPv6 地址',          'fd00::8',   null, 'http://[fd00::8]:90', null],
    ['设了使用者的网址',   '0.0.0.0',   OWN,  OWN,                   [...HERE, 'xxgk.example.org']],
  ]
  for (const [title, host, publicUrl, url, hosts] of CASES) {
    it(title, () => {
      assert.equal(shownUrl({ host, publicUrl }, 90), url)
      assert.deepEqual(allowedHosts({ host, publicUrl }), hosts)
    })
  }
})

describe('启动不成的原因', () => {
  // biome-ignore format: table
  const FAILURES: readonly (readonly [code: string, says: RegExp])[] = [
    ['EADDRINUSE',    /^端口 90 已被占用。请/],
    ['EACCES',        /^没有使用端口 90 的权限。请/],
    ['EADDRNOTAVAIL', /^本机没有 HOST=gk 这个地址。请/],
    ['ENOENT',        /^页面尚未编译。请/],
    ['EIO',           /请检查 HOST、PORT/],
    ['28P01',         /^数据库服务器拒绝登录：DATABASE_URL 中的用户名或者密码不对。请/],
    ['3D000',         /^服务器上没有这个数据库：/],
    ['42501',         /DATABASE_URL 中应为数据库所有者/],
  ]
  for (const [code, says] of FAILURES) {
    it(`${code}：中文说明怎么办`, () => {
      const error = Object.assign(new Error('it does not work'), { code })
      assert.match(startFailure(error, { host: 'gk', port: 90 }), says)
    })
  }
})

describe('数据库不能使用的原因', () => {
  const fault = (more: object) => Object.assign(new Error('connect'), more)
  // biome-ignore format: table
  const FAULTS: readonly (readonly [title: string, fault: unknown, says: RegExp | null])[] = [
    ['没有启动',     fault({ code: 'ECONNREFUSED', syscall: 'connect' }),    /^数据库服务器没有接受连接：/],
    ['没有套接字',   fault({ code: 'ENOENT', syscall: 'connect' }),          /^数据库服务器没有接受连接：/],
    ['几个地址都不通', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), /^数据库服务器没有接受连接：/],
    ['主机名不对',   fault({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),   /^找不到数据库服务器：/],
    ['密码不对',     fault({ code: '28P01' }),                               /用户名或者密码不对$/],
    ['没有数据库',   fault({ code: '3D000' }),                               /^服务器上没有这个数据库：/],
    ['没有应答',     new Error('timeout exceeded when trying to connect'),   /^数据库服务器没有应答$/],
    ['别的文件没有', fault({ code: 'ENOENT', syscall: 'open' }),             null],
    ['别的差错',     new Error('it does not work'),                          null],
  ]
  for (const [title, thrown, says] of FAULTS) {
    it(title, () => {
      const words = databaseWords(thrown)
      if (says) assert.match(words ?? '', says)
      else assert.equal(words, null)
    })
  }
})

it('DATABASE_URL 有误：终端上一行中文说明缘由，并说会再试，不重复', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-web-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const url = 'postgresql://x:x@127.0.0.1:9/x'
  const PORT = `${await freePort()}`
  const { child, said } = start({ PORT, GONGKAI_DATA: folder, DATABASE_URL: url })
  for (let tries = 0; tries < 300 && !said.stderr.includes('\n'); tries++) await wait(100)
  // Long enough for another try.
  await wait(2500)
  child.kill('SIGKILL')
  const line = /^数据库服务器没有接受连接：[^\n]+每 2 秒再试一次，恢复后自动继续。\n$/
  assert.match(said.stderr, line)
})

it('数据目录不能使用时说是哪个目录', () => {
  const error = Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir', path: '/数据' })
  assert.match(startFailure(error, { host: 'gk', port: 90 }), /^无法使用“\/数据”.*GONGKAI_DATA/)
})

describe('直接启动，不成时退出码 1', () => {
  it('端口无效', async () => {
    const { code, stderr } = await run({ PORT: '99999' })
    assert.equal(code, 1)
    assert.match(
      stderr,
      /^服务没有启动：设置有误，没有启动。\nPORT：应为 1 至 65535 的整数。例如：PORT=8080\n$/,
    )
  })

  it('端口被占用，或者页面没有编译', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await run({ PORT: `${port}` })
    other.close()
    assert.equal(code, 1)
    assert.match(stderr, /^服务没有启动：(?:端口 \d+ 已被占用|页面尚未编译)。请[^\n]*\n$/)
  })
})

describe('数据目录', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-web-'))
  after(() => rmSync(folder, { recursive: true }))
  const isRoot = process.getuid?.() === 0
  const own = { data: null, databaseUrl: null }

  it('设了的，用所设的', () => {
    assert.equal(dataFolderOf({ ...own, data: '/srv/gk' }, '/x/data'), '/srv/gk')
  })

  it('没有设的，在程序旁边；以 root 运行而 nobody 不能进入的，在 /var/lib/gongkai', () => {
    const beside = path.join(folder, 'data')
    assert.equal(dataFolderOf(own, beside), isRoot ? '/var/lib/gongkai' : beside)
    chmodSync(folder, 0o711)
    assert.equal(dataFolderOf(own, beside), beside)
  })
})

describe('直接启动', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-web-'))
  chmodSync(folder, 0o711)
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))

  it('给出网址和设置码；另一个进程不能用同一数据目录；停止后数据库随之停止', async () => {
    const first = start({ PORT: `${await freePort()}`, GONGKAI_DATA: folder })
    await first.says(
      /尚未设置。请打开 http:\/\/localhost:\d+\/setup ，输入设置码：(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/,
    )
    const second = await run({ PORT: `${await freePort()}`, GONGKAI_DATA: folder })
    assert.equal(second.code, 1)
    assert.match(second.stderr, /^服务没有启动：数据目录.*正由另一个进程使用/)
    // Ctrl+C reaches it from the terminal, and once more from `npm start`.
    first.child.kill('SIGINT')
    await wait(20)
    first.child.kill('SIGINT')
    const [code] = await once(first.child, 'close')
    assert.equal(code, 0)
    assert.ok(!existsSync(path.join(folder, 'database', 'postmaster.pid')))
  })
})

it('停止时，没有发完的请求只等一定的时间', async () => {
  const server = createHttpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const half = connect(port, '127.0.0.1', () => {
    half.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n')
  })
  await Promise.all([once(server, 'request'), once(half, 'connect')])
  await Promise.all([endServer(server, 100), once(half, 'close')])
})

it('停止时，一直在用的连接不再接受新的请求', async () => {
  const server = createHttpServer((_, response) => setTimeout(() => response.end('ok'), 20))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const kept = connect(port, '127.0.0.1')
  const ask = () => kept.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  let answers = 0
  // Asks again as soon as it was answered, as a proxy with many users does.
  kept.on('data', (answer) => {
    answers += 1
    if (!/^connection: close/im.test(answer.toString())) ask()
  })
  ask()
  await once(server, 'request')
  await Promise.all([endServer(server, 1000), once(kept, 'close')])
  assert.equal(answers, 2)
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...env } })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  return {
    child,
    said,
    async says(what: RegExp): Promise<void> {
      while (!what.test(said.stdout)) {
        assert.equal(child.exitCode, null, said.stderr)
        await wait(50)
      }
    },
  }
}

async function run(env: Readonly<Record<string, string>>) {
  const { child, said } = start(env)
  const [code] = await once(child, 'close')
  return { code, stderr: said.stderr }
}
