import type { Expectation } from '../expectation.js'
import { AUTHORITIES } from './authorities.js'
import { COLLECTION } from './collection.js'
import { NOTICES } from './notices.js'
import { PEOPLE } from './people.js'
import { QUEUE } from './queue.js'
import { SESSIONS } from './sessions.js'

/** Every use case that takes an actor. Whoever writes one adds a row in the list of its folder. */
export const EXPECTATIONS: readonly Expectation[] = [
  ...COLLECTION,
  ...AUTHORITIES,
  ...PEOPLE,
  ...SESSIONS,
  ...QUEUE,
  ...NOTICES,
]
