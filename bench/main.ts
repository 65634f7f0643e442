import { parseArgs } from 'node:util'
import { benchHeldOut } from './reading/bench-held-out.js'
import { benchShapes } from './reading/bench-shapes.js'
import { benchFuzz } from './robust/bench-fuzz.js'
import { benchRules } from './rules/bench-rules.js'
import { benchSeeds } from './seeds/bench-seeds.js'
import { benchBatch } from './speed/bench-batch.js'
import { benchSpeed } from './speed/bench-speed.js'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'per-shape': { type: 'string', default: '60' },
    pdf: { type: 'boolean', default: false },
    office: { type: 'boolean', default: false },
    reports: { type: 'string', default: '10000' },
  },
})

const seed = Number(values.seed)
const perShape = Number(values['per-shape'])

/** What `--only a,b` may name; the held-out documents run only when they are named. */
const SECTIONS: Readonly<Record<string, () => Promise<void>>> = {
  seeds: benchSeeds,
  shapes: () => benchShapes({ seed, perShape, pdf: values.pdf, office: values.office }),
  rules: () => benchRules(seed, perShape),
  speed: () => benchSpeed(seed, 12),
  batch: () => benchBatch(seed, Number(values.reports)),
  fuzz: () => benchFuzz(seed, perShape),
  'held-out': benchHeldOut,
}

const named = values.only?.split(',') ?? Object.keys(SECTIONS).filter((name) => name !== 'held-out')
for (const name of named) {
  const section = SECTIONS[name]
  if (!section)
    throw new RangeError(`no such section: ${name}; there are ${Object.keys(SECTIONS).join(', ')}`)
  await section()
}
