import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ok, type Result } from '@gongkai/law'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { REFUSALS } from '../source/guards/refusals.js'
import type { DocumentRefusal } from '../source/source.js'
import { registerFonts } from './register-fonts.js'

/** A page as it is seen: its number from 1, its size in points, drawn at 200 dpi. */
type DrawnPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly canvas: Canvas
  /** A font that the file names and does not hold: another was put in its place. */
  readonly hasForeignFont: boolean
}

/** An opened PDF whose pages are drawn one at a time: each is given up before the next begins. */
export type Drawing = {
  readonly pages: number
  /** Draws one page; null where it is damaged. */
  readonly draw: (number: number) => Promise<DrawnPage | null>
  readonly close: () => Promise<void>
}

/** What DA/T 31 asks of scanned records at least. */
const DPI = 200
const POINTS = 72

/** A0 at 150 dpi; a larger page is drawn at a lower resolution. */
const MOST_PIXELS = 35_000_000

const HOME = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Opens a PDF to draw it; refused as encrypted where it asks for a password and as damaged where it has no pages. */
export async function openDrawing(bytes: Uint8Array): Promise<Result<Drawing, DocumentRefusal>> {
  registerFonts()
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(HOME, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(HOME, 'standard_fonts')}/`,
    // Scans come in JBIG2 and JPEG 2000, which pdfjs reads by WebAssembly.
    wasmUrl: `${join(HOME, 'wasm')}/`,
    iccUrl: `${join(HOME, 'iccs')}/`,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    return ok({
      pages: pdf.numPages,
      draw: (number) => drawPage(pdf, number),
      close: () => task.destroy(),
    })
  } catch (error) {
    await task.destroy()
    if (error instanceof Error && error.name === 'PasswordException') return REFUSALS.encrypted()
    return REFUSALS.damaged('不是完整的 PDF 文件，页面无法读出')
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number): Promise<DrawnPage | null> {
  try {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: scaleOf(width, height) })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdfjs asks for the canvas of a browser and takes this one in Node.
    await page.render({ canvas: canvas as never, viewport }).promise
    const hasForeignFont = lacksFont(page)
    page.cleanup()
    return { number, width, height, canvas, hasForeignFont }
  } catch {
    return null
  }
}

function scaleOf(width: number, height: number): number {
  return Math.min(DPI / POINTS, Math.sqrt(MOST_PIXELS / (width * height)))
}

function lacksFont({ commonObjs }: PDFPageProxy): boolean {
  const loaded = commonObjs as Iterable<
    readonly [string, { readonly missingFile?: boolean } | null]
  >
  return [...loaded].some(([, one]) => one?.missingFile === true)
}
