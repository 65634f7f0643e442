import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block } from '../blocks.js'
import type { Grid } from '../grids.js'
import { type Draft, draft, rendered, type Shape } from './shape.js'

const FONTS = process.env['TYPST_FONTS'] ?? '/usr/share/fonts/opentype/noto'

const literal = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

function typstTable(grid: Grid, stroke: string): string {
  const columns =
    grid.table === 'requests'
      ? '(1.2fr, 1.6fr, 3.4fr, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr)'
      : `${grid.width}`
  const cells = grid.rows
    .flat()
    .map(
      ({ text, colspan, rowspan }) =>
        `table.cell(colspan: ${colspan}, rowspan: ${rowspan}, text(${literal(text)})),`,
    )
  return `#table(columns: ${columns}, stroke: ${stroke}, align: center + horizon, inset: 3pt,\n${cells.join('\n')}\n)`
}

function typstBlock(block: Block, stroke: string): string {
  if (block.kind === 'table') return typstTable(block.grid, stroke)
  const text = `text(${literal(block.text)})`
  if (block.kind === 'title')
    return `#align(center, strong(text(size: 15pt, ${literal(block.text)})))`
  if (block.kind === 'heading') return `#strong(${text})`
  if (block.kind === 'signature' || block.kind === 'date') return `#align(right, ${text})`
  return `#par(first-line-indent: (amount: 2em, all: true), ${text})`
}

function source({ blocks, rng }: Draft, stroke: string): string {
  const numbering = rng.pick(['none', '"- 1 -"', '"1/1"', '"第 1 页 共 1 页"'])
  const paper = rng.pick(['a4', 'a4', 'iso-b5'])
  const head = `#set page(paper: "${paper}", margin: 2cm, numbering: ${numbering})
#set text(font: "Noto Serif CJK SC", size: ${rng.int(9, 11)}pt, lang: "zh")
#show table: set text(size: 8pt)`
  return [head, ...blocks.map((block) => typstBlock(block, stroke))].join('\n\n')
}

let compiler: NodeCompiler | undefined

function typstShape(name: string, stroke: string): Shape {
  return {
    name,
    needs: 'pdf',
    renderMany(orders, options) {
      compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] })
      const engine = compiler
      return Promise.resolve(
        orders.map((order) => {
          const piece = draft(order, options)
          const bytes = engine.pdf({ mainFileContent: source(piece, stroke) })
          engine.evictCache(5)
          return rendered(name, piece, { bytes, extension: 'pdf' })
        }),
      )
    },
  }
}

/** Set by typst, tables with ruling lines. */
export const typstRuled = typstShape('pdf-typst-ruled', '0.5pt')

/** Set by typst, tables without any line. */
export const typstPlain = typstShape('pdf-typst-plain', 'none')
