import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What each library alone needs to do with the bytes of a file before anything of ours begins. */
export const LIBRARIES: Readonly<
  Record<'parse5' | 'mammoth' | 'pdfjs', (bytes: Uint8Array) => Promise<unknown>>
> = {
  parse5: async (bytes) => parse(new TextDecoder().decode(bytes)),
  mammoth: async (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
  pdfjs: readPages,
}

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The text content and the operator list of every page. */
async function readPages(bytes: Uint8Array): Promise<void> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    disableFontFace: true,
    verbosity: 0,
  })
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    await page.getOperatorList()
  }
  await task.destroy()
}
