import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let said = ''

/** Tells what came of what was done, on the screen and to a screen reader. It goes with the next page. */
export function say(text: string): void {
  said = text
  for (const listener of listeners) listener()
}

/** Where `say` is heard. */
export function Said() {
  const text = useSyncExternalStore(subscribe, () => said)
  return (
    <p className={text === '' ? 'hidden' : 'said'} role="status">
      {text}
    </p>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
