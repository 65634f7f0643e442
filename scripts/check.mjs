// npm run check: everything that must hold before a change is handed in, the quick things first. Stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, root, run, say, stop } from './toolbox.mjs'

ensureInstalled()

const STEPS = [
  ['格式和写法 biome', () => run('biome', ['check', '.'])],
  ['类型 tsc', () => run('tsc', ['-b']) && run('tsc', ['-p', 'tsconfig.test.json'])],
  ['未用的文件、导出和依赖 knip', () => run('knip', [])],
  ['结构 test/', () => runTests('test/')],
  ['各包的测试 packages/', () => runTests('packages/')],
]

for (const [name, step] of STEPS) {
  say(`\n—— ${name}`)
  if (!step()) stop(`未通过：${name}。`)
}
say('\n全部通过。')

function runTests(...parts) {
  const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...parts], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}
