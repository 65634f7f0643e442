import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { dataFolderOf, readSettings } from '@gongkai/app'
import { startFailure } from './settings.js'
import { startService } from './start.js'

/**
 * So long may requests (15 s) and jobs (10 s) still run after the service was told to end, and the database take to end after them, which would
 * otherwise be left running. Whoever started the service waits longer (deploy: 60 s and more).
 */
const GRACE_MS = 50_000

const ROOT = new URL('../../../', import.meta.url)

// The only place that reads the environment, and the clock.
const file = fileURLToPath(new URL('.env', ROOT))
if (existsSync(file)) process.loadEnvFile(file)
const read = readSettings(process.env)
const settings = read.ok ? read.value : exit(read.refusal.message)
const dataFolder = dataFolderOf(settings, fileURLToPath(new URL('data', ROOT)))

const service = await startService({
  host: settings.host,
  port: settings.port,
  jobs: availableParallelism(),
  log: ({ fault, about }) => console.error(JSON.stringify({ about, fault: textOf(fault) })),
  say: (line) => console.error(line),
  platform: { settings, dataFolder, now: () => new Date() },
}).catch((error) => exit(startFailure(error, settings)))

// Ctrl+C comes twice: from the terminal, and from whoever started this.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(0))
let ending: Promise<never> | undefined

console.log(
  `公开已启动：${service.url}/tools/report（年度报告核对工具）\n正在打开数据库（${dataFolder}）……`,
)
const refusal = await service.begin().catch((error) => exit(startFailure(error, settings)))
if (refusal) {
  console.error(`服务没有启动：${refusal.message}`)
  await stop(1)
}
const code = await service.setUpCode()
console.log(
  code === null
    ? `请打开 ${service.url}/console 登录。按 Ctrl+C 停止。`
    : `尚未设置。请打开 ${service.url}/setup ，输入设置码：${code}\n按 Ctrl+C 停止。`,
)

function stop(status: 0 | 1): Promise<never> {
  ending ??= end(status)
  return ending
}

async function end(status: 0 | 1): Promise<never> {
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  await service.stop()
  process.exit(status)
}

function exit(why: string): never {
  console.error(`服务没有启动：${why}`)
  process.exit(1)
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}
