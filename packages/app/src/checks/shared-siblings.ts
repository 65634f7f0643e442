import type { Sibling } from './siblings.js'

/** The texts of a whole collection, in memory that every thread of a process reads; a process is given a copy once. */
export type SharedSiblings = {
  /** The same for the same texts. */
  readonly stamp: string
  /** UTF-8: the JSON of each `Sibling`, and NUL between two. */
  readonly bytes: SharedArrayBuffer
}

const BETWEEN = '\0'

/** Nothing was handed in. */
export const NO_SIBLINGS: SharedSiblings = { stamp: '', bytes: new SharedArrayBuffer(0) }

/** A sibling as the database gives it: its parts as JSON. */
export type SiblingTexts = Pick<Sibling, 'name' | 'year'> & { readonly texts: string }

/** The siblings for every converter; nothing of them is parsed here. */
export function shareSiblings(stamp: string, each: readonly SiblingTexts[]): SharedSiblings {
  const text = each.map(toJson).join(BETWEEN)
  const bytes = new SharedArrayBuffer(Buffer.byteLength(text))
  Buffer.from(bytes).write(text)
  return { stamp, bytes }
}

function toJson({ name, year, texts }: SiblingTexts): string {
  return `{"name":${JSON.stringify(name)},"year":${year},"parts":${texts}}`
}

type Parsed = {
  readonly stamp: string
  readonly siblings: readonly Sibling[]
  readonly byText: ReadonlyMap<string, Sibling>
}

/** What was parsed last in this thread. */
let last: Parsed = { stamp: '', siblings: [], byText: new Map() }

/**
 * The siblings, parsed once in each thread as long as they are the same. When one more is handed in, the others stay the same values:
 * proofreading has them indexed.
 */
export function siblingsIn({ stamp, bytes }: SharedSiblings): readonly Sibling[] {
  if (last.stamp === stamp) return last.siblings
  const texts = Buffer.from(bytes).toString().split(BETWEEN)
  const byText = new Map<string, Sibling>()
  for (const text of texts) {
    if (text !== '') byText.set(text, last.byText.get(text) ?? JSON.parse(text))
  }
  last = { stamp, siblings: [...byText.values()], byText }
  return last.siblings
}
