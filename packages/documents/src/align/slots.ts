import type { Anchor } from './chain.js'
import { type Fragment, sliceOf } from './fragments.js'
import type { Stream } from './stream.js'

/** What is left of a fragment when the labels are taken out of it: perhaps a value. */
export type Slot = Fragment & {
  /** Index of its fragment. */
  readonly fragment: number
  /** Where it ends in the fragment's text. */
  readonly end: number
  /** False for what is left of a fragment that a label stands in too. */
  readonly whole: boolean
  /** Its merged cell covers several rows or columns of the form. */
  readonly isShared?: boolean
}

/** A table's chain of labels and, for each label, what stands after it. */
export type Walk = {
  readonly stream: Stream
  readonly chain: readonly Anchor[]
  readonly slots: readonly (readonly Slot[])[]
}

/** The walk along `chain`: for each label what stands between it (or inside it) and the next one. */
export function walkAlong(stream: Stream, chain: readonly Anchor[]): Walk {
  const slots: Slot[][] = chain.map(() => [])
  const touches = touchesOf(stream, chain)
  const byFragment = Map.groupBy(touches, ({ fragment }) => fragment)
  let current = -1
  for (let index = touches[0]?.fragment ?? stream.end; index < stream.end; index++) {
    const fragment = stream.fragments[index]
    if (!fragment) break
    const { text } = fragment
    let from = 0
    const take = (to: number) => slots[current]?.push(slotOf(fragment, index, from, to))
    const own = byFragment.get(index) ?? []
    own.forEach(({ anchor, min, max }, i) => {
      const before = text.slice(from, min)
      const value = anchor === current ? before : withoutLead(before, chain[anchor])
      if (value.trim() !== '') take(from + value.length)
      current = anchor
      from = max + 1 + closing(text.slice(max + 1, own[i + 1]?.min))
    })
    if (from === 0 || text.slice(from).trim() !== '') take(text.length)
  }
  return { stream, chain, slots }
}

/** The stretch of a fragment's text from one character of an anchor to the last. */
type Touch = {
  readonly fragment: number
  /** Index of the anchor in its chain. */
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

/** An opening bracket before a label belongs to it, and so does its own number: `0001.` before 属于国家秘密 is `000`. */
function withoutLead(before: string, anchor: Anchor | undefined): string {
  const bare = before.replace(/[（(“"‘'「『〝]+\s*$/, '')
  const [number] = /^\d/.exec(anchor?.label ?? '') ?? []
  const own = number && /[（(]?([0-9０-９])\s*[.．、，,)）]\s*$/.exec(bare)
  return own && own[1]?.normalize('NFKC') === number ? bare.slice(0, own.index) : bare
}

/** What the form does not have behind its label, before a value: 行政强制措施 3, or a note in brackets. 无 and 没有 are values, and so is （—）. */
const MORE_LABEL =
  /^(?:(?:(?![无没未零〇])[\u4e00-\u9fff]){2,10}(?=[\s\d]|$)|[（(](?![无没未零〇])(?=[^（）()\d]*[\u4e00-\u9fff])[^（）()\d]+[）)])/

/** How much of what follows a label still belongs to it: more words, closing brackets, colons, stops, blanks before them. */
function closing(after: string): number {
  const more = MORE_LABEL.exec(after)?.[0].length ?? 0
  return more + (/^[\s）)”"’'」』〞：:；;，,。、.．]*/.exec(after.slice(more))?.[0].length ?? 0)
}

function slotOf(fragment: Fragment, index: number, from: number, to: number): Slot {
  const whole = from === 0 && to === fragment.text.length
  const own = { fragment: index, end: to, whole }
  if (whole) return { ...fragment, ...own }
  // What is glued to a label does not begin where its fragment does.
  return { ...sliceOf(fragment, from, to), extent: null, measure: null, ...own }
}
