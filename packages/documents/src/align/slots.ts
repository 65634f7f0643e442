import type { Place } from '@gongkai/report'
import type { Anchor } from './chain.js'
import { isLabelWords } from './expected.js'
import { type Fragment, partOf } from './fragments.js'
import { hanOnly } from './han.js'
import type { Stream } from './stream.js'

/** What is left of a fragment when the labels are taken out of it: perhaps a value. */
export type Slot = Pick<Fragment, 'kind' | 'row' | 'extent' | 'measure'> & {
  readonly text: string
  readonly at: Place
  readonly fragment: number
  /** False for what is left of a fragment that a label stands in too. */
  readonly whole: boolean
}

/** For each anchor, what stands between it (or inside it) and the next one. */
export function slotsOfAnchors(stream: Stream, chain: readonly Anchor[]): Slot[][] {
  const touches = touchesOf(stream, chain)
  const slots: Slot[][] = chain.map(() => [])
  const [first] = touches
  if (!first) return slots
  let current = -1
  let next = 0
  for (let index = first.fragment; index < stream.fragments.length; index++) {
    const fragment = stream.fragments[index] as Fragment
    let from = 0
    let touched = false
    for (; touches[next]?.fragment === index; next++) {
      const { anchor, min, max } = touches[next] as Touch
      const isStart = anchor !== current
      const before = isStart
        ? withoutNumber(fragment.text.slice(from, min), chain[anchor])
        : fragment.text.slice(from, min)
      if (current >= 0 && hasValue(before))
        slots[current]?.push(slotOf(fragment, index, from, from + before.length))
      current = anchor
      from = max + 1 + closers(fragment.text.slice(max + 1))
      touched = true
    }
    if (!touched || hasValue(fragment.text.slice(from))) {
      slots[current]?.push(slotOf(fragment, index, from, fragment.text.length))
    }
  }
  return slots
}

type Touch = {
  readonly fragment: number
  readonly anchor: number
  readonly min: number
  readonly max: number
}

/** Which stretch of which fragment each anchor covers, in reading order. */
function touchesOf(stream: Stream, chain: readonly Anchor[]): Touch[] {
  return chain.flatMap(({ start, end }, anchor) => {
    const byFragment = new Map<number, Touch>()
    for (let i = start; i < end; i++) {
      const fragment = stream.fragment[i] ?? 0
      const offset = stream.offset[i] ?? 0
      const touch = byFragment.get(fragment)
      byFragment.set(fragment, { fragment, anchor, min: touch?.min ?? offset, max: offset })
    }
    return [...byFragment.values()]
  })
}

/** `0001.` before 属于国家秘密 is `000`: the label's own number goes with the label. */
function withoutNumber(before: string, anchor: Anchor | undefined): string {
  const number = anchor && /(\d)$/.exec(anchor.id)?.[1]
  const bracketless = before.replace(/[（(“"‘'「『〝]+\s*$/, '')
  if (!number) return bracketless
  const wide = String.fromCharCode(number.charCodeAt(0) + 0xfee0)
  return bracketless.replace(new RegExp(`[（(]?[${number}${wide}]\\s*[.．、，,)）]\\s*$`), '')
}

/** How much of what follows a label still belongs to it: closing brackets, colons, stops, blanks before them. */
function closers(after: string): number {
  return /^[\s）)”"’'」』〞：:；;，,。、.．]*/.exec(after)?.[0].length ?? 0
}

function hasValue(text: string): boolean {
  return text.trim() !== ''
}

function slotOf(fragment: Fragment, index: number, from: number, to: number): Slot {
  const { kind, row, extent, measure } = fragment
  const whole = from === 0 && to === fragment.text.length
  return {
    text: whole ? fragment.text : fragment.text.slice(from, to),
    at: whole ? fragment.at : partOf(fragment.at, from, to),
    kind,
    row,
    // What is glued to a label does not begin where its fragment does.
    extent: whole ? extent : null,
    measure: whole ? measure : null,
    fragment: index,
    whole,
  }
}

/** `- 3 -`, `第3页 共8页`, `3/8`, `— 12 —`: a page's number and nothing else. */
export const PAGE_NUMBER =
  /^\s*(?:[-–—－]+\s*\d{1,3}\s*[-–—－]+|第?\s*\d{1,3}\s*页\s*(?:[,，/／（(]?\s*共\s*\d{1,3}\s*页\s*[)）]?)?|\d{1,3}\s*[/／]\s*\d{1,3})\s*$/

const MARK_WORD = /^[无]$/

/** Han characters from which on a slot is prose and no value of a table. */
const PROSE = 12

/**
 * The slots that may be values: without page numbers and pieces of labels, and only up to the first
 * line of prose.
 */
export function valueSlots(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = []
  for (const slot of slots) {
    if (slot.text.trim() === '') {
      kept.push(slot)
      continue
    }
    const han = hanOnly(slot.text)
    if (han.length >= PROSE && !isLabelWords(han)) break
    if (PAGE_NUMBER.test(slot.text) || isLabelPiece(slot.text, han)) continue
    kept.push(slot)
  }
  return kept
}

function isLabelPiece(text: string, han: string): boolean {
  return isLabelWords(han) && !/[0-9０-９]/.test(text) && !MARK_WORD.test(text.trim())
}
