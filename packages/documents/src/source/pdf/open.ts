import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ok, type Result } from '@gongkai/law'
import { AnnotationMode, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { REFUSALS } from '../guards/refusals.js'
import type { DocumentRefusal } from '../source.js'
import type { Matrix } from './geometry.js'
import type { Font } from './glyphs.js'
import type { Operators } from './page-content.js'

/** A page as its operators tell of it. */
type OpenPage = {
  readonly operators: Operators
  readonly viewport: { readonly transform: Matrix; readonly width: number; readonly height: number }
  readonly fontOf: (name: string) => Font | null
}

/** An opened PDF: pages count from 1, one is loaded at a time. */
export type OpenPdf = {
  readonly pages: number
  /** Null where the page is damaged. */
  readonly page: (number: number) => Promise<OpenPage | null>
  readonly close: () => Promise<void>
}

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a PDF by pdfjs; refused as encrypted where it asks for a password and as damaged where it has no pages. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, DocumentRefusal>> {
  const task = getDocument({
    // pdfjs takes the buffer away from who hands it over: a copy, which `slice` of a Buffer is not.
    data: new Uint8Array(bytes),
    // Without the character maps a text in UniGB-UCS2-H comes out empty and no error tells of it.
    cMapUrl: `${join(HOME, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(HOME, 'standard_fonts')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    // Pictures are not looked at: none is decoded.
    maxImageSize: 0,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    return ok({
      pages: pdf.numPages,
      page: (number) => openPage(pdf, number),
      close: () => task.destroy(),
    })
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') return REFUSALS.encrypted()
    return REFUSALS.damaged('不是完整的 PDF 文件，页面无法读出')
  }
}

async function openPage(pdf: PDFDocumentProxy, number: number): Promise<OpenPage | null> {
  try {
    const page = await pdf.getPage(number)
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    const { commonObjs } = page
    return {
      operators,
      viewport: { transform: transform as unknown as Matrix, width, height },
      fontOf: (name) => (commonObjs.has(name) ? fontOf(commonObjs.get(name)) : null),
    }
  } catch {
    return null
  }
}

type LoadedFont = { readonly fontMatrix?: readonly number[]; readonly vertical?: boolean }

function fontOf(loaded: LoadedFont | null): Font {
  return { unit: loaded?.fontMatrix?.[0] ?? 0.001, isVertical: loaded?.vertical ?? false }
}
