import { cite, citePlace } from '../citation.js'
import { type LocalDate, localDate, yearOf } from '../local-date.js'
import type { Provision, Timeline } from '../provision.js'

/** How long what is personal in a request is kept, in years from the first of January after it was over. */
export type Retention = { readonly years: number }

/** 保管期限 of the file of a request: the longest that is not for ever, until an official confirms a shorter one for the area. */
export const REQUEST_RETENTION: Timeline<Retention> = [
  {
    from: localDate('2006-12-18'),
    value: { years: 30 },
    source: citePlace('ARCHIVES-2006', '文书档案保管期限'),
    known: 'memory',
  },
]

/** Nothing is erased while a suit may still be brought: five years (行政诉讼法第四十六条第二款). */
export const SHORTEST_RETENTION: Provision<Retention> = {
  from: localDate('2017-07-01'),
  value: { years: 5 },
  source: cite('LITIGATION-2017', 46, 2),
  known: 'seen',
}

/** What was over before this day is kept no longer, seen on `day`. */
export function keptSince(day: LocalDate, { years }: Retention): LocalDate {
  return localDate(`${yearOf(day) - years}-01-01`)
}
