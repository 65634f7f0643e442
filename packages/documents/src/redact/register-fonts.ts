import { fileURLToPath } from 'node:url'
import { GlobalFonts } from '@napi-rs/canvas'

const SERIF = 'NotoSerifSC-Regular.ttf'
const SANS = 'NotoSansSC-Medium.ttf'

/** Gives the canvas the fonts of this package, under the names by which pdfjs asks for one in place of a font that a file does not hold. */
export function registerFonts(): void {
  for (const [name, file] of [
    ['serif', SERIF],
    ['monospace', SERIF],
    ['sans-serif', SANS],
  ] as const) {
    if (GlobalFonts.has(name)) continue
    GlobalFonts.registerFromPath(
      fileURLToPath(new URL(`../../fonts/${file}`, import.meta.url)),
      name,
    )
  }
}
