import { Button } from 'antd'
import type { Dispatch } from 'react'
import { type Item, isPending } from '../state/item.js'
import type { Action } from '../state/workspace.js'

/** How far the reading of all files has come, with the way to stop it; nothing when all is done. */
export function ReadingProgress({
  items,
  dispatch,
}: {
  readonly items: readonly Item[]
  readonly dispatch: Dispatch<Action>
}) {
  const pending = items.filter(isPending).length
  if (pending === 0) return null
  const done = items.length - pending
  return (
    <div className="reading-progress">
      <label>
        正在读取，已完成 {done}／{items.length} 份
        <progress value={done} max={items.length} />
      </label>
      <Button size="small" onClick={() => dispatch({ kind: 'cancelled' })}>
        停止读取
      </Button>
    </div>
  )
}
