import type { Finding } from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../ui/dialog.js'

/** Why a finding is let stand; without a reason it is not. */
export function WaiveDialog({
  finding: { rule, message },
  onWaive,
  onClose,
}: {
  readonly finding: Finding
  readonly onWaive: (reason: string) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Dialog title="忽略这条发现" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onWaive(reason.trim())
        }}
      >
        <p>
          {rule} {message}
        </p>
        <label>
          理由（必填，随报告的 JSON 一并保存）
          <textarea
            rows={3}
            placeholder="例如：经核对，原件数据无误"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={reason.trim() === ''}>
            忽略
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Dialog>
  )
}
