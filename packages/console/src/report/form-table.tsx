import { cellKey, cellsByKey, type TableView, type ViewCell, type WordCell } from '@gongkai/report'
import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { isOfCell } from '../state/amend.js'
import { CellButton } from './cell-button.js'
import { CellCard } from './cell-card.js'
import { nextCell, type Spot, spotsOf } from './move-in-table.js'
import { findingsByCell } from './number-findings.js'
import { useReport } from './report-context.js'

/** A table as on the form. One stop for Tab; arrows go from cell to cell, Enter into the card of a cell. */
export function FormTable({ view }: { readonly view: TableView }) {
  const { report } = useReport()
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
  const opened = report.cells.find((cell) => cellKey(cell) === open)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <div className="form-table" role="group" ref={wrapper} onBlur={focusOut}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={`${view.name}，可左右滚动`}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it
          role="grid"
          className={view.table}
          aria-label={view.name}
          onKeyDown={(event) => moveFocus(event, spots, wrapper.current)}
        >
          <Columns widths={view.widths} />
          <Rows
            view={view}
            stop={entry ?? spots[0]?.key}
            onFocus={focusIn}
            onEnter={() => focusCard(wrapper.current)}
          />
        </table>
      </section>
      {opened && (
        <CellCard key={open} cell={opened} wrapper={wrapper} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** The widths of the official page, as shares of its 156 mm of text. */
function Columns({ widths }: Pick<TableView, 'widths'>) {
  return (
    <colgroup>
      {widths.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <col key={at} style={{ width: `${(width / 156) * 100}%` }} />
      ))}
    </colgroup>
  )
}

function Rows({
  view,
  stop,
  onFocus,
  onEnter,
}: {
  readonly view: TableView
  /** Key of the cell that Tab stops at. */
  readonly stop: string | undefined
  readonly onFocus: (key: string) => void
  readonly onEnter: () => void
}) {
  const { report, numbered, item } = useReport()
  const cells = useMemo(() => cellsByKey(report), [report])
  const byCell = useMemo(() => findingsByCell(numbered), [numbered])
  const draw = (cell: ViewCell) => {
    if (cell.kind !== 'value') return <Word key={cell.id} word={cell} />
    const key = cellKey(cell.cell)
    const read = cells.get(key)
    if (!read) return null
    return (
      <td key={key} headers={cell.headers.join(' ')} rowSpan={cell.rowSpan} colSpan={cell.colSpan}>
        <CellButton
          cell={read}
          findings={byCell.get(key) ?? []}
          isCorrected={(item.saved.corrections ?? []).some((one) => isOfCell(one, key))}
          isStop={key === stop}
          onFocus={() => onFocus(key)}
          onEnter={onEnter}
        />
      </td>
    )
  }
  return view.blocks.map(({ head, body }, block) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
    <tbody key={block}>
      {[...head, ...body].map((row) => (
        <tr key={row[0]?.row ?? 0}>{row.map(draw)}</tr>
      ))}
    </tbody>
  ))
}

function Word({ word }: { readonly word: WordCell }) {
  const { kind, id, text, rowSpan, colSpan } = word
  const isRow = kind === 'label'
  const scope = isRow ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col'
  return (
    <th id={id} scope={scope} className={kind} rowSpan={rowSpan} colSpan={colSpan}>
      {text}
    </th>
  )
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
  wrapper?.querySelector<HTMLInputElement>('.cell-card input')?.select()
}
