import type { Proof } from './proof.js'

// Where nobody but the person sees a row, a statement names no column, or the policy on reading would decide instead.

export const SIGN_IN: readonly Proof[] = [
  {
    policy: 'credential.credential_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.credential',
  },
  {
    policy: 'session.session_own',
    ...{ lets: 'leader', keepsOut: 'officer' },
    statement: () => 'select from gongkai.session',
  },
  {
    policy: 'session.session_of_assigned',
    ...{ lets: 'administrator', keepsOut: 'siblingAdministrator' },
    statement: () => 'select from gongkai.session',
  },
  {
    policy: 'session.session_end',
    ...{ lets: 'administrator', keepsOut: 'siblingAdministrator' },
    statement: () => `update gongkai.session set ended_at = '2026-01-05', ended_why = 'blocked'`,
  },
  {
    policy: 'link.link_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.link',
  },
  {
    policy: 'link.link_use',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => `update gongkai.link set used_at = '2026-01-05'`,
  },
  {
    policy: 'link.link_make',
    ...{ lets: 'administrator', keepsOut: 'siblingAdministrator' },
    statement: ({ tenant, personas }) => `
      insert into gongkai.link (tenant_id, token_hash, person_id, purpose, made_at, expires_at)
      values ('${tenant}', 'y', '${personas.leader.person}', 'reset', now(), now())`,
  },
]
