import { ok, type Result } from '@gongkai/law'
import type { Glyph } from '../source/pdf/glyphs.js'
import { printedLines } from '../source/pdf/lines.js'
import { openPdf } from '../source/pdf/open.js'
import { type PageContent, readContent } from '../source/pdf/page-content.js'
import type { RedactRefusal } from './redaction.js'
import type { PageLine, ShownFile } from './shown-text.js'

/** The printed lines of a PDF, the text behind a scan included, with the place of each character. */
export async function pageLines(bytes: Uint8Array): Promise<Result<ShownFile, RedactRefusal>> {
  const opened = await openPdf(bytes)
  if (!opened.ok) return opened
  const { pages, page: pageAt, close } = opened.value
  const lines: PageLine[] = []
  try {
    for (let number = 1; number <= pages; number++) {
      const page = await pageAt(number)
      const content = page && readContent(page.operators, page.viewport, page.fontOf)
      if (content) lines.push(...linesOf(content, number))
    }
    return ok({ kind: 'pages', pages, lines })
  } finally {
    await close()
  }
}

/** Above and below the line that characters stand on, in parts of their size, so that a box over it leaves nothing to be guessed. */
const ASCENT = 0.95
const DESCENT = 0.25

function linesOf({ glyphs, width, height }: PageContent, page: number): PageLine[] {
  return printedLines(glyphs).map((line) => {
    const top = Math.min(...line.map(({ base, size }) => base - ASCENT * size))
    const bottom = Math.max(...line.map(({ base, size }) => base + DESCENT * size))
    return {
      page,
      text: line.map(({ text }) => text).join(''),
      edges: line.flatMap((glyph) => edgesOf(glyph, width)),
      top: top / height,
      height: (bottom - top) / height,
    }
  })
}

/** One for each UTF-16 unit that a printed character stands for. */
function edgesOf({ text, left, right }: Glyph, width: number) {
  const edges = [left / width, right / width] as const
  return Array.from({ length: text.length }, () => edges)
}
