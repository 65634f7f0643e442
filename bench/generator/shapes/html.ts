import { type Encoding, encode } from '../encode.js'
import { wordRows } from '../grid-rows.js'
import type { GridCell } from '../grids.js'
import { escapeMarkup, htmlBody, htmlPage, htmlTable } from './html-parts.js'
import { simpleShape } from './shape.js'
import { piecesOf } from './text-pieces.js'

const PLAIN = { title: 'h1', heading: 'h2', paragraph: 'p' }
const BORDER = 'border="1" cellspacing="0" cellpadding="4"'

/** A page that holds the report and nothing else. */
export const htmlClean = simpleShape('html-clean', ({ blocks, truth, rng }) => {
  const headTag = rng.pick(['th', 'td'] as const)
  const sections = rng.chance(0.4)
  const body = htmlBody(
    blocks,
    (grid) => htmlTable(grid, { attributes: BORDER, headTag, sections }),
    PLAIN,
  )
  return { bytes: encode(htmlPage(truth.title, body), 'utf-8'), extension: 'html' }
})

/** Tables that lay out the page, with the tables of the report inside them. */
export const htmlNested = simpleShape('html-nested', ({ blocks, truth }) => {
  const inner = htmlBody(
    blocks,
    (grid) =>
      `<table width="100%"><tr><td align="center">${htmlTable(grid, { attributes: BORDER })}</td></tr></table>`,
    { title: 'div', heading: 'p', paragraph: 'p', indent: '　　' },
  )
  const body = `<table width="1000" align="center" cellpadding="0"><tr><td width="200" valign="top"><table><tr><td>机构职能</td></tr><tr><td>政策文件</td></tr><tr><td>政府信息公开年报</td></tr></table></td><td valign="top"><table><tr><td>${inner}</td></tr></table></td></tr><tr><td colspan="2">版权所有</td></tr></table>`
  return { bytes: encode(htmlPage(truth.title, body), 'utf-8'), extension: 'html' }
})

const word = (text: string, cell: GridCell): string =>
  text
    .split('<br/>')
    .map((line) => {
      const runs =
        line.length > 3 && cell.role !== 'data' ? [line.slice(0, 2), line.slice(2)] : [line]
      const spans = runs.map(
        (run) => `<span style="font-family:仿宋_GB2312;font-size:10.5pt">${run}</span>`,
      )
      return `<p class="MsoNormal" style="text-align:center">${spans.join('')}<o:p></o:p></p>`
    })
    .join('')

/** A page saved by or pasted from a word processor. */
export const htmlWord = simpleShape(
  'html-word',
  ({ blocks, truth }) => {
    const table =
      'class="MsoNormalTable" border="1" style="border-collapse:collapse;mso-yfti-tbllook:1184"'
    const body = htmlBody(
      blocks,
      (grid) => htmlTable(grid, { attributes: table, cell: word, blank: '&nbsp;' }),
      { title: 'p', heading: 'p', paragraph: 'p', indent: '&nbsp;&nbsp;&nbsp;&nbsp;' },
    )
    return { bytes: encode(htmlPage(truth.title, body), 'utf-8'), extension: 'html' }
  },
  ['inner-spaces'],
)

/** Line breaks instead of paragraphs, and divisions for prose. */
export const htmlBreaks = simpleShape(
  'html-breaks',
  ({ blocks, truth, rng }) => {
    const pieces = blocks.map((block) => {
      if (block.kind !== 'table')
        return `${htmlBody([block], () => '', { title: 'span', heading: 'strong', paragraph: 'span' })}<br/><br/>`
      const broken = (text: string, cell: GridCell): string =>
        cell.role === 'data' ? `${text}<br/>` : text.replace(/^(.{4})(?=.{2})/, '$1<br/>')
      return htmlTable(block.grid, {
        cell: rng.chance(0.5) ? broken : (text) => `<div>${text}</div>`,
      })
    })
    const body = `<div id="zoom"><div>${pieces.join('\n')}</div></div>`
    return { bytes: encode(htmlPage(truth.title, body), 'utf-8'), extension: 'html' }
  },
  ['inner-spaces'],
)

/** Tables made of divisions, one for each row and one for each cell. */
export const htmlDivisions = simpleShape('html-divisions', ({ blocks, truth, rng }) => {
  const [row, cell] = rng.pick([
    ['div', 'div'],
    ['div', 'p'],
    ['ul', 'li'],
  ] as const)
  const body = htmlBody(
    blocks,
    (grid) =>
      wordRows(grid)
        .map((texts) => {
          const cells = texts.map((text) => `<${cell}>${escapeMarkup(text) || '&nbsp;'}</${cell}>`)
          return `<${row} class="row">${cells.join('')}</${row}>`
        })
        .join('\n'),
    { title: 'div', heading: 'div', paragraph: 'div' },
  )
  return { bytes: encode(htmlPage(truth.title, body), 'utf-8'), extension: 'html' }
})

/** A page whose declared encoding is not the one it is in. */
export const htmlWrongMeta = simpleShape('html-wrong-meta', ({ blocks, truth, rng }) => {
  const [encoding, declared] = rng.pick<[Encoding, string]>([
    ['gb18030', 'utf-8'],
    ['utf-8', 'gb2312'],
    ['utf-8', 'iso-8859-1'],
    ['gb18030', 'gb2312'],
    ['utf-16le-bom', 'utf-8'],
    ['utf-8-bom', 'gbk'],
  ])
  const body = htmlBody(blocks, (grid) => htmlTable(grid, { attributes: BORDER }), PLAIN)
  const page = htmlPage(truth.title, body, declared)
  return { bytes: encode(page, encoding), extension: 'html', noise: [`${encoding} as ${declared}`] }
})

/** Tables cut in two in the page itself, as after a conversion page by page. */
export const htmlPieces = simpleShape('html-pieces', ({ blocks, truth, rng }) => {
  const head = rng.chance(0.5)
  const again = rng.pick<'empty' | 'repeat'>(['empty', 'repeat'])
  const body = htmlBody(
    blocks,
    (grid) =>
      piecesOf(grid, rng, head, again)
        .map((piece) => htmlTable(piece, { attributes: BORDER }))
        .join('\n<p>&nbsp;</p>\n'),
    { title: 'p', heading: 'p', paragraph: 'p' },
  )
  return {
    bytes: encode(htmlPage(truth.title, body), 'utf-8'),
    extension: 'htm',
    noise: ['pieces'],
  }
})
