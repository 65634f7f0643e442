import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import pg from 'pg'
import type { Actor } from '../../src/context.js'
import { cancelJob, retryJob } from '../../src/queue/change-job.js'
import { defineJob } from '../../src/queue/define-job.js'
import { listJobs, readJob } from '../../src/queue/list-jobs.js'
import { systemOf } from '../../src/queue/system.js'
import { allow } from '../../src/rights/allow.js'
import { ROLE_IDS } from '../../src/rights/roles.js'
import { transact, type Work } from '../../src/storage/transact.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { ANY_SERVER } from '../support/servers.js'
import { ask, comesTo, seen, until, work } from './support.js'

const reason = '任务无需再办'

const JOB = defineJob<{ number: number }>({
  ...{ name: 'testRights', label: '测试', retries: 0, backoffSeconds: 1, mostSeconds: 30 },
  async run(_, { number }, { progress }) {
    if (number < 0) throw new Error('不能为负数')
    for (let step = 0; step < number; step++) {
      await progress(step, number)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  },
})

// The servers do not know of each other: both are tried at the same time.
describe('后台任务的查看和处理', { concurrency: ANY_SERVER.length }, () => {
  for (const server of ANY_SERVER) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let tree: Tree
      before(async () => {
        tree = await newTree(server)
      })
      after(() => tree.close())

      const as = (actor: Actor, run: (work: Work) => Promise<unknown>) =>
        transact(tree.platform, actor, async (given) => ok(await run(given)))

      it('the administrator and the auditor of the whole region list the jobs; nobody else does', async () => {
        const found: string[] = []
        const places = { root: tree.founded.authorityId, parent: tree.places.parent }
        for (const [place, id] of Object.entries(places)) {
          for (const role of ROLE_IDS) {
            const { actor } = await addPerson(tree, role, id)
            const listed = await listJobs(tree.platform, actor, {})
            if (listed.ok) found.push(`${place} ${role}`)
            else assert.equal(listed.refusal.code, 'right.missing')
          }
        }
        assert.deepEqual(found, ['root administrator', 'root auditor'])
      })

      it('a job is seen by whoever asked for it, and by no other person', async () => {
        const { actor } = await addPerson(tree, 'leader', tree.places.own)
        const { actor: other } = await addPerson(tree, 'administrator', tree.places.own)
        const jobId = await ask(tree, JOB, { number: 0 }, { as: actor })
        const own = await readJob(tree.platform, actor, { jobId })
        assert.ok(own.ok && own.value.askedBy === actor.personId)
        const foreign = await readJob(tree.platform, other, { jobId })
        assert.equal(!foreign.ok && foreign.refusal.code, 'job.not-found')
      })

      it('lists page by page, by queue and by state, with what is open in each queue', async () => {
        const fresh = { ...JOB, name: 'testList' }
        const ids: string[] = []
        for (const number of [0, -1, 0]) ids.push(await ask(tree, fresh, { number }))
        const queue = await work(tree, [fresh])
        for (const id of ids) await until(async () => (await seen(tree, id)).endedAt !== null)
        await queue.stop(1000)
        const later = new Date('2100-01-01T00:00:00Z')
        ids.push(await ask(tree, fresh, { number: 0 }, { notBefore: later }))
        const list = async (query: Parameters<typeof listJobs>[2]) => {
          const listed = await listJobs(tree.platform, tree.administrator, {
            queue: 'testList',
            ...query,
          })
          assert.ok(listed.ok)
          return listed.value
        }
        const first = await list({ limit: 3 })
        const second = await list({ limit: 3, before: first.next ?? '' })
        const listed = [...first.jobs, ...second.jobs]
        assert.deepEqual(
          listed.map(({ id }) => id),
          ids.toReversed(),
        )
        assert.deepEqual(
          listed.map(({ state }) => state),
          ['waiting', 'done', 'failed', 'done'],
        )
        assert.equal(second.next, null)
        const failed = await list({ state: 'failed' })
        assert.deepEqual(
          failed.jobs.map(({ id, failure }) => [id, failure]),
          [[ids[1], '不能为负数']],
        )
        assert.deepEqual(
          first.counts.filter(({ queue }) => queue === 'testList'),
          [{ queue: 'testList', waiting: 1, running: 0, failed: 1 }],
        )
      })

      it('失败的任务可以重试，记入记录；没有失败的不能', async () => {
        const jobId = await ask(tree, JOB, { number: -1 })
        const early = await retryJob(tree.platform, tree.administrator, { jobId, reason })
        assert.deepEqual(early, {
          ok: false,
          refusal: {
            code: 'job.changed',
            message: '只有失败的任务可以重试。这个任务现在等待中，请刷新后再办理。',
          },
        })
        const queue = await work(tree, [JOB])
        await comesTo(tree, jobId, 'failed')
        assert.ok((await retryJob(tree.platform, tree.administrator, { jobId, reason })).ok)
        await until(async () => (await seen(tree, jobId)).retried === 1)
        await comesTo(tree, jobId, 'failed')
        await queue.stop(1000)
        assert.deepEqual(await told(tree, jobId), [
          ['jobRetried', reason, '{"queue":"testRights","before":"failed"}'],
        ])
      })

      it('等待的任务取消后不再办理，正在办理的在下一步停下', async () => {
        const waiting = await ask(tree, JOB, { number: 1 })
        const cancel = (jobId: string) =>
          cancelJob(tree.platform, tree.administrator, { jobId, reason })
        assert.ok((await cancel(waiting)).ok)
        const running = await ask(tree, JOB, { number: 1000 })
        const queue = await work(tree, [JOB])
        await until(async () => (await seen(tree, running)).done > 1)
        assert.ok((await cancel(running)).ok)
        await queue.stop(10_000)
        for (const id of [waiting, running]) {
          const { state, message } = await seen(tree, id)
          assert.deepEqual([state, message], ['cancelled', '已由系统管理员取消。'])
        }
        assert.ok((await seen(tree, running)).done < 1000)
        assert.equal((await told(tree, running))[0]?.[0], 'jobCancelled')
        const again = await cancel(running)
        assert.match(again.ok ? '' : again.refusal.message, /这个任务现在已取消/)
      })

      it('the system holds no role, is no person, and nobody can become it', async () => {
        const { tenantId } = tree.platform
        const system = systemOf(tree.platform)
        await as(system, async ({ tx }) => {
          const allowed = await allow(tx, system, 'person.read', tree.founded.authorityId)
          assert.equal(!allowed.ok && allowed.refusal.code, 'right.missing')
          const person = tx.selectFrom('person').select('id').where('id', '=', tenantId)
          assert.deepEqual(await person.execute(), [])
          assert.deepEqual(await tx.selectFrom('assignment').selectAll().execute(), [])
          assert.deepEqual(await tx.selectFrom('session').selectAll().execute(), [])
        })
        const row = { tenant_id: tenantId, id: tenantId, login: 'x', name: 'x', state: 'active' }
        const becoming = as(tree.administrator, ({ tx }) =>
          tx
            .insertInto('person')
            .values(row as never)
            .execute(),
        )
        await assert.rejects(becoming, /person_is_not_the_region/)
      })

      describe('数据库的第二道把关', () => {
        const values = (queue: string, asked_by: string | null) => ({
          ...{ tenant_id: tree.platform.tenantId, id: crypto.randomUUID(), queue, asked_by },
          ...{ asked_at: new Date(), total: null, message: null },
        })

        it('job_ask: nobody asks in the name of another', async () => {
          const { actor } = await addPerson(tree, 'leader', tree.places.own)
          const other = values('forged', tree.administrator.personId)
          await assert.rejects(
            as(actor, ({ tx }) => tx.insertInto('job').values(other).execute()),
            /row-level security/,
          )
          await as(actor, ({ tx }) =>
            tx.insertInto('job').values(values('own', actor.personId)).execute(),
          )
        })

        it('job_read: the jobs of others are not there', async () => {
          const { actor } = await addPerson(tree, 'leader', tree.places.own)
          await ask(tree, JOB, { number: 0 })
          await as(actor, async ({ tx }) => {
            assert.deepEqual(await tx.selectFrom('job').selectAll().execute(), [])
          })
          const { actor: auditor } = await addPerson(tree, 'auditor', tree.founded.authorityId)
          for (const one of [auditor, systemOf(tree.platform)]) {
            await as(one, async ({ tx }) => {
              assert.ok((await tx.selectFrom('job').selectAll().execute()).length > 0)
            })
          }
        })

        it('job_progress, job_change: only the system and the administrator of the region change a job', async () => {
          const { actor } = await addPerson(tree, 'leader', tree.places.own)
          const { actor: auditor } = await addPerson(tree, 'auditor', tree.founded.authorityId)
          const id = await ask(tree, JOB, { number: 0 }, { as: actor })
          const change = async (one: Actor) => {
            let changed = 0n
            await as(one, async ({ tx }) => {
              const query = tx.updateTable('job').set({ message: '' }).where('id', '=', id)
              changed = (await query.executeTakeFirst()).numUpdatedRows
            })
            return Number(changed)
          }
          assert.deepEqual([await change(actor), await change(auditor)], [0, 0])
          assert.deepEqual(
            [await change(systemOf(tree.platform)), await change(tree.administrator)],
            [1, 1],
          )
        })

        it('effect_claim, effect_read: only the system says what was done', async () => {
          const row = { tenant_id: tree.platform.tenantId, key: 'sendMail/send/x' }
          const { actor: leader } = await addPerson(tree, 'leader', tree.places.own)
          for (const one of [leader, tree.administrator]) {
            await assert.rejects(
              as(one, ({ tx }) => tx.insertInto('effect').values(row).execute()),
              /row-level security/,
            )
          }
          const count = (one: Actor) =>
            as(
              one,
              async ({ tx }) =>
                (await tx.selectFrom('effect').select('key').where('key', '=', row.key).execute())
                  .length,
            )
          await as(systemOf(tree.platform), ({ tx }) =>
            tx.insertInto('effect').values(row).execute(),
          )
          assert.deepEqual(await count(systemOf(tree.platform)), ok(1))
          assert.deepEqual(await count(tree.administrator), ok(0))
        })

        it('at run time nothing of the tables of the jobs can be made, changed or dropped', async () => {
          const attempts = [
            sql`create table gongkai_jobs.x (y int)`,
            sql`drop table gongkai_jobs.job`,
            sql`alter table gongkai_jobs.queue add column x int`,
            sql`truncate gongkai_jobs.job`,
          ]
          for (const one of attempts) {
            await assert.rejects(one.execute(tree.platform.db), /permission denied|must be owner/)
          }
        })
      })
    })
  }
})

async function told({ url }: Tree, jobId: string): Promise<readonly (readonly unknown[])[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select name, reason, detail from gongkai.event where subject_kind = 'job' and subject_id = $1 order by seq`,
    [jobId],
  )
  await client.end()
  return rows.map((row) => [row.name, row.reason, row.detail])
}
