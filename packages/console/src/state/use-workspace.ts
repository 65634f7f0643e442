import { type Dispatch, useCallback, useEffect, useReducer, useRef } from 'react'
import { type Item, newItem } from './item.js'
import { storeAmendments } from './store.js'
import { useChecking } from './use-checking.js'
import { useKeeping } from './use-keeping.js'
import { useReading } from './use-reading.js'
import { type Action, reduce } from './workspace.js'

export type WorkspaceHandle = {
  readonly items: readonly Item[]
  readonly dispatch: Dispatch<Action>
  /** Takes files in; returns the ids they have from now on. */
  readonly add: (files: readonly File[]) => readonly string[]
  /** False where this browser keeps nothing of what was read. */
  readonly isKeeping: boolean
}

/** Ids of files begin with it: what was kept of other visits has others, and sorts before. */
const VISIT = Math.round(performance.timeOrigin).toString(36)

/** All state of the page: files, readings, amendments and checks, and the traffic with the server that they cause. */
export function useWorkspace(): WorkspaceHandle {
  const [{ items }, dispatch] = useReducer(reduce, { items: [] })
  useReading(items, dispatch)
  useChecking(items, dispatch)
  useStoring(items)
  const isKeeping = useKeeping(items, dispatch)
  const count = useRef(0)
  const add = useCallback((files: readonly File[]) => {
    const added = files.map((file) => {
      count.current += 1
      return newItem(`${VISIT}-${`${count.current}`.padStart(6, '0')}`, file)
    })
    dispatch({ kind: 'added', items: added })
    return added.map(({ id }) => id)
  }, [])
  return { items, dispatch, add, isKeeping }
}

/** Keeps amendments in this browser as soon as they are made. */
function useStoring(items: readonly Item[]): void {
  const stored = useRef(new Map<string, Item['saved']>())
  useEffect(() => {
    for (const { id, saved } of items) {
      const before = stored.current.get(id)
      if (before === saved) continue
      stored.current.set(id, saved)
      if (saved && (before || hasAmendments(saved))) storeAmendments(saved)
    }
  }, [items])
}

function hasAmendments({ corrections = [], waivers = [] }: NonNullable<Item['saved']>): boolean {
  return corrections.length + waivers.length > 0
}
