import { parseArgs } from 'node:util'
import { benchClock } from './clock/bench-clock.js'
import { benchApi } from './platform/bench-api.js'
import { benchBulk } from './platform/bench-bulk.js'
import { benchGrowth } from './platform/bench-growth.js'
import { benchLetters } from './platform/bench-letters.js'
import { benchMemory } from './platform/bench-memory.js'
import { benchPortal } from './platform/bench-portal.js'
import { benchRequests } from './platform/bench-requests.js'
import { benchStart } from './platform/bench-start.js'
import { benchHeldOut } from './reading/bench-held-out.js'
import { benchShapes } from './reading/bench-shapes.js'
import { benchAbsurd } from './robust/bench-absurd.js'
import { benchFuzz } from './robust/bench-fuzz.js'
import { benchRules } from './rules/bench-rules.js'
import { benchSeeds } from './seeds/bench-seeds.js'
import { benchBatch } from './speed/bench-batch.js'
import { benchSpeed } from './speed/bench-speed.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'per-shape': { type: 'string', default: '60' },
    /** Generated documents that Chromium, LibreOffice and typst print; their programs must be installed. */
    printed: { type: 'string', default: '6' },
    file: { type: 'string', default: '' },
    reports: { type: 'string', default: '10000' },
    /** Of the memory under load. */
    seconds: { type: 'string', default: '240' },
    /** Prints the plan of every statement that growth measured; they are kept in bench/out/explain in any case. */
    explain: { type: 'boolean', default: false },
  },
})

// What was started ends with us, however we end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const seed = Number(values.seed)
const perShape = Number(values['per-shape'])

/** The shapes that need a program: printed PDFs and the old binary formats. */
const PRINTED = [
  'doc',
  'xls',
  'pdf-chromium-ruled',
  'pdf-chromium-plain',
  'pdf-chromium-paged',
  'pdf-office-ruled',
  'pdf-office-plain',
  'pdf-typst-ruled',
  'pdf-typst-plain',
]

/** What may be named, as `a b` or `--only a,b`; the held-out documents run only when they are named. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  seeds: benchSeeds,
  shapes: () => benchShapes({ seed, perShape }),
  printed: () => benchShapes({ seed, perShape: Number(values.printed), shapes: PRINTED }),
  rules: () => benchRules(seed, perShape),
  speed: () => benchSpeed(seed, 12),
  batch: () => benchBatch(seed, Number(values.reports)),
  fuzz: () => benchFuzz(seed, perShape),
  absurd: () => benchAbsurd(values.file),
  clock: () => benchClock(seed),
  start: benchStart,
  portal: () => benchPortal(seed),
  api: benchApi,
  requests: benchRequests,
  letters: benchLetters,
  bulk: () => benchBulk(seed),
  memory: () => benchMemory(seed, Number(values.seconds)),
  'growth-depth': () => benchGrowth('depth', values.explain),
  'growth-breadth': () => benchGrowth('breadth', values.explain),
  'held-out': benchHeldOut,
}

const asked = [...(values.only?.split(',') ?? []), ...positionals]
const named = asked.length > 0 ? asked : Object.keys(SECTIONS).filter((name) => name !== 'held-out')
for (const name of named) {
  const section = SECTIONS[name]
  if (!section)
    throw new RangeError(`no such section: ${name}; there are ${Object.keys(SECTIONS).join(', ')}`)
  await section()
}
