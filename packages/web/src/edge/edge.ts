import type { Mail } from '@gongkai/app'
import type { Ground } from './ground.js'
import type { IdentityProvider } from './identity-provider.js'
import type { Limiter } from './limits.js'

/** What the routes of the platform are given. */
export type Edge = {
  readonly ground: Ground
  readonly limiter: Limiter
  /** The identity service of the province; null where none is set. */
  readonly identity: IdentityProvider | null
  /** What links begin with, without a stroke at the end. */
  readonly publicUrl: () => string
  /** The proxies whose word is taken for where a request comes from. */
  readonly trustedProxies: readonly string[]
  readonly sendMail: (mail: Mail) => Promise<void>
  /** Told of what fails behind an answer. */
  readonly onFault: (fault: unknown, about: string) => void
}
