import { cite } from '../citation.js'
import { localDate } from '../local-date.js'
import type { Timeline } from '../provision.js'

/** After how many months what was withheld is looked at again. */
export type ReevaluationPeriod = { readonly months: number }

/** 定期评估审查 of what was not disclosed (第十八条): the article orders it and leaves the period open; once a year is usual. */
export const REEVALUATION_PERIOD: Timeline<ReevaluationPeriod> = [
  {
    from: localDate('2019-05-15'),
    value: { months: 12 },
    source: cite('OGI-2019', 18),
    known: 'memory',
  },
]

/** No date may be put off further than this, in months. */
export const LONGEST_REEVALUATION = 60
