import { type Finding, partText } from '@gongkai/report'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../ui/dialog.js'
import { useReport } from './report-context.js'

/** Another wording for the stretch of text that a finding speaks of. */
export function ReplaceDialog({
  finding: { target, message, shouldBe },
  onReplace,
  onClose,
}: {
  readonly finding: Finding
  readonly onReplace: (to: string) => void
  readonly onClose: () => void
}) {
  const { report } = useReport()
  const text = target.kind === 'text' ? (partText(report, target.part) ?? '') : ''
  const printed = target.kind === 'text' ? text.slice(target.start, target.end) : ''
  const [to, setTo] = useState(shouldBe ?? printed)
  return (
    <Dialog title="改写原文" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onReplace(to)
        }}
      >
        <p>{message}</p>
        <p className="printed">原文：{printed || '（空）'}</p>
        <label>
          改为（留空表示删去）
          <textarea rows={3} value={to} onChange={({ target: input }) => setTo(input.value)} />
        </label>
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={to === printed}>
            保存更正
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </form>
    </Dialog>
  )
}
