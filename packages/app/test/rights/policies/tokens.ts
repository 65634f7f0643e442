import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

/** A token of `own` that the administrator made, as a persona `token`; how the leader signs in without a password. */
export function tokenThings({ tenant, places, personas }: Cast) {
  return [
    `insert into gongkai.api_token
      (tenant_id, id, authority_id, name, token_hash, scopes, roles, made_by, made_at, expires_at)
      values ('${tenant}', '${personas.token.person}', '${places.own}', 'x', 'x', '{read}', '{auditor}',
        '${personas.administrator.person}', now(), now())`,
    `insert into gongkai.passkey (tenant_id, id, person_id, name, credential_id, public_key, counter, made_at)
      values ('${tenant}', gen_random_uuid(), '${personas.leader.person}', 'x', 'x', 'x', 0, now())`,
    `insert into gongkai.identity values ('${tenant}', 'x', 'x', '${personas.leader.person}', now())`,
  ]
}

export const TOKENS: readonly Proof[] = [
  {
    policy: 'api_token.api_token_read',
    ...{ lets: 'administrator', keepsOut: 'siblingAdministrator' },
    statement: () => 'select from gongkai.api_token',
  },
  {
    policy: 'api_token.api_token_self',
    ...{ lets: 'token', keepsOut: 'officer' },
    statement: () => 'select from gongkai.api_token',
  },
  {
    policy: 'api_token.api_token_make',
    ...{ lets: 'administrator', keepsOut: 'officer' },
    statement: ({ tenant, places, personas }) => `
      insert into gongkai.api_token
      (tenant_id, id, authority_id, name, token_hash, scopes, roles, made_by, made_at, expires_at)
      values ('${tenant}', gen_random_uuid(), '${places.own}', 'x', 'y', '{read}', '{auditor}',
        '${personas.administrator.person}', now(), now())`,
  },
  {
    policy: 'api_token.api_token_revoke',
    ...{ lets: 'administrator', keepsOut: 'siblingAdministrator' },
    statement: () => `update gongkai.api_token set revoked_at = '2026-01-05'`,
  },
  {
    policy: 'passkey.passkey_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.passkey',
  },
  {
    policy: 'identity.identity_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.identity',
  },
]
