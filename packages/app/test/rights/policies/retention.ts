import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

/** That of the cast (`requests.ts`). */
const REQUEST = '01900000-0000-7000-8000-00000000f001'
const SELF = 'gongkai.current_person()'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
const DESK = { lets: 'officer', keepsOut: 'leader' } as const

const erasure = ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>, by: string) =>
  `insert into gongkai.erasure (tenant_id, id, authority_id, over_before, years, under, due, reason, proposed_by, proposed_at)
    values ('${tenant}', gen_random_uuid(), '${places.own}', '2026-01-01', 30, 'x', 1, 'x', ${by}, now())`

const hold = ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>, by: string) =>
  `insert into gongkai.request_hold (tenant_id, id, request_id, authority_id, reason, placed_by, placed_at)
    values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'x', ${by}, now())`

/** An erasure that waits, one that is approved and not done, a hold on the request. */
export function retentionThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  const { officer, leader } = cast.personas
  return [
    erasure(cast, `'${officer.person}'`),
    `update gongkai.erasure set decision = 'approved', decided_by = '${leader.person}', decided_at = now()`,
    erasure(cast, `'${officer.person}'`),
    hold(cast, `'${officer.person}'`),
  ]
}

export const RETENTION: readonly Proof[] = [
  { policy: 'erasure.erasure_read', ...OFFICERS, statement: () => 'select from gongkai.erasure' },
  {
    policy: 'erasure.erasure_read_by_system',
    ...{ lets: 'system', keepsOut: 'nobody' },
    statement: () => 'select from gongkai.erasure',
  },
  { policy: 'erasure.erasure_propose', ...DESK, statement: (cast) => erasure(cast, SELF) },
  {
    policy: 'erasure.erasure_decide',
    ...{ lets: 'leader', keepsOut: 'auditorAbove' },
    statement: () =>
      `update gongkai.erasure set decision = 'approved', decided_by = ${SELF}, decided_at = now() where decision is null`,
  },
  {
    policy: 'erasure.erasure_finish',
    ...{ lets: 'system', keepsOut: 'leader' },
    statement: () => `update gongkai.erasure set done_at = now() where decision = 'approved'`,
  },
  {
    policy: 'request_hold.request_hold_read',
    ...DESK,
    statement: () => 'select from gongkai.request_hold',
  },
  {
    policy: 'request_hold.request_hold_place',
    ...DESK,
    statement: (cast) => hold(cast, SELF),
  },
  {
    policy: 'request_hold.request_hold_lift',
    ...DESK,
    statement: () =>
      `update gongkai.request_hold set lifted_by = ${SELF}, lifted_at = now(), lifted_reason = 'x'`,
  },
]
