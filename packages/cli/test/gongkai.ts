import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleReports } from '@gongkai/app'

/** The command as users run it, from what `npm test` has just built. */
export const BIN = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the command in `folder` as a process of its own. */
export function gongkai(folder: string, ...args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...out }))
  })
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
