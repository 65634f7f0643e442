import { cellKey, FORMS } from '../form/forms.js'
import type { CellSpec, FormId } from '../form/layout.js'
import type { CellRef } from '../reading/finding.js'

/** What a cell means whatever the form: cells with one key count the same thing and may stand in one series. */
export type CellIdentity = {
  readonly key: string
  /** The key of the quantity that this cell is only a part of: old 三（六） is new 三（六）1+2+3. */
  readonly partOf: string | null
  /** What to bear in mind where the two forms do not count exactly alike. */
  readonly note: string | null
}

/** One quantity over the years: the cells that make it up on each form; none where the form does not count it. */
export type SeriesSpec = {
  readonly key: string
  readonly label: string
  readonly note: string | null
  readonly cells: Readonly<Record<FormId, readonly CellRef[]>>
}

const OTHER_RESULTS = '三（六）'

const DECISIONS_NOTE =
  '旧格式为“处理决定数量”，新格式为“本年处理决定数量”，口径由各地掌握，跨2021年比较时请注意。'

/** The identity of a cell across the forms (docs/adr: continuity over the change of form). */
export function identityOf(form: FormId, cell: CellRef): CellIdentity {
  const { table, row, column } = cell
  const own = cellKey(cell)
  if (table === 'remedies') return { key: own, partOf: null, note: null }
  if (table === 'requests') {
    const part = form === '2021' && row.startsWith(OTHER_RESULTS)
    return {
      key: own,
      partOf: part ? cellKey({ table, row: OTHER_RESULTS, column }) : null,
      note: null,
    }
  }
  if (column.endsWith('处理决定数量')) {
    return {
      key: cellKey({ table, row, column: '处理决定数量' }),
      partOf: null,
      note: DECISIONS_NOTE,
    }
  }
  return { key: `${own}|${form}`, partOf: null, note: null }
}

/** Every quantity of either form, those of the newer form first, in form order. */
export const SERIES: readonly SeriesSpec[] = seriesSpecs()

function seriesSpecs(): SeriesSpec[] {
  const specs = new Map<string, SeriesSpec>()
  for (const form of ['2021', '2019'] as const) {
    for (const cell of FORMS[form].cells) {
      const { key, partOf, note } = identityOf(form, cell)
      for (const one of partOf ? [key, partOf] : [key]) addCell(specs, one, note, form, cell)
    }
  }
  return [...specs.values()]
}

function addCell(
  specs: Map<string, SeriesSpec>,
  key: string,
  note: string | null,
  form: FormId,
  { table, row, column }: CellSpec,
): void {
  const known = specs.get(key)
  const label = key.startsWith(`${table}|${OTHER_RESULTS}|`) ? OTHER_RESULTS : row
  const cells = known?.cells ?? { '2019': [], '2021': [] }
  const added = { ...cells, [form]: [...cells[form], { table, row, column }] }
  specs.set(key, { key, label: known?.label ?? `${label}／${column}`, note, cells: added })
}
