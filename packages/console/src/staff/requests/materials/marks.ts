import type { Marks, MaterialReading } from '@gongkai/web'

/** A rectangle on a page and why it is covered. */
export type Box = Marks['boxes'][number]
/** Words or a cell, and why they are withheld. */
export type Passage = Marks['passages'][number]
export type Suggestion = MaterialReading['suggestions'][number]
type Area = Pick<Box, 'page' | 'x' | 'y' | 'w' | 'h'>

/** The smallest box, in parts of the page: a smaller one covers no character. */
const LEAST = 0.004

/** A box that lies on the page with all of it. */
export function withinPage<T extends Area>(box: T): T {
  const w = Math.min(1, Math.max(LEAST, box.w))
  const h = Math.min(1, Math.max(LEAST, box.h))
  const x = Math.min(1 - w, Math.max(0, box.x))
  const y = Math.min(1 - h, Math.max(0, box.y))
  return { ...box, x, y, w, h }
}

/** One press of an arrow, in parts of the page. */
const STEP = 0.005

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The box after a key: arrows move it, with shift they make it larger or smaller; null for another key. */
export function keyed<T extends Area>(box: T, key: string, isShift: boolean): T | null {
  const arrow = ARROWS[key]
  if (!arrow) return null
  const [x, y] = arrow
  return withinPage(
    isShift
      ? { ...box, w: Math.min(1 - box.x, box.w + x), h: Math.min(1 - box.y, box.h + y) }
      : { ...box, x: box.x + x, y: box.y + y },
  )
}

/** `左12.5%，上30%，宽20%，高3%`. */
export function placeOf({ x, y, w, h }: Area): string {
  return `左${percent(x)}%，上${percent(y)}%，宽${percent(w)}%，高${percent(h)}%`
}

/** Parts of the page as per cent with one decimal. */
export function percent(part: number): string {
  return String(Math.round(part * 1000) / 10)
}

/** Whether a suggestion is covered by what is marked already. */
export function isCovered(
  { box, passage }: Suggestion,
  { boxes, passages }: Pick<Marks, 'boxes' | 'passages'>,
): boolean {
  if (box) return boxes.some((one) => holds(one, box))
  return passage !== null && passages.some((one) => overlaps(one, passage))
}

/** A hair's breadth may stand out. */
const SLACK = 0.003

function holds(outer: Area, inner: Area): boolean {
  return (
    outer.page === inner.page &&
    outer.x <= inner.x + SLACK &&
    outer.y <= inner.y + SLACK &&
    outer.x + outer.w >= inner.x + inner.w - SLACK &&
    outer.y + outer.h >= inner.y + inner.h - SLACK
  )
}

type Words = Pick<Passage, 'at' | 'within'>

/** By which words are told from others, whichever part of them is meant. */
export function keyOf({ at }: Pick<Passage, 'at'>): string {
  switch (at.kind) {
    case 'paragraph':
      return `p${at.paragraph}`
    case 'table':
      return `t${at.table}/${at.row}/${at.column}`
    case 'sheet':
      return `s${at.sheet}/${at.cell}`
  }
}

/** Which characters of the paragraph or cell; all of it where nothing is said. */
export function rangeOf({ at, within }: Words): readonly [number, number] {
  if (at.kind === 'paragraph') return [at.start, at.end]
  return within ?? [0, Number.POSITIVE_INFINITY]
}

function overlaps(outer: Words, inner: Words): boolean {
  if (keyOf(outer) !== keyOf(inner)) return false
  const [from, to] = rangeOf(outer)
  const [start, end] = rangeOf(inner)
  return from <= start && to >= Math.min(end, to) && start < to
}
