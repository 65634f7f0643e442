import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readPdf } from '../../src/source/pdf/pdf.js'
import type { Block, GridBlock, Source } from '../../src/source/source.js'

const FONTS = new URL('../../fonts/', import.meta.url)

let compiler: NodeCompiler | undefined

/** A PDF of a typst text set in the project's own fonts, 9 pt, on pages of 400 × `height` points. */
export function typstPdf(body: string, height = 560): Uint8Array {
  const fonts = ['NotoSerifSC-Regular.ttf', 'NotoSansSC-Medium.ttf']
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(new URL(name, FONTS))) }],
  })
  const page = `#set page(width: 400pt, height: ${height}pt, margin: 30pt)`
  const text = '#set text(font: "Noto Serif SC", size: 9pt, fallback: false)'
  return compiler.pdf({ mainFileContent: `${page}\n${text}\n${body}` })
}

/** A PDF of one page for each content stream, with Helvetica as F1; `page` and `trailer` are added to their dictionaries. */
export function rawPdf(contents: readonly string[], page = '', trailer = ''): Uint8Array {
  const kids = contents.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  return assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...contents.flatMap((content, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> ${page.includes('/XObject') ? page : ''} >> ${page.includes('/XObject') ? '' : page} >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]),
    ],
    trailer,
  )
}

/** Objects numbered from 1 as a whole file with its cross-reference table; each character is a byte. */
export function assembled(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

/** The source that a PDF is read as; the test fails where it is refused. */
export async function sourceOf(bytes: Uint8Array): Promise<Source> {
  const read = await readPdf(bytes)
  assert.ok(read.ok, read.ok ? '' : read.refusal.message)
  return read.value
}

/** A grid as rows of texts; `column+colSpan×rowSpan` before a text whose cell is merged. */
function rowsOf(grid: GridBlock): string[] {
  return Array.from({ length: grid.height }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map(({ text, colSpan, rowSpan }) =>
        colSpan + rowSpan > 2 ? `${colSpan}×${rowSpan}:${text}` : text,
      )
      .join(' | '),
  )
}

/** Lines with their pieces, grids as rows. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'grid'
      ? rowsOf(block)
      : [(block.pieces ?? []).map(({ text }) => text).join(' ¦ ')],
  )
}
