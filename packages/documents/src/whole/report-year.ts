import type { Fragment } from '../align/fragments.js'
import type { Heading } from './headings.js'
import type { Title } from './title.js'

/** The year in the title, else that of the period of the data, else the first one in the sections; null where none is printed. */
export function reportYear(
  title: Title | null,
  fragments: readonly Fragment[],
  headings: readonly Heading[],
): number | null {
  if (title?.year) return title.year
  const textFrom = (from: number) =>
    fragments
      .slice(from)
      .map(({ text }) => text)
      .join('\n')
  const [, period] = /(20\d\d)\s*年\s*1\s*月\s*1\s*日/.exec(textFrom(0)) ?? []
  const [, first] = /(20\d\d)\s*年/.exec(textFrom(headings[0]?.fragment ?? 0)) ?? []
  return period || first ? Number(period ?? first) : null
}
