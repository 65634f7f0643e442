import { cellKey, type TableView, type ViewCell, type WordCell } from '@gongkai/report'
import type { KeyboardEvent, ReactNode } from 'react'

/** A table with the captions, headers and merged cells of the official form; what stands in its value cells is drawn by `value`. */
export function FormGrid({
  view,
  role,
  onKeyDown,
  value,
}: {
  readonly view: TableView
  /** `grid` where arrows move in it. */
  readonly role?: 'grid'
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** By `cellKey`; null leaves the place out. */
  readonly value: (key: string) => ReactNode
}) {
  const draw = (cell: ViewCell) => {
    if (cell.kind !== 'value') return <Word key={cell.id} word={cell} />
    const key = cellKey(cell.cell)
    const content = value(key)
    if (content === null) return null
    return (
      <td key={key} headers={cell.headers.join(' ')} rowSpan={cell.rowSpan} colSpan={cell.colSpan}>
        {content}
      </td>
    )
  }
  return (
    <table role={role} className={view.table} aria-label={view.name} onKeyDown={onKeyDown}>
      <Columns widths={view.widths} />
      {view.blocks.map(({ head, body }, block) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
        <tbody key={block}>
          {[...head, ...body].map((row) => (
            <tr key={row[0]?.row ?? 0}>{row.map(draw)}</tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** The widths of the official page, as shares of its 156 mm of text; a style sheet may set others for a small screen. */
function Columns({ widths }: Pick<TableView, 'widths'>) {
  return (
    <colgroup>
      {widths.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <col key={at} style={{ ['--share' as string]: `${(width / 156) * 100}%` }} />
      ))}
    </colgroup>
  )
}

function Word({ word }: { readonly word: WordCell }) {
  const { kind, id, text, column, rowSpan, colSpan } = word
  const isRow = kind === 'label'
  const scope = isRow ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col'
  return (
    <th
      id={id}
      scope={scope}
      className={kind}
      data-column={isRow ? column : undefined}
      rowSpan={rowSpan}
      colSpan={colSpan}
    >
      {text}
    </th>
  )
}
