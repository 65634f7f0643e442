import { AUTHORITIES } from './authorities.js'
import { COLLECTIONS } from './collection.js'
import { EVENTS } from './events.js'
import { FEES } from './fees.js'
import { LETTERS } from './letters.js'
import { MATERIALS } from './materials.js'
import { OVERLAYS } from './overlays.js'
import { PAST } from './past.js'
import { PEOPLE } from './people.js'
import { PROACTIVE } from './proactive.js'
import type { Proof } from './proof.js'
import { QUEUE } from './queue.js'
import { REMEDIES } from './remedies.js'
import { REPEATS } from './repeats.js'
import { REQUESTS } from './requests.js'
import { RETENTION } from './retention.js'
import { SIGN_IN } from './sign-in.js'
import { TOKENS } from './tokens.js'

/** One proof for each policy. Whoever writes a policy adds a row in the list of its tables. */
export const PROOFS: readonly Proof[] = [
  ...AUTHORITIES,
  ...COLLECTIONS,
  ...PAST,
  ...PEOPLE,
  ...SIGN_IN,
  ...EVENTS,
  ...QUEUE,
  ...TOKENS,
  ...REPEATS,
  ...OVERLAYS,
  ...REQUESTS,
  ...LETTERS,
  ...MATERIALS,
  ...REMEDIES,
  ...RETENTION,
  ...PROACTIVE,
  ...FEES,
]
