import { type Encoding, encode } from '../encode.js'
import { fullRows, wordRows } from '../grid-rows.js'
import { flat, writeLines } from './prose.js'
import { simpleShape } from './shape.js'

const ENCODINGS: Encoding[] = [
  'utf-8-bom',
  'gb18030',
  'gb18030',
  'utf-16le-bom',
  'utf-16be-bom',
  'utf-16le',
]

/** Plain text in encodings other than bare UTF-8, and with other line ends. */
export const encodings = simpleShape('text-encodings', ({ blocks, rng }) => {
  const encoding = rng.pick(ENCODINGS)
  const end = rng.pick(['\n', '\r\n', '\r\n', '\r'])
  const cellPerLine = rng.chance(0.5)
  const lines = writeLines(
    blocks,
    (grid) =>
      cellPerLine
        ? wordRows(grid).flatMap((row) => [...row.map((text) => `\t${text}`), ''])
        : fullRows(grid, 'empty').map((row) => row.map((text) => flat(text)).join('\t')),
    rng.chance(0.5),
  )
  const text = lines.join('\n').replaceAll('\n', end)
  return { bytes: encode(text, encoding), extension: 'txt', noise: [encoding] }
})
