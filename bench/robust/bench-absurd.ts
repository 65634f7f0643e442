import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { watched } from '../speed/watched.js'
import { printTable } from '../table.js'
import { baseReports } from './absurd/base.js'
import { type AbsurdFile, brokenFiles, hostileFiles } from './absurd/files.js'
import { hostileTexts, longFiles } from './absurd/long-files.js'

const BIN = fileURLToPath(new URL('../../packages/cli/bin/gongkai.js', import.meta.url))

const MOST_SECONDS = 10
const MOST_MB = 500
const SHOWN = 40

const GROUPS = {
  'Broken files': brokenFiles,
  'Hostile files': hostileFiles,
  'Files of absurd length': longFiles,
  'Hostile texts': hostileTexts,
}

/**
 * Files that nobody should have to read, each in a process of `gongkai check` of its own: time, memory, what it says.
 * `only` keeps those whose name holds it.
 */
export async function benchAbsurd(only = ''): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-absurd-'))
  const base = await baseReports()
  try {
    for (const [title, filesOf] of Object.entries(GROUPS)) {
      const rows = []
      const files = filesOf(base).filter(([name]) => name.includes(only))
      for (const file of files) rows.push(await run(folder, file))
      if (rows.length === 0) continue
      printTable(title, ['file', 'exit', 's', 'MB', 'over', 'says'], rows)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function run(folder: string, [name, make]: AbsurdFile): Promise<(string | number)[]> {
  const path = join(folder, name)
  writeFileSync(path, make())
  const done = await watched([BIN, 'check', path, '--json'])
  const { seconds, peakMb, exitCode } = done
  rmSync(path)
  const isOver = seconds > MOST_SECONDS || peakMb > MOST_MB
  return [
    name,
    exitCode ?? '-',
    seconds.toFixed(1),
    peakMb.toFixed(0),
    isOver ? 'over' : '',
    shown(done.said || done.complained),
  ]
}

/** The refusal, or how many findings and problems the report has. */
function shown(said: string): string {
  try {
    const { refusal, findings, problems } = JSON.parse(said)
    if (refusal) return `${refusal.code} ${refusal.message.slice(0, SHOWN)}`
    const codes = new Set(problems.map(({ code }: { code: string }) => code))
    return `${findings.length} findings; ${[...codes].join(' ')}`
  } catch {
    return said.slice(0, 200)
  }
}
