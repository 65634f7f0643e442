// npm start: install and build where needed, then serve; the server prints its address. What may be set is in .env.example.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { ensureBuilt, ensureInstalled, ourEnv, ourNode, root, stop } from './toolbox.mjs'

// The server reads it by itself; here it is for the trial of the port.
const file = path.join(root, '.env')
if (existsSync(file)) process.loadEnvFile?.(file)

// Empty is as if it were not there.
const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 8080)
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  stop(
    `端口号 PORT=${process.env.PORT} 无效，应为 1 至 65535 的整数。请改正后重试，例如：PORT=8081 npm start`,
  )
}

await assertPortFree()
ensureInstalled()
ensureBuilt()

// As in deploy: a heap that keeps little for later, and an allocator that gives back at once what was large (ADR 0019).
const { flags, env } = JSON.parse(readFileSync(new URL('service.json', import.meta.url), 'utf8'))
const options = { cwd: root, stdio: 'inherit', env: { ...ourEnv, ...env } }
const server = spawn(ourNode(), [...flags, 'packages/web/dist/main.js'], options)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)))

/** Tries the port before the long work. */
function assertPortFree() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', ({ code }) => stop(portMessage(code)))
    probe.listen(port, host, () => probe.close(resolve))
  })
}

function portMessage(code) {
  if (code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口：PORT=8081 npm start`
  }
  if (code === 'EACCES')
    return `没有使用端口 ${port} 的权限。请换一个大于 1024 的端口：PORT=8080 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `本机没有 HOST=${host} 这个地址。请改为本机的地址，或不设 HOST：PORT=${port} npm start`
  return `不能在 ${host}:${port} 上监听（${code}）。请检查 HOST 和 PORT 后重试。`
}
