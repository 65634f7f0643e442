// What the scripts of package.json share. It runs before anything is installed, on the Node that the machine has (20 or
// later), so it uses nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '..')

const bin = path.join(root, 'node_modules', '.bin')

/** The environment for what we start: our tools, and with them our Node, come first. */
export const ourEnv = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` }

/** The Node that Gongkai runs on: the one that came with the packages, else the machine's own when it is new enough. */
export function ourNode() {
  const installed = path.join(bin, 'node')
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  stop('没有可用的 Node 24。本机平台没有随附的版本，请自行安装 Node 24 或更高版本后重试。')
}

/** Runs `npm ci` where the packages installed are not those of the lock file. */
export function ensureInstalled() {
  if (isInstalled()) return
  say('正在安装依赖（npm ci），约需半分钟……')
  const machinePath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes(`node_modules${path.sep}.bin`))
  // Without our own bin on the path: npm ci deletes the Node in it while it runs.
  const env = { ...process.env, PATH: machinePath.join(path.delimiter) }
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', env })
  if (error)
    stop(`找不到 npm 命令（${error.message}）。请安装 Node.js 20 或更高版本（自带 npm）后重试。`)
  if (status !== 0) {
    stop(
      '依赖安装失败。请检查能否访问 npm 软件源（npm config get registry），以及磁盘空间是否充足，然后重试。',
    )
  }
}

/** Compiles what has changed: the packages by `tsc -b`, the console by Vite. Ends the script on an error. */
export function ensureBuilt() {
  if (!isBuilt()) stop('编译失败，错误见上。')
}

/** As {@link ensureBuilt}, but says whether it went well. */
export function isBuilt() {
  return run('tsc', ['-b']) && (isConsoleFresh() || run('vite', ['build'], 'packages/console'))
}

/** Runs one of our tools and shows what it prints; true when it went well. */
export function run(tool, args, folder = '.') {
  const { status } = spawnSync(tool, args, {
    cwd: path.join(root, folder),
    stdio: 'inherit',
    env: ourEnv,
  })
  return status === 0
}

/** Runs a TypeScript file of the repository on the packages' source; returns its exit status. */
export function runSource(file, args) {
  return runTypescript(['--conditions=source'], file, args)
}

/** As {@link runSource}, but on the packages as they are built: what is measured is what users run. */
export function runOnBuilt(file, args) {
  return runTypescript([], file, args)
}

function runTypescript(conditions, file, args) {
  const flags = [...conditions, '--import', 'tsx']
  const options = { cwd: root, stdio: 'inherit', env: ourEnv }
  return spawnSync(ourNode(), [...flags, file, ...args], options).status ?? 1
}

export function say(message) {
  console.log(message)
}

/** Ends the script with a message for the person who started it. */
export function stop(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

/** Whether every package of the lock file stands in node_modules in that version; those of other platforms may be absent. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    if (!place.startsWith('node_modules/') || link) return true
    return present[place] ? present[place].version === version : optional === true
  })
}

function packagesOf(file) {
  const at = path.join(root, file)
  return existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')).packages : {}
}

function isConsoleFresh() {
  const built = path.join(root, 'packages/console/dist/index.html')
  if (!existsSync(built)) return false
  const sources = ['packages/console', 'packages/law', 'packages/report', 'package-lock.json']
  return Math.max(...sources.map(newestIn)) < statSync(built).mtimeMs
}

/** The time of the latest change in a file or folder, what is built or installed left out. */
function newestIn(name) {
  const at = path.join(root, name)
  const stats = statSync(at)
  if (!stats.isDirectory()) return stats.mtimeMs
  const inside = readdirSync(at).filter((entry) => !SKIPPED.includes(entry))
  return Math.max(0, ...inside.map((entry) => newestIn(path.join(name, entry))))
}

const SKIPPED = ['dist', 'node_modules', 'test', 'tsconfig.tsbuildinfo']
