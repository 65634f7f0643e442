import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type pg from 'pg'
import { SERVERS } from '../support/servers.js'
import { type Cast, newCast } from './policies/cast.js'
import { PROOFS } from './policies/index.js'
import { tried } from './policies/proof.js'

for (const server of SERVERS) {
  describe(`行级安全策略 ${server.name}`, { skip: server.skip ?? false }, () => {
    let cast: Cast
    let owner: pg.Client
    before(async () => {
      ;({ cast, owner } = await newCast(server))
    })
    after(() => owner.end())

    it('every policy has its proof, once, and no proof is of a policy that is not there', async () => {
      const { rows } = await owner.query(`
        select tablename || '.' || policyname as policy from pg_policies where schemaname = 'gongkai'`)
      const proved = PROOFS.map(({ policy }) => policy).toSorted()
      assert.deepEqual(proved, rows.map(({ policy }) => policy).toSorted())
    })

    for (const proof of PROOFS) {
      it(proof.policy, async () => {
        const { lets, keepsOut } = proof
        assert.deepEqual(
          {
            lets: await tried(owner, cast, proof, lets, 'kept'),
            keepsOut: await tried(owner, cast, proof, keepsOut, 'kept'),
            // Without the policy nothing else lets that person, and nothing else keeps the other out.
            letsWithoutIt: await tried(owner, cast, proof, lets, 'dropped'),
            keepsOutWithoutIt: await tried(owner, cast, proof, keepsOut, 'open to all'),
          },
          { lets: true, keepsOut: false, letsWithoutIt: false, keepsOutWithoutIt: true },
        )
      })
    }
  })
}
