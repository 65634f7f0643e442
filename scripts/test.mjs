// npm test [-- PART…]: install and build where needed, then run every test, or those whose path holds one of PART.
// The last line is always `N passed, N failed`, with `, N skipped` where tests were skipped. Under CI=true a skip fails.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureInstalled, isBuilt, ourEnv, ourNode, root, say } from './toolbox.mjs'

const parts = process.argv.slice(2)

/** What costs most, in seconds of processor time; every other file `JOURNEY`, `SERVED` or `PURE`. Nothing but the balance of the processes hangs on it. */
const DEAR = {
  'app/test/rights/matrix': 38,
  'app/test/backup/older-schemas': 14,
  'app/test/backup/backup': 22,
  'app/test/pool': 20,
  'app/test/people/sign-in': 7,
  'app/test/requests/letters': 12,
  'app/test/bad-input': 11,
  'app/test/collection/random-walk': 10,
  'app/test/queue/killed': 9,
  'app/test/storage/database': 8,
  'app/test/requests/requests': 5,
  'app/test/demonstration/load-demonstration': 8,
  'cli/test/others': 15,
  'cli/test/check': 18,
  'cli/test/operations': 10,
  'cli/test/read-write': 5,
  'cli/test/law': 4,
  'console/test/staff/decided.browser': 50,
  'console/test/staff/collect.browser': 45,
  'console/test/staff/killed.browser': 30,
  'console/test/staff/requests.browser': 23,
  'console/test/journey.browser': 23,
  'documents/test/write-read-back': 9,
  'web/test/killed': 26,
  'web/test/portal/pages.browser': 14,
  'web/test/responsive': 14,
  'web/test/requests-killed': 11,
  'web/test/start': 9,
}
/** A journey in a browser. */
const JOURNEY = 15
/** What needs a database or a service. */
const SERVED = 2
const PURE = 0.5
/** A process is given so much at most: files that share what they load, and few enough that the last processes end together. */
const BATCH = 100
/** Each often waits: for a database, for an answer, for a browser. */
const SIDE_BY_SIDE = 4

/** What is compiled once serves every process of the run: the command and the service are started a hundred times. */
const env = {
  ...ourEnv,
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node-compile'),
}

ensureInstalled()
if (!isBuilt()) end({ passed: 0, failed: 1, skipped: [] }, '编译失败，没有运行测试。')
const files = testFiles().filter(
  (file) => parts.length === 0 || parts.some((part) => matches(file, part)),
)
if (files.length === 0)
  end({ passed: 0, failed: 1, skipped: [] }, `没有符合“${parts.join(' ')}”的测试文件。`)
end(sum(await runAll(inBatches(files))))

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

function cost(file) {
  const name = file.replace(/^packages\/|\.test\.ts$/g, '')
  if (name in DEAR) return DEAR[name]
  if (name.endsWith('.browser')) return JOURNEY
  return /^(app|web|cli)\//.test(name) ? SERVED : PURE
}

/** Lists of files that are run in a process each, the dearest list first. */
function inBatches(files) {
  const kindOf = (file) => /^packages\/(app|web|console|cli)\//.exec(file)?.[1]
  return ['app', 'web', 'console', 'cli', undefined]
    .map((kind) => files.filter((file) => kindOf(file) === kind))
    .flatMap(dealt)
    .toSorted((a, b) => b.cost - a.cost)
}

/** Lists that cost about the same, the dearest files dealt out first. */
function dealt(files) {
  const total = files.reduce((sum, file) => sum + cost(file), 0)
  const lists = Array.from({ length: Math.ceil(total / BATCH) }, () => ({ cost: 0, files: [] }))
  for (const file of files.toSorted((a, b) => cost(b) - cost(a))) {
    const [lightest] = lists.toSorted((a, b) => a.cost - b.cost)
    lightest.cost += cost(file)
    lightest.files.push(file)
  }
  return lists
}

async function runAll(batches) {
  const results = []
  const waiting = batches.map(({ files }) => files)
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results.push(await runTests(next))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return results
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
    { cwd: root, stdio: 'inherit', env },
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
