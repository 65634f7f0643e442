import { createPool, exampleReports, type Pool } from '@gongkai/app'
import type { SavedReport } from '@gongkai/report'
import { createApp, type ServerDeps } from '../src/index.js'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly code: string | undefined
  readonly message: string
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: the answers of the API as a client gets them
  readonly body: any
}

/** The service in one process, with a pool of one thread and a page that stands for the built console. */
export function startService(changed: Partial<ServerDeps> = {}) {
  const pool = changed.pool ?? createPool({ jobs: 1 })
  const faults: unknown[] = []
  const app = createApp({
    pool,
    console: {
      page: '<meta property="csp-nonce" nonce="__NONCE__" />',
      assets: new Map([['index-1.js', new TextEncoder().encode('let a')]]),
    },
    hosts: ['localhost', '127.0.0.1'],
    onFault: (fault) => faults.push(fault),
    ...changed,
  })
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await app.request(path, init)
    const text = await answer.clone().text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
    const body = isJson ? JSON.parse(text) : null
    const { status, headers } = answer
    return { status, headers, body, text, code: body?.code, message: body?.message ?? '' }
  }
  const post = (path: string, body: unknown) =>
    ask(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { ask, post, pool, faults, close: () => pool.close() }
}

/** A multipart body with one file. */
export function upload(name: string, content: string | Uint8Array<ArrayBuffer>): RequestInit {
  const form = new FormData()
  form.append('file', new File([content], name))
  return { method: 'POST', body: form }
}

/** The reading of an example whose name holds `word`. */
export async function readExample(pool: Pool, word: string): Promise<SavedReport> {
  const example = (await exampleReports()).find(({ name }) => name.includes(word))
  if (!example) throw new Error(`no example ${word}`)
  const read = await pool.read(example)
  if (!read.ok) throw new Error(read.refusal.message)
  return read.value
}
