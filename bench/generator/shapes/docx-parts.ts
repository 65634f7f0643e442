import { placesOf } from '../grid-rows.js'
import type { Grid } from '../grids.js'
import { type Part, packOffice, xml } from './ooxml.js'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const FONT = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman"/>'

/** How a run of text is set. */
export interface RunStyle {
  bold?: boolean
  size?: number
  hidden?: boolean
}

/** A run; line feeds become breaks. */
export function run(text: string, style: RunStyle = {}): string {
  const props = `${FONT}${style.bold ? '<w:b/>' : ''}${style.hidden ? '<w:vanish/>' : ''}<w:sz w:val="${style.size ?? 24}"/>`
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r><w:rPr>${props}</w:rPr>${lines}</w:r>`
}

/** A run that was deleted with changes tracked. */
export function deleted(text: string): string {
  return `<w:del w:id="${text.length}" w:author="x" w:date="2024-01-02T00:00:00Z"><w:r><w:delText xml:space="preserve">${xml(text)}</w:delText></w:r></w:del>`
}

/** A run that was inserted with changes tracked. */
export function inserted(content: string): string {
  return `<w:ins w:id="7" w:author="x" w:date="2024-01-02T00:00:00Z">${content}</w:ins>`
}

/** A paragraph of runs with optional properties. */
export function paragraph(content: string, props = ''): string {
  return `<w:p>${props && `<w:pPr>${props}</w:pPr>`}${content}</w:p>`
}

/** Writes the content of a cell from its text. */
export type CellWriter = (text: string, role: string) => string

/** Column widths in twentieths of a point: wider for the labels of requests. */
function columnWidths(grid: Grid): number[] {
  if (grid.table !== 'requests') return Array(grid.width).fill(Math.floor(9000 / grid.width))
  return [700, 1000, 2400, ...Array(7).fill(700)]
}

/** A table with spans: gridSpan across, vMerge down. */
export function docxTable(grid: Grid, write: CellWriter, borders = true): string {
  const edge = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')
  const widths = columnWidths(grid)
  const sum = (from: number, count: number): number =>
    widths.slice(from, from + count).reduce((all, width) => all + width, 0)
  const rows = placesOf(grid).map((row) => {
    const cells = row
      .map((place, x) => ({ ...place, x }))
      .filter(({ left }) => left)
      .map(({ cell, top, x }) => {
        const merge = cell.rowspan > 1 ? `<w:vMerge${top ? ' w:val="restart"' : ''}/>` : ''
        const span = cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : ''
        const width = `<w:tcW w:w="${sum(x, cell.colspan)}" w:type="dxa"/>`
        const content = top ? write(cell.text, cell.role) : paragraph('')
        return `<w:tc><w:tcPr>${width}${span}${merge}</w:tcPr>${content}</w:tc>`
      })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>${borders ? `<w:tblBorders>${sides}</w:tblBorders>` : ''}</w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/** Automatic numbers of headings: 一、 on the first level, （一） on the second, 1. on the third. */
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${[
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

/** What goes into a document beside its body. */
export interface DocxExtras {
  numbering?: boolean
  header?: string
  footer?: boolean
}

/** A whole document file around a body. */
export function packDocx(body: string, extras: DocxExtras = {}): Uint8Array {
  const main = 'word/document.xml'
  const references =
    (extras.header ? '<w:headerReference w:type="default" r:id="rId3"/>' : '') +
    (extras.footer ? '<w:footerReference w:type="default" r:id="rId4"/>' : '')
  const page = `<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1400" w:bottom="1440" w:left="1400" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`
  const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const styles = `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style></w:styles>`
  const parts: Part[] = [
    {
      path: main,
      type: `${TYPE}.document.main+xml`,
      content: `<w:document ${W} ${R}><w:body>${body}${page}</w:body></w:document>`,
      relation: { from: '', id: 'rId1', kind: 'officeDocument' },
    },
    {
      path: 'word/styles.xml',
      type: `${TYPE}.styles+xml`,
      content: styles,
      relation: { from: main, id: 'rId1', kind: 'styles' },
    },
  ]
  if (extras.numbering) {
    parts.push({
      path: 'word/numbering.xml',
      type: `${TYPE}.numbering+xml`,
      content: NUMBERING,
      relation: { from: main, id: 'rId2', kind: 'numbering' },
    })
  }
  if (extras.header) {
    parts.push({
      path: 'word/header1.xml',
      type: `${TYPE}.header+xml`,
      content: `<w:hdr ${W}>${paragraph(run(extras.header, { size: 18 }))}</w:hdr>`,
      relation: { from: main, id: 'rId3', kind: 'header' },
    })
  }
  if (extras.footer) {
    const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts.push({
      path: 'word/footer1.xml',
      type: `${TYPE}.footer+xml`,
      content: `<w:ftr ${W}>${paragraph(run('- ') + field + run(' -'), '<w:jc w:val="center"/>')}</w:ftr>`,
      relation: { from: main, id: 'rId4', kind: 'footer' },
    })
  }
  return packOffice(parts)
}
