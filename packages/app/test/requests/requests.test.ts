import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { localDate } from '@gongkai/law'
import { sendCorrection, withdrawOwn } from '../../src/requests/act-on-own.js'
import { confirmReceipt } from '../../src/requests/confirm-receipt.js'
import { listRequests } from '../../src/requests/list-requests.js'
import { readOwnRequest } from '../../src/requests/own-request.js'
import { readApplicant } from '../../src/requests/read-applicant.js'
import { readLedger, readRequest } from '../../src/requests/read-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import { registerRequest } from '../../src/requests/register-request.js'
import { renewSecret } from '../../src/requests/renew-secret.js'
import { strikeStep } from '../../src/requests/strike-step.js'
import { submitRequest, submitRequests } from '../../src/requests/submit-request.js'
import { TODAY } from '../people/days.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { ANY_SERVER } from '../support/servers.js'
import {
  APPLICANT,
  counterRequest,
  dayAfter,
  later,
  onlineRequest,
  registered,
  submitted,
} from './given.js'

const ADDRESS = '192.0.2.1'

for (const server of ANY_SERVER) {
  describe(`依申请公开的登记与期限 ${server.name}`, { skip: server.skip ?? false }, () => {
    let tree: Tree
    let desk: Awaited<ReturnType<typeof addPerson>>['actor']
    let head: typeof desk
    before(async () => {
      tree = await newTree(server)
      desk = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      head = (await addPerson(tree, 'disclosureHead', tree.places.own)).actor
    })
    after(() => tree.close())

    it('当面提交的，当日收到；第二十个工作日为答复期限届满日', async () => {
      const { request } = await registered(tree.platform, desk, tree.places.own)
      assert.match(request.requestNumber, /^2026-\d{3}-\d{4}$/)
      assert.equal(request.receivedOn, TODAY)
      assert.equal(request.stage, 'examining')
      // 2026-01-05 is a Monday; no holiday in the four weeks after it.
      assert.equal(request.dueOn, '2026-02-02')
      assert.equal(request.nextWhat, 'askCorrection')
      assert.equal(request.nextOn, '2026-01-14')
      const ledger = await readLedger(tree.platform, desk, { requestId: request.id, asOf: null })
      assert.ok(ledger.ok)
      assert.equal(ledger.value.at(-1)?.date, '2026-02-02')
      assert.equal(ledger.value.at(-1)?.count, 20)
    })

    it('编号连续：同时登记的十件不跳号、不重号', async () => {
      const { foreign } = tree.places
      const officer = (await addPerson(tree, 'disclosureOfficer', foreign)).actor
      const made = await Promise.all(
        Array.from({ length: 10 }, () => registered(tree.platform, officer, foreign)),
      )
      const numbers = made.map(({ request }) => Number(request.requestNumber.slice(-4)))
      assert.deepEqual(
        numbers.toSorted((a, b) => a - b),
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      )
    })

    it('被拒绝的登记不占号', async () => {
      const { sibling } = tree.places
      const officer = (await addPerson(tree, 'disclosureOfficer', sibling)).actor
      const people = [{ ...APPLICANT, idNumber: '530000199001010012' }]
      const refused = await registerRequest(
        tree.platform,
        officer,
        counterRequest(sibling, { applicants: { kind: 'person', people } }),
      )
      assert.ok(!refused.ok)
      assert.equal(refused.refusal.code, 'applicant.identity-wrong')
      assert.doesNotMatch(refused.refusal.message, /5300/)
      const { request } = await registered(tree.platform, officer, sibling)
      assert.match(request.requestNumber, /-0001$/)
    })

    it('网上提交的，双方确认后方为收到；未确认的到下一个工作日提请处理', async () => {
      const { request } = await submitted(tree.platform, tree.places.own)
      assert.equal(request.receivedOn, null)
      assert.equal(request.stage, 'arrived')
      assert.deepEqual([request.nextWhat, request.nextOn], ['confirmReceipt', '2026-01-06'])
      const early = await recordStep(tree.platform, desk, {
        ...{ requestId: request.id, version: request.version, note: null },
        step: { name: 'askFee', on: TODAY },
      })
      assert.equal(early.ok ? '' : early.refusal.code, 'requests.not-received')
      const next = later(tree.platform, 1)
      const confirmed = await confirmReceipt(next, desk, {
        ...{ requestId: request.id, version: request.version },
        ...{ on: localDate('2026-01-06'), how: '门户办理情况页告知', applicantOn: null },
      })
      assert.ok(confirmed.ok)
      assert.equal(confirmed.value.receivedOn, '2026-01-06')
      assert.equal(confirmed.value.dueOn, '2026-02-03')
    })

    it('同一张表单提交两次、同时提交，只有一件，编号和查询密码相同', async () => {
      const form = onlineRequest(tree.places.own)
      const all = await Promise.all([1, 2, 3].map(() => submitRequest(tree.platform, form)))
      const again = await submitRequest(tree.platform, form)
      const seen = [...all, again].map((one) =>
        one.ok ? `${one.value.request.requestNumber} ${one.value.secret}` : one.refusal.code,
      )
      assert.equal(new Set(seen).size, 1)
    })

    it('一同提交的各得各的答复：重复的是同一件，不能受理的不影响其他', async () => {
      const [one, two] = [onlineRequest(tree.places.own), onlineRequest(tree.places.own)]
      assert.ok((await submitRequest(tree.platform, two)).ok)
      const nowhere = onlineRequest(randomUUID())
      const changed = { ...one, wanted: { ...one.wanted, wanted: '另一条信息' } }
      const lot = [one, nowhere, two, one, changed, nowhere]
      const answers = await submitRequests(tree.platform, lot)
      const numbers = answers.map((answer) =>
        answer.ok ? answer.value.request.requestNumber : answer.refusal.code,
      )
      assert.match(numbers[0] ?? '', /^2026-/)
      assert.equal(numbers[3], numbers[0])
      assert.notEqual(numbers[2], numbers[0])
      const refused = ['authority.not-found', 'requests.form-used', 'authority.not-found']
      assert.deepEqual([numbers[1], numbers[4], numbers[5]], refused)
      const people = await (await tree.owner()).query(
        'select count(*)::int as n from gongkai.request_person p join gongkai.request r on r.id = p.request_id where r.number = $1',
        [numbers[0]],
      )
      assert.equal(people.rows[0]?.n, one.applicants.people.length)
    })

    it('同一张表单改填了内容再提交的，不受理，也不告知前一件的查询密码', async () => {
      const form = onlineRequest(tree.places.own)
      assert.ok((await submitRequest(tree.platform, form)).ok)
      const another = { ...form, wanted: { ...form.wanted, wanted: '石桥街道人行道改造的预算' } }
      const answer = await submitRequest(tree.platform, another)
      assert.equal(answer.ok ? answer.value.secret : answer.refusal.code, 'requests.form-used')
      const anew = await submitRequest(tree.platform, { ...another, formKey: randomUUID() })
      assert.ok(anew.ok)
    })

    it('凭编号和查询密码查看：大小写、空格、形近字母都认；密码不对的只答一句', async () => {
      const { request, secret } = await submitted(tree.platform, tree.places.own)
      const { requestNumber } = request
      const typed = secret
        .toLowerCase()
        .replaceAll('-', ' ')
        .replaceAll('0', 'o')
        .replaceAll('1', 'l')
      const own = await readOwnRequest(tree.platform, { requestNumber, secret: typed }, ADDRESS)
      assert.ok(own.ok)
      assert.equal(own.value.stage, 'arrived')
      assert.ok(!JSON.stringify(own.value).includes('周'))
      const other = await submitted(tree.platform, tree.places.own)
      for (const wrong of [
        { requestNumber, secret: other.secret },
        { requestNumber: '', secret },
        { requestNumber: '2026-999-0001', secret },
      ]) {
        const answer = await readOwnRequest(tree.platform, wrong, ADDRESS)
        assert.equal(answer.ok ? '' : answer.refusal.code, 'requests.unknown')
      }
    })

    it('猜测查询密码的，从一个地址的次数有限；别处的申请人照常查询', async () => {
      const guess = { requestNumber: '2026-001-7777', secret: 'AAAA-AAAA-AAAA-AAAA' }
      const codes: string[] = []
      // As many at once as find a connection in time, however busy the machine is.
      while (codes.length < 301) {
        const tries = Array.from({ length: 43 }, () =>
          readOwnRequest(tree.platform, guess, '192.0.2.9'),
        )
        const answers = await Promise.all(tries)
        codes.push(...answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)))
      }
      assert.equal(codes.filter((code) => code === 'requests.unknown').length, 300)
      assert.equal(codes.filter((code) => code === 'tries.too-many').length, 1)
      const elsewhere = await readOwnRequest(tree.platform, guess, '192.0.2.8')
      assert.equal(elsewhere.ok ? '' : elsewhere.refusal.code, 'requests.unknown')
    })

    it('补正：一次性告知，收到补正之日起重新计算；申请人自己在网上补正', async () => {
      const { request, secret } = await registered(tree.platform, desk, tree.places.own)
      const until = dayAfter(tree.platform, 14)
      const asked = await recordStep(tree.platform, desk, {
        ...{ requestId: request.id, version: request.version, note: '请写明项目名称' },
        step: { name: 'askCorrection', on: TODAY, until },
      })
      assert.ok(asked.ok)
      assert.deepEqual([asked.value.stage, asked.value.dueOn], ['awaitingCorrection', null])
      const inThree = later(tree.platform, 3)
      const { requestNumber } = request
      const sent = await sendCorrection(inThree, { requestNumber, secret }, ADDRESS, {
        ...{ text: '项目为石桥路养护', files: [] },
      })
      assert.ok(sent.ok)
      const view = await readRequest(inThree, desk, request.id)
      assert.ok(view.ok)
      assert.equal(view.value.request.stage, 'examining')
      // 20 working days after Thursday the 8th.
      assert.equal(view.value.request.dueOn, '2026-02-05')
      assert.deepEqual(
        view.value.steps.map(({ step, recordedBy }) => [step.name, recordedBy === null]),
        [
          ['askCorrection', false],
          ['receiveCorrection', true],
        ],
      )
    })

    it('延长须由公开工作机构负责人同意，只能一次', async () => {
      const { request } = await registered(tree.platform, desk, tree.places.own)
      const extend = (version: number) => ({
        ...{ requestId: request.id, version, note: '案情复杂' },
        step: { name: 'extend', on: TODAY, days: 20 } as const,
      })
      const refused = await recordStep(tree.platform, desk, extend(request.version))
      assert.equal(refused.ok ? '' : refused.refusal.code, 'right.missing')
      const extended = await recordStep(tree.platform, head, extend(request.version))
      assert.ok(extended.ok)
      // Spring Festival of 2026: 15 to 23 February are off, the 14th and the 28th are worked.
      assert.equal(extended.value.dueOn, '2026-03-06')
      const twice = await recordStep(tree.platform, head, extend(extended.value.version))
      assert.equal(twice.ok ? '' : twice.refusal.code, 'clock.extension-once')
    })

    it('登记错的步骤可以更正，留下原因；两人同时办理的，后办的得知现在的情况', async () => {
      const { request } = await registered(tree.platform, desk, tree.places.own)
      const step = { name: 'askCorrection', on: TODAY, until: dayAfter(tree.platform, 7) } as const
      const ref = { requestId: request.id, version: request.version }
      const results = await Promise.all(
        [1, 2].map(() => recordStep(tree.platform, desk, { ...ref, step, note: null })),
      )
      assert.deepEqual(results.map(({ ok }) => ok).toSorted(), [false, true])
      const lost = results.find(({ ok }) => !ok)
      assert.ok(lost && !lost.ok && lost.refusal.code === 'requests.changed')
      const struck = await strikeStep(tree.platform, desk, {
        ...{ requestId: request.id, version: request.version + 1, no: 1, reason: '误登' },
      })
      assert.ok(struck.ok)
      assert.deepEqual([struck.value.stage, struck.value.dueOn], ['examining', '2026-02-02'])
      const view = await readRequest(tree.platform, desk, request.id)
      assert.ok(view.ok && view.value.steps[0]?.struck?.reason === '误登')
    })

    it('申请人撤回：收到之前、收到之后都可以，办结后不能', async () => {
      for (const { request, secret } of [
        await submitted(tree.platform, tree.places.own),
        await registered(tree.platform, desk, tree.places.own),
      ]) {
        const own = { requestNumber: request.requestNumber, secret }
        assert.ok((await withdrawOwn(tree.platform, own, ADDRESS)).ok)
        const status = await readOwnRequest(tree.platform, own, ADDRESS)
        assert.ok(status.ok)
        assert.deepEqual([status.value.stage, status.value.countedUnder], ['closed', 'withdrawn'])
        const twice = await withdrawOwn(tree.platform, own, ADDRESS)
        assert.equal(twice.ok ? '' : twice.refusal.code, 'requests.closed')
        const { ok, ...late } = await confirmReceipt(tree.platform, desk, {
          ...{ requestId: request.id, version: request.version + 1 },
          ...{ on: TODAY, how: '电话告知', applicantOn: null },
        })
        const code = request.receivedOn ? 'requests.receipt-fixed' : 'requests.closed'
        assert.ok(!ok && 'refusal' in late && late.refusal.code === code)
      }
    })

    it('记录里不留第三方的称呼；补发查询密码的凭据里也不能写证件号码', async () => {
      const { request } = await registered(tree.platform, desk, tree.places.own)
      const step = {
        name: 'consult',
        on: TODAY,
        consultation: '陆小川',
        whom: 'thirdParty',
      } as const
      const { id: requestId, version } = request
      const asked = await recordStep(tree.platform, desk, { requestId, version, step, note: null })
      assert.ok(asked.ok)
      const renewed = await renewSecret(tree.platform, desk, {
        ...{ requestId, version: asked.value.version, proof: '居民身份证５３００００199001010011' },
      })
      assert.equal(renewed.ok ? '' : renewed.refusal.code, 'requests.identity-missing')
      const owner = await tree.owner()
      const { rows } = await owner.query(
        `select count(*)::integer as events, bool_or(detail::text like '%陆小川%') as tells from gongkai.event where subject_id = $1`,
        [requestId],
      )
      assert.deepEqual(rows, [{ events: 2, tells: false }])
    })

    it('申请人信息只有办理的人能看，每次查看都有记录；身份证号在库里是密文', async () => {
      const { request } = await registered(tree.platform, desk, tree.places.own)
      assert.equal(request.applicantMasked, '周＊＊')
      const seen = await readApplicant(tree.platform, desk, request.id)
      assert.ok(seen.ok)
      assert.deepEqual(seen.value[0]?.person, APPLICANT)
      const owner = await tree.owner()
      const { rows } = await owner.query(
        `select name from gongkai.event where subject_id = $1 order by seq`,
        [request.id],
      )
      assert.deepEqual(
        rows.map(({ name }) => name),
        ['requestRegistered', 'applicantRead'],
      )
      const dump = await owner.query(
        `select row_to_json(p)::text as text from gongkai.request_person p where request_id = $1`,
        [request.id],
      )
      assert.ok(!dump.rows[0].text.includes(Buffer.from(APPLICANT.idNumber).toString('hex')))
      assert.ok(!dump.rows[0].text.includes(APPLICANT.idNumber))
    })

    it('待办按最近的日期排列，一页接一页不漏不重', async () => {
      const all: string[] = []
      let cursor: string | null = null
      do {
        const page = await listRequests(tree.platform, desk, {
          ...{ authorityId: tree.places.own, queue: 'open', handlerId: null },
          ...{ after: cursor, limit: 3 },
        })
        assert.ok(page.ok)
        all.push(...page.value.requests.map(({ id }) => id))
        cursor = page.value.next
      } while (cursor)
      const owner = await tree.owner()
      const { rows } = await owner.query(
        `select id from gongkai.request where authority_id = $1 and closed_on is null order by queue_on, id`,
        [tree.places.own],
      )
      assert.deepEqual(
        all,
        rows.map(({ id }) => id),
      )
    })
  })
}
