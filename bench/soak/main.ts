import { parseArgs } from 'node:util'
import { soakAway } from './soak-away.js'
import { soakFull } from './soak-full.js'
import { soakHostile } from './soak-hostile.js'
import { soakKilled } from './soak-killed.js'
import { soakRequests } from './soak-requests.js'
import { soakTwo } from './soak-two.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    /** How long the database is away. */
    away: { type: 'string', default: '60' },
    file: { type: 'string', default: '' },
  },
})

// What was started ends with us, however we end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const seed = Number(values.seed)

/** What may be named: `npm run soak -- killed two`. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  killed: () => soakKilled(seed, Number(values.kills)),
  requests: () => soakRequests(seed, Number(values.kills)),
  away: () => soakAway(seed, Number(values.away)),
  full: () => soakFull(seed),
  two: soakTwo,
  hostile: () => soakHostile(values.file),
}

for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  const part = PARTS[name]
  if (!part)
    throw new RangeError(`no such part: ${name}; there are ${Object.keys(PARTS).join(', ')}`)
  await part()
}
