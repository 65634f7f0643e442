import { Button } from 'antd'
import { useState } from 'react'
import { placeText, SEVERITY_NAMES, targetText } from '../words/words.js'
import { findingId, focusNextFinding } from './focus.js'
import type { Numbered } from './number-findings.js'
import { ReplaceDialog } from './replace-dialog.js'
import { useReport } from './report-context.js'
import { WaiveDialog } from './waive-dialog.js'

/** One finding: what is wrong, where, on what it rests, and what can be done about it. */
export function FindingCard({ numbered }: { readonly numbered: Numbered }) {
  const { active, jumpToPlace } = useReport()
  const { no, finding } = numbered
  const { severity, message, says, shouldBe, target, at, basis } = finding
  return (
    <li className={`finding ${severity}${active === no ? ' active' : ''}`}>
      <button
        type="button"
        className="jump"
        id={findingId(no)}
        onClick={() => jumpToPlace(numbered)}
      >
        <span className={`ref ${severity}`}>{no}</span>
        <span>
          <span className="hidden">{SEVERITY_NAMES[severity]}：</span>
          {message}
        </span>
      </button>
      <Says says={says} shouldBe={shouldBe} />
      <p className="about">
        {targetText(target)}
        {at && `，原件${placeText(at)}`}
      </p>
      <p className="about">依据：{basis}</p>
      <Actions numbered={numbered} />
    </li>
  )
}

function Says({ says, shouldBe }: Pick<Numbered['finding'], 'says' | 'shouldBe'>) {
  if (shouldBe === null) return says ? <p className="quote">原文：“{says}”</p> : null
  return (
    <p className="says">
      {says !== null && <del>{says || '（空）'}</del>} → <ins>{shouldBe || '（删去）'}</ins>
    </p>
  )
}

/** Accept, replace by hand, waive. Cells are corrected where they stand. */
function Actions({ numbered: { no, finding } }: { readonly numbered: Numbered }) {
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
