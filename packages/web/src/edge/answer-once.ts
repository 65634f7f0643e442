import { createHash } from 'node:crypto'
import { claimRequest, dropClaim, type KeptAnswer, keepAnswer, type Platform } from '@gongkai/app'
import type { Context } from 'hono'
import { answerRefusal, type Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import type { Edge } from './edge.js'
import type { Asked } from './read-asked.js'
import { isSentForm, piecesOf } from './sent-form.js'

export const IDEMPOTENCY_KEY = 'idempotency-key'

/** Bytes. A larger answer is not kept: it can be asked for again. */
const LARGEST = 1_000_000
/** Of an answer that is given again. A cookie is not. */
const HEADERS = ['content-type', 'content-disposition']

/**
 * Answers a write. With an `Idempotency-Key`, the same request of the same person or token is done once within a day: its answer is
 * given again, with `Idempotency-Replayed`.
 */
export async function answerOnce(
  c: Context<Env>,
  edge: Pick<Edge, 'onFault'>,
  platform: Platform,
  personId: string,
  asked: Asked<unknown, unknown, unknown>,
  run: (platform: Platform) => Promise<Response>,
): Promise<Response> {
  const key = c.req.header(IDEMPOTENCY_KEY)
  if (key === undefined) return run(platform)
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) return answerRefusal(c, WRONG_KEY)
  const digest = await digestOf(c, asked)
  const claimed = await claimRequest(platform, { personId, key, digest })
  if (!claimed.ok) {
    if (claimed.refusal.code === 'idempotency.under-way') c.header('Retry-After', '1')
    return answerRefusal(c, claimed.refusal)
  }
  if ('answer' in claimed.value) return replayed(c, claimed.value.answer)
  const { claim } = claimed.value
  try {
    const answer = await run({ ...platform, claim })
    const isOver = answer.status < 500 && answer.status !== 429
    // It was done, and is answered, whatever becomes of the copy.
    await (isOver
      ? keepAnswer(platform, key, claim, await kept(answer))
      : dropClaim(platform, claim)
    ).catch((fault) => edge.onFault(fault, 'idempotency'))
    return answer
  } catch (fault) {
    await dropClaim(platform, claim).catch(() => {})
    throw fault
  }
}

const WRONG_KEY = REQUEST_REFUSALS.malformed([
  { field: 'Idempotency-Key', message: '应为 8 至 200 个可见的 ASCII 字符' },
])

async function kept(answer: Response): Promise<KeptAnswer | null> {
  const body = Buffer.from(await answer.clone().arrayBuffer())
  if (body.length > LARGEST) return null
  const headers = HEADERS.flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const { status } = answer
  return { status, headers: Object.fromEntries(headers), body: body.toString('base64') }
}

function replayed(c: Context<Env>, { status, headers, body }: KeptAnswer): Response {
  const bytes = Buffer.from(body, 'base64')
  c.header('Idempotency-Replayed', 'true')
  return c.newResponse(bytes.length > 0 ? bytes : null, status as 200, headers)
}

/** Of all that decides what is done: where it goes, on which version, and what it says. Files count by their bytes. */
async function digestOf(
  { req }: Context<Env>,
  { query, body, version }: Asked<unknown, unknown, unknown>,
): Promise<Buffer> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([req.method, req.path, query ?? null, version]))
  if (isSentForm(body)) {
    for (const piece of piecesOf(body)) {
      hash.update(Buffer.from(await crypto.subtle.digest('SHA-256', piece)))
    }
    return hash.digest()
  }
  for (const [name, value] of Object.entries(body ?? {})) {
    const content =
      value instanceof File ? Buffer.from(await value.arrayBuffer()) : JSON.stringify(value ?? null)
    hash.update(`\n${name} ${content.length}\n`).update(content)
  }
  return hash.digest()
}
