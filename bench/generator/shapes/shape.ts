import { type Block, blocksOf } from '../blocks.js'
import type { LossyRow, Rendered, Truth } from '../model.js'
import { applyNoise, drawNoise, type NoiseName } from '../noise.js'
import type { Rng } from '../rng.js'

/** How to render: `noise: false` prints labels and figures as the official form has them. */
export interface RenderOptions {
  noise: boolean
}

/** A report to render, with its own source of chance. */
export interface Order {
  truth: Truth
  rng: Rng
}

/** A way in which reports reach a reader. Shapes that start a program render many at once. */
export interface Shape {
  name: string
  needs: 'nothing' | 'pdf' | 'office'
  renderMany(orders: readonly Order[], options: RenderOptions): Promise<Rendered[]>
}

/** What a shape makes of one report. */
export interface Page {
  bytes: Uint8Array
  extension: string
  separators?: boolean
  noise?: string[]
  print?: LossyRow[]
}

/** A report in pieces, with the noise that was put on it. */
export interface Draft {
  truth: Truth
  blocks: Block[]
  noise: NoiseName[]
  rng: Rng
}

/** Cuts a report into pieces and draws its noise. */
export function draft(order: Order, options: RenderOptions, never: NoiseName[] = []): Draft {
  const { truth, rng } = order
  const noise = options.noise ? drawNoise(rng, never) : []
  return { truth, rng, noise, blocks: applyNoise(blocksOf(truth), noise, rng) }
}

/** A finished document. */
export function rendered(name: string, { truth, noise }: Draft, page: Page): Rendered {
  return {
    name: `${truth.title.replaceAll(/\s/g, '')}.${page.extension}`,
    bytes: page.bytes,
    shape: name,
    separators: page.separators ?? true,
    noise: [...noise, ...(page.noise ?? [])],
    ...(page.print && { print: page.print }),
  }
}

/** A shape that renders each report by itself. */
export function simpleShape(
  name: string,
  make: (draft: Draft) => Page | Promise<Page>,
  never: NoiseName[] = [],
): Shape {
  return {
    name,
    needs: 'nothing',
    async renderMany(orders, options) {
      const documents: Rendered[] = []
      for (const order of orders) {
        const piece = draft(order, options, never)
        documents.push(rendered(name, piece, await make(piece)))
      }
      return documents
    },
  }
}
