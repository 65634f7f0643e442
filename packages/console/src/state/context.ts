import type { SavedReport } from '@gongkai/report'
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
  const { authority, year } = item.saved
  if (!authority || year === null) return null
  return (
    others.find(({ saved }) => saved.year === year - 1 && isSameName(saved.authority, authority)) ??
    null
  )
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

/** 石桥街道办事处 is 石桥街道, 云岭县人民政府 is 云岭县. */
function isSameName(a: string | null, b: string): boolean {
  const short = (name: string) => name.replace(/\s/g, '').replace(/(?:办事处|人民政府)$/, '')
  return a !== null && short(a) === short(b)
}
