import { generateCorpus } from '../../generator/corpus.js'

/** Ordinary reports that the absurd files are made from. */
export type Base = {
  readonly text: string
  readonly docx: Uint8Array
  readonly xlsx: Uint8Array
  readonly pdf: Uint8Array
}

const SHAPES = ['text-tab-rows', 'docx-clean', 'xlsx-sheet', 'pdf-typst-ruled']

/** One report of each kind, always the same. */
export async function baseReports(): Promise<Base> {
  const bytes: Record<string, Uint8Array> = {}
  for await (const { document } of generateCorpus({ seed: 1, perShape: 1, shapes: SHAPES })) {
    bytes[document.shape] = document.bytes
  }
  const of = (shape: string) => bytes[shape] ?? new Uint8Array()
  return {
    text: new TextDecoder().decode(of('text-tab-rows')),
    docx: of('docx-clean'),
    xlsx: of('xlsx-sheet'),
    pdf: of('pdf-typst-ruled'),
  }
}
