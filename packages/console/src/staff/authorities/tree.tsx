import type { TreeNode } from '@gongkai/web'
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react'
import { navigate } from '../router/address.js'
import { rowByKey, type TreeRow, treeRows } from './tree-rows.js'

/** The authorities as a tree that is walked with the arrow keys; the one chosen opens beside it. */
export function Tree({
  nodes,
  search,
  chosen,
  path,
  hrefOf,
}: {
  readonly nodes: readonly TreeNode[]
  readonly search: string
  /** Id of the one that is open beside the tree. */
  readonly chosen: string | null
  /** The ids from the root down to it. */
  readonly path: readonly string[]
  readonly hrefOf: (id: string) => string
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const ref = useRef<HTMLDivElement>(null)
  const open = openOf(nodes, path, toggled)
  const rows = treeRows(nodes, open, search)
  const focusable = rows.some(({ id }) => id === current) ? current : (chosen ?? rows[0]?.id)

  const toggle = (id: string) =>
    setToggled(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    )
  const focusAt = (at: number) => {
    setCurrent(rows[at]?.id ?? null)
    ref.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at]?.focus()
  }
  const onKey = (event: KeyboardEvent, row: TreeRow, at: number) => {
    const { key } = event
    const isToggle =
      (key === 'ArrowRight' && row.isOpen === false) || (key === 'ArrowLeft' && row.isOpen === true)
    const next = isToggle ? null : rowByKey(rows, at, key)
    if (isToggle) toggle(row.id)
    else if (key === 'Enter' || key === ' ') navigate(hrefOf(row.id))
    else if (next !== null) focusAt(next)
    else return
    event.preventDefault()
  }
  return (
    <div ref={ref} role="tree" aria-label="机关" className="tree">
      {rows.map((row, at) => (
        <div
          key={row.id}
          role="treeitem"
          tabIndex={row.id === focusable ? 0 : -1}
          aria-level={row.depth}
          aria-posinset={row.place}
          aria-setsize={row.siblings}
          aria-selected={row.id === chosen}
          {...(row.isOpen !== null && { 'aria-expanded': row.isOpen })}
          style={{ '--depth': row.depth } as CSSProperties}
          onKeyDown={(event) => onKey(event, row, at)}
          onFocus={() => setCurrent(row.id)}
          onClick={() => navigate(hrefOf(row.id))}
        >
          <Toggle row={row} onToggle={() => toggle(row.id)} />
          {row.name}
        </div>
      ))}
    </div>
  )
}

/** For the mouse; the keyboard has its arrows. */
function Toggle({
  row: { isOpen },
  onToggle,
}: {
  readonly row: TreeRow
  readonly onToggle: () => void
}) {
  return (
    <span
      className="tree-toggle"
      aria-hidden="true"
      onClick={(event) => {
        if (isOpen === null) return
        event.stopPropagation()
        onToggle()
      }}
    >
      {isOpen === null ? '' : isOpen ? '▾' : '▸'}
    </span>
  )
}

/** The root and the way to the chosen one stand open, unless somebody closed them. */
function openOf(nodes: readonly TreeNode[], path: readonly string[], toggled: ReadonlySet<string>) {
  const roots = nodes.filter(({ parentId }) => parentId === null).map(({ id }) => id)
  const open = new Set([...roots, ...path.slice(0, -1)])
  return new Set(nodes.map(({ id }) => id).filter((id) => open.has(id) !== toggled.has(id)))
}
