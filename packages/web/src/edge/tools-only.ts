import { newSetUpCode } from '@gongkai/app'
import type { Edge } from './edge.js'
import { AWAY } from './ground.js'
import { newLimiter } from './limits.js'

/** The edge of a service without a database: the tools work, every route of the platform says that it is away. */
export function toolsOnly(): Edge {
  return {
    ground: {
      open: () => AWAY,
      platform: async () => AWAY,
      code: newSetUpCode(),
      lost: async () => null,
    },
    limiter: newLimiter(Date.now),
    identity: null,
    publicUrl: () => 'http://localhost',
    trustedProxies: [],
    sendMail: async () => {},
    onFault: () => {},
  }
}
