import { encode } from '../encode.js'
import { anchorRows } from '../grid-rows.js'
import { gluedPrint } from '../print.js'
import { flat, writeLines } from './prose.js'
import { simpleShape } from './shape.js'

/** Each row of a table on one line, its cells glued together. */
export const gluedRows = simpleShape(
  'text-glued-rows',
  ({ blocks, rng }) => {
    const lines = writeLines(
      blocks,
      (grid) => anchorRows(grid).map((row) => row.map((text) => flat(text)).join('')),
      rng.chance(0.5),
    )
    return {
      bytes: encode(lines.join('\n'), 'utf-8'),
      extension: 'txt',
      separators: false,
      noise: ['glued'],
      print: gluedPrint(blocks),
    }
  },
  ['cell-spaces'],
)

/** A whole table on one line, all its cells glued together. */
export const gluedTables = simpleShape(
  'text-glued-tables',
  ({ blocks, rng }) => {
    const lines = writeLines(
      blocks,
      (grid) => [
        anchorRows(grid)
          .flat()
          .map((text) => flat(text))
          .join(''),
      ],
      rng.chance(0.5),
    )
    return {
      bytes: encode(lines.join('\n'), 'utf-8'),
      extension: 'txt',
      separators: false,
      noise: ['glued'],
      print: gluedPrint(blocks),
    }
  },
  ['cell-spaces'],
)
