import { cellKey, cellsByKey, type TableView } from '@gongkai/report'
import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { isOfCell } from '../state/amend.js'
import { CellButton } from './cell-button.js'
import { FormGrid } from './form-grid.js'
import { nextCell, type Spot, spotsOf } from './move-in-table.js'
import { findingsByCell, remarksByCell } from './number-findings.js'
import { useSheet } from './sheet-context.js'

/** A table as on the form. One stop for Tab; arrows go from cell to cell, Enter into the card of a cell. */
export function FormTable({ view }: { readonly view: TableView }) {
  const { report, cellCard } = useSheet()
  const wrapper = useRef<HTMLDivElement>(null)
  const [entry, setEntry] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const spots = useMemo(() => spotsOf(view), [view])
  const focusOut = ({ relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && wrapper.current?.contains(relatedTarget)
    if (!isInside) setOpen(null)
  }
  const focusIn = (key: string) => {
    setEntry(key)
    setOpen(key)
  }
  const value = useValues(entry ?? spots[0]?.key, focusIn, () => focusCard(wrapper.current))
  const opened = report.cells.find((cell) => cellKey(cell) === open)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div className="form-table" role="group" ref={wrapper} onBlur={focusOut}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
        <FormGrid
          view={view}
          role="grid"
          onKeyDown={(event) => moveFocus(event, spots, wrapper.current)}
          value={value}
        />
      </section>
      {opened && cellCard(opened, wrapper, () => setOpen(null))}
    </div>
  )
}

/** Draws the value of a cell, by its key. `stop` is the key of the cell that Tab stops at. */
function useValues(stop: string | undefined, onFocus: (key: string) => void, onEnter: () => void) {
  const { report, numbered, corrections, remarked, underCell } = useSheet()
  const cells = useMemo(() => cellsByKey(report), [report])
  const byCell = useMemo(() => findingsByCell(numbered), [numbered])
  const remarks = useMemo(() => remarksByCell(remarked), [remarked])
  return (key: string) => {
    const cell = cells.get(key)
    if (!cell) return null
    return (
      <>
        <CellButton
          cell={cell}
          findings={byCell.get(key) ?? []}
          isCorrected={corrections.some((one) => isOfCell(one, key))}
          remarks={remarks.get(key) ?? []}
          isStop={key === stop}
          onFocus={() => onFocus(key)}
          onEnter={onEnter}
        />
        {underCell?.(key)}
      </>
    )
  }
}

function moveFocus(
  event: KeyboardEvent,
  spots: readonly Spot[],
  wrapper: HTMLElement | null,
): void {
  const from = event.target instanceof Element ? event.target.getAttribute('data-cell') : null
  const next = from === null ? null : nextCell(spots, from, event.key)
  if (!next) return
  event.preventDefault()
  wrapper?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(next)}"]`)?.focus()
}

function focusCard(wrapper: HTMLElement | null): void {
  const field = wrapper?.querySelector<HTMLInputElement>('.cell-card input, .cell-card textarea')
  field?.select()
}
