import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
const LEADERS = { lets: 'leader', keepsOut: 'siblingLeader' } as const
const APPLICANT = { lets: 'applicant', keepsOut: 'nobody' } as const

/** That of the cast (`requests.ts`). */
const REQUEST = '01900000-0000-7000-8000-00000000f001'
const IN_REVIEW = '01900000-0000-7000-8000-00000000f101'

const COLUMNS = `tenant_id, id, request_id, authority_id, kind, decides, grounds, needs, writers, content, course, drafted_at`

const row = (
  { tenant, places, personas }: Pick<Cast, 'tenant' | 'places' | 'personas'>,
  id: string,
) =>
  `'${tenant}', ${id}, '${REQUEST}', '${places.own}', 'assistance', false, '{}', '{leader}', '{${personas.officer.person}}', 'x', 'x', now()`

/** A letter before the leader, one that he has agreed to before, and one that was sent to the applicant on the portal. */
export function letterThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  const { tenant, places, personas } = cast
  return [
    `insert into gongkai.request_letter (${COLUMNS}, state, round) values (${row(cast, `'${IN_REVIEW}'`)}, 'inReview', 2)`,
    `insert into gongkai.request_letter (${COLUMNS}, state, approved_on, paper, sent_way, sent_on)
      values (${row(cast, 'gen_random_uuid()')}, 'sent', '2026-01-05', 'x', 'portal', '2026-01-05')`,
    `insert into gongkai.request_letter_approval (tenant_id, letter_id, round, role, authority_id, person_id, approved_at)
      values ('${tenant}', '${IN_REVIEW}', 1, 'leader', '${places.own}', '${personas.leader.person}', now())`,
  ]
}

export const LETTERS: readonly Proof[] = [
  {
    policy: 'request_letter.request_letter_read',
    ...LEADERS,
    statement: () => 'select from gongkai.request_letter',
  },
  {
    policy: 'request_letter.request_letter_read_by_applicant',
    ...APPLICANT,
    statement: () => 'select from gongkai.request_letter',
  },
  {
    policy: 'request_letter.request_letter_add',
    ...OFFICERS,
    statement: (cast) =>
      `insert into gongkai.request_letter (${COLUMNS}) values (${row(cast, 'gen_random_uuid()')})`,
  },
  {
    policy: 'request_letter.request_letter_change',
    ...LEADERS,
    statement: () => 'update gongkai.request_letter set version = 2',
  },
  {
    policy: 'request_letter.request_letter_confirm_by_applicant',
    ...APPLICANT,
    statement: () => 'update gongkai.request_letter set version = 2',
  },
  {
    policy: 'request_letter_approval.request_letter_approval_read',
    ...LEADERS,
    statement: () => 'select from gongkai.request_letter_approval',
  },
  {
    policy: 'request_letter_approval.request_letter_approval_add',
    ...{ lets: 'leader', keepsOut: 'officer' },
    statement: ({ tenant, places }) =>
      `insert into gongkai.request_letter_approval (tenant_id, letter_id, round, role, authority_id, person_id, approved_at)
        values ('${tenant}', '${IN_REVIEW}', 2, 'leader', '${places.own}', gongkai.current_person(), now())`,
  },
]
