import { matchPrevious, type SavedReport } from '@gongkai/report'
import { asContext, type Item, isRead, type ReadItem } from './item.js'

/** What is sent to be checked. */
export type CheckRequest = {
  readonly report: SavedReport
  readonly previous: SavedReport | null
  readonly siblings: readonly SavedReport[]
  readonly authority: string | null
}

/** Last year's report of the item: the one chosen, or the one of the same authority and year − 1. */
export function previousOf(item: ReadItem, items: readonly Item[]): ReadItem | null {
  const { previous } = item.conditions
  const others = items.filter((one) => one.id !== item.id).filter(isRead)
  if (previous !== 'auto') return others.find(({ id }) => id === previous) ?? null
  const keyed = others.map((one) => ({ ...keyOf(one), one }))
  return matchPrevious(keyOf(item), keyed)?.one ?? null
}

/** Whose report it is, and of which year; the authority's name as the user gave it goes first. */
function keyOf({ conditions, saved }: ReadItem) {
  return { authority: conditions.authority.trim() || saved.authority, year: saved.year }
}

/** The other reports of the same year, where they are wanted. */
function siblingsOf(item: ReadItem, items: readonly Item[]): readonly ReadItem[] {
  if (!item.conditions.siblings) return []
  return items
    .filter(isRead)
    .filter(({ id, saved }) => id !== item.id && saved.year === item.saved.year)
}

/** Says of what a check speaks: the same key, the same answer. */
export function checkKey(item: ReadItem, items: readonly Item[]): string {
  const previous = previousOf(item, items)
  const parts = [previous, ...siblingsOf(item, items)].map((one) =>
    one ? `${one.id}.${one.revision}` : '-',
  )
  return [item.revision, item.conditions.authority.trim(), ...parts].join('|')
}

/** What the server checked when it read the file: the file alone. */
export const FIRST_KEY = '0||-'

/** The item with what it is to be checked against, as the API takes it. */
export function checkRequest(item: ReadItem, items: readonly Item[]): CheckRequest {
  const previous = previousOf(item, items)
  return {
    report: item.saved,
    previous: previous && asContext(previous.saved),
    siblings: siblingsOf(item, items).map(({ saved }) => asContext(saved)),
    authority: item.conditions.authority.trim() || null,
  }
}
