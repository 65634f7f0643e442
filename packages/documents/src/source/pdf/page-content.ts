import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { IDENTITY, type Matrix, multiply } from './geometry.js'
import { type Font, type Glyph, type PrintedGlyph, showGlyphs } from './glyphs.js'
import { paintRules, type Rule } from './rules.js'

/** What stands on a page: characters and straight lines, in points from the top left. */
export type PageContent = {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Characters that do not run from left to right: watermarks across the page, vertical text. */
  readonly turned: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** How many shapes are drawn and how many things are put into place: pictures are among the latter. */
  readonly shapes: number
  readonly placements: number
}

/** What pdfjs makes of a content stream: parallel lists of operators and their arguments. */
export type Operators = {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** The graphics state as far as the place of text and lines depends on it. */
export type State = {
  ctm: Matrix
  lineWidth: number
  font: Font | null
  size: number
  hScale: number
  charSpacing: number
  wordSpacing: number
  leading: number
  rise: number
  mode: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

type Page = {
  state: State
  readonly saved: State[]
  readonly fontOf: (name: string) => Font | null
  readonly glyphs: Glyph[]
  readonly turned: Glyph[]
  readonly rules: Rule[]
}

/**
 * Runs the operators of a page. `viewport` maps the page's own space to points from the top left, its
 * rotation included. Text is placed as the operators place it, blanks between characters are real ones only.
 */
export function readContent(
  operators: Operators,
  viewport: { readonly transform: Matrix; readonly width: number; readonly height: number },
  fontOf: (name: string) => Font | null,
): PageContent {
  const { transform, width, height } = viewport
  const page: Page = {
    state: { ...INITIAL, ctm: transform },
    saved: [],
    fontOf,
    glyphs: [],
    turned: [],
    rules: [],
  }
  operators.fnArray.forEach((operator, i) => {
    HANDLERS.get(operator)?.(page, (operators.argsArray[i] ?? []) as never)
  })
  const isOnPage = ({ left, right, base }: Glyph) =>
    right > 0 && left < width && base > 0 && base < height
  const count = (operator: number) => operators.fnArray.filter((one) => one === operator).length
  return {
    width,
    height,
    glyphs: page.glyphs.filter(isOnPage),
    turned: page.turned,
    rules: page.rules,
    shapes: count(OPS.constructPath),
    placements: count(OPS.transform),
  }
}

const INITIAL: State = {
  ctm: IDENTITY,
  lineWidth: 1,
  font: null,
  size: 0,
  hScale: 1,
  charSpacing: 0,
  wordSpacing: 0,
  leading: 0,
  rise: 0,
  mode: 0,
  textMatrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
}

// Arguments of each operator are those that pdfjs lists for it; a Map of functions over them has no common type but never.
const HANDLERS = new Map<number, (page: Page, args: never) => void>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (page: Page, matrix: Matrix) => transform(page, matrix)],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.setLineWidth, setter('lineWidth')],
  [OPS.constructPath, construct],
  [OPS.beginText, ({ state }: Page) => startText(state, IDENTITY)],
  [OPS.setTextMatrix, ({ state }: Page, [matrix]: [Matrix]) => startText(state, matrix)],
  [OPS.setFont, setFont],
  [OPS.setGState, setGraphicsState],
  [OPS.setCharSpacing, setter('charSpacing')],
  [OPS.setWordSpacing, setter('wordSpacing')],
  [OPS.setHScale, setHScale],
  [OPS.setLeading, setter('leading')],
  [OPS.setTextRise, setter('rise')],
  [OPS.setTextRenderingMode, setter('mode')],
  [OPS.moveText, ({ state }: Page, [x, y]: [number, number]) => moveText(state, x, y)],
  [OPS.setLeadingMoveText, setLeadingMoveText],
  [OPS.nextLine, ({ state }: Page) => moveText(state, 0, -state.leading)],
  [OPS.showText, show],
])

function setter(key: 'lineWidth' | 'charSpacing' | 'wordSpacing' | 'leading' | 'rise' | 'mode') {
  return ({ state }: Page, [value]: [number]) => {
    state[key] = value
  }
}

function setHScale({ state }: Page, [percent]: [number]): void {
  state.hScale = percent / 100
}

function save({ state, saved }: Page): void {
  saved.push({ ...state })
}

function restore(page: Page): void {
  page.state = page.saved.pop() ?? page.state
}

function transform({ state }: Page, matrix: Matrix): void {
  state.ctm = multiply(state.ctm, matrix)
}

function beginForm(page: Page, [matrix]: [Matrix | null]): void {
  save(page)
  if (matrix) transform(page, matrix)
}

function construct({ state, rules }: Page, [paint, [path]]: [number, [Float32Array | null]]): void {
  if (path) rules.push(...paintRules(path, paint, state.ctm, state.lineWidth))
}

function startText(state: State, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = state.lineX = 0
  state.y = state.lineY = 0
}

function moveText(state: State, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

function setLeadingMoveText({ state }: Page, [x, y]: [number, number]): void {
  state.leading = -y
  moveText(state, x, y)
}

function setFont({ state, fontOf }: Page, [name, size]: [string, number]): void {
  state.font = fontOf(name)
  state.size = size
}

function setGraphicsState(page: Page, [entries]: [readonly [string, unknown][]]): void {
  for (const [key, value] of entries) {
    if (key === 'Font') setFont(page, value as [string, number])
    if (key === 'LW') page.state.lineWidth = Number(value)
  }
}

function show(
  { state, glyphs, turned }: Page,
  [printed]: [readonly (PrintedGlyph | number)[]],
): void {
  for (const glyph of showGlyphs(state, printed)) (glyph.isTurned ? turned : glyphs).push(glyph)
}
