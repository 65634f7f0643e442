import type { Problem } from '@gongkai/report'
import type { Glyph } from '../source/pdf/glyphs.js'
import { printedLines } from '../source/pdf/lines.js'
import { openPdf } from '../source/pdf/open.js'
import { type PageContent, readContent } from '../source/pdf/page-content.js'
import type { NumberedBox } from './burn.js'
import type { OpenText } from './redaction.js'

/** The text of a PDF, as far as it has one, parted by its boxes. */
export type PartedText = {
  readonly openText: readonly OpenText[]
  /** The words under each box, in the order of the boxes. */
  readonly words: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * What the text layer says stands under the boxes and what stays open: characters are told by their places. A file that cannot be opened is a
 * fault: it was drawn before.
 */
export async function partText(
  bytes: Uint8Array,
  boxes: readonly NumberedBox[],
): Promise<PartedText> {
  const opened = await openPdf(bytes)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const openText: OpenText[] = []
  const words = new Map<number, string>()
  const problems: Problem[] = []
  const bare: number[] = []
  for (let number = 1; number <= opened.value.pages; number++) {
    const page = await opened.value.page(number)
    const content = page && readContent(page.operators, page.viewport, page.fontOf)
    const parted = partPage(
      content,
      boxes.filter((box) => box.page === number),
    )
    if (parted.isBare) bare.push(number)
    openText.push({ where: `第${number}页`, text: parted.open })
    for (const [no, text] of parted.words) words.set(no, text)
    problems.push(...parted.half.map((no) => halfCovered(no, number)))
  }
  await opened.value.close()
  return {
    openText,
    words: boxes.map(({ no }) => words.get(no) ?? ''),
    problems: [...problems, ...unchecked(bare)],
  }
}

/** A character of which less is covered is open; of which more than the second is covered is withheld. */
const COVERED = 0.5
const TOUCHED = 0.2
const WHOLE = 0.85

type PartedPage = {
  readonly open: string
  readonly words: readonly (readonly [no: number, text: string])[]
  /** Boxes that cut through a character. */
  readonly half: readonly number[]
  readonly isBare: boolean
}

function partPage(content: PageContent | null, boxes: readonly NumberedBox[]): PartedPage {
  const glyphs = content ? [...content.glyphs, ...content.turned] : []
  const visible = glyphs.filter(({ text }) => text.trim() !== '')
  const page = content ?? { width: 1, height: 1 }
  const share = (glyph: Glyph) => coveredShare(glyph, boxes, page)
  const isCut = (glyph: Glyph) => share(glyph) > TOUCHED && share(glyph) < WHOLE
  const touches = (box: NumberedBox) => (glyph: Glyph) => coveredShare(glyph, [box], page) > TOUCHED
  return {
    open: textOf(glyphs.filter((glyph) => share(glyph) < COVERED)),
    words: boxes.map((box) => [box.no, textOf(glyphs.filter(touches(box)))]),
    half: boxes.filter((box) => visible.filter(isCut).some(touches(box))).map(({ no }) => no),
    isBare: visible.length === 0,
  }
}

function textOf(glyphs: readonly Glyph[]): string {
  return printedLines(glyphs)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n')
}

/** Above and below the line that characters stand on, in parts of their size: Han characters fill it. */
const ASCENT = 0.85
const DESCENT = 0.1

/** Points across and down at which a character is looked at: boxes may overlap, so their areas cannot be added up. */
const SAMPLES = [0.1, 0.3, 0.5, 0.7, 0.9]

/** How much of a character lies under the boxes, 0–1. */
function coveredShare(
  { left, right, base, size }: Glyph,
  boxes: readonly NumberedBox[],
  page: { readonly width: number; readonly height: number },
): number {
  if (boxes.length === 0) return 0
  const top = base - ASCENT * size
  const height = (ASCENT + DESCENT) * size
  const points = SAMPLES.flatMap((across) =>
    SAMPLES.map((down) => ({
      x: (left + across * (right - left)) / page.width,
      y: (top + down * height) / page.height,
    })),
  )
  const isCovered = ({ x, y }: { readonly x: number; readonly y: number }) =>
    boxes.some((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)
  return points.filter(isCovered).length / points.length
}

function halfCovered(no: number, page: number): Problem {
  return {
    code: 'redact.half-covered',
    at: { kind: 'page', page, box: [0, 0, 0, 0] },
    message: `第${no}处方框（第${page}页）没有把压住的文字盖全，仍可能辨认。请放大方框后重新生成。`,
  }
}

function unchecked(pages: readonly number[]): Problem[] {
  const [first] = pages
  if (first === undefined) return []
  const at = { kind: 'page', page: first, box: [0, 0, 0, 0] } as const
  const message = `第${pages.join('、')}页没有文字层（扫描件），遮盖是否完整、是否还有个人信息无法自动检查，请逐页核对。`
  return [{ code: 'redact.unchecked', at, message }]
}
