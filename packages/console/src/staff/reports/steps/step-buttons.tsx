import type { ReportView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { StepDialog } from './step-dialog.js'
import { STEP_WORDS, type StepKind } from './step-words.js'

/** The steps that the person may take now, each with what it asks. */
export function StepButtons({
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
  const [open, setOpen] = useState<StepKind | null>(null)
  const { steps, report } = view
  const kinds = (Object.keys(STEP_WORDS) as StepKind[]).filter((kind) => steps.includes(kind))
  const start = async (kind: StepKind) => {
    // What is not kept is not handed in; why it is not stands beside.
    if (await save()) setOpen(kind)
  }
  return (
    <>
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
      {open !== null && (
        <StepDialog
          kind={open}
          view={view}
          version={version()}
          onClose={() => setOpen(null)}
          reload={reload}
        />
      )}
    </>
  )
}
