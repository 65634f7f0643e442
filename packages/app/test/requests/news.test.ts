import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Actor, Platform } from '../../src/context.js'
import type { Mail } from '../../src/notices/mailer.js'
import { runJob } from '../../src/queue/run-job.js'
import { stopOwnMail } from '../../src/requests/act-on-own.js'
import { confirmReceipt } from '../../src/requests/confirm-receipt.js'
import { correctRequest } from '../../src/requests/correct-request.js'
import type { NewsWay } from '../../src/requests/news/news.js'
import { listNews, markTold } from '../../src/requests/news/request-news.js'
import { newsJob } from '../../src/requests/news/send-news.js'
import { recordStep } from '../../src/requests/record-step.js'
import { registrationOf } from '../../src/requests/registration.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { listTodos } from '../../src/todos/list-todos.js'
import { IN_A_WEEK, TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { APPLICANT, submitted } from './given.js'

const EMAIL = 'xiaohe@example.test'

const [server] = SERVERS
if (server) {
  describe('办理进展告知申请人', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let platform: Platform
    let officer: Actor
    before(async () => {
      tree = await newTree(server)
      platform = tree.platform
      officer = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
    })
    after(() => tree.close())

    /** A request by the form, of which the receipt was confirmed: the first news. */
    const confirmed = async (news: NewsWay) => {
      const people = [{ ...APPLICANT, email: EMAIL }]
      const given = await submitted(platform, tree.places.own, {
        ...{ news, applicants: { kind: 'person', people } },
      })
      const ref = { requestId: given.request.id, version: given.request.version }
      const done = await confirmReceipt(platform, officer, {
        ...{ ...ref, on: TODAY, how: '网上确认', applicantOn: null },
      })
      assert.ok(done.ok)
      return { request: done.value, secret: given.secret }
    }
    const newsOf = async (requestId: string) => {
      const listed = await listNews(platform, officer, requestId)
      assert.ok(listed.ok)
      return listed.value.news
    }
    let runs = 0
    const send = async (newsId: string, isAway = false) => {
      const mails: Mail[] = []
      const job = newsJob({
        ...{ publicUrl: 'https://gongkai.example' },
        mailer: {
          close: () => {},
          async send(mail) {
            if (isAway) throw new Error('away')
            mails.push(mail)
          },
        },
      })
      const id = `019b8a5e-0000-7000-8000-${`${++runs}`.padStart(12, '0')}`
      const data = { tenantId: platform.tenantId, data: { newsId } }
      const signal = new AbortController().signal
      // As at its last try.
      const run = runJob(platform, { ...job, retries: 0 }, { id, data, signal })
      await run.catch((fault: unknown) => assert.ok(isAway, `${fault}`))
      return mails
    }
    const todos = async () => {
      const all = await listTodos(platform, officer)
      assert.ok(all.ok)
      return all.value.counts.find(({ kind }) => kind === 'requestNews')?.count ?? 0
    }

    it('邮件只说编号和在哪里查看，不写姓名和内容；再发一次也只有一封', async () => {
      const { request } = await confirmed('mail')
      const [news] = await newsOf(request.id)
      assert.deepEqual([news?.what, news?.way, news?.state], ['received', 'mail', 'waiting'])
      const mails = await send(news?.id ?? '')
      assert.equal(mails.length, 1)
      const [{ to, subject, text } = { to: '', subject: '', text: '' }] = mails
      assert.equal(to, EMAIL)
      assert.match(subject, new RegExp(request.requestNumber))
      assert.match(text, /https:\/\/gongkai\.example\/requests\/status/)
      assert.doesNotMatch(`${subject}${text}`, /周小禾|道路养护|石桥街道/)
      assert.equal((await newsOf(request.id))[0]?.state, 'told')
      assert.deepEqual(await send(news?.id ?? ''), [])
    })

    it('发不出去的，列入待办，登记已告知后消失', async () => {
      const { request } = await confirmed('mail')
      const [news] = await newsOf(request.id)
      const before = await todos()
      await send(news?.id ?? '', true)
      assert.equal((await newsOf(request.id))[0]?.state, 'failed')
      assert.equal(await todos(), before + 1)
      const told = { requestId: request.id, newsId: news?.id ?? '' }
      assert.ok((await markTold(platform, officer, told)).ok)
      assert.equal(await todos(), before)
      const again = await markTold(platform, officer, told)
      assert.ok(!again.ok)
      assert.equal(again.refusal.code, 'requests.news-told')
    })

    it('申请人不愿再收邮件的，还没有发的也不发，记为在页面查看', async () => {
      const { request, secret } = await confirmed('mail')
      const own = { requestNumber: request.requestNumber, secret }
      assert.ok((await stopOwnMail(platform, own, 'a')).ok)
      const [news] = await newsOf(request.id)
      assert.deepEqual(await send(news?.id ?? ''), [])
      assert.equal((await newsOf(request.id))[0]?.way, 'page')
    })

    it('告知方式可以更正：改为书面的，没有发出的邮件改为告知单；没有邮箱的不能改为邮件', async () => {
      const { request } = await confirmed('mail')
      const to = (news: NewsWay, { id, version } = request, people: object[] | null = null) =>
        correctRequest(platform, officer, {
          ...{ requestId: id, version, reason: '申请人来电改选' },
          registration: { ...registrationOf(request), news },
          people: people as Parameters<typeof correctRequest>[2]['people'],
        })
      const changed = await to('slip')
      assert.ok(changed.ok)
      assert.equal(changed.value.news, 'slip')
      const [mail, slip] = await newsOf(request.id)
      assert.deepEqual(
        [mail?.state, slip?.what, slip?.way, slip?.state],
        [...['cancelled', 'received', 'slip', 'waiting']],
      )
      assert.deepEqual(await send(mail?.id ?? ''), [])
      const without = await to('mail', changed.value, [{ ...APPLICANT, email: null }])
      assert.equal(without.ok || without.refusal.code, 'applicant.email-missing')
      const back = await to('mail', changed.value)
      assert.ok(back.ok)
    })

    it('每一步告知一次：选书面的列入待办，不另行告知的只留记录', async () => {
      for (const way of ['slip', 'page'] as const) {
        const { request } = await confirmed(way)
        const before = await todos()
        const ref = { requestId: request.id, version: request.version }
        const step = { name: 'askCorrection', on: TODAY, until: IN_A_WEEK } as const
        assert.ok((await recordStep(platform, officer, { ...ref, step, note: null })).ok)
        const news = await newsOf(request.id)
        assert.deepEqual(
          news.map(({ what }) => what),
          ['received', 'correctionAsked'],
        )
        assert.equal(news[1]?.state, way === 'slip' ? 'waiting' : 'told')
        assert.equal(await todos(), before)
      }
    })

    it('登记错误的步骤划去后，还没有寄出的告知单不再要求寄出；已经告知的告知更正', async () => {
      for (const way of ['slip', 'page'] as const) {
        const { request } = await confirmed(way)
        const before = await todos()
        const step = { name: 'askCorrection', on: TODAY, until: IN_A_WEEK } as const
        const ref = { requestId: request.id, version: request.version }
        const asked = await recordStep(platform, officer, { ...ref, step, note: null })
        assert.ok(asked.ok)
        const { version } = asked.value
        const wrong = { ...ref, version, no: 1, reason: '登记到了另一件' }
        assert.ok((await strikeStep(platform, officer, wrong)).ok)
        assert.deepEqual(
          (await newsOf(request.id)).slice(1).map(({ what, state }) => [what, state]),
          way === 'slip'
            ? [['correctionAsked', 'cancelled']]
            : [
                ['correctionAsked', 'told'],
                ['corrected', 'told'],
              ],
        )
        assert.equal(await todos(), before)
      }
    })

    it('选择电子邮件而没有填写邮箱的，提交前就要改正', async () => {
      await assert.rejects(submitted(platform, tree.places.own, { news: 'mail' }), /请填写电子邮箱/)
    })
  })
}
