import { dayInChina, type LocalDate } from '@gongkai/law'
import type { GatheredCase } from './filing.js'

export type Part = GatheredCase['parts'][number]

/** A part of a case that is one table. */
export function tablePart(
  title: string,
  date: LocalDate | null,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Part {
  return { title, date, blocks: [{ kind: 'table', head, rows }], files: [], letter: null }
}

/** The same, and nothing where there is nothing to tell. */
export function tablePartOf(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Part[] {
  return rows.length === 0 ? [] : [tablePart(title, null, head, rows)]
}

/** The day in China. */
export function dayOf(instant: Date): LocalDate {
  return dayInChina(instant.getTime())
}
