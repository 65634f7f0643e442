import type { Migration } from 'kysely/migration'
import { up as asked } from './2026-11-22-asked.js'
import { up as authoritiesAndPeople } from './2026-11-22-authorities-and-people.js'
import { up as collection } from './2026-11-22-collection.js'
import { up as consolidationStart } from './2026-11-22-consolidation-start.js'
import { up as course } from './2026-11-22-course.js'
import { up as events } from './2026-11-22-events.js'
import { up as nameEndings } from './2026-11-22-g-name-endings.js'
import { up as requestLetters } from './2026-11-22-k-request-letters.js'
import { up as key } from './2026-11-22-key.js'
import { up as remedies } from './2026-11-22-l-remedies.js'
import { up as requestSearches } from './2026-11-22-n-request-searches.js'
import { up as requestTasks } from './2026-11-22-n-request-tasks.js'
import { up as notices } from './2026-11-22-notices.js'
import { up as numberSeries } from './2026-11-22-number-series.js'
import { up as decidedAnew } from './2026-11-22-o-decided-anew.js'
import { up as ownRecord } from './2026-11-22-o-own-record.js'
import { up as registration } from './2026-11-22-o-registration.js'
import { up as overlays } from './2026-11-22-overlays.js'
import { up as ownEmail } from './2026-11-22-own-email.js'
import { up as fees } from './2026-11-22-p-fees.js'
import { up as past } from './2026-11-22-past.js'
import { up as pastGivenUp } from './2026-11-22-past-given-up.js'
import { up as persons } from './2026-11-22-persons.js'
import { up as portal } from './2026-11-22-portal.js'
import { up as materials } from './2026-11-22-q-materials.js'
import { up as queries } from './2026-11-22-queries.js'
import { up as applicants } from './2026-11-22-r-applicants.js'
import { up as recipients } from './2026-11-22-recipients.js'
import { up as reminders } from './2026-11-22-reminders.js'
import { up as repeats } from './2026-11-22-repeats.js'
import { up as requestSearch } from './2026-11-22-request-search.js'
import { up as requests } from './2026-11-22-requests.js'
import { up as masks } from './2026-11-22-s-masks.js'
import { up as retention } from './2026-11-22-s-retention.js'
import { up as succession } from './2026-11-22-s-succession.js'
import { up as turningKeys } from './2026-11-22-s-turning-keys.js'
import { up as siblings } from './2026-11-22-siblings.js'
import { up as signIn } from './2026-11-22-sign-in.js'
import { up as requestNews } from './2026-11-22-t-request-news.js'
import { up as tokenMakers } from './2026-11-22-token-makers.js'
import { up as tokenStanding } from './2026-11-22-token-standing.js'
import { up as tokens } from './2026-11-22-tokens.js'
import { up as eraseCorrections } from './2026-11-22-u-erase-corrections.js'
import { up as handIn } from './2026-11-22-u-hand-in.js'
import { up as unfinishedDuties } from './2026-11-22-unfinished-duties.js'
import { up as advices } from './2026-11-22-v-advices.js'
import { up as joins } from './2026-11-22-v-joins.js'
import { up as ownData } from './2026-11-22-v-own-data.js'
import { up as proactive } from './2026-11-22-v-proactive.js'
import { up as reevaluation } from './2026-11-22-v-reevaluation.js'
import { up as sections } from './2026-11-22-v-sections.js'
import { up as split } from './2026-11-22-v-split.js'
import { up as supervised } from './2026-11-22-v-supervised.js'
import { up as verifyLog } from './2026-11-22-verify-log.js'
import { up as waysIn } from './2026-11-22-ways-in.js'
import { up as withheld } from './2026-11-23-f-withheld.js'
import { up as portalWalk } from './2026-11-23-p-portal.js'
import { up as reopened } from './2026-11-23-p-reopened.js'
import { up as originalNumber } from './2026-11-23-q-original-number.js'
import { up as announceFiles } from './2026-11-23-r-announce-files.js'

/** Every change of the schema in order. A name is kept for ever once it has run anywhere. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-22-1-authorities-and-people': { up: authoritiesAndPeople },
  '2026-11-22-2-events': { up: events },
  '2026-11-22-3-sign-in': { up: signIn },
  '2026-11-22-4-number-series': { up: numberSeries },
  '2026-11-22-5-collection': { up: collection },
  '2026-11-22-6-notices': { up: notices },
  '2026-11-22-7-past': { up: past },
  '2026-11-22-7-tokens': { up: tokens },
  '2026-11-22-8-portal': { up: portal },
  '2026-11-22-8-reminders': { up: reminders },
  '2026-11-22-8-repeats': { up: repeats },
  '2026-11-22-8-ways-in': { up: waysIn },
  '2026-11-22-9-key': { up: key },
  '2026-11-22-9-overlays': { up: overlays },
  '2026-11-22-9-recipients': { up: recipients },
  '2026-11-22-a-consolidation-start': { up: consolidationStart },
  '2026-11-22-b-past-given-up': { up: pastGivenUp },
  '2026-11-22-b-siblings': { up: siblings },
  '2026-11-22-b-token-makers': { up: tokenMakers },
  '2026-11-22-c-asked': { up: asked },
  '2026-11-22-d-queries': { up: queries },
  '2026-11-22-e-token-standing': { up: tokenStanding },
  '2026-11-22-e-unfinished-duties': { up: unfinishedDuties },
  '2026-11-22-f-persons': { up: persons },
  '2026-11-22-g-name-endings': { up: nameEndings },
  '2026-11-22-h-course': { up: course },
  '2026-11-22-i-own-email': { up: ownEmail },
  '2026-11-22-i-verify-log': { up: verifyLog },
  '2026-11-22-j-requests': { up: requests },
  '2026-11-22-k-request-letters': { up: requestLetters },
  '2026-11-22-l-remedies': { up: remedies },
  '2026-11-22-m-request-search': { up: requestSearch },
  '2026-11-22-n-request-tasks': { up: requestTasks },
  '2026-11-22-n2-request-searches': { up: requestSearches },
  '2026-11-22-o-decided-anew': { up: decidedAnew },
  '2026-11-22-o-own-record': { up: ownRecord },
  '2026-11-22-o-registration': { up: registration },
  '2026-11-22-p-fees': { up: fees },
  '2026-11-22-q-materials': { up: materials },
  '2026-11-22-r-applicants': { up: applicants },
  '2026-11-22-s-masks': { up: masks },
  '2026-11-22-s-retention': { up: retention },
  '2026-11-22-s-succession': { up: succession },
  '2026-11-22-s-turning-keys': { up: turningKeys },
  '2026-11-22-t-request-news': { up: requestNews },
  '2026-11-22-u-erase-corrections': { up: eraseCorrections },
  '2026-11-22-u-hand-in': { up: handIn },
  '2026-11-22-v-advices': { up: advices },
  '2026-11-22-v-joins': { up: joins },
  '2026-11-22-v-own-data': { up: ownData },
  '2026-11-22-v-proactive': { up: proactive },
  '2026-11-22-v-reevaluation': { up: reevaluation },
  '2026-11-22-v-sections': { up: sections },
  '2026-11-22-v-split': { up: split },
  '2026-11-22-v-supervised': { up: supervised },
  '2026-11-23-f-withheld': { up: withheld },
  '2026-11-23-p-portal': { up: portalWalk },
  '2026-11-23-p-reopened': { up: reopened },
  '2026-11-23-q-original-number': { up: originalNumber },
  '2026-11-23-r-announce-files': { up: announceFiles },
}
