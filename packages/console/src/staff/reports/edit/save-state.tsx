import { Button } from 'antd'
import { type Keeping, PASSING } from './use-draft.js'

const WORDS = { saved: '已保存', changed: '有改动，即将保存', saving: '正在保存…' } as const

/** Whether what was typed is kept, and what to do where it is not. */
export function SaveState({
  keeping,
  retry,
}: {
  readonly keeping: Keeping
  readonly retry: () => void
}) {
  if (keeping.kind === 'failed') {
    return (
      <div className="save-state failed" role="alert">
        <p>未能保存：{keeping.refused.message}</p>
        {PASSING.includes(keeping.refused.code) && <p>恢复后自动保存，在此之前请不要关闭本页。</p>}
        <Button size="small" onClick={retry}>
          重新保存
        </Button>
      </div>
    )
  }
  if (keeping.kind === 'conflict') return <p className="save-state failed">未能保存：他人已更改</p>
  return <p className={`save-state ${keeping.kind}`}>{WORDS[keeping.kind]}</p>
}
