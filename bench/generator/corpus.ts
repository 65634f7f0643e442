import { compose } from './compose.js'
import type { FillStyle } from './fill.js'
import type { Rendered, Truth } from './model.js'
import { composePlanted, PLANTED_RULES } from './plant.js'
import { createRng, hash, type Rng } from './rng.js'
import type { Shape } from './shapes/shape.js'
import { SHAPES } from './shapes.js'

/** What to generate. Without `shapes`, every shape that the other options allow. */
export interface CorpusOptions {
  seed: number
  perShape: number
  shapes?: readonly string[]
  planted?: boolean
  pdf?: boolean
  office?: boolean
  fill?: FillStyle | 'mixed'
  noise?: boolean
}

/** One document with its truth, and last year's truth where a mistake needs it. */
export interface Sample {
  truth: Truth
  previous?: { truth: Truth }
  document: Rendered
}

interface Report {
  truth: Truth
  previous?: { truth: Truth }
}

/** The shapes that the options ask for. */
function chosenShapes(options: CorpusOptions): Shape[] {
  const { shapes } = options
  if (shapes !== undefined) {
    const unknown = shapes.filter((name) => !SHAPES.some((shape) => shape.name === name))
    if (unknown.length > 0) throw new RangeError(`no such shape: ${unknown.join(', ')}`)
    return SHAPES.filter(({ name }) => shapes.includes(name))
  }
  return SHAPES.filter(
    ({ needs }) =>
      needs === 'nothing' ||
      (needs === 'pdf' && options.pdf === true) ||
      (needs === 'office' && options.office === true),
  )
}

function report(rng: Rng, options: CorpusOptions, at: number): Report {
  if (options.planted === true) {
    const { current, previous } = composePlanted(rng, PLANTED_RULES[at % PLANTED_RULES.length])
    return { truth: current.truth, ...(previous && { previous: { truth: previous.truth } }) }
  }
  const wanted = options.fill ?? 'mixed'
  const fill = wanted === 'mixed' ? rng.pick<FillStyle>(['clean', 'varied']) : wanted
  return { truth: compose(rng, { fill }).truth }
}

const BATCH = 25

/** Generates documents with their truth, shape by shape; the same options give the same corpus. */
export async function* generateCorpus(options: CorpusOptions): AsyncGenerator<Sample> {
  for (const shape of chosenShapes(options)) {
    for (let start = 0; start < options.perShape; start += BATCH) {
      const size = Math.min(BATCH, options.perShape - start)
      const reports = Array.from({ length: size }, (_, at) => {
        const rng = createRng(hash(`${options.seed}/${shape.name}/${start + at}`))
        return { report: report(rng.fork('report'), options, start + at), rng: rng.fork('shape') }
      })
      const orders = reports.map(({ report: { truth }, rng }) => ({ truth, rng }))
      const documents = await shape.renderMany(orders, { noise: options.noise ?? true })
      for (const [at, document] of documents.entries()) {
        const source = reports[at]
        if (source !== undefined) yield { ...source.report, document }
      }
    }
  }
}
