import { useEffect } from 'react'
import { useAddress } from './address.js'

const PREFIX = 'gongkai.list.'

/** The address of the list at `path`, as the person last asked it; as it begins where nothing is kept. */
export function rememberedAddress(personId: string, path: string): string {
  try {
    return `${path}${localStorage.getItem(keyOf(personId, path)) ?? ''}`
  } catch {
    // Private windows keep nothing: the list begins with all.
    return path
  }
}

/** Keeps what is asked of the list, but not which of its pages is open. */
export function rememberQuery(personId: string, path: string, query: URLSearchParams): void {
  const kept = new URLSearchParams(query)
  kept.delete('after')
  try {
    if (kept.size === 0) localStorage.removeItem(keyOf(personId, path))
    else localStorage.setItem(keyOf(personId, path), `?${kept}`)
  } catch {
    // As above.
  }
}

const CHOSEN = 'authorities chosen'

/** The authorities that the person chose last, the last one first. */
export function lastChosen(personId: string): readonly string[] {
  try {
    return (localStorage.getItem(keyOf(personId, CHOSEN)) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

/** Keeps what was chosen, with those chosen before it. */
export function keepChosen(personId: string, authorityId: string): void {
  const before = lastChosen(personId).filter((id) => id !== authorityId)
  try {
    localStorage.setItem(keyOf(personId, CHOSEN), [authorityId, ...before].slice(0, 3).join(' '))
  } catch {
    // As above.
  }
}

/** Forgets all lists of everybody: whoever signs out may not be the only one at this computer. */
export function forgetQueries(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}

/** The address of a list, kept for when the person comes back to it by the menu. */
export function useRemembered(personId: string): URLSearchParams {
  const { path, query } = useAddress()
  useEffect(() => rememberQuery(personId, path, query), [personId, path, query])
  return query
}

function keyOf(personId: string, path: string): string {
  return `${PREFIX}${personId} ${path}`
}
