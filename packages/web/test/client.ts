import assert from 'node:assert/strict'
import {
  type CheckResult,
  createPool,
  exampleReports,
  type MergedFiles,
  type Pool,
} from '@gongkai/app'
import type { Comparison, SavedReport } from '@gongkai/report'
import { toolsOnly } from '../src/edge/tools-only.js'
import { createApp, type ServerDeps } from '../src/index.js'

/** What each address of the API answers in JSON when it does not refuse. */
type Bodies = {
  readonly '/reports/read': { readonly report: SavedReport; readonly check: CheckResult }
  readonly '/reports/check': CheckResult
  readonly '/reports/merge': MergedFiles
  readonly '/reports/compare': Comparison
  readonly '/rules': readonly { readonly code: string; readonly states: string }[]
  readonly '/examples': readonly { readonly id: string; readonly name: string }[]
  readonly '/openapi.json': {
    readonly paths: object
    readonly components: {
      readonly schemas: { readonly Report: { readonly properties: object } }
    }
  }
}

type Refused = {
  readonly code: string
  readonly detail: string
  readonly fields?: readonly { readonly field: string; readonly message: string }[]
  readonly requestId?: string
}

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Of an answer that is a refusal; empty of any other. */
  readonly refused: Partial<Refused>
}

/** The service in one process, with a pool of one thread and a page that stands for the built console. */
export function startService(changed: Partial<ServerDeps> = {}) {
  const pool = changed.pool ?? createPool({ jobs: 1, timeoutMs: 60_000 })
  const faults: unknown[] = []
  const app = createApp({
    pool,
    console: {
      page: '<meta property="csp-nonce" nonce="__NONCE__" />',
      assets: new Map([['index-1.js', new TextEncoder().encode('let a')]]),
    },
    edge: toolsOnly(),
    hosts: ['localhost', '127.0.0.1'],
    onFault: (fault) => faults.push(fault),
    ...changed,
  })
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await app.request(path, init)
    const text = await answer.clone().text()
    const { status, headers } = answer
    const isRefused = headers.get('content-type')?.startsWith('application/problem+json')
    return { status, headers, text, refused: isRefused ? JSON.parse(text) : {} }
  }
  const post = (path: string, body: unknown) => ask(`/api/v1${path}`, json(body))
  return { ask, post, pool, faults, close: () => pool.close() }
}

/** The body of a granted answer of the address `_of`. */
export function bodyOf<A extends keyof Bodies>(_of: A, { status, text }: Answered): Bodies[A] {
  assert.equal(status, 200, text)
  return JSON.parse(text)
}

/** A request with a JSON body. */
export function json(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
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
