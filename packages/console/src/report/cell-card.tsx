import { type Cell, type Correction, cellKey } from '@gongkai/report'
import { Button, Input } from 'antd'
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { isOfCell } from '../state/amend.js'
import { Labelled } from '../ui/labelled.js'
import { cellText, contentText, placeText, STATE_NAMES } from '../words/words.js'
import { focusCell } from './focus.js'
import { findingsByCell } from './number-findings.js'
import { useReport } from './report-context.js'

/** What was printed in a cell and where, what it was taken for, and the way to set it right. */
export function CellCard({
  cell,
  wrapper,
  onClose,
}: {
  readonly cell: Cell
  /** The box around table and card that the card is placed in. */
  readonly wrapper: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) {
  const { item } = useReport()
  const ref = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const key = cellKey(cell)
  const correction = (item.saved.corrections ?? []).find((one) => isOfCell(one, key))
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
      <Facts cell={cell} correction={correction} />
      <CellForm key={cell.raw} cell={cell} correction={correction} />
      <CellFindings cellKeyOf={key} />
    </div>
  )
}

function Facts({
  cell,
  correction,
}: {
  readonly cell: Cell
  readonly correction: Correction | undefined
}) {
  return (
    <dl>
      <dt>{correction ? '更正前' : '原文'}</dt>
      <dd className="raw">{(correction ? correction.from : cell.raw) || '（空）'}</dd>
      <dt>{correction ? '更正为' : '读作'}</dt>
      <dd>
        {contentText(cell)}（{STATE_NAMES[cell.state]}）
      </dd>
      <dt>位置</dt>
      <dd>{placeText(cell.at)}</dd>
      {cell.inferred && (
        <>
          <dt>推定</dt>
          <dd>原件的分隔不清，此数由勾稽关系推定属于本格，请对照原件核对。</dd>
        </>
      )}
      {cell.state === 'unread' && (
        <>
          <dt>说明</dt>
          <dd>未能确定本格的内容，数据可能在上列原文之中。请对照原件填写。</dd>
        </>
      )}
    </dl>
  )
}

function CellForm({
  cell,
  correction,
}: {
  readonly cell: Cell
  readonly correction: Correction | undefined
}) {
  const { correctCell, takeBack } = useReport()
  const [text, setText] = useState(cell.state === 'unread' ? '' : (cell.raw ?? ''))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        correctCell(cell, text, null)
        focusCell(cell)
      }}
    >
      <Labelled label="更正为（留空表示空白）">
        {(id) => <Input id={id} value={text} onChange={({ target }) => setText(target.value)} />}
      </Labelled>
      <div className="actions">
        <Button type="primary" size="small" htmlType="submit">
          保存更正
        </Button>
        {correction && (
          <Button size="small" onClick={() => takeBack(correction)}>
            撤销更正
          </Button>
        )}
      </div>
    </form>
  )
}

function CellFindings({ cellKeyOf }: { readonly cellKeyOf: string }) {
  const { numbered, jumpToFinding } = useReport()
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
