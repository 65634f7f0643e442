import type { PartKey } from '@gongkai/report'
import type { ReactNode } from 'react'
import { findingsOfPart } from '../../../report/number-findings.js'
import { useSheet } from '../../../report/sheet-context.js'
import { partText, SEVERITY_NAMES } from '../../../words/words.js'

/** A part of the text to be written, with the findings about it at its margin. */
export function TextField({
  part,
  value,
  isLine = false,
  marks,
  describedBy,
  onType,
  children,
}: {
  readonly part: PartKey
  readonly value: string
  /** A title or a heading, and not paragraphs. */
  readonly isLine?: boolean
  /** What is drawn behind the text: the same text, with stretches of it marked. */
  readonly marks?: ReactNode
  /** Id of what says the same to a screen reader. */
  readonly describedBy?: string | undefined
  readonly onType: (text: string, caret: number) => void
  /** What stands right below the text. */
  readonly children?: ReactNode
}) {
  const { underPart } = useSheet()
  return (
    <div className={isLine ? 'text-field line' : 'text-field'}>
      <div className="ink">
        {marks}
        <textarea
          data-part={part}
          aria-label={partText(part)}
          aria-describedby={describedBy}
          className={part.split('/')[0]}
          rows={isLine ? 1 : 3}
          value={value}
          onScroll={({ currentTarget }) => {
            const behind = currentTarget.previousElementSibling
            if (behind) behind.scrollTop = currentTarget.scrollTop
          }}
          onChange={({ target }) =>
            onType(isLine ? oneLine(target.value) : target.value, target.selectionEnd)
          }
        />
      </div>
      {children}
      <Margin part={part} />
      {!isLine && underPart?.(part)}
    </div>
  )
}

function Margin({ part }: { readonly part: PartKey }): ReactNode {
  const { numbered, active, jumpToFinding } = useSheet()
  const findings = findingsOfPart(numbered, part)
  if (findings.length === 0) return null
  return (
    <ul className="margin" aria-label={`${partText(part)}的检查发现`}>
      {findings.map(({ no, finding }) => (
        <li key={no}>
          <button
            type="button"
            className={`ref ${finding.severity}${active === no ? ' active' : ''}`}
            aria-label={`第${no}条，${SEVERITY_NAMES[finding.severity]}：${finding.message}`}
            onClick={() => jumpToFinding(no)}
          >
            {no}
          </button>
          <span aria-hidden="true">{finding.message}</span>
        </li>
      ))}
    </ul>
  )
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, '')
}
