import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ok, type Result, refuse } from '@gongkai/law'
import { inOneTransaction } from '../../src/storage/in-one-transaction.js'
import type { Db } from '../../src/storage/open-database.js'
import { transact } from '../../src/storage/transact.js'
import { newRegion } from '../support/platform.js'
import { SERVERS } from '../support/servers.js'

it('many use cases as one: what is refused leaves nothing of itself, what throws leaves nothing at all', async () => {
  const [server] = SERVERS
  assert.ok(server)
  const { platform, administrator, close } = await newRegion(server)
  const { tenantId: tenant_id } = platform
  const note = (db: Db, queue: string, answer: Result<null> = ok(null)) =>
    transact({ ...platform, db }, administrator, async ({ tx }) => {
      const asked = { asked_by: administrator.personId, asked_at: new Date() }
      const row = { tenant_id, id: crypto.randomUUID(), queue, ...asked }
      await tx
        .insertInto('job')
        .values({ ...row, total: null, message: null })
        .execute()
      return answer
    })
  await inOneTransaction(platform.db, async (db) => {
    await note(db, '第一项')
    await note(db, '被拒绝的', refuse('test', '不行'))
    await note(db, '第三项')
  })
  const ending = inOneTransaction(platform.db, async (db) => {
    await note(db, '中断之前的')
    throw new Error('the process ends')
  })
  await assert.rejects(ending, /the process ends/)
  const beside = inOneTransaction(platform.db, (db) =>
    Promise.all([note(db, '同时的甲'), note(db, '同时的乙')]),
  )
  await assert.rejects(beside, /beside another/)
  const kept = await transact(platform, administrator, async ({ tx }) =>
    ok(await tx.selectFrom('job').select('queue').orderBy('queue').execute()),
  )
  assert.deepEqual(
    kept.value.map(({ queue }) => queue),
    ['第一项', '第三项'],
  )
  await close()
})
