import { hasBlanks } from '../blocks.js'
import { encode } from '../encode.js'
import { anchorRows, wordRows } from '../grid-rows.js'
import { blanklessPrint } from '../print.js'
import { writeLines } from './prose.js'
import { type Page, simpleShape } from './shape.js'

const page = (lines: string[], separators = true, noise: string[] = []): Page => ({
  bytes: encode(lines.join('\n'), 'utf-8'),
  extension: 'txt',
  separators,
  noise,
})

/** One cell per line after a tab, an empty line between rows, an empty cell for a merged one. */
export const tabCells = simpleShape('text-tab-cells', ({ blocks, rng }) => {
  const blank = rng.pick(['', ' ', '　', '\u00a0'])
  const lead = rng.chance(0.9) ? '\t' : ''
  const gap = lead === '' || rng.chance(0.9)
  const lines = writeLines(
    blocks,
    (grid) =>
      wordRows(grid).flatMap((row) => {
        const cells = row.map((text) => `${lead}${text || (lead === '' ? ' ' : blank)}`)
        return gap ? [...cells, ''] : cells
      }),
    rng.chance(0.5),
  )
  return page(lines)
})

/** One cell per paragraph, merged cells left out; blank cells kept as white space or dropped. */
export const paragraphs = simpleShape('text-paragraphs', ({ blocks, truth, rng }) => {
  const gap = rng.chance(0.7) ? [''] : []
  const drop = rng.chance(0.3)
  const blank = rng.pick([' ', '　', '\u00a0'])
  const lines = writeLines(
    blocks,
    (grid) =>
      anchorRows(grid)
        .flat()
        .filter((text) => !drop || text !== '')
        .flatMap((text) => [text || blank, ...gap]),
    true,
  )
  const lost = drop && hasBlanks(truth)
  return {
    ...page(lines, !lost, lost ? ['blanks-dropped'] : []),
    ...(lost && { print: blanklessPrint(blocks) }),
  }
})

/** One cell per line without empty lines, where a blank cell is an empty line. */
export const plainCells = simpleShape('text-plain-cells', ({ blocks }) => {
  const lines = writeLines(blocks, (grid) => anchorRows(grid).flat(), false)
  return page(lines)
})
