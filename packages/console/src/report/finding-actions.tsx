import { Button } from 'antd'
import { useState } from 'react'
import { focusNextFinding } from './focus.js'
import type { Numbered } from './number-findings.js'
import { ReplaceDialog } from './replace-dialog.js'
import { useReport } from './report-context.js'
import { WaiveDialog } from './waive-dialog.js'

/** Accept, replace by hand, waive. Cells are corrected where they stand. */
export function FindingActions({ numbered: { no, finding } }: { readonly numbered: Numbered }) {
  const { correctText, waive } = useReport()
  const [open, setOpen] = useState<'none' | 'replace' | 'waive'>('none')
  const [isBlocked, setBlocked] = useState(false)
  const { target, shouldBe, rule } = finding
  const close = () => setOpen('none')
  const replace = (to: string, reason: string) => {
    close()
    if (target.kind !== 'text') return
    const isDone = correctText(target, to, reason)
    setBlocked(!isDone)
    if (isDone) focusNextFinding(no)
  }
  const about = <span className="hidden">（第{no}条）</span>
  return (
    <div className="actions">
      {target.kind === 'text' && shouldBe !== null && (
        <Button size="small" type="primary" onClick={() => replace(shouldBe, `采纳 ${rule}`)}>
          采纳更正{about}
        </Button>
      )}
      {target.kind === 'text' && (
        <Button size="small" onClick={() => setOpen('replace')}>
          改写…{about}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('waive')}>
        忽略…{about}
      </Button>
      {isBlocked && (
        <p className="failure" role="alert">
          此处已有更正，请先在“更正与忽略”中撤销原更正，再作新的更正。
        </p>
      )}
      {open === 'replace' && (
        <ReplaceDialog finding={finding} onReplace={(to) => replace(to, rule)} onClose={close} />
      )}
      {open === 'waive' && (
        <WaiveDialog
          finding={finding}
          onWaive={(reason) => {
            close()
            waive({ rule, target, reason })
            focusNextFinding(no)
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
