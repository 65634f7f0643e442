import { isLabelWords } from './expected.js'
import { hanOnly } from './han.js'
import { isPageNumber } from './page-number.js'
import type { Slot } from './slots.js'

/** Han characters from which on a slot is prose and no value of a table. */
const PROSE = 12

/** The slots that may be values: no page numbers, no pieces of labels, nothing from the first prose on. */
export function valueSlots(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = []
  for (const slot of slots) {
    const { text, kind, whole } = slot
    const han = hanOnly(text)
    if (isProse(han)) {
      if (whole) break
      // A note in the label's own cell; what runs on behind a label in one line may hide its value.
      if (kind === 'cell' && !/\d/.test(text)) continue
      return [...kept, slot]
    }
    // 57/0 glued to a label is a number and a mark; only on its own it is a page's.
    const isPage = whole && isPageNumber(text)
    if (!isPage && !isLabelPiece(text, han)) kept.push(slot)
  }
  return kept
}

/** Whether a text runs on behind a label and may hide its value, or holds figures parted by semicolons. */
export function hidesValue({ text, whole }: Slot): boolean {
  return (!whole && isProse(hanOnly(text))) || isParted(text)
}

/** Figures and the marks between them, of which semicolons and doubled or final commas part cells: `34;;`. */
function isParted(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  return /^[\d\s.,;+/\\—–-]+$/.test(plain) && /;|,\s*(?:,|$)/.test(plain)
}

function isProse(han: string): boolean {
  return han.replaceAll('无', '').length >= PROSE && !isLabelWords(han)
}

/** 无 is a value, though it stands in 无法提供 too. */
function isLabelPiece(text: string, han: string): boolean {
  return isLabelWords(han) && !/[0-9０-９]/.test(text) && text.trim() !== '无'
}

/** Whether anything but blanks is printed there. */
export function isPrinted({ text }: { readonly text: string }): boolean {
  return text.trim() !== ''
}

/** Whether it holds one value at most. */
export function isOneValue(slot: Slot): boolean {
  return tokensOf(slot).length <= 1 && !isParted(slot.text)
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

/** The number that a text counts as in the form's sums: blanks and marks as 0, NaN for words. */
export function countOf(text: string): number {
  const plain = text.normalize('NFKC').trim()
  return NOTHING.test(plain) ? 0 : Number(plain)
}
