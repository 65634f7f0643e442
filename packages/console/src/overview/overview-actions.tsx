import { Alert, Button } from 'antd'
import { type Dispatch, useState } from 'react'
import { type Failure, type Item, isPending, isRead } from '../state/item.js'
import type { Action } from '../state/workspace.js'
import { ConfirmButton } from '../ui/confirm-button.js'
import { download } from '../ui/download.js'
import { toOverview } from './to-overview.js'

/** What can be done with all files at once. */
export function OverviewActions({
  items,
  dispatch,
}: {
  readonly items: readonly Item[]
  readonly dispatch: Dispatch<Action>
}) {
  const [isMaking, setMaking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const unfinished = items.filter(({ stage }) => stage === 'failed' || stage === 'cancelled')
  const save = async () => {
    setMaking(true)
    const made = await download('/reports/overview', toOverview(items), '年度报告总表.xlsx')
    setFailure(made.failure)
    setMaking(false)
  }
  return (
    <div className="actions">
      {unfinished.length > 0 && (
        <Button onClick={() => dispatch({ kind: 'retried', ids: unfinished.map(({ id }) => id) })}>
          全部重试（{unfinished.length}）
        </Button>
      )}
      <Button
        type="primary"
        loading={isMaking}
        disabled={!items.some(isRead) || items.some(isPending)}
        onClick={() => void save()}
      >
        下载总表（Excel）
      </Button>
      <ConfirmButton
        title="移除全部报告？"
        text="页面上的报告将全部移除。更正和忽略记录仍保存在本机，再次载入同一文件时恢复。"
        action="全部移除"
        onConfirm={() => dispatch({ kind: 'removed', ids: items.map(({ id }) => id) })}
      >
        全部移除
      </ConfirmButton>
      {failure && <Alert type="error" title={failure.message} />}
    </div>
  )
}
