import type { SavedReport } from '@gongkai/report'
import type { Conditions, Failure, FileCheck, Item } from './item.js'

/** Every file of the page, in the order in which they came. */
export type Workspace = { readonly items: readonly Item[] }

export type Action =
  | { readonly kind: 'added'; readonly items: readonly Item[] }
  | { readonly kind: 'restored'; readonly items: readonly Item[] }
  | { readonly kind: 'sent'; readonly id: string; readonly sent: number }
  | {
      readonly kind: 'read'
      readonly id: string
      readonly saved: SavedReport
      readonly check: FileCheck
      readonly checkedKey: string | null
      readonly restored: number
    }
  | { readonly kind: 'failed'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'retried'; readonly ids: readonly string[] }
  | { readonly kind: 'removed'; readonly ids: readonly string[] }
  | { readonly kind: 'conditions'; readonly id: string; readonly conditions: Partial<Conditions> }
  | { readonly kind: 'amended'; readonly item: Item }
  | {
      readonly kind: 'checked'
      readonly id: string
      readonly key: string
      readonly check: FileCheck
    }
  | {
      readonly kind: 'checkFailed'
      readonly id: string
      readonly key: string
      readonly failure: Failure
    }

/** The workspace after what happened. */
export function reduce({ items }: Workspace, action: Action): Workspace {
  switch (action.kind) {
    case 'read':
      return read(items, action)
    case 'added':
      return { items: [...items, ...action.items] }
    case 'restored':
      return { items: [...action.items, ...items] }
    case 'removed':
      return { items: items.filter(({ id }) => !action.ids.includes(id)).map(without(action.ids)) }
    case 'cancelled':
      return { items: items.map(cancelled) }
    case 'retried':
      return { items: items.map((one) => (action.ids.includes(one.id) ? again(one) : one)) }
    case 'amended':
      return { items: items.map((one) => (one.id === action.item.id ? action.item : one)) }
    default:
      return { items: items.map((one) => (one.id === action.id ? changed(one, action) : one)) }
  }
}

type Read = Extract<Action, { readonly kind: 'read' }>
type Change = Exclude<Extract<Action, { readonly id: string }>, Read>

/** A file that is there already, under the same name and with the same content, does not come in twice. */
function read(items: readonly Item[], action: Read): Workspace {
  const { id, saved, check, checkedKey, restored } = action
  const name = items.find((one) => one.id === id)?.name
  const same = items.find(
    (one) => one.id !== id && one.name === name && one.saved?.sha256 === saved.sha256,
  )
  if (same) {
    const others = items.filter((one) => one.id !== id)
    return { items: others.map((one) => matchedWith(one, id, same.id)) }
  }
  const revision = restored > 0 ? 1 : 0
  const made = { stage: 'read', sent: 1, saved, check, checkedKey, restored, revision } as const
  return { items: items.map((one) => (one.id === id ? { ...one, ...made } : one)) }
}

function changed(item: Item, action: Change): Item {
  switch (action.kind) {
    case 'sent':
      return { ...item, stage: 'reading', sent: action.sent }
    case 'failed':
      return { ...item, stage: 'failed', failure: action.failure }
    case 'conditions':
      return { ...item, conditions: { ...item.conditions, ...action.conditions } }
    case 'checked':
      return { ...item, check: action.check, checkedKey: action.key, checkFailure: null }
    case 'checkFailed':
      return { ...item, checkedKey: action.key, checkFailure: action.failure }
  }
}

function cancelled(item: Item): Item {
  const isPending = item.stage === 'waiting' || item.stage === 'reading'
  return isPending ? { ...item, stage: 'cancelled', sent: 0 } : item
}

function again(item: Item): Item {
  return { ...item, stage: 'waiting', sent: 0, failure: null }
}

/** A report that was held against one that is gone is matched anew. */
function without(ids: readonly string[]): (item: Item) => Item {
  return (item) => ids.reduce((one, id) => matchedWith(one, id, 'auto'), item)
}

function matchedWith(item: Item, previous: string, by: string): Item {
  if (item.conditions.previous !== previous) return item
  return { ...item, conditions: { ...item.conditions, previous: by } }
}
