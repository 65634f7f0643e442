import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** From the next start of the service on, the server writes the plan of every statement to its log, with time and blocks. */
export async function explainEverything(client: pg.Client): Promise<void> {
  const settings = [
    `session_preload_libraries = 'auto_explain'`,
    ...['log_min_duration = 0', 'log_analyze = on', 'log_buffers = on', 'log_timing = on'].map(
      (setting) => `auto_explain.${setting}`,
    ),
  ]
  const { rows } = await client.query('select current_database() as name')
  await client.query(`load 'auto_explain'`)
  for (const setting of settings)
    await client.query(`alter database ${rows[0].name} set ${setting}`)
}

/** The plans of what is asked from now on. */
export function readPlans(folder: string) {
  const file = path.join(folder, 'database', 'server.log')
  const from = statSync(file).size
  return {
    /** Keeps them in a file, the costliest first; the blocks that all of them read together. */
    async keep(to: string, isPrinted: boolean): Promise<number> {
      await wait(300)
      const log = readFileSync(file).subarray(from).toString()
      const plans = log
        .split(/^(?=.*LOG: {2}duration: )/m)
        .filter((entry) => entry.includes('Query Text:') && isOurs(entry))
        .toSorted((a, b) => blocksOf(b) - blocksOf(a))
      writeFileSync(to, plans.join('\n'))
      if (isPrinted) process.stdout.write(`\n${path.basename(to)}\n${plans[0] ?? ''}\n`)
      return plans.reduce((all, plan) => all + blocksOf(plan), 0)
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
