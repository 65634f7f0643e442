import { AUTHORITIES } from './authorities.js'
import { COLLECTIONS } from './collection.js'
import { EVENTS } from './events.js'
import { PEOPLE } from './people.js'
import type { Proof } from './proof.js'
import { QUEUE } from './queue.js'
import { SIGN_IN } from './sign-in.js'

/** One proof for each policy. Whoever writes a policy adds a row in the list of its tables. */
export const PROOFS: readonly Proof[] = [
  ...AUTHORITIES,
  ...COLLECTIONS,
  ...PEOPLE,
  ...SIGN_IN,
  ...EVENTS,
  ...QUEUE,
]
