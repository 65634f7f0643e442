import type { TreeNode } from '@gongkai/web'
import { isFoundBy } from './found-by.js'

/** A line of the tree that is shown. */
export type TreeRow = TreeNode & {
  /** How deep it stands: the root is 1. */
  readonly depth: number
  readonly place: number
  readonly siblings: number
  /** Null where nothing is below it. */
  readonly isOpen: boolean | null
}

/** The lines that are shown of a tree: what is below an open one, or, of a search, whatever holds its words and all above that. */
export function treeRows(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  search: string,
): readonly TreeRow[] {
  const wanted = search === '' ? nodes : found(nodes, search)
  const below = Map.groupBy(wanted, ({ parentId }) => parentId)
  const walk = (parentId: string | null, depth: number): readonly TreeRow[] => {
    const children = below.get(parentId) ?? []
    return children.flatMap((node, at) => {
      const isOpen = below.has(node.id) ? search !== '' || open.has(node.id) : null
      const row = { ...node, depth, place: at + 1, siblings: children.length, isOpen }
      return isOpen ? [row, ...walk(node.id, depth + 1)] : [row]
    })
  }
  return walk(null, 1)
}

function found(nodes: readonly TreeNode[], search: string): readonly TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const kept = new Set<string>()
  for (const node of nodes) {
    if (!isFoundBy(node, search)) continue
    const { id } = node
    for (let at = byId.get(id); at && !kept.has(at.id); at = byId.get(at.parentId ?? '')) {
      kept.add(at.id)
    }
  }
  return nodes.filter(({ id }) => kept.has(id))
}

/** Which line a key leads to from line `at`; null where it leads nowhere. */
export function rowByKey(rows: readonly TreeRow[], at: number, key: string): number | null {
  const row = rows[at]
  if (!row) return null
  if (key === 'ArrowDown') return Math.min(at + 1, rows.length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  if (key === 'ArrowRight' && row.isOpen) return at + 1
  if (key !== 'ArrowLeft') return null
  const above = rows.findIndex(({ id }) => id === row.parentId)
  return above < 0 ? null : above
}
