import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SCRIPT = fileURLToPath(new URL('load.mjs', import.meta.url))

export type Load = {
  readonly url: string
  readonly paths: readonly string[]
  readonly connections: number
} & ({ readonly seconds: number } | { readonly amount: number })

/** What a load came to; times in milliseconds. */
export type Loaded = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly errors: number
  readonly non2xx: number
}

/** Asks for the paths from a process of its own, on the same processors as the service. */
export async function load(what: Load): Promise<Loaded> {
  const args = [SCRIPT, JSON.stringify(what)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}
