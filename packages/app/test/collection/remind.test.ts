import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { REMIND } from '../../src/collection/remind.js'
import type { Actor } from '../../src/context.js'
import { listNotices } from '../../src/notices/list-notices.js'
import { CLEAN } from '../../src/queue/clean.js'
import type { AnyJob } from '../../src/queue/define-job.js'
import { runJob } from '../../src/queue/run-job.js'
import { startQueue } from '../../src/queue/start-queue.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { until } from '../queue/support.js'
import { ANY_SERVER } from '../support/servers.js'
import { madeReport } from './made.js'
import { asOwner, granted } from './support.js'

for (const server of ANY_SERVER) {
  describe(`到期提醒和清理 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let officer: Actor
    let supervisor: Actor
    before(async () => {
      tree = await newTree(server)
      const { own, parent } = tree.places
      officer = (await addPerson(tree, 'disclosureOfficer', own)).actor
      supervisor = (await addPerson(tree, 'supervisingOfficer', parent)).actor
      const place = { collector: parent, authority: own }
      await madeReport(tree, place, 'draft')
      await madeReport(tree, place, 'submitted')
    })
    after(() => tree.close())

    let runs = 0
    const run = (job: AnyJob, at: string) =>
      runJob({ ...tree.platform, now: () => new Date(at) }, job, {
        ...{ id: `019b8a5e-0000-7000-8000-${`${++runs}`.padStart(12, '0')}` },
        data: { tenantId: tree.platform.tenantId, data: {} },
        signal: new AbortController().signal,
      })
    const told = async (actor: Actor) =>
      granted(await listNotices(tree.platform, actor, {})).notices.map(({ title }) => title)

    it('到期前后各在其日提醒一次，已报送的不提醒；主管部门得知还有几个机关', async () => {
      await run(REMIND, '2026-01-10T00:00:00Z')
      assert.deepEqual(await told(officer), [])
      for (const day of ['01-24', '01-24', '01-25', '02-01', '02-02']) {
        await run(REMIND, `2026-${day}T00:00:00Z`)
      }
      const [late, soon, ...more] = await told(officer)
      assert.deepEqual(more, [])
      assert.match(late ?? '', /年度报告已逾期$/)
      assert.match(soon ?? '', /年度报告将于2026年1月31日到期$/)
      const above = await told(supervisor)
      assert.equal(above.length, 2)
      assert.match(above[0] ?? '', /^尚有1个机关未报送/)
    })

    it('两个进程同时到点，也只提醒一次', async () => {
      await Promise.all([run(REMIND, '2026-02-07T00:00:00Z'), run(REMIND, '2026-02-07T00:00:00Z')])
      assert.equal((await told(officer)).length, 3)
    })

    it('清理：过期的办理标记和已读通知清除，未读的和新的留下', async () => {
      await asOwner(
        tree,
        `update gongkai.notice set read_at = now() - interval '200 days' where id in (
          select id from gongkai.notice where person_id = $1 order by id limit 1)`,
        [officer.personId],
      )
      await asOwner(
        tree,
        `insert into gongkai.effect values ($1, 'old', now() - interval '1 year')`,
        [tree.platform.tenantId],
      )
      await asOwner(tree, `update gongkai.job set asked_at = now() - interval '40 days'`)
      const before = (await asOwner(tree, 'select key from gongkai.effect')).length
      await run(CLEAN, new Date().toISOString())
      assert.equal((await told(officer)).length, 2)
      const keys = (await asOwner(tree, 'select key from gongkai.effect')).map(({ key }) => key)
      assert.deepEqual([keys.length, keys.includes('old')], [before - 1, false])
      // That of this very run alone is younger; mails that wait are kept with their jobs.
      const gone = await asOwner(
        tree,
        `select from gongkai.job j where asked_at < now() - interval '39 days'
          and not exists (select from gongkai_jobs.job r where r.id = j.id)`,
      )
      assert.equal(gone.length, 0)
    })

    it('到点由一个进程办理：两个进程登记同一时刻表', async () => {
      const options = { onFault: () => {}, pollSeconds: 0.5, watchSeconds: 1 }
      const one = await startQueue(tree.platform, [REMIND, CLEAN], options)
      const two = await startQueue(tree.platform, [REMIND, CLEAN], options)
      const schedules = () =>
        asOwner(tree, 'select name, cron, timezone from gongkai_jobs.schedule order by name')
      await until(async () => (await schedules()).length === 2)
      assert.deepEqual(await schedules(), [
        { name: 'cleanWhatIsOver', cron: '20 3 * * *', timezone: 'Asia/Shanghai' },
        { name: 'remindOfDueDates', cron: '30 7 * * *', timezone: 'Asia/Shanghai' },
      ])
      await Promise.all([one.stop(1000), two.stop(1000)])
    })
  })
}
