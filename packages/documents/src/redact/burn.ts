import type { Canvas } from '@napi-rs/canvas'
import type { Picture } from '../file-case/put-pictures.js'
import type { RedactionBox } from './redaction.js'
import { registerFonts } from './register-fonts.js'

/** A box with its number in the index. */
export type NumberedBox = RedactionBox & { readonly no: number }

/** Quality of JPEG, of 100: print stays sharp, a page of text takes 400 kB. */
const QUALITY = 80

/** Paints the boxes over what is drawn, out to whole pixels, each with its number in white where it has room. */
export function burn(canvas: Canvas, boxes: readonly NumberedBox[]): void {
  registerFonts()
  const context = canvas.getContext('2d')
  for (const { no, x, y, w, h } of boxes) {
    const left = Math.floor(x * canvas.width)
    const top = Math.floor(y * canvas.height)
    const width = Math.ceil((x + w) * canvas.width) - left
    const height = Math.ceil((y + h) * canvas.height) - top
    context.fillStyle = '#000000'
    context.fillRect(left, top, width, height)
    const size = Math.min(height * 0.7, width / String(no).length, LARGEST_NUMBER)
    if (size < SMALLEST_NUMBER) continue
    context.fillStyle = '#ffffff'
    context.font = `${size}px sans-serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(String(no), left + width / 2, top + height / 2)
  }
}

/** Pixels. */
const SMALLEST_NUMBER = 9
const LARGEST_NUMBER = 28

/** What is drawn, as JPEG: nothing but the pixels. The canvas is empty afterwards: its memory would stay for a while. */
export async function toPicture(canvas: Canvas): Promise<Picture> {
  const { width, height } = canvas
  const jpeg = new Uint8Array(await canvas.encode('jpeg', QUALITY))
  canvas.width = 1
  canvas.height = 1
  return { jpeg, width, height }
}
