import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let unread = 0

/** Tells every place that shows it how many notices are not read. */
export function tellUnread(count: number): void {
  unread = count
  for (const listener of listeners) listener()
}

/** How many of one's own notices are not read, as far as it is known. */
export function useUnread(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => unread,
  )
}
