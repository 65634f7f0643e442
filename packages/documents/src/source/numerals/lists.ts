import { formatNumeral, type NumeralStyle } from './numerals.js'

/** Where a paragraph stands in a list; the level may be left to the paragraph's style. */
export type NumberingRef = { readonly numId: string; readonly level: number | null }

/** One level of a Word list. */
export type ListLevel = {
  readonly start: number
  readonly style: NumeralStyle | 'bullet'
  /** What is printed, `%1` to `%9` standing for the numbers of the levels. */
  readonly text: string
  readonly suffix: string
  /** Whether the numbers of higher levels are written as digits whatever their style. */
  readonly isLegal: boolean
  /** This level starts anew after a paragraph of a level below this number; 0: never; null: after any higher one. */
  readonly restartAfter: number | null
  readonly paragraphStyle?: string | undefined
}

/** A list as paragraphs refer to it: several uses of one list count on, unless a use starts a level anew. */
export type ListUse = {
  readonly list: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startsAnew: Map<number, number>
}

/** The automatic numbers of a Word file; each call moves its list on by one. */
export type Numbering = {
  /** The number printed before a paragraph, empty for bullets and for what is in no list. */
  readonly next: (ref: NumberingRef, styleId: string) => string
}

const LEVELS = 9

/** Counts for these lists, none of them begun. */
export function openNumbering(uses: ReadonlyMap<string, ListUse>): Numbering {
  const counts = new Map<string, number[]>()
  return {
    next: (ref, styleId) => {
      const use = uses.get(ref.numId)
      const index = ref.level ?? levelOfStyle(use, styleId)
      const level = use?.levels.get(index)
      if (!use || !level) return ''
      const count = counts.get(use.list) ?? []
      counts.set(use.list, count)
      advance(count, index, use)
      return label(use, level, count)
    },
  }
}

function levelOfStyle(use: ListUse | undefined, styleId: string): number {
  for (const [index, { paragraphStyle }] of use?.levels ?? []) {
    if (paragraphStyle === styleId) return index
  }
  return 0
}

/** Counts up `index`, fills the levels above it that were not used yet, and starts the deeper ones anew. */
function advance(count: number[], index: number, { levels, startsAnew }: ListUse): void {
  const startOf = (level: number) => levels.get(level)?.start ?? 1
  for (let above = 0; above < index; above++) count[above] ??= startOf(above)
  const anew = startsAnew.get(index)
  startsAnew.delete(index)
  const current = count[index]
  count[index] = anew ?? (current === undefined ? startOf(index) : current + 1)
  for (let deeper = index + 1; deeper < LEVELS; deeper++) {
    const restartAfter = levels.get(deeper)?.restartAfter ?? deeper
    if (index < restartAfter) delete count[deeper]
  }
}

function label(
  { levels }: ListUse,
  level: ListLevel,
  count: readonly (number | undefined)[],
): string {
  if (level.style === 'bullet') return ''
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const style = level.isLegal ? 'decimal' : (levels.get(index)?.style ?? 'decimal')
    return style === 'bullet' ? '' : formatNumeral(style, count[index] ?? 0)
  })
  return text === '' ? '' : text + level.suffix
}
