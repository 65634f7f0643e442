import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import { sql } from 'kysely'
import type { Actor, Platform } from '../../src/context.js'
import { chooseMail, readNoticeChoices, setQuietHours } from '../../src/notices/choices.js'
import { listNotices, type NoticeQuery } from '../../src/notices/list-notices.js'
import { SEND_MAIL } from '../../src/notices/mail-spec.js'
import { type Mail, type Mailer, openMailer } from '../../src/notices/mailer.js'
import { markAllRead, markRead } from '../../src/notices/mark-read.js'
import { notify } from '../../src/notices/notify.js'
import { mailJob } from '../../src/notices/send-mail.js'
import { runJob } from '../../src/queue/run-job.js'
import { systemOf } from '../../src/queue/system.js'
import { transact, type Work } from '../../src/storage/transact.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { comesTo, work } from '../queue/support.js'
import { ANY_SERVER, newFolder } from '../support/servers.js'

const FROM = '政府信息公开工作系统 <xxgk@example.gov.cn>'
const PUBLIC_URL = 'https://xxgk.example.gov.cn'
const REPORT = '019b8a5e-0000-7000-8000-000000000001'
const RETURNED = {
  authority: '石桥街道办事处',
  year: '2025',
  reason: '表三有误，见王某一案。',
  until: '于2026年1月31日前',
  report: REPORT,
}
const DAY = new Date('2026-01-05T09:00:00+08:00')
const NIGHT = new Date('2026-01-05T22:00:00+08:00')
const MORNING = new Date('2026-01-06T07:00:00+08:00')

