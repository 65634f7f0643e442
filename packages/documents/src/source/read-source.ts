import type { Result } from '@gongkai/law'
import { refuseTooLong } from './guards/extent.js'
import { REFUSALS } from './guards/refusals.js'
import { type Sniffed, sniffAndDecode } from './sniff/sniff.js'
import type { DocumentRefusal, MediaKind, Source } from './source.js'

/**
 * A published document brought down to lines and grids by what it is. `name` is the file's name and decides only
 * between plain text and Markdown. Our own json, xml and csv hold no lines and grids and are not read here.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
): Promise<Result<Source, DocumentRefusal>> {
  const sniffed = await sniffAndDecode(bytes, name)
  return sniffed.ok ? readSniffed(bytes, sniffed.value) : sniffed
}

/** The same for a file that was sniffed already. */
export async function readSniffed(
  bytes: Uint8Array,
  { kind, decoded }: Sniffed,
): Promise<Result<Source, DocumentRefusal>> {
  const source = await (decoded ? readWritten(kind, decoded) : readBinary(kind, bytes))
  return (source.ok && refuseTooLong(source.value)) || source
}

// Libraries are loaded when the first file needs them: a text must not wait for those of Excel and PDF.
async function readWritten(kind: MediaKind, decoded: NonNullable<Sniffed['decoded']>) {
  if (kind === 'html') return (await import('./html/read-html.js')).readDecodedHtml(decoded)
  if (kind === 'markdown') {
    return (await import('./markdown/read-markdown.js')).readDecodedMarkdown(decoded)
  }
  if (kind === 'text') return (await import('./text/read-text.js')).readDecodedText(decoded)
  return REFUSALS.unsupported(`这种 ${kind} 文件`)
}

async function readBinary(kind: MediaKind, bytes: Uint8Array) {
  if (kind === 'docx') return (await import('./docx/read-docx.js')).readDocx(bytes)
  if (kind === 'doc') return (await import('./doc/read-doc.js')).readDoc(bytes)
  if (kind === 'pdf') return (await import('./pdf/pdf.js')).readPdf(bytes)
  if (kind === 'xlsx' || kind === 'xls') {
    return (await import('./sheet/read-sheet.js')).readSheet(bytes, kind)
  }
  return REFUSALS.unsupported(`这种 ${kind} 文件`)
}
