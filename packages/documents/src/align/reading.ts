import type { Cell, LabelNote, Problem, Residue } from '@gongkai/report'

/** What the walk made of one table of the form. */
export type TableReading = {
  readonly cells: readonly Cell[]
  readonly labels: readonly LabelNote[]
  readonly problems: readonly Problem[]
  readonly residue: readonly Residue[]
  /** First and last fragment of the table; null where it was not found. */
  readonly region: readonly [number, number] | null
}

/** At most so many characters of an unread text are shown in a problem. */
const SHOWN = 60

/** The text of unread cells as a problem shows it. */
export function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain
}