for (const server of ANY_SERVER) {
  describe(`通知 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    before(async () => {
      tree = await newTree(server)
    })
    after(() => tree.close())

    const as = async <T>(actor: Actor, run: (given: Work) => Promise<T>): Promise<T> => {
      const { value } = await transact(tree.platform, actor, async (given) => ok(await run(given)))
      return value
    }
    const officer = async (email: string | null = 'officer@example.gov.cn') => {
      const { actor } = await addPerson(tree, 'disclosureOfficer', tree.places.own)
      const change = { email }
      await as(tree.administrator, ({ tx }) =>
        tx.updateTable('person').set(change).where('id', '=', actor.personId).execute(),
      )
      return actor
    }
    const tell = (to: Actor, by = tree.administrator) =>
      as(by, ({ tx }) => notify(tx, to.personId, 'reportReturned', RETURNED))
    const list = async (actor: Actor, query: NoticeQuery = {}) => {
      const listed = await listNotices(tree.platform, actor, query)
      assert.ok(listed.ok)
      return listed.value
    }

    it('a notice is there for whom it is written, newest first, page by page, with the count of unread', async () => {
      const actor = await officer()
      const ids = [await tell(actor), await tell(actor), await tell(actor)]
      const first = await list(actor, { limit: 2 })
      const second = await list(actor, { limit: 2, before: first.next ?? '' })
      assert.deepEqual(
        [...first.notices, ...second.notices].map(({ id }) => id),
        ids.toReversed(),
      )
      assert.deepEqual([first.unread, second.next], [3, null])
      const [one] = second.notices
      assert.ok(one && /王某/.test(one.body))
      assert.equal(one.path, `/console/reports/${REPORT}`)
    })

    it('marks as read one, and all that were on the screen; what came since stays unread', async () => {
      const actor = await officer()
      const ids = [await tell(actor), await tell(actor), await tell(actor)]
      const [first = '', second = '', third = ''] = ids
      assert.deepEqual(await markRead(tree.platform, actor, { noticeIds: [first] }), ok(2))
      assert.deepEqual(await markRead(tree.platform, actor, { noticeIds: [] }), ok(2))
      assert.deepEqual(await markAllRead(tree.platform, actor, { upTo: second }), ok(1))
      const { notices } = await list(actor, { unread: true })
      assert.deepEqual(
        notices.map(({ id }) => id),
        [third],
      )
    })

    it('a notice of an undone change is not there', async () => {
      const actor = await officer()
      await as(tree.administrator, async ({ tx }) => {
        await notify(tx, actor.personId, 'reportReturned', RETURNED)
        throw new Error('undone')
      }).catch(() => {})
      assert.equal((await list(actor)).unread, 0)
    })

    describe('邮件', () => {
      const run = async (noticeId: string, at: Date, waited = false) => {
        const sent: Mail[] = []
        const mailer = { send: async (mail: Mail) => void sent.push(mail), close() {} }
        await runMail({ ...tree.platform, now: () => at }, mailer, noticeId, waited)
        return sent
      }
      const waiting = (noticeId: string) => mailsOf(tree, noticeId)

      it('goes out by day, once, without what must stay inside', async () => {
        const noticeId = await tell(await officer())
        const [mail, ...more] = await run(noticeId, DAY)
        assert.deepEqual(more, [])
        assert.equal(mail?.to, 'officer@example.gov.cn')
        assert.equal(mail.subject, '2025年度报告已退回修改')
        assert.ok(mail.text.includes('退回意见：（请登录系统查看）。'))
        assert.ok(mail.text.includes(`办理：${PUBLIC_URL}/console/reports/${REPORT}\n`))
        assert.doesNotMatch(mail.text, /王某/)
        assert.deepEqual(await run(noticeId, DAY), [])
      })

      it('夜间的邮件等到早晨，早晨只发一次', async () => {
        const noticeId = await tell(await officer())
        assert.deepEqual(await run(noticeId, NIGHT), [])
        assert.deepEqual(await run(noticeId, NIGHT), [])
        const starts = await waiting(noticeId)
        const later = starts.filter(({ waited }) => waited).map(({ startsAt }) => startsAt)
        assert.deepEqual(later, [MORNING])
        assert.equal((await run(noticeId, MORNING, true)).length, 1)
        assert.deepEqual(await run(noticeId, MORNING, true), [])
      })

      it('after the wait it does not wait again, where the clocks differ a little', async () => {
        const noticeId = await tell(await officer())
        const sent = await run(noticeId, new Date(MORNING.getTime() - 2000), true)
        assert.equal(sent.length, 1)
      })

      it('个人可以改变免打扰时段', async () => {
        const actor = await officer()
        const hours = { since: '12:00', until: '14:00' }
        assert.ok((await setQuietHours(tree.platform, actor, hours)).ok)
        assert.equal((await run(await tell(actor), NIGHT)).length, 1)
        assert.equal(
          (await run(await tell(actor), new Date('2026-01-05T12:30:00+08:00'))).length,
          0,
        )
        const wrong = await setQuietHours(tree.platform, actor, { since: '24:00', until: '07:00' })
        assert.equal(!wrong.ok && wrong.refusal.code, 'notice.time')
      })

      it('不要邮件的不发，重新选择后又发', async () => {
        const actor = await officer()
        const choose = (mail: boolean) => chooseMail(tree.platform, actor, { kind: 'review', mail })
        assert.ok((await choose(false)).ok)
        assert.deepEqual(await run(await tell(actor), DAY), [])
        assert.ok((await choose(true)).ok)
        assert.equal((await run(await tell(actor), DAY)).length, 1)
      })

      it('只在系统内显示的通知不能选择邮件，也不排入邮件', async () => {
        const actor = await officer()
        const chosen = await chooseMail(tree.platform, actor, { kind: 'work', mail: true })
        assert.equal(!chosen.ok && chosen.refusal.code, 'notice.no-mail')
        const values = { job: '检查年度报告', count: '26', page: 'past' }
        const id = await as(tree.administrator, ({ tx }) =>
          notify(tx, actor.personId, 'jobDone', values),
        )
        assert.deepEqual(await waiting(id), [])
      })

      it('公布类通知默认不发邮件；选择和默认一并列出', async () => {
        const actor = await officer()
        await chooseMail(tree.platform, actor, { kind: 'review', mail: false })
        const read = await readNoticeChoices(tree.platform, actor)
        assert.ok(read.ok)
        const mailed = read.value.kinds.map(({ kind, mail, mayChoose }) => [kind, mail, mayChoose])
        // biome-ignore format: table
        assert.deepEqual(mailed, [
          ['collection', true,  true],
          ['reminder',   true,  true],
          ['review',     false, true],
          ['publishing', false, true],
          ['requests',   true,  true],
          ['tasks',      true,  true],
          ['duties',     true,  true],
          ['security',   true,  true],
          ['work',       false, false],
        ])
        assert.deepEqual(read.value.quiet, { since: '21:00', until: '07:00' })
      })

      it('nothing goes to whom has no address, is not active, or has read it in the system', async () => {
        const without = await officer(null)
        assert.deepEqual(await run(await tell(without), DAY), [])
        const blocked = await officer()
        const id = await tell(blocked)
        await as(tree.administrator, ({ tx }) =>
          tx
            .updateTable('person')
            .set({ state: 'blocked' })
            .where('id', '=', blocked.personId)
            .execute(),
        )
        assert.deepEqual(await run(id, DAY), [])
        const reader = await officer()
        const read = await tell(reader)
        await markRead(tree.platform, reader, { noticeIds: [read] })
        assert.deepEqual(await run(read, DAY), [])
      })

      it('what the server did not take is not counted as sent, and is sent when it is tried again', async () => {
        const noticeId = await tell(await officer())
        const failing = {
          send: async () => {
            throw new Error('no answer')
          },
          close() {},
        }
        const platform = { ...tree.platform, now: () => DAY }
        await assert.rejects(runMail(platform, failing, noticeId, false), /no answer/)
        assert.equal((await run(noticeId, DAY)).length, 1)
      })

      it('ends as a file in the data folder where no server is set, under the name of the notice', async () => {
        const folder = newFolder()
        const mailer = openMailer({ smtpUrl: null, mailFrom: FROM }, folder)
        const noticeId = await tell(await officer())
        const job = mailJob({ mailer, publicUrl: PUBLIC_URL })
        const at = { ...tree, platform: { ...tree.platform, now: () => DAY } }
        const queue = await work(at, [job])
        const [queued] = await mailsOf(tree, noticeId)
        await comesTo(tree, queued?.id ?? '', 'done')
        await queue.stop(1000)
        const names = readdirSync(path.join(folder, 'mail'))
        assert.ok(names.includes(`${noticeId}.eml`))
        const place = path.join(folder, 'mail', `${noticeId}.eml`)
        const text = readFileSync(place, 'utf8')
        assert.match(text, /^To: officer@example\.gov\.cn\r$/m)
        assert.match(text, new RegExp(`^Message-ID: <${noticeId}@example\\.gov\\.cn>\\r$`, 'm'))
        assert.match(text, /^Auto-Submitted: auto-generated\r$/m)
        assert.equal(statSync(place).mode & 0o777, 0o600)
      })
    })

    describe('数据库的第二道把关', () => {
      const forged = (personId: string, read_at: Date | null) => ({
        ...{ tenant_id: tree.platform.tenantId, id: crypto.randomUUID(), person_id: personId },
        ...{
          kind: 'review',
          title: '题',
          body: '文',
          path: '/',
          mail: null,
          read_at,
          mailed_at: null,
        },
      })

      it('notice_own, notice_read_by_system: others do not see a notice, nor the administrator', async () => {
        const actor = await officer()
        const id = await tell(actor)
        const count = (one: Actor) =>
          as(one, async ({ tx }) => {
            return (await tx.selectFrom('notice').select('id').where('id', '=', id).execute())
              .length
          })
        const system = systemOf(tree.platform)
        const seen = [await count(actor), await count(tree.administrator), await count(system)]
        assert.deepEqual(seen, [1, 0, 1])
      })

      it('notice_add: who is not of the staff tells nobody anything; nothing is told as read', async () => {
        const actor = await officer()
        const stranger = { personId: crypto.randomUUID(), holdings: [] }
        const add = (one: Actor, read_at: Date | null) =>
          as(one, ({ tx }) =>
            tx.insertInto('notice').values(forged(actor.personId, read_at)).execute(),
          )
        await assert.rejects(add(stranger, null), /row-level security/)
        await assert.rejects(add(actor, DAY), /row-level security/)
        await add(actor, null)
        await add(systemOf(tree.platform), null)
      })

      it('notice_mark, notice_mailed: nobody marks the notices of another as read', async () => {
        const actor = await officer()
        const noticeIds = [await tell(actor)]
        await markRead(tree.platform, tree.administrator, { noticeIds })
        assert.equal((await list(actor)).unread, 1)
        await markRead(tree.platform, systemOf(tree.platform), { noticeIds })
        assert.equal((await list(actor)).unread, 0)
      })

      for (const table of ['notice_choice', 'quiet_hours'] as const) {
        it(`${table}_own, ${table}_read_by_system: the choices of another are neither seen nor made`, async () => {
          const actor = await officer()
          await chooseMail(tree.platform, actor, { kind: 'review', mail: false })
          await setQuietHours(tree.platform, actor, { since: '20:00', until: '08:00' })
          const rows = (one: Actor) =>
            as(one, async ({ tx }) => {
              const query = tx.selectFrom(table).select('person_id')
              return (await query.where('person_id', '=', actor.personId).execute()).length
            })
          const system = systemOf(tree.platform)
          const seen = [await rows(actor), await rows(tree.administrator), await rows(system)]
          assert.deepEqual(seen, [1, 0, 1])
          const other = await officer()
          const row = { tenant_id: tree.platform.tenantId, person_id: other.personId }
          const values = { ...row, kind: 'review', mail: true, since: '20:00', until: '08:00' }
          const { kind, mail, since, until, ...key } = values
          for (const one of [actor, system]) {
            const forging = as(one, ({ tx }) =>
              table === 'quiet_hours'
                ? tx
                    .insertInto(table)
                    .values({ ...key, since, until })
                    .execute()
                : tx
                    .insertInto(table)
                    .values({ ...key, kind, mail })
                    .execute(),
            )
            await assert.rejects(forging, /row-level security/)
          }
        })
      }

      it('person_read_by_system: the system finds the address of a person', async () => {
        const actor = await officer()
        const found = await as(systemOf(tree.platform), ({ tx }) =>
          tx.selectFrom('person').select('email').where('id', '=', actor.personId).execute(),
        )
        assert.deepEqual(found, [{ email: 'officer@example.gov.cn' }])
      })
    })
  })
}

function runMail(
  platform: Platform,
  mailer: Mailer,
  noticeId: string,
  waited: boolean,
): Promise<void> {
  const { tenantId } = platform
  return runJob(platform, mailJob({ mailer, publicUrl: PUBLIC_URL }), {
    id: crypto.randomUUID(),
    data: { tenantId, data: { noticeId, waited } },
    signal: new AbortController().signal,
  })
}

/** The mails in the queue for a notice. */
async function mailsOf({ platform }: Tree, noticeId: string) {
  const { rows } = await sql<{ id: string; waited: boolean; startsAt: Date }>`
    select id, (data->'data'->>'waited')::boolean as waited, start_after as "startsAt" from gongkai_jobs.job
    where name = ${SEND_MAIL.name} and data->'data'->>'noticeId' = ${noticeId}`.execute(platform.db)
  return rows
}

describe('邮件服务器', () => {
  it('takes a mail with sender, receiver and subject; one that refuses is a fault', async () => {
    const lines: string[] = []
    const server = createServer((socket) => {
      socket.write('220 mail.example.gov.cn\r\n')
      let inData = false
      socket.on('data', (bytes) => {
        for (const line of String(bytes).split('\r\n').filter(Boolean)) {
          lines.push(line)
          if (inData && line === '.') socket.write('250 taken\r\n')
          else if (!inData && line === 'DATA') socket.write('354 go on\r\n')
          else if (!inData && /^RCPT TO:<nobody@/.test(line))
            socket.write('550 no such mailbox\r\n')
          else if (!inData && line === 'QUIT') socket.end('221 bye\r\n')
          else if (!inData) socket.write('250 ok\r\n')
          if (line === 'DATA') inData = true
          if (line === '.') inData = false
        }
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: FROM }, '/nowhere')
    const mail = { id: REPORT, to: 'a@example.gov.cn', subject: '已退回', text: '请修改。' }
    await mailer.send(mail)
    await assert.rejects(mailer.send({ ...mail, to: 'nobody@example.gov.cn' }), /550/)
    mailer.close()
    server.close()
    assert.ok(lines.includes('MAIL FROM:<xxgk@example.gov.cn>'))
    assert.ok(lines.includes('RCPT TO:<a@example.gov.cn>'))
    assert.ok(lines.includes(`Message-ID: <${REPORT}@example.gov.cn>`))
  })
})
