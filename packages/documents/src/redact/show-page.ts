import { ok, type Result, refuse } from '@gongkai/law'
import type { RedactRefusal } from './redaction.js'

/** A page to draw boxes on, as it will be burnt: JPEG at 200 dpi, and how many pages there are. */
export type ShownPage = { readonly jpeg: Uint8Array; readonly pages: number }

/** Page `number` (from 1) of a PDF as a picture; refused where the file cannot be drawn or has no such page. */
export async function showPage(
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
    if (!page) return refuse('redact.no-such-place', `文件的第${number}页不存在，或者无法显示。`)
    return ok({ jpeg: (await toPicture(page.canvas)).jpeg, pages })
  } finally {
    await close()
  }
}
