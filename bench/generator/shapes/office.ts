import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { docxBody } from './docx.js'
import { docxTable, packDocx, paragraph, run } from './docx-parts.js'
import { type Draft, draft, rendered, type Shape } from './shape.js'
import { oneSheet } from './xlsx.js'

const runFile = promisify(execFile)
const centred = '<w:jc w:val="center"/>'

/** Converts files in one run of LibreOffice; the answers stand in the order of the files. */
async function convert(files: Uint8Array[], from: string, to: string): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'))
  try {
    const paths = files.map((_, at) => join(folder, `${at}.${from}`))
    await Promise.all(files.map((bytes, at) => writeFile(paths[at] ?? '', bytes)))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const answers = join(folder, 'answers')
    await runFile('soffice', [
      '--headless',
      profile,
      '--convert-to',
      to,
      '--outdir',
      answers,
      ...paths,
    ])
    const extension = to.split(':')[0] ?? to
    return await Promise.all(files.map((_, at) => readFile(join(answers, `${at}.${extension}`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function document({ blocks, rng }: Draft, borders: boolean): Uint8Array {
  const size = rng.int(16, 21)
  const body = docxBody(blocks, (grid) =>
    docxTable(grid, (text) => paragraph(run(text, { size }), centred), borders),
  )
  return packDocx(body, { footer: rng.chance(0.7) })
}

function officeShape(
  name: string,
  source: { from: 'docx' | 'xlsx'; to: string; needs: Shape['needs'] },
  make: (piece: Draft) => Uint8Array,
): Shape {
  const extension = source.to.split(':')[0] ?? source.to
  return {
    name,
    needs: source.needs,
    async renderMany(orders, options) {
      const pieces = orders.map((order) => draft(order, options))
      const answers = await convert(pieces.map(make), source.from, source.to)
      return pieces.map((piece, at) => {
        const bytes = answers[at] ?? new Uint8Array()
        return rendered(name, piece, { bytes, extension })
      })
    },
  }
}

/** An old Word document. */
export const doc = officeShape('doc', { from: 'docx', to: 'doc', needs: 'office' }, (piece) =>
  document(piece, true),
)

/** An old Excel workbook. */
export const xls = officeShape('xls', { from: 'xlsx', to: 'xls', needs: 'office' }, (piece) =>
  oneSheet(piece.blocks, piece.rng),
)

/** Printed by LibreOffice, tables with ruling lines. */
export const officeRuled = officeShape(
  'pdf-office-ruled',
  { from: 'docx', to: 'pdf', needs: 'pdf' },
  (piece) => document(piece, true),
)

/** Printed by LibreOffice, tables without any line. */
export const officePlain = officeShape(
  'pdf-office-plain',
  { from: 'docx', to: 'pdf', needs: 'pdf' },
  (piece) => document(piece, false),
)
