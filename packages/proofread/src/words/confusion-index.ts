import type { Confusion } from '../lists/confusion.js'

/** A confusion where it was met. */
export type Meeting = { readonly confusion: Confusion; readonly start: number }

type Entry = { readonly confusion: Confusion; readonly exceptions: readonly Exception[] }

/** A right context: its words, and how far before the wrong word they begin. */
type Exception = { readonly words: string; readonly offset: number }

/** Entries by the codes of their first and second character. */
export type ConfusionIndex = ReadonlyMap<number, ReadonlyMap<number, readonly Entry[]>>

/** Confusions ready for `meetings`, the longer words first. */
export function indexConfusions(confusions: readonly Confusion[]): ConfusionIndex {
  const longestFirst = confusions.toSorted((a, b) => b.wrong.length - a.wrong.length)
  return new Map(
    Array.from(byCharacter(longestFirst.map(toEntry), 0), ([code, entries]) => [
      code,
      byCharacter(entries, 1),
    ]),
  )
}

/** Every confusion of `text` from left to right; where two begin at one place, the longer one. */
export function meetings(text: string, index: ConfusionIndex): Meeting[] {
  const found: Meeting[] = []
  for (let at = 0; at < text.length; at++) {
    const entries = index.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1))
    const met = entries?.find((entry) => stands(text, at, entry))
    if (!met) continue
    found.push({ confusion: met.confusion, start: at })
    at += met.confusion.wrong.length - 1
  }
  return found
}

function byCharacter(entries: readonly Entry[], at: number): Map<number, Entry[]> {
  return Map.groupBy(entries, ({ confusion }) => confusion.wrong.charCodeAt(at))
}

function toEntry(confusion: Confusion): Entry {
  const exceptions = confusion.not.map((words) => ({
    words,
    offset: words.indexOf(confusion.wrong),
  }))
  return { confusion, exceptions }
}

function stands(text: string, at: number, { confusion, exceptions }: Entry): boolean {
  if (!text.startsWith(confusion.wrong, at)) return false
  return !exceptions.some(
    ({ words, offset }) => at >= offset && text.startsWith(words, at - offset),
  )
}
