#!/usr/bin/env node
// The command `gongkai`. It is not compiled, so that npm can link it at installation. On a Node before 24 it starts itself
// again on the Node that came with the packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const self = fileURLToPath(import.meta.url)
const main = path.join(path.dirname(self), '../dist/main.js')

if (!existsSync(main))
  stop('gongkai 尚未编译。请先在项目目录运行 npm start 或 npm test，再使用本命令。')
if (Number(process.versions.node.split('.')[0]) >= 24) await import(main)
else runAgain()

function runAgain() {
  const node = bundledNode(path.dirname(self))
  if (!node)
    stop(
      `gongkai 需要 Node 24 或更高版本，当前为 ${process.version}，且没有找到随附的版本。请先在项目目录运行 npm ci。`,
    )
  const { status, signal } = spawnSync(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (signal) process.kill(process.pid, signal)
  process.exit(status ?? 2)
}

/** The Node of the nearest node_modules above `folder`. */
function bundledNode(folder) {
  const found = path.join(folder, 'node_modules', '.bin', 'node')
  if (existsSync(found)) return found
  const above = path.dirname(folder)
  return above === folder ? undefined : bundledNode(above)
}

function stop(message) {
  console.error(message)
  process.exit(2)
}
