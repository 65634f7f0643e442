import type { Cell, SavedReport } from '@gongkai/report'
import { useRef } from 'react'
import { withCells } from './edited.js'
import { type CellChange, remembered, undone } from './undo.js'
import type { Draft } from './use-draft.js'

/** Writes in the cells of a table, and takes back what was written, the last change first. */
export function useCellChanges(edit: Draft['edit']) {
  const changes = useRef<readonly CellChange[]>([])
  const write = (typed: ReadonlyMap<string, string>, typedIn: string | null) =>
    edit((before: SavedReport) => {
      changes.current = remembered(changes.current, before, typed.keys(), typedIn)
      return withCells(before, typed)
    })
  return {
    type: (key: string, text: string) => write(new Map([[key, text]]), key),
    fill: (typed: ReadonlyMap<string, string>) => write(typed, null),
    /** The cells that stand as before again; none where there is nothing to take back. */
    undo: (): readonly Cell[] => {
      const last = changes.current.at(-1)
      if (!last) return []
      changes.current = changes.current.slice(0, -1)
      edit((before) => undone(before, last))
      return last.before
    },
  }
}
