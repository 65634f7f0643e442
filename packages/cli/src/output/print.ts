import { once } from 'node:events'

/** Writes a line to stdout and waits while whoever reads it is behind. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Writes a line to stderr: what is said beside the result. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Raises the exit code: with many files the highest wins. */
export function raiseExitCode(code: 0 | 1 | 2): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0))
}

// Whoever read our output has enough: `gongkai read … | head` is no error. Any other output that is lost is one, and
// must not end with the code that says that errors were found.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit()
  say(`gongkai：结果没有写完（${code}）。请检查输出位置的磁盘空间和写入权限。`)
  process.exit(2)
})
