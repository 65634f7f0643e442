import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleReports } from '@gongkai/app'

/** The command as users run it, from what `npm test` has just built. */
export const BIN = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

let kept: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

/** Runs the command in `folder`, after those before: in a process that is kept, as a new one costs more than most commands do. */
export function gongkai(folder: string, ...args: readonly string[]): Promise<Run> {
  const run = last.then(async () => {
    kept ??= keep()
    kept.send({ folder: path.resolve(folder), args })
    const [answer] = await once(kept, 'message')
    return answer
  })
  last = run.catch(() => {})
  return run
}

function keep(): ChildProcess {
  const child = fork(fileURLToPath(new URL('kept.ts', import.meta.url)), { execArgv: [] })
  child.unref()
  child.channel?.unref()
  return child
}

/** Runs the command with its output going into the file `out`. */
export function gongkaiTo(out: string, ...args: readonly string[]) {
  const fd = openSync(out, 'w')
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    stdio: ['ignore', fd, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(fd)
  return { status, stderr }
}

/** The objects of NDJSON, one a line. */
// biome-ignore lint/suspicious/noExplicitAny: what the command printed, whose shape is what is tested.
export function objects(stdout: string): readonly any[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** A folder with the example reports, and what removes it. */
export async function exampleFolder(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-cli-'))
  for (const { name, bytes } of await exampleReports()) {
    writeFileSync(path.join(folder, name), bytes)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
