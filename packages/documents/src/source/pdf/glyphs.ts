import { multiply } from './geometry.js'
import type { State } from './page-content.js'
import { withoutRadicals } from './radicals.js'

/** One printed character: left and right edge, baseline and size in points from the top left of the page. */
export type Glyph = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  /** Not painted: the text behind a scanned picture. */
  readonly isHidden: boolean
  /** Does not run from left to right. */
  readonly isTurned: boolean
}

/** What the place of characters depends on in a font. */
export type Font = { readonly unit: number; readonly isVertical: boolean }

/** A character as pdfjs hands it over; `width` in units of its font. */
export type PrintedGlyph = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** Text rendering modes that paint nothing: invisible, and invisible but clipping. */
const HIDDEN_MODES = [3, 7]

const plain = new Map<string, string>()

/** Fonts draw —— as one character, and some give characters that have no shape. */
function plainText(unicode: string): string {
  const known = plain.get(unicode)
  if (known !== undefined) return known
  const text = withoutRadicals(unicode).replace('\u2e3a', '——').replace(SHAPELESS, '')
  if (unicode.length === 1) plain.set(unicode, text)
  return text
}

/** Zero-width blanks, joiners, direction marks, soft hyphens. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu

/** Places the characters of one operator and moves the state's pen past them. */
export function showGlyphs(state: State, printed: readonly (PrintedGlyph | number)[]): Glyph[] {
  const { font, size, hScale } = state
  if (!font) return []
  const matrix = multiply(state.ctm, state.textMatrix)
  const [a, b, c, d, e, f] = matrix
  const isTurned = font.isVertical || a * size <= 0 || Math.abs(b) > Math.abs(a) / 10
  const isHidden = HIDDEN_MODES.includes(state.mode)
  const height = Math.abs(size) * Math.hypot(c, d)
  const glyphs: Glyph[] = []
  for (const one of printed) {
    if (typeof one === 'number') {
      state.x -= (one / 1000) * size * hScale
      continue
    }
    const wide = one.width * font.unit * size * hScale
    const y = state.y + state.rise
    const left = a * state.x + c * y + e
    const base = b * state.x + d * y + f
    const text = plainText(one.unicode)
    if (text !== '') {
      glyphs.push({ text, left, right: left + a * wide, base, size: height, isHidden, isTurned })
    }
    state.x += wide + (state.charSpacing + (one.isSpace ? state.wordSpacing : 0)) * hScale
  }
  return glyphs
}
