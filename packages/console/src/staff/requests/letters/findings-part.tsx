import type { LetterView } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { changeDraft, draftOf } from './change-draft.js'
import { TextDialog } from './text-dialog.js'

type Finding = LetterView['findings'][number]

const SEVERITIES = { error: '错误', warning: '警告', note: '提示' } as const

/** To be late cannot be mended: it is explained. */
const LATE = 'LTR-06'

/** What the check of a letter found: errors are mended, the others mended or explained. */
export function FindingsPart({
  view,
  mayJudge,
  reload,
}: {
  readonly view: LetterView
  readonly mayJudge: boolean
  readonly reload: () => void
}) {
  const [judging, setJudging] = useState<Finding | null>(null)
  const { findings, unplaced, letter } = view
  const isWaivable = ({ rule, severity, waived }: Finding) =>
    mayJudge && waived === null && (severity === 'warning' || rule === LATE)
  if (letter.approvedOn || letter.state === 'discarded') return null
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">检查</h2>
      {findings.length === 0 && <p className="nothing">没有发现问题。</p>}
      <ol className="cards">
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.message}`}>
            <p>
              <strong>{SEVERITIES[finding.severity]}</strong>　{finding.message}
            </p>
            <p className="about">
              {finding.rule}，{finding.basis}
            </p>
            {finding.waived && <p>说明：{finding.waived}</p>}
            {isWaivable(finding) && (
              <Button size="small" onClick={() => setJudging(finding)}>
                说明原因<span className="hidden">：{finding.message}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {unplaced.length > 0 && (
        <>
          <p>下列改写所对应的原文已经变动，没有用上。仍需要的，请对照现在的文字重新改写。</p>
          <ul>
            {unplaced.map(({ from, to }) => (
              <li key={from}>{to}</li>
            ))}
          </ul>
        </>
      )}
      {judging && (
        <TextDialog
          letter={letter}
          doing="说明原因"
          label="原因"
          hint="随文书送审，并留在案卷中。"
          send={(reason, version) => {
            const draft = draftOf(view)
            const { rule, says } = judging
            const waivers = [...(draft.waivers ?? []), { rule, says, reason }]
            return changeDraft(view, { ...draft, waivers }, version)
          }}
          onClose={() => setJudging(null)}
          reload={reload}
        />
      )}
    </section>
  )
}
