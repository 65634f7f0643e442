import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
/** The leader of `own` reads the register and writes nothing in it. */
const DESK = { lets: 'officer', keepsOut: 'leader' } as const
/** Complaints are the affair of the supervising office above, and what else is brought is none of its. */
const NO_COMPLAINT = { lets: 'officer', keepsOut: 'supervisorAbove' } as const
const SUPERVISOR = { lets: 'supervisorAbove', keepsOut: 'foreignSupervisor' } as const

const SUIT = '01900000-0000-7000-8000-00000000f101'
const COMPLAINT = '01900000-0000-7000-8000-00000000f102'

const remedy = (
  { tenant, places }: Pick<Cast, 'tenant' | 'places'>,
  kind: string,
  by: string,
  id = 'gen_random_uuid()',
) =>
  `insert into gongkai.remedy (tenant_id, id, authority_id, kind, body, registered_by, registered_at)
    values ('${tenant}', ${id}, '${places.own}', '${kind}', 'x', ${by}, now())`

const instance = ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>, no: number, id = SUIT) =>
  `insert into gongkai.remedy_instance (tenant_id, remedy_id, no, authority_id, procedure, received_on, answer_provisional)
    values ('${tenant}', '${id}', ${no}, '${places.own}', 'ordinary', '2026-01-05', false)`

/** A suit against `own` with an instance, and a complaint about it. */
export function remedyThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  const by = `'${cast.personas.officer.person}'`
  return [
    remedy(cast, 'suit', by, `'${SUIT}'`),
    remedy(cast, 'complaint', by, `'${COMPLAINT}'`),
    instance(cast, 1),
  ]
}

const SELF = 'gongkai.current_person()'

export const REMEDIES: readonly Proof[] = [
  { policy: 'remedy.remedy_read', ...OFFICERS, statement: () => 'select from gongkai.remedy' },
  { policy: 'remedy.remedy_add', ...DESK, statement: (cast) => remedy(cast, 'suit', SELF) },
  {
    policy: 'remedy.remedy_add_complaint',
    ...SUPERVISOR,
    statement: (cast) => remedy(cast, 'complaint', SELF),
  },
  {
    policy: 'remedy.remedy_change',
    ...DESK,
    statement: () => `update gongkai.remedy set body = 'y' where id = '${SUIT}'`,
  },
  {
    policy: 'remedy.remedy_change_complaint',
    // The auditor above reads it.
    ...{ lets: 'supervisorAbove', keepsOut: 'auditorAbove' },
    statement: () => `update gongkai.remedy set body = 'y' where id = '${COMPLAINT}'`,
  },
  {
    policy: 'remedy_instance.remedy_instance_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.remedy_instance',
  },
  {
    policy: 'remedy_instance.remedy_instance_add',
    ...NO_COMPLAINT,
    statement: (cast) => instance(cast, 2),
  },
  {
    policy: 'remedy_instance.remedy_instance_change',
    ...NO_COMPLAINT,
    statement: () => `update gongkai.remedy_instance set case_number = 'y'`,
  },
]
