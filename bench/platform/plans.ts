import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** From the next start of the service on, the server writes the plan of every statement to its log, with time and blocks. */
export async function explainEverything(client: pg.Client): Promise<void> {
  const settings = [
    `session_preload_libraries = 'auto_explain'`,
    ...[
      ...['log_min_duration = 0', 'log_analyze = on', 'log_buffers = on', 'log_timing = on'],
      // What a policy asks is asked in functions.
      'log_nested_statements = on',
    ].map((setting) => `auto_explain.${setting}`),
  ]
  const { rows } = await client.query('select current_database() as name')
  await client.query(`load 'auto_explain'`)
  for (const setting of settings)
    await client.query(`alter database ${rows[0].name} set ${setting}`)
}

/** What the plans of a question came to: blocks of 8 kB, and rows that a scan looked at, whether it gave them on or not. */
export type Cost = { readonly blocks: number; readonly looked: number }

/** The plans of what is asked from now on. */
export function readPlans(folder: string) {
  const file = path.join(folder, 'database', 'server.log')
  const from = statSync(file).size
  return {
    /** Keeps them in a file, the costliest first; what all of them came to. */
    async keep(to: string, isPrinted: boolean): Promise<Cost> {
      await wait(300)
      const log = readFileSync(file).subarray(from).toString()
      const plans = log
        .split(/^(?=.*LOG: {2}duration: )/m)
        .filter((entry) => entry.includes('Query Text:') && isOurs(entry))
        .toSorted((a, b) => blocksOf(b) - blocksOf(a))
      writeFileSync(to, plans.join('\n'))
      if (isPrinted) process.stdout.write(`\n${path.basename(to)}\n${plans[0] ?? ''}\n`)
      return {
        // Those of a statement hold what its functions read.
        blocks: sum(plans.filter((plan) => !isNested(plan)).map(blocksOf)),
        looked: sum(plans.map(lookedAt)),
      }
    },
  }
}

/** The queue asks all the time, whoever else asks. */
function isOurs(plan: string): boolean {
  return !plan.includes('gongkai_jobs.') || plan.includes('current_tenant')
}

/** Blocks of the uppermost node, which counts all below it. */
function blocksOf(plan: string): number {
  const [, what = ''] = /^\s*Buffers: (.*)$/m.exec(plan) ?? []
  return [...what.matchAll(/shared (.*?)(?:,|$)/g)]
    .flatMap(([, shared = '']) => [...shared.matchAll(/(?:hit|read)=(\d+)/g)])
    .reduce((all, [, blocks]) => all + Number(blocks), 0)
}

/** A statement of a function: the server says of which. */
function isNested(plan: string): boolean {
  return /^\S.*CONTEXT: {2}/m.test(plan)
}

/** Rows that the scans of tables and indexes looked at: those that they gave on and those that a condition took away, in every loop. */
function lookedAt(plan: string): number {
  const nodes = plan.split(/^(?=.*\(cost=)/m).filter((node) => SCAN.test(node))
  return sum(nodes.map(rowsOf))
}

/** The index scan below a bitmap finds the same rows as the scan above it. */
const SCAN = /^\s*(?:->\s*)?(?:Parallel )?(?:Seq|Index|Index Only|Bitmap Heap) Scan /

function rowsOf(node: string): number {
  const [, rows = '0', loops = '0'] = /actual \S+ rows=([\d.]+) loops=(\d+)/.exec(node) ?? []
  const removed = [...node.matchAll(/Rows Removed by (?:Filter|Index Recheck): (\d+)/g)]
  return Math.round((Number(rows) + sum(removed.map(([, many]) => Number(many)))) * Number(loops))
}

function sum(all: readonly number[]): number {
  return all.reduce((one, other) => one + other, 0)
}
