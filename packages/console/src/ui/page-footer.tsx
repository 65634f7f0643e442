import { useEffect, useState } from 'react'
import { isRead } from '../state/item.js'
import { clearStore, storedCount } from '../state/store.js'
import type { WorkspaceHandle } from '../state/use-workspace.js'
import { ConfirmButton } from './confirm-button.js'

/** Where files and amendments go, and how to have them gone. */
export function PageFooter({
  workspace: { items, dispatch, isKeeping },
}: {
  readonly workspace: WorkspaceHandle
}) {
  const [stored, setStored] = useState(storedCount)
  // The store is written in an effect of the same change; it is counted after that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: items is what changes the store
  useEffect(() => setStored(storedCount()), [items])
  const read = items.filter(isRead).length
  const clear = () => {
    clearStore()
    dispatch({ kind: 'removed', ids: items.map(({ id }) => id) })
    setStored(0)
  }
  return (
    <footer className="page-footer">
      <p>
        文件只发送到本服务，答复后即清除，不作保存。读出的内容、更正和忽略记录只存放在本机浏览器和您下载的
        JSON 文件中，刷新页面后仍在；公用计算机用完请清空。
      </p>
      {!isKeeping && (
        <p role="alert">
          本浏览器不允许存放数据（例如无痕窗口），刷新或关闭页面后须重新载入报告；更正请随时下载
          JSON 保存。
        </p>
      )}
      <ConfirmButton
        title="清空本机记录？"
        text={`将移除本机浏览器中的${read}份报告${stored > 0 ? `，并删除${stored}份报告的更正和忽略记录` : ''}。没有下载 JSON 的，清空后无法找回。`}
        action="清空"
        disabled={items.length + stored === 0}
        onConfirm={clear}
        size="small"
      >
        清空本机记录
      </ConfirmButton>
    </footer>
  )
}
