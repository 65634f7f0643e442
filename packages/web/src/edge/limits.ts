import { countTries, type Limit } from '@gongkai/app'
import type { Context, MiddlewareHandler } from 'hono'
import { answerRefusal, type Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'
import { clientAddress, networkOf } from './client-address.js'
import type { Edge } from './edge.js'

/** Counts tries in the memory of this process. */
export type Limiter = {
  /** Seconds to wait; null where this one may go on, and is counted. */
  readonly take: (key: string, limit: Limit) => number | null
  /** Counts one. */
  readonly count: (key: string, limit: Limit) => Count
}

type Count = {
  /** Whether this one was one too many. */
  readonly isOver: boolean
  /** So many are left. */
  readonly left: number
  /** Until all begin anew. */
  readonly seconds: number
}

/** A stranger with many addresses costs no more memory than this. */
const MOST_KEYS = 20_000

/** Two processes beside each other let through twice as much: what must not be doubled is counted in the database too. */
export function newLimiter(now: () => number): Limiter {
  const windows = new Map<string, { readonly until: number; count: number }>()
  const count = (key: string, { most, minutes }: Limit): Count => {
    const at = now()
    const present = windows.get(key)
    const window =
      present && present.until > at ? present : { until: at + minutes * 60_000, count: 0 }
    if (window !== present) {
      windows.delete(key)
      const oldest = windows.size >= MOST_KEYS ? windows.keys().next().value : undefined
      if (oldest !== undefined) windows.delete(oldest)
      windows.set(key, window)
    }
    const isOver = window.count >= most
    if (!isOver) window.count += 1
    return { isOver, left: most - window.count, seconds: Math.ceil((window.until - at) / 1000) }
  }
  return {
    count,
    take(key, limit) {
      const { isOver, seconds } = count(key, limit)
      return isOver ? seconds : null
    },
  }
}

// `way-in` is a sign-in that begins elsewhere, at a device or a province; it is one of `sign-in` when it comes back.
// A whole office may stand behind one address. Tries on one login are few: five failures make it wait in any case.
// biome-ignore format: table
export const LIMITS = {
  'set-up':  { address: { most: 30,  minutes: 15 }, login: { most: 30, minutes: 15 } },
  'sign-in': { address: { most: 200, minutes: 15 }, login: { most: 20, minutes: 15 } },
  'way-in':  { address: { most: 200, minutes: 15 }, login: { most: 20, minutes: 15 } },
  'reset':   { address: { most: 30,  minutes: 60 }, login: { most: 5,  minutes: 60 } },
  'link':    { address: { most: 60,  minutes: 15 }, login: { most: 60, minutes: 15 } },
} as const satisfies Record<string, Readonly<Record<'address' | 'login', Limit>>>

// Of all requests to the API: by the address they come from, where a whole county may sit behind one, and by who asks. They guard the process from
// a program that runs wild, so each counts for itself; nobody who works at a screen comes near them.
// biome-ignore format: table
export const CALLS = {
  address: { most: 12_000, minutes: 1 },
  person:  { most: 3_000,  minutes: 1 },
  token:   { most: 600,    minutes: 1 },
} as const satisfies Record<string, Limit>

/**
 * The answer to one try too many, by address or, where one is given, by login; null where it may go on. What this process knows is enough of
 * a flood is not asked of the database; all else is counted there, for every process. Before the set-up there is no place for it there.
 */
export async function tooOften(
  c: Context<Env>,
  { limiter, ground }: Pick<Edge, 'limiter' | 'ground'>,
  what: keyof typeof LIMITS,
  address: string,
  login?: string,
): Promise<Response | null> {
  const tries = [
    { key: `${what} from ${address}`, limit: LIMITS[what].address },
    ...(login === undefined ? [] : [{ key: `${what} as ${login}`, limit: LIMITS[what].login }]),
  ]
  const here = tries.map(({ key, limit }) => limiter.take(key, limit) ?? 0)
  const seconds = Math.max(...here)
  if (seconds > 0) return wait(c, seconds)
  const ready = await ground.platform()
  if (!ready.ok) return null
  const until = await countTries(ready.value, tries)
  return until && wait(c, Math.ceil((until.getTime() - ready.value.now().getTime()) / 1000))
}

/**
 * The answer to whoever asks too often; null where it may go on. How much is left is said in `RateLimit`, as
 * draft-ietf-httpapi-ratelimit-headers has it.
 */
export function tooManyCalls(
  c: Context<Env>,
  limiter: Limiter,
  who: keyof typeof CALLS,
  id: string,
): Response | null {
  const { most, minutes } = CALLS[who]
  const { isOver, left, seconds } = limiter.count(`${who} ${id}`, CALLS[who])
  c.header('RateLimit-Policy', `"${who}";q=${most};w=${minutes * 60}`, { append: true })
  c.header('RateLimit', `"${who}";r=${left};t=${seconds}`, { append: true })
  return isOver ? wait(c, seconds) : null
}

/** Lets an address ask so often, whatever it asks. */
export function perAddress({
  limiter,
  trustedProxies,
}: Pick<Edge, 'limiter' | 'trustedProxies'>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const address = networkOf(clientAddress(c, trustedProxies) ?? '')
    const often = tooManyCalls(c, limiter, 'address', address)
    if (often) return often
    await next()
  }
}

function wait(c: Context<Env>, seconds: number): Response {
  c.header('Retry-After', `${Math.max(seconds, 1)}`)
  return answerRefusal(c, REQUEST_REFUSALS.tooOften(seconds))
}
