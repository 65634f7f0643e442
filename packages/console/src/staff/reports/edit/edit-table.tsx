import { cellsByKey, type FormId, type SavedReport, type TableView } from '@gongkai/report'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { FormGrid } from '../../../report/form-grid.js'
import { nextCell, type Spot, spotsOf } from '../../../report/move-in-table.js'
import { findingsByCell } from '../../../report/number-findings.js'
import { useSheet } from '../../../report/sheet-context.js'
import { Balances } from './balances.js'
import { CellField } from './cell-field.js'
import { withCells } from './edited.js'
import { filledTotals, liveSums } from './live-sums.js'
import { pasteAt } from './paste.js'

/** A table of the form to be filled in: arrows and Enter go from cell to cell, a block from a spreadsheet is laid over it. */
export function EditTable({
  view,
  form,
  document,
  edit,
}: {
  readonly view: TableView
  readonly form: FormId
  readonly document: SavedReport
  readonly edit: (change: (document: SavedReport) => SavedReport) => void
}) {
  const { numbered, underCell } = useSheet()
  const wrapper = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const spots = useMemo(() => spotsOf(view), [view])
  const cells = useMemo(() => cellsByKey(document), [document])
  const byCell = useMemo(() => findingsByCell(numbered), [numbered])
  const { totals, balances } = useMemo(() => liveSums(document, form), [document, form])
  const type = (key: string, text: string) =>
    edit((before) => withCells(before, new Map([[key, text]])))
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const from = keyOf(event.target)
    if (from === null || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const { cells: pasted, left } = pasteAt(spots, from, text)
    edit((before) => withCells(before, pasted))
    setSaid(`已粘贴${pasted.size}格。${left > 0 ? `另有${left}个数据超出表格，没有粘贴。` : ''}`)
  }
  const fill = () => {
    const filled = filledTotals(document, form)
    const own = new Map([...filled].filter(([key]) => key.startsWith(`${view.table}|`)))
    edit((before) => withCells(before, own))
    setSaid(own.size > 0 ? `已填入${own.size}个合计。` : '各项合计与明细相符，没有改动。')
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
          onType={(text) => type(key, text)}
        />
        {underCell?.(key)}
      </>
    )
  }
  return (
    <div className="form-table edit" ref={wrapper} onPaste={paste}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
        <FormGrid
          view={view}
          onKeyDown={(event) => moveFrom(event, spots, wrapper.current)}
          value={value}
        />
      </section>
      {view.table === 'requests' && <Balances balances={balances} />}
      <div className="actions table-actions">
        {view.table !== 'proactive' && (
          <Button size="small" onClick={fill}>
            按明细填入合计
          </Button>
        )}
        <span className="about">
          可从 Excel 复制一块区域，粘贴到起始单元格；方向键和回车键移动。
        </span>
        <span role="status">{said}</span>
      </div>
    </div>
  )
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
