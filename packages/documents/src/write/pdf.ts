import { readFileSync } from 'node:fs'
import type { Problem } from '@gongkai/report'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { FONT_FILES, replaceMissing } from './pdf-fonts.js'
import { PDF_TEMPLATE } from './pdf-template.js'
import type { PrintedReport } from './statutory.js'

/** PDF/A-2a: for the archive, tagged, every character with its Unicode value. Pictures without a description allow 2b only. */
type PdfStandard = 'a-2a' | 'a-2b'

/** What a template needs beside its content: the standard, PDF/A-2a unless told otherwise, and pictures by the path that it names. */
export type TypesetOptions = {
  readonly standard?: PdfStandard
  readonly pictures?: ReadonlyMap<string, Buffer>
}

/** Layouts of earlier documents that typst may keep in memory. */
const KEPT_DOCUMENTS = 10

/** The report as PDF/A-2a; see {@link typesetPdf}. */
export function writePdf(printed: PrintedReport, day: string): TypesetPdf {
  return typesetPdf(PDF_TEMPLATE, printed, day)
}

export type TypesetPdf = { readonly bytes: Uint8Array; readonly problems: readonly Problem[] }

/**
 * `content` as PDF/A by a typst template that reads it from `sys.inputs.content`, set in the two fonts of this package and
 * in no other. A character that they lack is printed as 〓, its code point goes to the template as `sys.inputs.note`, and it
 * is returned as a problem.
 *
 * `day` (`YYYY-MM-DD`) is the date that the standard wants in the file. Throws when typst fails: that is a fault.
 */
export function typesetPdf(
  template: string,
  content: object,
  day: string,
  options: TypesetOptions = {},
): TypesetPdf {
  const missing = new Set<string>()
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? replaceMissing(value, missing) : value
  const data = JSON.stringify({ ...content, day: day.split('-').map(Number) }, clean)
  const codes = [...missing].map((character) => `${character}（${codePoint(character)}）`)
  const note = [...missing].map(codePoint).join('、')
  return {
    bytes: typeset(template, { content: data, note }, options),
    problems: codes.length > 0 ? [missingProblem(codes)] : [],
  }
}

/** Text goes in as data of `sys.inputs`: nothing that it says can be markup. */
function typeset(
  mainFileContent: string,
  inputs: Record<string, string>,
  { standard = 'a-2a', pictures = new Map() }: TypesetOptions,
): Uint8Array {
  const compiler = theCompiler()
  for (const [path, bytes] of pictures) compiler.mapShadow(path, bytes)
  const compiled = compiler.compile({ mainFileContent, inputs, resetRead: true })
  if (!compiled.result) {
    const error = compiled.takeError()
    throw new Error(`typst: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`)
  }
  const bytes = exportPdf(compiler, compiled.result, standard)
  compiler.resetShadow()
  compiler.evictCache(KEPT_DOCUMENTS)
  return bytes
}

function exportPdf(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  pdfStandard: PdfStandard,
): Uint8Array {
  return new Uint8Array(compiler.pdf(document, { pdfStandard }))
}

let compiler: NodeCompiler | undefined

/** Made at the first PDF and kept: reading the fonts takes longer than setting a report. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    // Pictures are named from here; none is read from the disk.
    workspace: '/',
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
