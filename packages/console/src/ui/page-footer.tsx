import { type Dispatch, useEffect, useState } from 'react'
import { discardAmendments } from '../state/amend.js'
import type { Item } from '../state/item.js'
import { clearStore, storedCount } from '../state/store.js'
import type { Action } from '../state/workspace.js'
import { ConfirmButton } from './confirm-button.js'

/** Where files and amendments go, and how to have them gone. */
export function PageFooter({
  items,
  dispatch,
}: {
  readonly items: readonly Item[]
  readonly dispatch: Dispatch<Action>
}) {
  const [kept, setKept] = useState(storedCount)
  // The store is written in an effect of the same change; it is counted after that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: items is what changes the store
  useEffect(() => setKept(storedCount()), [items])
  const clear = () => {
    clearStore()
    for (const item of items) {
      if (item.saved) dispatch({ kind: 'amended', item: discardAmendments(item) })
    }
    setKept(0)
  }
  return (
    <footer className="page-footer">
      <p>
        文件只发送到本服务，答复后即清除，不作保存。更正和忽略记录只存放在本机浏览器
        {kept > 0 ? `（现有${kept}份报告的记录）` : ''}和您下载的 JSON 文件中。
      </p>
      <ConfirmButton
        title="清除本机记录？"
        text={`将删除本机浏览器中${kept}份报告的更正和忽略记录，已载入的报告恢复为读取时的内容。没有下载 JSON 的，清除后无法找回。`}
        action="清除记录"
        disabled={kept === 0}
        onConfirm={clear}
        size="small"
      >
        清除本机记录
      </ConfirmButton>
    </footer>
  )
}
