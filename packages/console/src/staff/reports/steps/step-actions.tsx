import type { ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { focusFindings } from '../../../report/focus.js'
import { DownloadMenu } from './download-menu.js'
import { RestartDialog } from './restart-dialog.js'
import { StepButtons } from './step-buttons.js'

/** What the person may do with the report now, and the report in every format. */
export function StepActions({
  view,
  version,
  save,
  reload,
}: {
  readonly view: ReportView
  readonly version: () => number
  readonly save: () => Promise<boolean>
  readonly reload: () => void
}) {
  const [isRestarting, setRestarting] = useState(false)
  const restart = async () => {
    if (await save()) setRestarting(true)
  }
  const close = () => setRestarting(false)
  return (
    <div className="actions steps">
      <Button className="to-findings" onClick={focusFindings}>
        看检查结果 ↓
      </Button>
      <StepButtons {...{ view, version, save, reload }} />
      {view.steps.includes('start') && <Button onClick={() => void restart()}>重新起稿</Button>}
      <DownloadMenu view={view} save={save} />
      {isRestarting && (
        <RestartDialog view={view} version={version()} onClose={close} reload={reload} />
      )}
    </div>
  )
}
