import { cellsByKey, type FormId, type SavedReport, type TableView } from '@gongkai/report'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { focusCell } from '../../../report/focus.js'
import { FormGrid } from '../../../report/form-grid.js'
import { nextCell, type Spot, spotsOf } from '../../../report/move-in-table.js'
import { findingsByCell, remarksByCell } from '../../../report/number-findings.js'
import { useSheet } from '../../../report/sheet-context.js'
import { Balances } from './balances.js'
import { CellField } from './cell-field.js'
import { copiedRows } from './copied-rows.js'
import { filledTotals, liveSums } from './live-sums.js'
import { formWords, type Pasted, pasteAt } from './paste.js'
import { useCellChanges } from './use-cell-changes.js'
import type { Draft } from './use-draft.js'

/**
 * A table of the form to be filled in. One stop for Tab; arrows and Enter go from cell to cell, a block from a spreadsheet is laid over
 * it, and Ctrl+Z takes back.
 */
export function EditTable({
  view,
  form,
  document,
  edit,
}: {
  readonly view: TableView
  readonly form: FormId
  readonly document: SavedReport
  readonly edit: Draft['edit']
}) {
  const { numbered, remarked, underCell } = useSheet()
  const wrapper = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const spots = useMemo(() => spotsOf(view), [view])
  const cells = useMemo(() => cellsByKey(document), [document])
  const byCell = useMemo(() => findingsByCell(numbered), [numbered])
  const remarks = useMemo(() => remarksByCell(remarked), [remarked])
  const { totals, balances } = useMemo(() => liveSums(document, form), [document, form])
  const [stop, setStop] = useState(spots[0]?.key)
  const changes = useCellChanges(edit)
  const paste = (event: ClipboardEvent) => {
    const from = keyOf(event.target)
    const rows = from === null ? [] : copiedRows(event.clipboardData)
    if (from === null || rows.length === 0) return
    event.preventDefault()
    const pasted = pasteAt(spots, from, rows, formWords(view))
    changes.fill(pasted.cells)
    setSaid(pastedText(pasted))
  }
  const fill = () => {
    const filled = filledTotals(document, form)
    const own = new Map([...filled].filter(([key]) => key.startsWith(`${view.table}|`)))
    changes.fill(own)
    setSaid(own.size > 0 ? `已填入${own.size}个合计。` : '各项合计与明细相符，没有改动。')
  }
  const keyDown = (event: KeyboardEvent) => {
    if (!isUndo(event)) return moveFrom(event, spots, wrapper.current)
    // The fields are written by the page: what the browser would take back is not what stood there.
    event.preventDefault()
    const back = changes.undo()
    if (back[0]) focusCell(back[0])
    setSaid(back.length > 0 ? `已撤销，恢复${back.length}格。` : '没有可以撤销的改动。')
  }
  const value = (key: string) => {
    const cell = cells.get(key)
    if (!cell) return null
    return (
      <>
        <CellField
          key={key}
          cell={cell}
          totals={totals.get(key) ?? []}
          findings={byCell.get(key) ?? []}
          remarks={remarks.get(key) ?? []}
          isStop={key === stop}
          onType={(text) => changes.type(key, text)}
        />
        {underCell?.(key)}
      </>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div
      className="form-table edit"
      role="group"
      ref={wrapper}
      onPaste={paste}
      onFocus={({ target }) => setStop((before) => keyOf(target) ?? before)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
        <FormGrid view={view} onKeyDown={keyDown} value={value} />
      </section>
      {view.table === 'requests' && <Balances balances={balances} />}
      <div className="actions table-actions">
        {view.table !== 'proactive' && (
          <Button size="small" onClick={fill}>
            按明细填入合计
          </Button>
        )}
        <span className="about">
          可从 Excel 复制一块区域，粘贴到起始单元格；方向键和回车键移动，Ctrl+Z 撤销。
        </span>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}

function pastedText({ cells, left, words }: Pasted): string {
  const said = [
    `已粘贴${cells.size}格，可按 Ctrl+Z 撤销。`,
    words > 0 && '其中的项目名称已略去。',
    left > 0 && `另有${left}个数据超出表格，没有粘贴。`,
  ]
  return said.filter(Boolean).join('')
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z' && keyOf(target) !== null
}

/** Arrows up and down and Enter always move; arrows to the sides where the cursor is at the edge of what was typed. */
function moveFrom(event: KeyboardEvent, spots: readonly Spot[], box: HTMLElement | null): void {
  const { target, shiftKey } = event
  const from = keyOf(target)
  if (from === null || !(target instanceof HTMLInputElement)) return
  const key = event.key === 'Enter' ? (shiftKey ? 'ArrowUp' : 'ArrowDown') : event.key
  if (!MOVES.has(key) || event.nativeEvent.isComposing || !isAtEdge(target, key)) return
  const next = nextCell(spots, from, key)
  if (!next) return
  event.preventDefault()
  const field = box?.querySelector<HTMLInputElement>(`[data-cell="${CSS.escape(next)}"]`)
  field?.focus()
}

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])

function isAtEdge({ value, selectionStart, selectionEnd }: HTMLInputElement, key: string): boolean {
  if (key === 'ArrowUp' || key === 'ArrowDown') return true
  if (selectionStart === 0 && selectionEnd === value.length) return true
  const edge = key === 'ArrowLeft' ? 0 : value.length
  return selectionStart === edge && selectionEnd === edge
}

function keyOf(target: EventTarget): string | null {
  return target instanceof Element ? target.getAttribute('data-cell') : null
}
