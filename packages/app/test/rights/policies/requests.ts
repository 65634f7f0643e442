import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
const STAFF = { lets: 'leader', keepsOut: 'siblingLeader' } as const
/** The leader of `own` reads the register and writes nothing in it. */
const DESK = { lets: 'officer', keepsOut: 'leader' } as const
const APPLICANT = { lets: 'applicant', keepsOut: 'nobody' } as const
const SYSTEM = { lets: 'system', keepsOut: 'nobody' } as const

/** The digest of a secret, as the database is told it. */
export const REQUEST_SECRET = 'ab'.repeat(32)

const REQUEST = '01900000-0000-7000-8000-00000000f001'
const OTHER = '01900000-0000-7000-8000-00000000f002'
const DIGEST = '0'.repeat(64)

const COLUMNS = `tenant_id, id, authority_id, year, kind, channel, arrived_on, applicant_kind, applicant_masked, wanted, form, way,
  secret_hash, registered_by, registered_at`

const row = (
  { tenant, places }: Pick<Cast, 'tenant' | 'places'>,
  id: string,
  { channel = 'inPerson', secret = 'gen_random_uuid()::text::bytea', by = 'null' } = {},
) =>
  `('${tenant}', ${id}, '${places.own}', 2026, 'disclosure', '${channel}', '2026-01-05', 'person', '甲＊', 'x', 'paper', 'post',
    ${secret}, ${by}, now())`

/** A request of `own` that was handed in by the form, with a person, a step, a file, and work that was given to the leader. */
export function requestThings(
  cast: Pick<Cast, 'tenant' | 'places' | 'personas'>,
): readonly string[] {
  const { tenant, places, personas } = cast
  const of = `'${tenant}', '${REQUEST}'`
  return [
    `insert into gongkai.request (${COLUMNS}) values ${row(cast, `'${REQUEST}'`, {
      channel: 'online',
      secret: `decode('${REQUEST_SECRET}', 'hex')`,
    })}`,
    `insert into gongkai.request_person (tenant_id, request_id, place, authority_id, part, name, sealed)
      values (${of}, 1, '${places.own}', 'applicant', 'x', 'x')`,
    `insert into gongkai.request_correction (tenant_id, request_id, no, authority_id, changed, reason, before, people_before, corrected_by, corrected_at)
      values (${of}, 1, '${places.own}', '{people}', 'x', 'x', 'x', '${personas.officer.person}', now())`,
    `insert into gongkai.request_step (tenant_id, request_id, no, authority_id, taken_on, step, recorded_at)
      values (${of}, 1, '${places.own}', '2026-01-05', '{}', now())`,
    `insert into gongkai.request_file (tenant_id, id, request_id, authority_id, purpose, name, media_type, bytes, digest, added_at)
      values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'identity', 'x', 'x', 1, '${DIGEST}', now())`,
    search('now()', `'${personas.officer.person}'`)(cast),
    advice(`'${personas.officer.person}'`)(cast),
    `insert into gongkai.request (${COLUMNS}) values ${row(cast, `'${OTHER}'`)}`,
    joined(`'${personas.officer.person}'`)(cast),
    `insert into gongkai.request_task (tenant_id, id, request_id, authority_id, person_id, task, asked_by, asked_at)
      values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', '${personas.leader.person}', 'x', '${personas.officer.person}', now())`,
    news(cast),
  ]
}

type Persons = Pick<Proof, 'lets' | 'keepsOut'>

const reads = (table: string, name: string, persons: Persons): Proof => ({
  policy: `${table}.${table}_${name}`,
  ...persons,
  statement: () => `select from gongkai.${table}`,
})

const writes = (
  table: string,
  name: string,
  persons: Persons,
  statement: Proof['statement'],
): Proof => ({ policy: `${table}.${table}_${name}`, ...persons, statement })

const person =
  (no: number) =>
  ({ tenant, places }: Cast) =>
    `insert into gongkai.request_person (tenant_id, request_id, place, authority_id, part, name, sealed)
      values ('${tenant}', '${REQUEST}', ${no}, '${places.own}', 'agent', 'x', 'x')`

const step =
  (by: string) =>
  ({ tenant, places }: Cast) =>
    `insert into gongkai.request_step (tenant_id, request_id, no, authority_id, taken_on, step, recorded_by, recorded_at)
      values ('${tenant}', '${REQUEST}', 2, '${places.own}', '2026-01-05', '{}', ${by}, now())`

const file =
  (by: string) =>
  ({ tenant, places }: Cast) =>
    `insert into gongkai.request_file (tenant_id, id, request_id, authority_id, purpose, name, media_type, bytes, digest, added_by, added_at)
      values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'scan', 'x', 'x', 1, '${DIGEST}', ${by}, now())`

const SELF = 'gongkai.current_person()'

const news = ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) =>
  `insert into gongkai.request_news (tenant_id, id, request_id, authority_id, what, way, happened_on, state, made_at)
    values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', 'received', 'slip', '2026-01-05', 'waiting', now())`
const search =
  (at: string, by = SELF) =>
  ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) =>
    `insert into gongkai.request_search (tenant_id, id, request_id, authority_id, searched_on, systems, words, files, persons, recorded_by, recorded_at)
      values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', '2026-01-05', '{x}', '{x}', '{}', '{x}', ${by}, ${at})`

