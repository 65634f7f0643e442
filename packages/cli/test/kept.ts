// The command `gongkai` in a process that is kept for one call after the other: each runs all of what was built, in its folder, with its settings.
import { fileURLToPath } from 'node:url'
import type { Run } from './gongkai.js'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const environment = new Set(Object.keys(process.env))
let calls = 0

process.on('disconnect', () => process.exit())
process.on('message', async ({ folder, args }: { folder: string; args: string[] }) => {
  process.chdir(folder)
  process.argv.splice(2, process.argv.length, ...args)
  process.exitCode = 0
  const heard = [process.stdout, process.stderr].map(hear)
  // A module of another name runs anew; what it imports is there.
  await import(`${MAIN}?${++calls}`)
  const [stdout = '', stderr = ''] = heard.map((stop) => stop())
  // What `.env` set; the rest goes before it and stands.
  for (const name of Object.keys(process.env)) if (!environment.has(name)) delete process.env[name]
  process.send?.({ code: Number(process.exitCode), stdout, stderr } satisfies Run)
})

/** Keeps what is written to a stream from now on, until it is asked for. */
function hear(stream: NodeJS.WriteStream): () => string {
  const { write } = stream
  const chunks: (string | Uint8Array)[] = []
  stream.write = (chunk: string | Uint8Array) => {
    chunks.push(chunk)
    return true
  }
  return () => {
    stream.write = write
    return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString()
  }
}
