import type { Proof } from './proof.js'

const ADMINISTRATORS = { lets: 'administrator', keepsOut: 'siblingAdministrator' } as const

export const PEOPLE: readonly Proof[] = [
  {
    policy: 'person.person_read',
    ...{ lets: 'siblingOfficer', keepsOut: 'invited' },
    statement: ({ personas }) =>
      `select from gongkai.person where id = '${personas.leader.person}'`,
  },
  {
    policy: 'person.person_add',
    ...{ lets: 'administrator', keepsOut: 'officer' },
    statement: ({ tenant }) => `
      insert into gongkai.person (tenant_id, id, login, name, state)
      values ('${tenant}', gen_random_uuid(), 'new', '新人', 'invited')`,
  },
  {
    policy: 'person.person_change',
    ...ADMINISTRATORS,
    statement: ({ personas }) =>
      `update gongkai.person set state = 'blocked' where id = '${personas.leader.person}'`,
  },
  {
    policy: 'person.person_accept',
    ...{ lets: 'invited', keepsOut: 'leader' },
    statement: ({ personas }) =>
      `update gongkai.person set state = 'active' where id = '${personas.invited.person}'`,
  },
  {
    policy: 'person.person_own',
    ...{ lets: 'leader', keepsOut: 'siblingLeader' },
    statement: ({ personas }) =>
      `update gongkai.person set phone = '0870-2000000' where id = '${personas.leader.person}'`,
  },
  {
    policy: 'assignment.assignment_read',
    ...{ lets: 'siblingOfficer', keepsOut: 'invited' },
    statement: ({ assignment }) => `select from gongkai.assignment where id = '${assignment}'`,
  },
  {
    policy: 'assignment.assignment_add',
    ...ADMINISTRATORS,
    statement: ({ tenant, personas, places }) => `
      insert into gongkai.assignment (tenant_id, id, person_id, authority_id, role, since) values
      ('${tenant}', gen_random_uuid(), '${personas.officer.person}', '${places.own}', 'auditor', '2026-01-05')`,
  },
  {
    policy: 'assignment.assignment_change',
    ...ADMINISTRATORS,
    statement: ({ assignment }) =>
      `update gongkai.assignment set until = '2026-01-05' where id = '${assignment}'`,
  },
  {
    policy: 'deputation.deputation_read',
    ...{ lets: 'siblingOfficer', keepsOut: 'invited' },
    statement: () => 'select from gongkai.deputation',
  },
  {
    policy: 'deputation.deputation_add',
    ...{ lets: 'leader', keepsOut: 'officer' },
    statement: ({ tenant, assignment, personas }) => `
      insert into gongkai.deputation values ('${tenant}', gen_random_uuid(), '${assignment}',
        '${personas.officer.person}', '2026-02-01', '2026-02-02')`,
  },
  {
    policy: 'deputation.deputation_change',
    ...{ lets: 'leader', keepsOut: 'siblingAdministrator' },
    statement: ({ assignment }) =>
      `update gongkai.deputation set until = '2026-01-06' where assignment_id = '${assignment}'`,
  },
]
