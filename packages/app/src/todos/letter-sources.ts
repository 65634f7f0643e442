import { LETTERS } from '@gongkai/law'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../context.js'
import type { LetterApprover } from '../requests/letters/letter.js'
import type { Places, Source } from './source.js'

/** Letters of requests that wait for whoever consents next, and those that all have consented to and nobody has sent. */
export const LETTERS_WAITING = {
  letterSecrecy: { action: 'letter.secrecy', from: waitingFor('secrecyReviewer') },
  letterAgree: { action: 'letter.agree', from: waitingFor('disclosureHead') },
  letterSign: { action: 'letter.sign', from: waitingFor('leader') },
  letterToSend: {
    action: 'request.handle',
    from: (platform, places) => letters(platform, places, sql`l.state = 'approved'`),
  },
} as const satisfies Readonly<Record<string, Source>>

/** Of those who must consent the first who has not; nobody waits for the consent of who worded it. */
function waitingFor(role: LetterApprover): Source['from'] {
  return (platform, places) =>
    letters(
      platform,
      places,
      sql`l.state = 'inReview' and not current_person() = any (l.writers) and ${role} = (
        select n.role from unnest(l.needs) with ordinality as n (role, place)
        where not exists (select from request_letter_approval c
          where c.tenant_id = l.tenant_id and c.letter_id = l.id and c.round = l.round and c.role = n.role)
        order by n.place limit 1)`,
    )
}

const TITLES = JSON.stringify(
  Object.fromEntries(Object.entries(LETTERS).map(([kind, { title }]) => [kind, title])),
)

function letters(
  { tenantId }: Platform,
  places: Places,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select '申请' || r.number || '的《' || (${TITLES}::jsonb ->> l.kind) || '》' as what, null::integer as amount,
      '/console/requests/' || r.id || '/letters/' || l.id as path, null::uuid as "reportId", null::uuid as "collectionId",
      null::uuid as "personId", a.id as "authorityId", a.name as "authorityName", r.due_on as "dueOn", null::timestamptz as since
    from request_letter l
    join request r on r.tenant_id = l.tenant_id and r.id = l.request_id
    join authority a on a.tenant_id = l.tenant_id and a.id = l.authority_id
    where l.tenant_id = ${tenantId} and l.authority_id = any (${places}::uuid[]) and ${condition}`
}
