import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

/** That of the cast (`requests.ts`). */
const REQUEST = '01900000-0000-7000-8000-00000000f001'
const SELF = 'gongkai.current_person()'
const TABLE = 'gongkai.proactive_proposal'
const DAY = `'2026-01-05'`

const proposal = (
  { tenant, places }: Pick<Cast, 'tenant' | 'places'>,
  { by = 'null', suggestedOn = 'null', decision = 'null', decidedBy = 'null' },
) =>
  `insert into ${TABLE} (tenant_id, id, request_id, authority_id, file_ids, title, reason, says, suggested_on, proposed_by, proposed_on, decision,
      decided_by, decided_on, decided_reason)
    values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', '{}', 'x', 'interests', 'x', ${suggestedOn}, ${by}, ${DAY}, ${decision},
      ${decidedBy}, ${decision === 'null' ? 'null' : DAY}, ${decision === 'null' ? 'null' : `'x'`})`

const evaluation = ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>, by: string) =>
  `insert into gongkai.reevaluation (tenant_id, id, request_id, authority_id, outcome, happened_on, reason, next_on, recorded_by)
    values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'withheld', ${DAY}, 'x', '2027-01-05', ${by})`

/** One that waits, one that was accepted, and a suggestion of the applicant that was declined; a refusal that was looked at again. */
export function proactiveThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  const by = `'${cast.personas.officer.person}'`
  const decidedBy = `'${cast.personas.leader.person}'`
  return [
    proposal(cast, { by: 'gen_random_uuid()' }),
    proposal(cast, { by, decision: `'accepted'`, decidedBy }),
    proposal(cast, { suggestedOn: DAY, decision: `'declined'`, decidedBy }),
    evaluation(cast, by),
  ]
}

export const PROACTIVE: readonly Proof[] = [
  {
    policy: 'proactive_proposal.proactive_proposal_read',
    ...{ lets: 'leader', keepsOut: 'auditorAbove' },
    statement: () => `select from ${TABLE}`,
  },
  {
    policy: 'proactive_proposal.proactive_proposal_read_by_applicant',
    ...{ lets: 'applicant', keepsOut: 'nobody' },
    statement: () => `select from ${TABLE}`,
  },
  {
    policy: 'proactive_proposal.proactive_proposal_propose',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: (cast) => proposal(cast, { by: SELF, suggestedOn: DAY }),
  },
  {
    policy: 'proactive_proposal.proactive_proposal_suggest',
    ...{ lets: 'applicant', keepsOut: 'nobody' },
    statement: (cast) => proposal(cast, { suggestedOn: DAY }),
  },
  {
    policy: 'proactive_proposal.proactive_proposal_decide',
    ...{ lets: 'leader', keepsOut: 'siblingLeader' },
    statement: () =>
      `update ${TABLE} set decision = 'accepted', decided_by = ${SELF}, decided_on = ${DAY}`,
  },
  {
    policy: 'proactive_proposal.proactive_proposal_publish',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: () =>
      `update ${TABLE} set published_on = ${DAY}, published_title = 'x', published_address = 'x', published_by = ${SELF}
        where decision = 'accepted'`,
  },
  {
    policy: 'reevaluation.reevaluation_read',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: () => 'select from gongkai.reevaluation',
  },
  {
    policy: 'reevaluation.reevaluation_add',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: (cast) => evaluation(cast, SELF),
  },
  {
    policy: 'request_news.request_news_add_decided',
    ...{ lets: 'leader', keepsOut: 'siblingLeader' },
    statement: ({ tenant, places }) =>
      `insert into gongkai.request_news (tenant_id, id, request_id, authority_id, what, way, happened_on, state, made_at)
        values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'suggestionDecided', 'slip', ${DAY}, 'waiting', now())`,
  },
]
