// npm test [-- PART…]: install and build where needed, then run every test, or those whose path holds one of PART.
// The last line is always `N passed, N failed`, with `, N skipped` where tests were skipped. Under CI=true a skip fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureInstalled, isBuilt, ourEnv, ourNode, root, say } from './toolbox.mjs'

const parts = process.argv.slice(2)

/** What costs most in `packages/app/test`, in seconds of processor time; every other file about `USUAL`. Nothing but the balance of the processes hangs on it. */
const DEAR = {
  'rights/matrix': 45,
  'backup/older-schemas': 20,
  'backup/backup': 25,
  'people/sign-in': 16,
  'authorities/rights': 8,
  'authorities/tree': 15,
  'authorities/import': 15,
  pool: 15,
  'bad-input': 15,
  'collection/random-walk': 18,
  'queue/killed': 15,
  'demonstration/load-demonstration': 10,
  'authorities/lineage': 10,
}
const USUAL = 3

ensureInstalled()
if (!isBuilt()) end({ passed: 0, failed: 1, skipped: [] }, '编译失败，没有运行测试。')
const files = testFiles().filter(
  (file) => parts.length === 0 || parts.some((part) => matches(file, part)),
)
if (files.length === 0)
  end({ passed: 0, failed: 1, skipped: [] }, `没有符合“${parts.join(' ')}”的测试文件。`)
end(sum(await Promise.all(inGroups(files).map(runTests))))

/** Every test file of the repository, relative to its root. */
function testFiles() {
  const folders = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/test`)
  return ['test', ...folders]
    .flatMap((folder) => filesIn(folder))
    .filter((file) => file.endsWith('.test.ts'))
}

function filesIn(folder) {
  const options = { recursive: true, encoding: 'utf8' }
  try {
    return readdirSync(path.join(root, folder), options).map((file) => path.join(folder, file))
  } catch {
    return []
  }
}

/** `law` means the package of that name, a path from the root what is below it, anything else a part of the path. */
function matches(file, part) {
  const packages = readdirSync(path.join(root, 'packages'))
  if (packages.includes(part)) return file.startsWith(`packages/${part}/`)
  return existsSync(path.join(root, part)) ? file.startsWith(part) : file.includes(part)
}

/** Processes side by side, each of which often waits: for a database, for an answer, for a browser, for the command. `app` has most to wait for. */
function inGroups(files) {
  const [app, web, console] = ['app', 'web', 'console'].map((name) =>
    files.filter((file) => file.startsWith(`packages/${name}/`)),
  )
  const rest = files.filter((file) => ![...app, ...web, ...console].includes(file))
  return [...halves(app), web, console, rest].filter((group) => group.length > 0)
}

/** Two lists that cost about the same, the dearest files dealt out first. */
function halves(files) {
  const cost = (file) => DEAR[file.replace(/^packages\/app\/test\/|\.test\.ts$/g, '')] ?? USUAL
  const sides = [
    { cost: 0, files: [] },
    { cost: 0, files: [] },
  ]
  for (const file of files.toSorted((a, b) => cost(b) - cost(a))) {
    const [lighter] = sides.toSorted((a, b) => a.cost - b.cost)
    lighter.cost += cost(file)
    lighter.files.push(file)
  }
  return sides.map((side) => side.files)
}

async function runTests(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-test-'))
  const counts = path.join(folder, 'counts.json')
  const run = spawn(
    ourNode(),
    [
      // A package's own files are read from `src`; what it imports of the others is what was just built.
      ...['--import', 'tsx'],
      ...['--test', '--test-isolation=none', '--test-force-exit'],
      ...['--test-reporter=./scripts/test-reporter.mjs', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/test-counts.mjs', `--test-reporter-destination=${counts}`],
      ...files,
    ],
    { cwd: root, stdio: 'inherit', env: ourEnv },
  )
  const [status] = await once(run, 'exit')
  const result = readCounts(counts)
  rmSync(folder, { recursive: true })
  // A run that ended badly without a failing test (a crash, an error outside of every test) is a failure too.
  return status === 0 || result.failed > 0 ? result : { ...result, failed: 1 }
}

function sum(results) {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
    skipped: results.flatMap(({ skipped }) => skipped),
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: [] }
  }
}

function end({ passed, failed, skipped }, message) {
  if (message) say(message)
  for (const reason of skipped) say(`跳过：${reason}`)
  const isStrict = process.env.CI === 'true' && skipped.length > 0
  if (isStrict) say('在 CI 中不允许跳过测试：跳过的按失败计。')
  const failures = isStrict ? failed + skipped.length : failed
  say(
    `${passed} passed, ${failures} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`,
  )
  process.exit(failures > 0 ? 1 : 0)
}
