import { readFileSync } from 'node:fs'
import type { Problem } from '@gongkai/report'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { FONT_FILES, replaceMissing } from './pdf-fonts.js'
import { PDF_TEMPLATE } from './pdf-template.js'
import type { PrintedReport } from './statutory.js'

/** PDF/A-2a: for the archive, tagged, every character with its Unicode value. */
const STANDARD = 'a-2a'

/** Layouts of earlier documents that typst may keep in memory. */
const KEPT_DOCUMENTS = 10

/**
 * The report as PDF/A-2a, set in the two fonts of this package and in no other. A character that they lack is
 * printed as 〓, named by its code point at the end of the document, and returned as a problem.
 *
 * `day` (`YYYY-MM-DD`) is the date that the standard wants in the file. Throws when typst fails: that is a fault.
 */
export function writePdf(
  printed: PrintedReport,
  day: string,
): { readonly bytes: Uint8Array; readonly problems: readonly Problem[] } {
  const missing = new Set<string>()
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? replaceMissing(value, missing) : value
  const report = JSON.stringify({ ...printed, day: day.split('-').map(Number) }, clean)
  const codes = [...missing].map((character) => `${character}（${codePoint(character)}）`)
  const note = [...missing].map(codePoint).join('、')
  return {
    bytes: typeset({ report, note }),
    problems: codes.length > 0 ? [missingProblem(codes)] : [],
  }
}

/** Text goes in as data of `sys.inputs`: nothing that a report says can be markup. */
function typeset(inputs: Record<string, string>): Uint8Array {
  const compiler = theCompiler()
  const compiled = compiler.compile({ mainFileContent: PDF_TEMPLATE, inputs, resetRead: true })
  if (!compiled.result) {
    const error = compiled.takeError()
    throw new Error(`typst: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`)
  }
  const bytes = exportPdf(compiler, compiled.result)
  compiler.evictCache(KEPT_DOCUMENTS)
  return bytes
}

function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  return new Uint8Array(compiler.pdf(document, { pdfStandard: STANDARD }))
}

let compiler: NodeCompiler | undefined

/** Made at the first PDF and kept: reading the fonts takes longer than setting a report. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: FONT_FILES.map((file) => readFileSync(file)) }],
  })
  return compiler
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function missingProblem(codes: readonly string[]): Problem {
  const message = `字库没有下列文字，PDF中以“〓”代替，请改用Word格式或手工补正：${codes.join('、')}。`
  return { code: 'write.character-missing', at: null, message }
}
