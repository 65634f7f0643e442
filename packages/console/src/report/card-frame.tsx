import { type Cell, cellKey } from '@gongkai/report'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import { cellText } from '../words/words.js'
import { focusCell } from './focus.js'
import { findingsByCell } from './number-findings.js'
import { useSheet } from './sheet-context.js'

/** The card that opens below a cell. Escape closes it and gives the focus back to the cell. */
export function CardFrame({
  cell,
  wrapper,
  onClose,
  children,
}: {
  readonly cell: Cell
  /** The box around table and card that the card is placed in. */
  readonly wrapper: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const key = cellKey(cell)
  useLayoutEffect(() => place(ref.current, wrapper.current, key), [wrapper, key])
  const onKeyDown = ({ key: pressed }: KeyboardEvent) => {
    if (pressed !== 'Escape') return
    focusCell(cell)
    onClose()
  }
  return (
    <div
      className="cell-card"
      ref={ref}
      role="dialog"
      aria-labelledby={headingId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <p className="heading" id={headingId}>
        {cellText(cell)}
      </p>
      {children}
      <CellFindings cellKeyOf={key} />
    </div>
  )
}

function CellFindings({ cellKeyOf }: { readonly cellKeyOf: string }) {
  const { numbered, jumpToFinding } = useSheet()
  const findings = findingsByCell(numbered).get(cellKeyOf) ?? []
  if (findings.length === 0) return null
  return (
    <ul className="about">
      {findings.map(({ no, finding }) => (
        <li key={no}>
          <button
            type="button"
            className={`link ${finding.severity}`}
            onClick={() => jumpToFinding(no)}
          >
            第{no}条
          </button>
          {finding.message}
        </li>
      ))}
    </ul>
  )
}

const GAP = 6

/** Below the cell and inside the box; a phone shows the card at the foot of the screen (by style). */
function place(card: HTMLElement | null, box: HTMLElement | null, key: string): void {
  const cell = box?.querySelector(`[data-cell="${CSS.escape(key)}"]`)
  if (!card || !box || !cell) return
  const [around, at] = [box.getBoundingClientRect(), cell.getBoundingClientRect()]
  const left = Math.min(at.left - around.left, around.width - card.offsetWidth)
  card.style.setProperty('--left', `${Math.max(0, left)}px`)
  card.style.setProperty('--top', `${at.bottom - around.top + GAP}px`)
}
