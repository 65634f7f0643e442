import { ok, type Result } from '@gongkai/law'
import { pictureKind } from './picture-size.js'
import type { RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'

/** A page to draw boxes on, as it will be burnt: JPEG, of a PDF at 200 dpi, and how many pages there are. */
export type ShownPage = { readonly jpeg: Uint8Array; readonly pages: number }

/** Page `number` (from 1) of a PDF, or a picture, as a picture; refused where the file cannot be drawn or has no such page. */
export async function showPage(
  bytes: Uint8Array,
  number: number,
): Promise<Result<ShownPage, RedactRefusal>> {
  const kind = pictureKind(bytes)
  return kind ? showPicture(bytes, kind) : showPdfPage(bytes, number)
}

async function showPicture(bytes: Uint8Array, kind: 'jpeg' | 'png') {
  const { drawPicture } = await import('./redact-picture.js')
  const { toPicture } = await import('./burn.js')
  const drawn = await drawPicture(bytes, kind)
  return drawn.ok ? ok({ jpeg: (await toPicture(drawn.value)).jpeg, pages: 1 }) : drawn
}

async function showPdfPage(
  bytes: Uint8Array,
  number: number,
): Promise<Result<ShownPage, RedactRefusal>> {
  const { openDrawing } = await import('./draw-pages.js')
  const { toPicture } = await import('./burn.js')
  const opened = await openDrawing(bytes)
  if (!opened.ok) return opened
  const { pages, draw, close } = opened.value
  try {
    const page = await draw(number)
    if (!page) return REDACT_REFUSALS.noSuchPlace(`第${number}页`)
    return ok({ jpeg: (await toPicture(page.canvas)).jpeg, pages })
  } finally {
    await close()
  }
}
