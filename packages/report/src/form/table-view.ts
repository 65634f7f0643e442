import { FORMS } from './forms.js'
import type { BlockSpec, FormId, RowSpec, TableKey } from './layout.js'
import { LITIGATION_GROUP, REMEDY_BLOCKS, REMEDY_COLUMNS } from './remedies.js'
import { SECTIONS, type SectionNo } from './sections.js'
import {
  type Draft,
  type DraftBlock,
  placeBlock,
  type ViewBlock,
  type ViewRow,
  type WordCell,
} from './view-cells.js'

export type { Span, ValueCell, ViewBlock, ViewCell, ViewRow, WordCell } from './view-cells.js'

/** A table as it is printed on the official form, with its merged cells. Covered places have no cell. */
export type TableView = {
  readonly table: TableKey
  /** The section that the table stands in. */
  readonly section: SectionNo
  /** The section's title, which names the table. */
  readonly name: string
  /** Widths of the columns in millimetres; together the 156 mm of an official page's text (GB/T 9704). */
  readonly widths: readonly number[]
  readonly blocks: readonly ViewBlock[]
}

/** The three tables of the form in printed order. */
export function tableViews(form: FormId): readonly TableView[] {
  const blocksOf = (table: TableKey) => FORMS[form].blocks.filter((block) => block.table === table)
  return [
    view('proactive', '二', [45, 37, 37, 37], blocksOf('proactive').map(proactiveBlock)),
    view('requests', '三', REQUEST_WIDTHS, blocksOf('requests').map(requestBlock)),
    view(
      'remedies',
      '四',
      REMEDY_COLUMNS_ALL.map(() => 10.4),
      [remedyBlock()],
    ),
  ]
}

/** All rows of the table from top to bottom. */
export function viewRows(view: TableView): readonly ViewRow[] {
  return view.blocks.flatMap(({ head, body }) => [...head, ...body])
}

/** Two columns of groups, the labels, and seven of 申请人情况. */
const REQUEST_WIDTHS = [13, 19, 40, 12, 12, 12, 12, 12, 12, 12]
const REQUEST_LABEL_COLUMNS = 3
/** 商业企业 to 其他 stand under this header (表三). */
const ORGANISATIONS = { label: '法人或其他组织', first: 1, count: 5 }
const PROACTIVE_COLUMNS = 4
const REMEDY_COLUMNS_ALL = REMEDY_BLOCKS.flatMap((row) =>
  REMEDY_COLUMNS.map((column) => ({ row, column })),
)

function proactiveBlock(block: BlockSpec): DraftBlock {
  const last = block.columns.length - 1
  const rest = PROACTIVE_COLUMNS - 1 - last
  const widen = (at: number) => (at === last ? { colSpan: rest } : {})
  const header = block.columns.map(({ column }, at) => ({
    ...word('column', column),
    ...widen(at),
  }))
  return {
    head: [
      [{ ...word('caption', block.caption), colSpan: PROACTIVE_COLUMNS }],
      [word('column', block.stub), ...header],
    ],
    body: block.rows.map((row) => [
      word('label', row.label),
      ...values(block, row).map((draft, at) => ({ ...draft, ...widen(at) })),
    ]),
  }
}

function requestBlock(block: BlockSpec): DraftBlock {
  const columns = block.columns.map(({ column }) => word('column', column))
  const { label, first, count } = ORGANISATIONS
  const tall = (draft: Draft) => ({ ...draft, rowSpan: 2 })
  return {
    head: [
      [
        { ...word('caption', block.caption), rowSpan: 3, colSpan: REQUEST_LABEL_COLUMNS },
        { ...word('column', block.stub), colSpan: columns.length },
      ],
      [
        ...columns.slice(0, first).map(tall),
        { ...word('column', label), colSpan: count },
        ...columns.slice(first + count).map(tall),
      ],
      columns.slice(first, first + count),
    ],
    body: block.rows.map((row, at) => [
      ...openedGroups(block.rows, at),
      { ...word('label', row.label), colSpan: REQUEST_LABEL_COLUMNS - row.groups.length },
      ...values(block, row),
    ]),
  }
}

/** The group labels that begin in row `at`, each merged down over the rows it holds for. */
function openedGroups(rows: readonly RowSpec[], at: number): Draft[] {
  const groups = rows[at]?.groups ?? []
  return groups.flatMap((group, level) => {
    const holds = (row: RowSpec | undefined) =>
      groups.slice(0, level + 1).every((one, depth) => row?.groups[depth] === one)
    if (at > 0 && holds(rows[at - 1])) return []
    const end = rows.findIndex((row, index) => index > at && !holds(row))
    return [{ ...word('label', group), rowSpan: (end < 0 ? rows.length : end) - at }]
  })
}

function remedyBlock(): DraftBlock {
  const columns = REMEDY_COLUMNS.map((column) => word('column', column))
  const wide = (text: string, blocks: number) => ({
    ...word('column', text),
    colSpan: blocks * columns.length,
  })
  const [reconsideration, ...litigation] = REMEDY_BLOCKS
  return {
    head: [
      [wide(reconsideration, 1), wide(LITIGATION_GROUP, litigation.length)],
      [
        ...columns.map((draft) => ({ ...draft, rowSpan: 2 })),
        ...litigation.map((name) => wide(name, 1)),
      ],
      litigation.flatMap(() => columns),
    ],
    body: [
      REMEDY_COLUMNS_ALL.map((ref) => ({ kind: 'value', cell: { table: 'remedies', ...ref } })),
    ],
  }
}

function word(kind: WordCell['kind'], text: string) {
  return { kind, text }
}

function values(block: BlockSpec, { row }: RowSpec): Draft[] {
  return block.columns.map(({ column }) => ({
    kind: 'value',
    cell: { table: block.table, row, column },
  }))
}

function view(
  table: TableKey,
  section: SectionNo,
  widths: readonly number[],
  drafts: readonly DraftBlock[],
): TableView {
  const name = SECTIONS.find(({ no }) => no === section)?.title ?? ''
  let top = 0
  const blocks = drafts.map((draft) => {
    const placed = placeBlock(table, top, widths.length, draft)
    top += draft.head.length + draft.body.length
    return placed
  })
  return { table, section, name, widths, blocks }
}
