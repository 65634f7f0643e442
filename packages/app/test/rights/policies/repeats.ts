import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

/** What the leader asked for under a key. */
export function repeatThings({ tenant, personas }: Cast) {
  return [
    `insert into gongkai.repeat (tenant_id, person_id, key_hash, request_hash, claim_id, claimed_at)
      values ('${tenant}', '${personas.leader.person}', 'x', 'x', gen_random_uuid(), now())`,
  ]
}

export const REPEATS: readonly Proof[] = [
  {
    policy: 'repeat.repeat_own',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: () => 'select from gongkai.repeat',
  },
]
