import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readSettings, SettingsError, startFailure } from '../src/settings.js'

describe('PORT 和 HOST', () => {
  // biome-ignore format: table
  const GOOD: readonly (readonly [title: string, env: Record<string, string>, host: string, port: number])[] = [
    ['都没有设',     {},                              '127.0.0.1', 8080],
    ['设为空',       { PORT: '', HOST: '' },          '127.0.0.1', 8080],
    ['都设了',       { PORT: '90', HOST: '0.0.0.0' }, '0.0.0.0',   90],
  ]
  for (const [title, env, host, port] of GOOD) {
    it(title, () => assert.deepEqual(readSettings(env), { host, port }))
  }

  for (const PORT of ['abc', '-1', '0', '65536', '80.5', '八零八零']) {
    it(`PORT=${PORT} 无效，说明怎么改`, () => {
      const says = { message: new RegExp(`PORT=${PORT} 无效，应为 1 至 65535 的整数。请改正`) }
      assert.throws(() => readSettings({ PORT }), SettingsError)
      assert.throws(() => readSettings({ PORT }), says)
    })
  }

  // biome-ignore format: table
  const FAILURES: readonly (readonly [code: string, says: RegExp])[] = [
    ['EADDRINUSE',    /^端口 90 已被占用。请/],
    ['EACCES',        /^没有使用端口 90 的权限。请/],
    ['EADDRNOTAVAIL', /^本机没有 HOST=gk 这个地址。请/],
    ['ENOENT',        /^页面尚未编译。请/],
    ['EIO',           /请检查 HOST、PORT/],
  ]
  for (const [code, says] of FAILURES) {
    it(`${code}：中文说明怎么办`, () => {
      const error = Object.assign(new Error('it does not work'), { code })
      assert.match(startFailure(error, { host: 'gk', port: 90 }), says)
    })
  }
})

describe('直接启动，不成时退出码 1', () => {
  it('端口无效', async () => {
    const { code, stderr } = await run({ PORT: '99999' })
    assert.equal(code, 1)
    assert.match(stderr, /^服务没有启动：端口号 PORT=99999 无效[^\n]*\n$/)
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

async function run(env: Readonly<Record<string, string>>) {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const flags = ['--conditions=source', '--import', import.meta.resolve('tsx')]
  const child = spawn(process.execPath, [...flags, main], { env: { ...process.env, ...env } })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const [code] = await once(child, 'close')
  return { code, stderr }
}
