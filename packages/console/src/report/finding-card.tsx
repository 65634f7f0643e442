import { Button } from 'antd'
import { useState } from 'react'
import { placeText, SEVERITY_NAMES, targetText } from '../words/words.js'
import { findingId } from './focus.js'
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
        aria-label={`第${no}条，${SEVERITY_NAMES[severity]}：${message}到报告中的位置`}
        onClick={() => jumpToPlace(numbered)}
      >
        <span className={`number ${severity}`}>{no}</span>
        <span>{message}</span>
      </button>
      {(says !== null || shouldBe !== null) && (
        <p className="says">
          {says !== null && <del>{says || '（空）'}</del>}
          {shouldBe !== null && (
            <>
              {' → '}
              <ins>{shouldBe || '（删去）'}</ins>
            </>
          )}
        </p>
      )}
      <p className="about">
        {targetText(target)}
        {at && `，原件${placeText(at)}`}
      </p>
      <p className="about">依据：{basis}</p>
      <Actions numbered={numbered} />
    </li>
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
    if (target.kind === 'text') setBlocked(!correctText(target, to, reason))
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
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
