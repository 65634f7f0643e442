import { Button, Input } from 'antd'
import { type CSSProperties, useMemo, useState } from 'react'
import { useRegister } from '../authorities/register.js'
import { treeRows } from '../authorities/tree-rows.js'

/** Authorities to be asked, ticked in the tree: one by one, or all that are shown. */
export function ChooseAuthorities({
  root,
  without,
  value,
  onChange,
}: {
  /** Id of the authority that collects: it and those below it are for choice. */
  readonly root: string
  /** Asked already. */
  readonly without: ReadonlySet<string>
  readonly value: ReadonlySet<string>
  readonly onChange: (ids: ReadonlySet<string>) => void
}) {
  const { nodes, pathOf } = useRegister()
  const [search, setSearch] = useState('')
  const all = useMemo(() => {
    const inside = nodes.filter(({ id }) => pathOf(id).includes(root))
    return inside.map((node) => (node.id === root ? { ...node, parentId: null } : node))
  }, [nodes, pathOf, root])
  const rows = treeRows(all, new Set(all.map(({ id }) => id)), search.trim())
  const free = rows.filter(({ id }) => !without.has(id))
  const set = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(value)
    for (const id of ids) isOn ? next.add(id) : next.delete(id)
    onChange(next)
  }
  const below = (id: string) => free.map((row) => row.id).filter((one) => pathOf(one).includes(id))
  return (
    <fieldset className="choose">
      <legend>应当报送的机关</legend>
      <Input
        type="search"
        aria-label="按名称查找机关"
        placeholder="按名称查找"
        allowClear
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div className="actions">
        <Button
          size="small"
          onClick={() =>
            set(
              free.map(({ id }) => id),
              true,
            )
          }
        >
          选择列出的全部
        </Button>
        <Button
          size="small"
          onClick={() =>
            set(
              free.map(({ id }) => id),
              false,
            )
          }
        >
          取消列出的全部
        </Button>
        <span role="status">已选{value.size}个机关</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="choices" tabIndex={0} aria-label="机关列表，可上下滚动">
        {rows.length === 0 && <p className="nothing">没有符合条件的机关。</p>}
        {rows.map(({ id, name, depth, isOpen }) => (
          <div key={id} style={{ '--depth': depth } as CSSProperties}>
            <label>
              <input
                type="checkbox"
                checked={value.has(id) || without.has(id)}
                disabled={without.has(id)}
                onChange={({ target }) => set([id], target.checked)}
              />{' '}
              {name}
              {without.has(id) && <span className="about">（已布置）</span>}
            </label>
            {isOpen !== null && (
              <button type="button" className="link about" onClick={() => set(below(id), true)}>
                连同下级<span className="hidden">：{name}</span>
              </button>
            )}
          </div>
        ))}
      </section>
    </fieldset>
  )
}
