import { type Dispatch, useEffect, useRef } from 'react'
import { readFile } from '../api.js'
import { FIRST_KEY } from './context.js'
import type { Item } from './item.js'
import { restoreAmendments } from './store.js'
import type { Action } from './workspace.js'

/** Files on their way to the server at once. */
const AT_ONCE = 2

/** Sends waiting files to be read, two at a time; a file that is cancelled or removed is stopped on its way. */
export function useReading(items: readonly Item[], dispatch: Dispatch<Action>): void {
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    for (const [id, controller] of running.current) {
      const isWanted = items.some((one) => one.id === id && one.stage !== 'cancelled')
      if (!isWanted) {
        controller.abort()
        running.current.delete(id)
      }
    }
    const free = AT_ONCE - running.current.size
    const next = items
      .filter(({ id, stage }) => stage === 'waiting' && !running.current.has(id))
      .slice(0, Math.max(0, free))
    for (const item of next) {
      const controller = new AbortController()
      running.current.set(item.id, controller)
      void readItem(item, controller.signal, dispatch, () => running.current.delete(item.id))
    }
  }, [items, dispatch])
}

async function readItem(
  { id, file }: Item,
  signal: AbortSignal,
  dispatch: Dispatch<Action>,
  done: () => void,
): Promise<void> {
  dispatch({ kind: 'sent', id, sent: 0 })
  const onSent = (sent: number) => {
    if (!signal.aborted) dispatch({ kind: 'sent', id, sent })
  }
  const answer = await readFile(file, onSent, signal)
  if (signal.aborted) return
  done()
  if (!answer.ok) {
    dispatch({ kind: 'failed', id, failure: answer.failure })
    return
  }
  const { report, check } = answer.value
  const { saved, restored } = restoreAmendments(report)
  dispatch({ kind: 'read', id, saved, check, checkedKey: FIRST_KEY, restored })
}
