import type { Severity } from '@gongkai/law'
import { type Item, isRead } from '../state/item.js'
import { type Summary, summaryOf } from '../state/summary.js'

/** One line of the overview. */
export type Row = { readonly item: Item; readonly summary: Summary | null }

export type Show = 'all' | Severity | 'unread' | 'failed'

export type Filter = { readonly text: string; readonly show: Show; readonly year: number | null }

export const NO_FILTER: Filter = { text: '', show: 'all', year: null }

/** The columns that can be sorted by. */
export type SortKey = 'name' | 'authority' | 'year' | Severity | 'unread'

export type Sort = { readonly key: SortKey; readonly descending: boolean }

/** Every file with its counts; none where it has not been read. */
export function toRows(items: readonly Item[]): readonly Row[] {
  return items.map((item) => ({ item, summary: isRead(item) ? summaryOf(item) : null }))
}

/** The rows that pass the filter, in the order wanted; without one, in the order in which they came. */
export function selectRows(
  rows: readonly Row[],
  filter: Filter,
  sort: Sort | null,
): readonly Row[] {
  const passing = rows.filter((row) => passes(row, filter))
  if (!sort) return passing
  const sign = sort.descending ? -1 : 1
  return passing.toSorted((a, b) => sign * compare(sortValue(a, sort.key), sortValue(b, sort.key)))
}

/** The years of the reports, latest first. */
export function yearsOf(rows: readonly Row[]): readonly number[] {
  const years = new Set(rows.flatMap(({ item }) => item.saved?.year ?? []))
  return [...years].toSorted((a, b) => b - a)
}

function passes({ item, summary }: Row, { text, show, year }: Filter): boolean {
  const words = `${item.name} ${item.saved?.authority ?? ''} ${item.saved?.title ?? ''}`
  if (!words.includes(text.trim())) return false
  if (year !== null && item.saved?.year !== year) return false
  if (show === 'all') return true
  if (show === 'failed') return item.stage === 'failed'
  return summary !== null && summary[show] > 0
}

function sortValue({ item, summary }: Row, key: SortKey): string | number {
  if (key === 'name') return item.name
  if (key === 'authority') return item.saved?.authority ?? ''
  if (key === 'year') return item.saved?.year ?? 0
  return summary?.[key] ?? -1
}

const order = new Intl.Collator('zh-CN', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(`${a}`, `${b}`)
}
