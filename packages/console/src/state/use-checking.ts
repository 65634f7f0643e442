import { type Dispatch, useEffect, useRef } from 'react'
import { checkReport } from '../api.js'
import { checkKey, checkRequest } from './context.js'
import { type Item, isPending, isRead, type ReadItem } from './item.js'
import type { Action } from './workspace.js'

const AT_ONCE = 2
/** So long must a report stay unchanged before it is checked again. */
const PAUSE_MS = 350

type Running = { readonly key: string; readonly controller: AbortController }

/**
 * Checks every report again of which the check does not speak any more, once all files have been read: only then is it
 * known which is whose report of last year.
 */
export function useChecking(items: readonly Item[], dispatch: Dispatch<Action>): void {
  const running = useRef(new Map<string, Running>())
  useEffect(() => {
    if (items.some(isPending)) return
    const timer = setTimeout(() => {
      stopOutdated(running.current, items)
      for (const item of staleItems(items)) {
        if (running.current.size >= AT_ONCE) break
        if (!running.current.has(item.id)) void check(item, items, running.current, dispatch)
      }
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [items, dispatch])
}

/** The reports whose check is not of what they are now. */
export function staleItems(items: readonly Item[]): readonly ReadItem[] {
  return items.filter(isRead).filter((item) => item.checkedKey !== checkKey(item, items))
}

function stopOutdated(running: Map<string, Running>, items: readonly Item[]): void {
  for (const [id, { key, controller }] of running) {
    const item = items.find((one) => one.id === id)
    if (item && isRead(item) && checkKey(item, items) === key) continue
    controller.abort()
    running.delete(id)
  }
}

async function check(
  item: ReadItem,
  items: readonly Item[],
  running: Map<string, Running>,
  dispatch: Dispatch<Action>,
): Promise<void> {
  const { id } = item
  const key = checkKey(item, items)
  const controller = new AbortController()
  running.set(id, { key, controller })
  const answer = await checkReport(checkRequest(item, items), controller.signal)
  if (controller.signal.aborted) return
  running.delete(id)
  if (answer.ok) dispatch({ kind: 'checked', id, key, check: answer.value })
  else dispatch({ kind: 'checkFailed', id, key, failure: answer.failure })
}
