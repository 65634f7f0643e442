import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Asked } from '../api/use-ask.js'

/** What a page asks for stands in its address. */
const WRONG_ADDRESS = '网址不完整或者有误，没有可以显示的内容。请从上方菜单重新进入。'

/** Shows what was asked for when it is there, and until then that it is on its way, or why not. */
export function Waiting<T>({
  asked: { value, refused, isWaiting, reload },
  children,
}: {
  readonly asked: Asked<T>
  readonly children: (value: T) => ReactNode
}) {
  if (value !== null) return <div aria-busy={isWaiting}>{children(value)}</div>
  if (!refused) return <p className="nothing">正在载入…</p>
  return (
    <div className="failure-box" role="alert">
      <p>{refused.code === 'request.malformed' ? WRONG_ADDRESS : refused.message}</p>
      <div className="actions">
        <Button onClick={() => reload()}>重新载入</Button>
      </div>
    </div>
  )
}
