import type { Context } from 'hono'
import { answerRefusal, type Env } from '../http/answers.js'
import { REQUEST_REFUSALS } from '../http/refusals.js'

/** So often within so long. */
export type Limit = { readonly most: number; readonly minutes: number }

/** Counts tries by what is tried, from where, and for whom. */
export type Limiter = {
  /** Seconds to wait; null where this one may go on, and is counted. */
  readonly take: (key: string, limit: Limit) => number | null
}

/** A stranger with many addresses costs no more memory than this. */
const MOST_KEYS = 20_000

/**
 * Counts in the memory of this process: two processes beside each other let through twice as much. What guards an account, the wait after
 * failures, is kept in the database and holds for both.
 */
export function newLimiter(now: () => number): Limiter {
  const windows = new Map<string, { readonly until: number; count: number }>()
  return {
    take(key, { most, minutes }) {
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
      if (window.count >= most) return Math.ceil((window.until - at) / 1000)
      window.count += 1
      return null
    },
  }
}

// A whole office may stand behind one address. Tries on one login are few: five failures make it wait in any case.
// biome-ignore format: table
export const LIMITS = {
  'set-up':  { address: { most: 30,  minutes: 15 }, login: { most: 30, minutes: 15 } },
  'sign-in': { address: { most: 200, minutes: 15 }, login: { most: 20, minutes: 15 } },
  'reset':   { address: { most: 30,  minutes: 60 }, login: { most: 5,  minutes: 60 } },
  'link':    { address: { most: 60,  minutes: 15 }, login: { most: 60, minutes: 15 } },
} as const satisfies Record<string, Readonly<Record<'address' | 'login', Limit>>>

/** The answer to one try too many, by address or, where one is given, by login; null where it may go on. */
export function tooOften(
  c: Context<Env>,
  limiter: Limiter,
  what: keyof typeof LIMITS,
  address: string,
  login?: string,
): Response | null {
  const byAddress = limiter.take(`${what} from ${address}`, LIMITS[what].address)
  const byLogin =
    login === undefined ? null : limiter.take(`${what} as ${login}`, LIMITS[what].login)
  const seconds = Math.max(byAddress ?? 0, byLogin ?? 0)
  if (seconds === 0) return null
  c.header('Retry-After', `${seconds}`)
  return answerRefusal(c, REQUEST_REFUSALS.tooOften(seconds))
}
