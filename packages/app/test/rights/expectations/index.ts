import type { Expectation } from '../expectation.js'
import { AUTHORITIES } from './authorities.js'
import { COLLECTION } from './collection.js'
import { FEES } from './fees.js'
import { LETTERS } from './letters.js'
import { MATERIALS } from './materials.js'
import { NOTICES } from './notices.js'
import { OVERLAYS } from './overlays.js'
import { PASSKEYS } from './passkeys.js'
import { PAST } from './past.js'
import { PEOPLE } from './people.js'
import { PROACTIVE } from './proactive.js'
import { QUEUE } from './queue.js'
import { REMEDIES } from './remedies.js'
import { REQUEST_ADVICES } from './request-advices.js'
import { REQUEST_JOINS } from './request-joins.js'
import { REQUEST_SEARCHES } from './request-searches.js'
import { REQUEST_TASKS } from './request-tasks.js'
import { REQUESTS } from './requests.js'
import { RETENTION } from './retention.js'
import { SESSIONS } from './sessions.js'
import { TOKENS } from './tokens.js'

/** Every use case that takes an actor. Whoever writes one adds a row in the list of its folder. */
export const EXPECTATIONS: readonly Expectation[] = [
  ...COLLECTION,
  ...AUTHORITIES,
  ...PAST,
  ...PEOPLE,
  ...SESSIONS,
  ...QUEUE,
  ...NOTICES,
  ...TOKENS,
  ...PASSKEYS,
  ...OVERLAYS,
  ...REQUESTS,
  ...REQUEST_TASKS,
  ...REQUEST_SEARCHES,
  ...REQUEST_ADVICES,
  ...REQUEST_JOINS,
  ...LETTERS,
  ...MATERIALS,
  ...REMEDIES,
  ...RETENTION,
  ...PROACTIVE,
  ...FEES,
]
