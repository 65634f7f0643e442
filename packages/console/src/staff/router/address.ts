import { useMemo, useSyncExternalStore } from 'react'
import { say } from './said.js'

export type Address = { readonly path: string; readonly query: URLSearchParams }

const listeners = new Set<() => void>()
let moved = false

/** Whether somebody has gone from one page to another since the window was loaded. */
export function hasMoved(): boolean {
  return moved
}

/** Goes to another page of the console; `replace` leaves no step to come back to. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to)
  else history.replaceState(null, '', to)
  follow()
}

/** Changes what the address says of a list; empty values leave it. The page stays. */
export function setQuery(
  values: Readonly<Record<string, string>>,
  how: 'push' | 'replace' = 'push',
): void {
  const query = new URLSearchParams(location.search)
  for (const [key, value] of Object.entries(values)) {
    if (value === '') query.delete(key)
    else query.set(key, value)
  }
  const text = query.toString()
  navigate(`${location.pathname}${text && `?${text}`}`, how)
}

/** The address that is shown. */
export function useAddress(): Address {
  const place = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  return useMemo(() => {
    const url = new URL(place, location.origin)
    return { path: url.pathname.replace(/\/+$/, ''), query: url.searchParams }
  }, [place])
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('popstate', follow)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('popstate', follow)
  }
}

function follow(): void {
  moved = true
  say('')
  for (const listener of listeners) listener()
}
