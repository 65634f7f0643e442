import type { Block } from '../blocks.js'
import type { Grid } from '../grids.js'
import type { Rng } from '../rng.js'
import {
  type CellWriter,
  deleted,
  docxTable,
  inserted,
  packDocx,
  paragraph,
  run,
} from './docx-parts.js'
import { type Draft, simpleShape } from './shape.js'
import { piecesOf } from './text-pieces.js'

const centred = '<w:jc w:val="center"/>'
const numbered = (level: number): string =>
  `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr>`

const plainCell: CellWriter = (text) => paragraph(run(text, { size: 18 }), centred)

/** The body of a document; headings lose their numbers where these are automatic. */
export function docxBody(
  blocks: Block[],
  table: (grid: Grid) => string,
  automatic = false,
): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table') return table(block.grid) + paragraph('')
      if (block.kind === 'title')
        return paragraph(run(block.text, { bold: true, size: 36 }), centred)
      if (block.kind === 'heading') {
        const bare = block.text.replace(/^(?:[一二三四五六]、|[（(][一二三四五六][）)])/, '')
        const known = automatic && bare !== block.text
        const text = run(known ? bare : block.text, { bold: true })
        return paragraph(text, known ? numbered(block.level) : '')
      }
      const right = block.kind === 'signature' || block.kind === 'date'
      return paragraph(
        run(block.text),
        right ? '<w:jc w:val="right"/>' : '<w:ind w:firstLineChars="200"/>',
      )
    })
    .join('')
}

const docxPage = (bytes: Uint8Array, noise: string[] = []) => ({ bytes, extension: 'docx', noise })

/** A plain document with real tables. */
export const docxClean = simpleShape('docx-clean', ({ blocks }) =>
  docxPage(packDocx(docxBody(blocks, (grid) => docxTable(grid, plainCell)))),
)

/** Headings whose numbers are automatic and not in the text, with page header and footer. */
export const docxNumbered = simpleShape(
  'docx-numbered',
  ({ blocks, truth }) => {
    const body = docxBody(blocks, (grid) => docxTable(grid, plainCell), true)
    const extras = { numbering: true, header: truth.title, footer: true }
    return docxPage(packDocx(body, extras), ['automatic-numbers'])
  },
  ['number-style'],
)

function revisedCell(rng: Rng): CellWriter {
  return (text, role) => {
    const set = run(text, { size: 18 })
    const kind = role === 'data' && text !== '' ? rng.int(0, 11) : rng.int(3, 30)
    const old = `${rng.int(1, 99)}`
    if (kind === 0) return paragraph(deleted(old) + inserted(set), centred)
    if (kind === 1) return paragraph(set + run(old, { hidden: true }), centred)
    if (kind === 2)
      return paragraph(
        `<w:bookmarkStart w:id="1" w:name="_GoBack"/>${set}<w:bookmarkEnd w:id="1"/>`,
        centred,
      )
    if (kind === 3 && text.length > 2 && !text.includes('\n')) {
      return paragraph(
        run(text.slice(0, 1), { size: 18 }) + run(text.slice(1), { size: 18 }),
        centred,
      )
    }
    return paragraph(set, centred)
  }
}

function revisedBody({ blocks, rng }: Draft): string {
  const cell = revisedCell(rng)
  const stray = paragraph(run('此处为内部备注，不对外公开', { hidden: true }))
  const gone = paragraph(deleted('三、收到和处理政府信息公开申请情况（征求意见稿）'))
  const body = docxBody(blocks, (grid) => docxTable(grid, cell))
  return rng.chance(0.5) ? stray + body + gone : body + gone + stray
}

/** Tracked deletions and insertions, hidden text and bookmarks, in cells and between them. */
export const docxRevised = simpleShape('docx-revised', (piece) =>
  docxPage(packDocx(revisedBody(piece), { footer: true }), ['revisions']),
)

/** Tables cut in two by hand, and labels broken into paragraphs. */
export const docxSplit = simpleShape('docx-split', ({ blocks, rng }) => {
  const cell: CellWriter = (text) =>
    text
      .split('\n')
      .map((line) => paragraph(run(line, { size: 18 }), centred))
      .join('')
  const head = rng.chance(0.5)
  const again = rng.pick<'empty' | 'repeat'>(['empty', 'repeat'])
  const body = docxBody(blocks, (grid) =>
    piecesOf(grid, rng, head, again)
      .map((piece) => docxTable(piece, cell))
      .join(paragraph('')),
  )
  return docxPage(packDocx(body, { header: '政府信息公开工作年度报告' }), ['pieces'])
})
