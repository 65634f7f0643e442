import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const SYSTEM = { lets: 'system', keepsOut: 'administrator' } as const

/** A job that the officer asked for, something done, two notices to the leader, one of which was read, and what the leader chose. */
export function queueThings({ tenant, personas }: Pick<Cast, 'tenant' | 'personas'>) {
  const leader = `'${tenant}', '${personas.leader.person}'`
  return [
    `insert into gongkai.job (tenant_id, id, queue, asked_by, asked_at)
      values ('${tenant}', gen_random_uuid(), 'x', '${personas.officer.person}', now())`,
    `insert into gongkai.effect values ('${tenant}', 'x')`,
    `insert into gongkai.notice (tenant_id, person_id, id, kind, title, body, path)
      values (${leader}, gen_random_uuid(), 'review', 'x', 'x', '/')`,
    `insert into gongkai.notice (tenant_id, person_id, id, kind, title, body, path, read_at)
      values (${leader}, gen_random_uuid(), 'review', 'x', 'x', '/', now())`,
    `insert into gongkai.notice_choice values (${leader}, 'review', false)`,
    `insert into gongkai.quiet_hours values (${leader}, '20:00', '08:00')`,
  ]
}

export const QUEUE: readonly Proof[] = [
  ...['effect', 'notice', 'job'].map(
    (table): Proof => ({
      policy: `${table}.${table}_clean`,
      ...SYSTEM,
      statement: () => `delete from gongkai.${table}`,
    }),
  ),
  {
    policy: 'person.person_read_by_system',
    ...{ lets: 'system', keepsOut: 'nobody' },
    statement: () => 'select from gongkai.person',
  },
  {
    policy: 'job.job_read',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: () => 'select from gongkai.job',
  },
  {
    policy: 'job.job_ask',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: ({
      tenant,
      personas,
    }) => `insert into gongkai.job (tenant_id, id, queue, asked_by, asked_at)
      values ('${tenant}', gen_random_uuid(), 'x', '${personas.officer.person}', now())`,
  },
  {
    policy: 'job.job_progress',
    ...SYSTEM,
    statement: () => 'update gongkai.job set done = 1',
  },
  {
    policy: 'job.job_change',
    ...{ lets: 'regionAdministrator', keepsOut: 'administrator' },
    statement: () => `update gongkai.job set message = 'x'`,
  },
  { policy: 'effect.effect_read', ...SYSTEM, statement: () => 'select from gongkai.effect' },
  {
    policy: 'effect.effect_claim',
    ...SYSTEM,
    statement: ({ tenant }) =>
      `insert into gongkai.effect (tenant_id, key) values ('${tenant}', 'y')`,
  },
  {
    policy: 'notice.notice_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.notice',
  },
  {
    policy: 'notice.notice_read_by_system',
    ...SYSTEM,
    statement: () => 'select from gongkai.notice',
  },
  {
    policy: 'notice.notice_add',
    ...{ lets: 'officer', keepsOut: 'invited' },
    statement: ({ tenant, personas }) => `
      insert into gongkai.notice (tenant_id, person_id, id, kind, title, body, path)
      values ('${tenant}', '${personas.leader.person}', gen_random_uuid(), 'review', 'x', 'x', '/')`,
  },
  {
    policy: 'notice.notice_mark',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'update gongkai.notice set read_at = now()',
  },
  {
    policy: 'notice.notice_mailed',
    ...SYSTEM,
    statement: () => 'update gongkai.notice set mailed_at = now()',
  },
  ...['notice_choice', 'quiet_hours'].flatMap((table): readonly Proof[] => [
    {
      policy: `${table}.${table}_own`,
      ...{ lets: 'leader', keepsOut: 'administrator' },
      statement: () => `select from gongkai.${table}`,
    },
    {
      policy: `${table}.${table}_read_by_system`,
      ...SYSTEM,
      statement: () => `select from gongkai.${table}`,
    },
  ]),
]
