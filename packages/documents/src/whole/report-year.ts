import type { LocalDate } from '@gongkai/law'
import type { Fragment } from '../align/fragments.js'
import type { Heading } from './headings.js'
import { findSignature } from './signature.js'
import type { Title } from './title.js'

/** The period that the introduction states, and the first day of one. */
const PERIOD = /(20\d\d)年0?1月0?1日[^。]{0,6}[至到—–~～-][^。]{0,8}12月31日/
const FIRST_DAY = /(20\d\d)年0?1月0?1日/
/** A year, and no day of it: that of the signature is of the next one. */
const ANY = /(20\d\d)年(?!\d{1,2}月\d{1,2}日)/

/** A report is published in the half-year after the one it reports on (条例第五十条). */
const LAST_MONTH = 6

/**
 * The year in the title, else that of the period of the data, else the first one in the sections, else the one before the
 * day of signing or of publication (`publishedOn`); null where none is printed.
 */
export function reportYear(
  title: Title | null,
  fragments: readonly Fragment[],
  headings: readonly Heading[],
  publishedOn: LocalDate | undefined,
): number | null {
  if (title?.year) return title.year
  const text = plain(fragments)
  const sections = plain(fragments.slice(headings[0]?.fragment ?? 0))
  const [, printed] = PERIOD.exec(text) ?? FIRST_DAY.exec(text) ?? ANY.exec(sections) ?? []
  return printed ? Number(printed) : yearBefore(findSignature(fragments)?.signedOn ?? publishedOn)
}

function plain(fragments: readonly Fragment[]): string {
  return fragments
    .map(({ text }) =>
      text.replace(/[\s\u3000]/g, '').replace(/[０-９]/g, (one) => one.normalize('NFKC')),
    )
    .join('\n')
}

function yearBefore(day: LocalDate | null | undefined): number | null {
  const [year, month] = (day ?? '').split('-').map(Number)
  return year && month && month <= LAST_MONTH ? year - 1 : null
}
