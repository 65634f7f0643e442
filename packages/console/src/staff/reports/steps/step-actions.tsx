import type { ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { focusFindings } from '../../../report/focus.js'
import { DownloadMenu } from './download-menu.js'
import { RestartDialog } from './restart-dialog.js'
import { StepDialog } from './step-dialog.js'
import { STEP_WORDS, type StepKind } from './step-words.js'

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
  const [open, setOpen] = useState<StepKind | 'start' | null>(null)
  const { steps, report } = view
  const kinds = (Object.keys(STEP_WORDS) as StepKind[]).filter((kind) => steps.includes(kind))
  const close = () => setOpen(null)
  const start = async (kind: StepKind | 'start') => {
    // What is not kept is not handed in; why it is not stands beside.
    if (await save()) setOpen(kind)
  }
  return (
    <div className="actions steps">
      <Button className="to-findings" onClick={focusFindings}>
        看检查结果 ↓
      </Button>
      {kinds.map((kind) => (
        <Button
          key={kind}
          type={STEP_WORDS[kind].isDanger ? 'default' : 'primary'}
          danger={STEP_WORDS[kind].isDanger}
          onClick={() => void start(kind)}
        >
          {kind === 'submit' && report.state === 'returned' ? '重新报送' : STEP_WORDS[kind].label}
        </Button>
      ))}
      {steps.includes('start') && <Button onClick={() => void start('start')}>重新起稿</Button>}
      <DownloadMenu view={view} save={save} />
      {open === 'start' && (
        <RestartDialog view={view} version={version()} onClose={close} reload={reload} />
      )}
      {open !== null && open !== 'start' && (
        <StepDialog kind={open} view={view} version={version()} onClose={close} reload={reload} />
      )}
    </div>
  )
}
