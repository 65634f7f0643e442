import type { SavedReport } from '@gongkai/report'
import { Button } from 'antd'
import { shownReport } from '../../../state/shown.js'
import { Dialog } from '../../../ui/dialog.js'
import { ComparedTable } from '../versions/compared-table.js'
import type { Keeping } from './use-draft.js'

/** What was typed here beside what somebody else saved meanwhile. Nothing is written over before both were seen. */
export function DraftConflict({
  mine,
  keeping: { refused, theirs },
  insist,
  reload,
}: {
  readonly mine: SavedReport
  readonly keeping: Extract<Keeping, { kind: 'conflict' }>
  readonly insist: (version: number) => void
  readonly reload: () => void
}) {
  const saved = theirs.version?.document
  const mayInsist = theirs.steps.includes('save')
  return (
    <Dialog title="他人已先更改" onClose={() => {}} isWide>
      <p>{refused.message}</p>
      {!mayInsist && <p>报告的状态已经变化，现在不能再修改。请复制需要保留的内容后再离开。</p>}
      {saved && (
        <ComparedTable a={shownReport(saved)} b={mine} names={['现在的内容', '您编辑的内容']} />
      )}
      <div className="actions">
        {mayInsist && (
          <Button type="primary" onClick={() => insist(theirs.report.version)}>
            以我编辑的为准，重新保存
          </Button>
        )}
        <Button onClick={reload}>采用现在的内容</Button>
      </div>
    </Dialog>
  )
}
