import type { NumberedBox } from './burn.js'
import type { RedactionBox } from './redaction.js'

/** The boxes in reading order with their numbers. */
export function numbered(boxes: readonly RedactionBox[]): NumberedBox[] {
  return boxes
    .toSorted((a, b) => a.page - b.page || a.y - b.y || a.x - b.x)
    .map((box, index) => ({ ...box, no: index + 1 }))
}

/** The first box that lies on none of so many pages, or has no size. */
export function strayBox(boxes: readonly RedactionBox[], pages: number): RedactionBox | undefined {
  return boxes.find(({ page, x, y, w, h }) => {
    const isOnPage = Number.isInteger(page) && page >= 1 && page <= pages
    const isInside = x >= 0 && y >= 0 && x < 1 && y < 1 && w > 0 && h > 0
    return !isOnPage || !isInside || !Number.isFinite(w + h)
  })
}