const joined =
  (by: string) =>
  ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) =>
    `insert into gongkai.request_join (tenant_id, id, request_id, other_id, authority_id, kind, reason, made_by, made_at)
      select '${tenant}', gen_random_uuid(), '${REQUEST}', '${OTHER}', '${places.own}',
        case when exists (select from gongkai.request_join) then 'partOf' else 'handledWith' end, 'x', ${by}, now()`

const advice =
  (by: string) =>
  ({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) =>
    `insert into gongkai.request_advice (tenant_id, id, request_id, authority_id, advised_on, competent, reason, told, recorded_by, recorded_at)
      values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', '2026-01-05', 'x', 'x', 'inside', ${by}, now())`

export const REQUESTS: readonly Proof[] = [
  reads('request', 'read', OFFICERS),
  reads('request', 'read_by_applicant', APPLICANT),
  reads('request', 'read_by_system', SYSTEM),
  writes(
    'request',
    'add',
    OFFICERS,
    (cast) =>
      `insert into gongkai.request (${COLUMNS}) values ${row(cast, 'gen_random_uuid()', { by: SELF })}`,
  ),
  writes('request', 'change', DESK, () => `update gongkai.request set version = 2`),
  // Without the policy to read it nobody finds the row that is changed.
  writes(
    'request',
    'change_by_applicant',
    APPLICANT,
    () => `update gongkai.request set version = 2`,
  ),
  writes('request', 'change_by_system', SYSTEM, () => `update gongkai.request set version = 2`),
  reads('request_person', 'read', OFFICERS),
  writes('request_person', 'add', OFFICERS, person(2)),
  writes(
    'request_person',
    'change',
    DESK,
    () =>
      `update gongkai.request_person set name = null, identity_hash = null, sealed = null, erased_at = now(), erased_under = 'x'`,
  ),
  writes('request_person', 'remove', DESK, () => 'delete from gongkai.request_person'),
  reads('request_correction', 'read', STAFF),
  writes(
    'request_correction',
    'add',
    DESK,
    ({ tenant, places }) =>
      `insert into gongkai.request_correction (tenant_id, request_id, no, authority_id, changed, reason, before, corrected_by, corrected_at)
        values ('${tenant}', '${REQUEST}', 2, '${places.own}', '{proof}', 'x', 'x', ${SELF}, now())`,
  ),
  writes(
    'request_correction',
    'erase',
    DESK,
    () => 'update gongkai.request_correction set people_before = null',
  ),
  reads('request_step', 'read', STAFF),
  reads('request_step', 'read_by_applicant', APPLICANT),
  reads('request_step', 'read_by_system', SYSTEM),
  writes('request_step', 'add', DESK, step(SELF)),
  writes('request_step', 'add_by_applicant', APPLICANT, step('null')),
  writes(
    'request_step',
    'strike',
    DESK,
    () =>
      `update gongkai.request_step set struck_by = gongkai.current_person(), struck_at = now(), struck_reason = 'x'`,
  ),
  reads('request_file', 'read', OFFICERS),
  writes('request_file', 'add', OFFICERS, file(SELF)),
  writes('request_file', 'add_by_applicant', APPLICANT, file('null')),
  writes('request_file', 'add_by_given', { lets: 'leader', keepsOut: 'siblingLeader' }, file(SELF)),
  reads('request_search', 'read', STAFF),
  writes('request_search', 'add', OFFICERS, search('now()')),
  writes(
    'request_search',
    'strike',
    DESK,
    () =>
      `update gongkai.request_search set struck_by = gongkai.current_person(), struck_at = now(), struck_reason = 'x'`,
  ),
  reads('request_advice', 'read', STAFF),
  writes('request_advice', 'add', OFFICERS, advice(SELF)),
  writes(
    'request_advice',
    'strike',
    DESK,
    () =>
      `update gongkai.request_advice set struck_by = gongkai.current_person(), struck_at = now(), struck_reason = 'x'`,
  ),
  reads('request_join', 'read', STAFF),
  writes('request_join', 'add', DESK, joined(SELF)),
  writes(
    'request_join',
    'undo',
    DESK,
    () =>
      `update gongkai.request_join set undone_by = gongkai.current_person(), undone_at = now(), undone_reason = 'x'`,
  ),
  reads('request_task', 'read', STAFF),
  reads('request_task', 'read_by_system', SYSTEM),
  writes(
    'request_task',
    'add',
    OFFICERS,
    ({ tenant, places, personas }) =>
      `insert into gongkai.request_task (tenant_id, id, request_id, authority_id, person_id, task, asked_by, asked_at)
        values ('${tenant}', gen_random_uuid(), '${REQUEST}', '${places.own}', '${personas.leader.person}', 'x', ${SELF}, now())`,
  ),
  writes(
    'request_task',
    'change',
    { lets: 'officer', keepsOut: 'administrator' },
    () => `update gongkai.request_task set task = 'y'`,
  ),
  writes(
    'request_task',
    'answer',
    { lets: 'leader', keepsOut: 'administrator' },
    () => `update gongkai.request_task set done_on = '2026-01-05', answer = 'y'`,
  ),
  reads('request_news', 'read', STAFF),
  reads('request_news', 'read_by_system', SYSTEM),
  writes('request_news', 'add', DESK, news),
  writes(
    'request_news',
    'told',
    DESK,
    () => `update gongkai.request_news set state = 'told', told_at = now(), told_by = ${SELF}`,
  ),
  writes(
    'request_news',
    'cancelled',
    DESK,
    () => `update gongkai.request_news set state = 'cancelled'`,
  ),
  writes('request_news', 'sent', SYSTEM, () => `update gongkai.request_news set state = 'failed'`),
]
