import { citationText, type Timeline } from '@gongkai/law'

/** One part of a value, as text: days are `YYYY-MM-DD` with blanks between them, a month-day is `01-31`. */
export type LawField = {
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'monthDay' | 'days' | 'years' | 'months' | 'yesNo'
  readonly value: string
}

/** A value of the law's data that rests on memory. */
export type LawValue = {
  readonly key: string
  readonly label: string
  readonly fields: readonly LawField[]
  readonly citation: string
  /** Whether a correction holds at once, in dates and in what findings cite; what a rule judges by changes with a release of the program (ADR 0018). */
  readonly isReckonedWith: boolean
}

/** How a field that is either so or not is written. */
export const [YES, NO] = ['是', '否'] as const

export function field(id: string, label: string, kind: LawField['kind'], value: string): LawField {
  return { id, label, kind, value }
}

/** The provisions of a timeline that rest on memory. */
export function timelineValues<T>(
  name: string,
  label: string,
  timeline: Timeline<T>,
  fieldsOf: (value: T) => readonly LawField[],
): readonly LawValue[] {
  const doubtful = timeline.filter(({ known }) => known === 'memory')
  return doubtful.map(({ from, value, source }) => ({
    key: `${name}/${from}`,
    label: `${label}（${from}起）`,
    fields: fieldsOf(value),
    citation: citationText(source),
    isReckonedWith: false,
  }))
}
