import { type Dispatch, useEffect, useRef, useState } from 'react'
import { type Item, isRead } from './item.js'
import { forget, keep, loadKept } from './kept.js'
import type { Action } from './workspace.js'

/**
 * Brings back what this browser kept of earlier visits, and keeps what is read as it changes. False where this browser
 * keeps nothing (a private window, a full disk): the page says so.
 */
export function useKeeping(items: readonly Item[], dispatch: Dispatch<Action>): boolean {
  const [isKeeping, setKeeping] = useState(true)
  const kept = useRef<ReadonlyMap<string, Item> | null>(null)
  useEffect(() => {
    const take = (restored: readonly Item[]) => {
      kept.current = new Map(restored.map((item) => [item.id, item]))
      dispatch({ kind: 'restored', items: restored })
    }
    loadKept().then(take, () => setKeeping(false))
  }, [dispatch])
  useEffect(() => {
    // Before they are brought back it is not known which are gone.
    if (kept.current === null) return
    const before = kept.current
    const now = new Map(items.filter(isRead).map((item) => [item.id, item]))
    kept.current = now
    const puts = [...now.values()].filter((item) => before.get(item.id) !== item).map(keep)
    const gone = [...before.keys()].filter((id) => !items.some((one) => one.id === id)).map(forget)
    Promise.all([...puts, ...gone]).catch(() => setKeeping(false))
  }, [items])
  return isKeeping
}
