import { ok, type Result } from '@gongkai/law'
import { REFUSALS } from '../source/guards/refusals.js'
import { numbered, strayBox } from './boxes.js'
import { burn, type NumberedBox, toPicture } from './burn.js'
import { type Drawing, openDrawing } from './draw-pages.js'
import { foreignFonts } from './foreign-fonts.js'
import { type PicturePage, picturePdf } from './picture-pdf.js'
import type { Redacted, Redactions, RedactRefusal } from './redaction.js'
import { REDACT_REFUSALS } from './refuse.js'
import { besideText, stillOpen } from './still-open.js'
import { partText } from './under-boxes.js'
import { withheldAs } from './withheld.js'

/** A page takes a fifth of a second and 15 MB while it is drawn, and 400 kB after. */
const MOST_PAGES = 300

/**
 * A PDF with boxes burnt in. All pages become pictures, also those without a box: what is copied from the old file, a font, a layer, a note,
 * a structure of tags, may bring along what is withheld; what is drawn cannot.
 */
export async function redactPages(
  bytes: Uint8Array,
  redactions: Redactions,
): Promise<Result<Redacted, RedactRefusal>> {
  const { boxes, on } = redactions
  const marks = numbered(boxes)
  const opened = await openDrawing(bytes)
  if (!opened.ok) return opened
  const drawing = opened.value
  try {
    const { pages } = drawing
    if (pages > MOST_PAGES) return REDACT_REFUSALS.tooManyPages(pages, MOST_PAGES)
    const stray = strayBox(boxes, pages)
    if (stray) return REDACT_REFUSALS.noSuchPlace(`第${stray.page}页的方框`)
    const drawn = await burnAll(drawing, marks)
    if (!drawn.ok) return drawn
    const { openText: open, words, problems } = await partText(bytes, marks)
    const withheld = marks.map((box) => withheldAs(box.no, `第${box.page}页`, box))
    const openText = [...open, ...besideText(redactions, withheld)]
    return ok({
      bytes: picturePdf(drawn.value.pictures, on),
      mediaType: 'application/pdf',
      extension: 'pdf',
      withheld,
      openText,
      problems: [...problems, ...foreignFonts(drawn.value.foreign), ...stillOpen(words, openText)],
    })
  } finally {
    await drawing.close()
  }
}

async function burnAll(drawing: Drawing, boxes: readonly NumberedBox[]) {
  const pictures: PicturePage[] = []
  const foreign: number[] = []
  for (let number = 1; number <= drawing.pages; number++) {
    const page = await drawing.draw(number)
    if (!page) return REFUSALS.damaged(`第${number}页无法读出`)
    burn(
      page.canvas,
      boxes.filter((box) => box.page === number),
    )
    const { canvas, width, height } = page
    pictures.push({ picture: await toPicture(canvas), width, height })
    if (page.hasForeignFont) foreign.push(number)
  }
  return ok({ pictures, foreign })
}
