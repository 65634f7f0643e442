import { isLabelWords } from './expected.js'
import { hanOnly } from './han.js'
import { isPageNumber } from './page-number.js'
import type { Slot } from './slots.js'

/** Han characters from which on a slot is prose and no value of a table. */
const PROSE = 12

/**
 * The slots that may be values: no page numbers, no pieces of labels, nothing from the first prose on unless it parts all
 * the row's values from its label. `isInner`: another label follows.
 */
export function valueSlots(slots: readonly Slot[], isInner: boolean): Slot[] {
  const kept: Slot[] = []
  for (const [i, slot] of slots.entries()) {
    const { text, kind, whole } = slot
    if (isProse(text)) {
      if (whole) return kept.some(isPrinted) ? kept : [...kept, ...hidden(slots.slice(i), isInner)]
      // A note in the label's own cell; what runs on behind a label in one line may hide its value.
      if (kind === 'cell' && !/\d/.test(text.normalize('NFKC')) && !END_VALUE.test(text)) continue
      return [...kept, slot]
    }
    if (!isPageOf(slot) && !isLabelPiece(text)) kept.push(slot)
  }
  return kept
}

/** A number or a mark and nothing else. */
const VALUE = /^(?:[+\-−–—－/\\]+|[+\-−–－]?\d[\d,.]*|无)$/

/** A text that ends with a mark, or with several numbers apart. */
const END_VALUE = /[—－−–/\\-]\s*$|(?:\s+[+\-−–－]?\d[\d,.]*){2,}\s*$/

/** Prose and the values behind it, which no blank cells may be read for; none where nothing like a value stands there. */
function hidden(prose: readonly Slot[], isInner: boolean): readonly Slot[] {
  const last = prose.findLastIndex((slot) => {
    if (isInner && isProse(slot.text)) return END_VALUE.test(slot.text.normalize('NFKC'))
    const isSure = isInner || slot.kind === 'cell' || tokensOf(slot).length > 1
    return isSure && isValues(slot)
  })
  return prose.slice(0, last + 1)
}

/** Whether numbers and marks stand there and nothing else. */
export function isValues(slot: Slot): boolean {
  const values = tokensOf(slot)
  const isValue = ({ text }: Token) => VALUE.test(text.normalize('NFKC'))
  return values.length > 0 && values.every(isValue) && !isPageOf(slot)
}

/** 57/0 glued to a label is a number and a mark, and so it may be in a grid; only on its own it is a page's. */
function isPageOf({ whole, text, measure }: Slot): boolean {
  return whole && measure !== 'grid' && isPageNumber(text)
}

/** Whether a text runs on and may hide the row's value, or holds figures parted by semicolons. */
export function hidesValue({ text }: Slot): boolean {
  return isProse(text) || isParted(text)
}

/** Figures and the marks between them, of which semicolons and doubled or final commas part cells: `34;;`. */
function isParted(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  return /^[\d\s.,;+/\\—–-]+$/.test(plain) && /;|,\s*(?:,|$)/.test(plain)
}

function isProse(text: string): boolean {
  return hanOnly(text).replaceAll('无', '').length >= PROSE && !isLabelText(text)
}

/** A piece of one label, or of several that stand side by side. */
function isLabelText(text: string): boolean {
  const words = text.trim().split(/\s+/).map(hanOnly)
  return isLabelWords(hanOnly(text)) || words.every(isLabelWords)
}

/** A bracket alone is a label's, too. 无 and 没有 are values, though they stand in labels too, and so is a mark behind a label. */
function isLabelPiece(text: string): boolean {
  if (/^\s*[（()）“”"：:，。、]+\s*$/.test(text)) return true
  const isValue = /[0-9０-９]/.test(text) || /(?:^|\s)(?:无|没有)\s*$|[—－−–/\\-]\s*$/.test(text)
  return isLabelText(text) && !isValue
}

/** Whether anything but blanks is printed there. */
export function isPrinted({ text }: { readonly text: string }): boolean {
  return text.trim() !== ''
}

/** Whether it holds one value at most. */
export function isOneValue(slot: Slot): boolean {
  return tokensOf(slot).length <= 1 && !hidesValue(slot)
}

/** A piece of a slot with the slot's place. */
export type Token = Pick<Slot, 'text' | 'at'>

/** What is printed in a slot, cut at its blanks; a unit stays with its number. */
export function tokensOf({ text, at }: Slot): Token[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length === 2 && /^[元万亿件项条个份次]+$/.test(words[1] ?? '')) return [{ text, at }]
  return words.map((word) => ({ text: word, at }))
}

/** The printed texts of the slots for arithmetic to cut: in half width. */
export function digitTokens(slots: readonly Slot[]): string[] {
  return slots.flatMap(tokensOf).map(({ text }) => text.normalize('NFKC').replace(/[−–]/g, '-'))
}

/** Strokes or 无: nothing to report. */
const NOTHING = /^[\s/\\—–-]*无?$/

/** A number in groups of three. */
const GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/

/** The number that a text counts as in the form's sums: blanks and marks as 0, NaN for words. */
export function countOf(text: string): number {
  const plain = text.normalize('NFKC').trim()
  return NOTHING.test(plain) ? 0 : Number(GROUPS.test(plain) ? plain.replaceAll(',', '') : plain)
}
