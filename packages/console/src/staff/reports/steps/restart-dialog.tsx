import type { ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { Dialog } from '../../../ui/dialog.js'
import { StartPanel } from '../start-panel.js'

/** Begins the report anew; what was worked on stays among the versions. */
export function RestartDialog({
  view,
  version,
  onClose,
  reload,
}: {
  readonly view: ReportView
  readonly version: number
  readonly onClose: () => void
  readonly reload: () => void
}) {
  const done = () => {
    onClose()
    reload()
  }
  return (
    <Dialog title="重新起稿" onClose={onClose}>
      <p>现在的内容保存为一个版本，可以随时恢复。请选择重新起稿所用的内容：</p>
      <StartPanel view={{ ...view, report: { ...view.report, version } }} reload={done} />
      <Button onClick={onClose}>返回</Button>
    </Dialog>
  )
}
