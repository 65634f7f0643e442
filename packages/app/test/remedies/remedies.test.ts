import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { localDate, REMEDY_RESULTS, type Result } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { correctRemedy, strikeRemedy } from '../../src/remedies/correct-remedy.js'
import { countRemedies, listCountedRemedies } from '../../src/remedies/count-remedies.js'
import {
  addInstance,
  answerRemedy,
  decideRemedy,
  recordRedone,
} from '../../src/remedies/handle-remedy.js'
import { listRemedies } from '../../src/remedies/list-remedies.js'
import { registerRemedy } from '../../src/remedies/register-remedy.js'
import type { Remedy } from '../../src/remedies/remedy.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { later, registered } from '../requests/given.js'
import { approved, draftOf, newDesk } from '../requests/given-letters.js'
import { SERVERS } from '../support/servers.js'
import { brought, newRemedy } from './given.js'

const day = localDate

function granted<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.message)
  return result.value
}

const refused = (result: Result<unknown>) => (result.ok ? 'granted' : result.refusal.code)
const refOf = ({ id, version }: Remedy) => ({ remedyId: id, version })
const receivedOn = (on: string) => ({
  ...{ caseNumber: null, procedure: 'ordinary' as const, receivedOn: day(on), answerBy: null },
})

const list = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`)}]`
const resultsOf = (kind: 'reconsideration' | 'suit') =>
  Object.entries(REMEDY_RESULTS).flatMap(([id, { of }]) =>
    (of as readonly string[]).includes(kind) ? [id] : [],
  )

/** Cases of the years 2023 to 2026 with one to three instances, drawn by the database with a fixed seed; of some the last is open. */
const fill = (tenant: string, authority: string, person: string) => `
  select setseed(0.42);
  create temporary table drawn as
    select gen_random_uuid() as id, (${list(['reconsideration', 'suit', 'suitAfterReconsideration', 'complaint'])})[1 + floor(random() * 4)::int] as kind,
      date '2023-01-01' + floor(random() * 1100)::int as received, 1 + floor(random() * 3)::int as many, random() < 0.2 as open
    from generate_series(1, 200);
  insert into gongkai.remedy (tenant_id, id, authority_id, kind, body, registered_by, registered_at)
    select '${tenant}', id, '${authority}', kind, 'x', '${person}', now() from drawn;
  insert into gongkai.remedy_instance (tenant_id, remedy_id, no, authority_id, procedure, received_on, answer_provisional, decided_on, result)
    select '${tenant}', id, no, '${authority}', 'ordinary', received + (no - 1) * 100, false,
      case when not (open and no = n.last) then received + no * 100 - 10 end,
      case when not (open and no = n.last) then case kind
        when 'reconsideration' then (${list(resultsOf('reconsideration'))})[1 + floor(random() * 11)::int]
        when 'complaint' then 'rectified'
        else (${list(resultsOf('suit'))})[1 + floor(random() * 10)::int] end end
    from drawn, lateral (select case when kind like 'suit%' then many else 1 end as last) n, lateral generate_series(1, n.last) as no`

const [server] = SERVERS
if (server) {
  describe('行政复议、行政诉讼、投诉举报的台账', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let officer: Actor
    let supervisor: Actor
    before(async () => {
      tree = await newTree(server)
      officer = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      supervisor = (await addPerson(tree, 'supervisingOfficer', tree.places.parent)).actor
    })
    after(() => tree.close())

    it('复议：十个工作日答复，责令重新答复的另计期限，答复之后不再等待', async () => {
      const { platform, places } = tree
      const { request } = await registered(platform, officer, places.own)
      const asked = await brought(platform, officer, places.own, {
        requestId: request.id,
        ground: 'processRecords',
      })
      assert.deepEqual(
        [asked.nextWhat, asked.nextOn, asked.requestNumber],
        ['answer', '2026-01-19', request.requestNumber],
      )
      const then = later(platform, 60)
      const answered = granted(
        await answerRemedy(then, officer, { ...refOf(asked), on: day('2026-01-15') }),
      )
      assert.equal(answered.nextOn, null)
      const decided = granted(
        await decideRemedy(then, officer, {
          ...{ ...refOf(answered), on: day('2026-02-25'), result: 'ordered' },
          redo: { from: day('2026-03-02'), days: null },
        }),
      )
      assert.deepEqual([decided.nextWhat, decided.nextOn], ['redo', '2026-03-30'])
      const again = await decideRemedy(then, officer, {
        ...{ ...refOf(decided), on: day('2026-02-25'), result: 'upheld', redo: null },
      })
      assert.equal(refused(again), 'remedy.not-open')
      const redone = granted(
        await recordRedone(then, officer, {
          ...{ ...refOf(decided), on: day('2026-03-05'), number: '石街公复〔2026〕3号' },
        }),
      )
      assert.deepEqual([redone.nextOn, redone.redo?.number], [null, '石街公复〔2026〕3号'])
    })

    it('诉讼：上一审级没有结果不登记下一审级；多个审级只计一件，以期末最近的审级为准', async () => {
      const then = later(tree.platform, 400)
      const authorityId = tree.places.sibling
      const sibling = (await addPerson(tree, 'disclosureOfficer', authorityId)).actor
      const first = await brought(then, sibling, authorityId, {
        ...{ kind: 'suit', body: '云岭县人民法院', instance: receivedOn('2026-03-02') },
      })
      const instance = receivedOn('2026-12-10')
      const early = await addInstance(then, sibling, { ...refOf(first), instance })
      assert.equal(refused(early), 'remedy.still-open')
      const lost = granted(
        await decideRemedy(then, sibling, {
          ...{ ...refOf(first), on: day('2026-11-30'), result: 'claimDismissed', redo: null },
        }),
      )
      const second = granted(await addInstance(then, sibling, { ...refOf(lost), instance }))
      assert.equal(second.instances.length, 2)
      const row = async (from: string, to: string) => {
        const period = { from: day(from), to: day(to), form: '2021' as const }
        const cells = granted(await countRemedies(then, sibling, { authorityId, ...period }))
        return cells.filter((cell) => cell.row === '未经复议直接起诉').map(({ value }) => value)
      }
      assert.deepEqual(await row('2026-01-01', '2026-11-30'), [1, 0, 0, 0, 1])
      assert.deepEqual(await row('2026-01-01', '2026-12-31'), [0, 0, 0, 1, 1])
      assert.deepEqual(await row('2025-01-01', '2025-12-31'), [0, 0, 0, 0, 0])
    })

    it('更正留下原因，登记错误的去除之后不再统计、不再办理', async () => {
      const { platform, places } = tree
      const wrong = await brought(platform, officer, places.own)
      const corrected = granted(
        await correctRemedy(platform, officer, {
          ...{ ...refOf(wrong), reason: '简易程序误为普通程序' },
          facts: {
            ...wrong,
            instances: [
              {
                ...receivedOn('2026-01-05'),
                answeredOn: null,
                decidedOn: null,
                result: null,
                procedure: 'simple',
              },
            ],
          },
        }),
      )
      assert.equal(corrected.nextOn, '2026-01-12')
      const stale = await answerRemedy(platform, officer, {
        ...refOf(wrong),
        on: day('2026-01-05'),
      })
      assert.equal(refused(stale), 'remedy.changed')
      const struck = granted(
        await strikeRemedy(platform, officer, { ...refOf(corrected), reason: '重复登记' }),
      )
      const answer = { ...refOf(struck), on: day('2026-01-05') }
      assert.equal(refused(await answerRemedy(platform, officer, answer)), 'remedy.was-struck')
      for (const on of ['2026-01-05', '2026-01-04'])
        await brought(platform, officer, places.own, { instance: receivedOn(on) })
      const due = granted(
        await listRemedies(platform, officer, {
          ...{ authorityId: places.own, queue: 'open', requestId: null, after: null, limit: 50 },
          ...{ below: false, kind: null, result: null },
        }),
      )
      assert.ok(!due.remedies.some(({ id }) => id === struck.id))
      const days = due.remedies.map(({ nextOn }) => nextOn ?? '9')
      assert.deepEqual(days, days.toSorted())
      // The supervising office asks for all authorities below at once; the desk may not.
      const below = {
        ...{ authorityId: places.parent, queue: 'open' as const, requestId: null, after: null },
        ...{ below: true, kind: 'reconsideration' as const, result: null, limit: 1 },
      }
      assert.equal(refused(await listRemedies(platform, officer, below)), 'right.missing')
      const first = granted(await listRemedies(platform, supervisor, below))
      assert.equal(first.remedies.length, 1)
      const rest = granted(
        await listRemedies(platform, supervisor, { ...below, after: first.next, limit: 50 }),
      )
      assert.ok(
        rest.remedies.every(
          ({ kind, authorityId }) => kind === 'reconsideration' && authorityId === places.own,
        ),
      )
      assert.ok(!rest.remedies.some(({ id }) => id === first.remedies[0]?.id))
      const decided = granted(
        await listRemedies(platform, supervisor, {
          ...{ ...below, queue: 'all', result: 'ordered', limit: 50 },
        }),
      )
      assert.ok(decided.remedies.length > 0)
      assert.ok(decided.remedies.every(({ instances }) => instances.at(-1)?.result === 'ordered'))
    })

    it('投诉由主管部门登记、办结，机关只作答复', async () => {
      const { platform, places } = tree
      const complaint = newRemedy(places.own, {
        ...{ kind: 'complaint', body: '云岭县人民政府办公室' },
        instance: { ...receivedOn('2026-01-05'), answerBy: day('2026-01-20') },
      })
      assert.equal(refused(await registerRemedy(platform, officer, complaint)), 'right.missing')
      const asked = granted(await registerRemedy(platform, supervisor, complaint))
      assert.equal(asked.nextOn, '2026-01-20')
      const on = day('2026-01-05')
      const answered = granted(await answerRemedy(platform, officer, { ...refOf(asked), on }))
      const decision = { ...refOf(answered), on, result: 'rectified' as const, redo: null }
      assert.equal(refused(await decideRemedy(platform, officer, decision)), 'right.missing')
      granted(await decideRemedy(platform, supervisor, decision))
    })

    it('所涉答复是台账中的文书的，文号取自文书；不是这件申请的文书，不能选', async () => {
      const { platform, places } = tree
      const people = await newDesk(tree, places.parent, '云公复')
      const { request } = await registered(platform, people.officer, places.parent)
      const letter = await approved(platform, people, request.id, draftOf('decision'))
      const linked = { letterId: letter.id, requestId: request.id }
      const made = await brought(platform, people.officer, places.parent, linked)
      assert.equal(made.decisionNumber, '云公复〔2026〕1号')
      const other = newRemedy(places.parent, { letterId: letter.id })
      const wrong = await registerRemedy(platform, people.officer, other)
      assert.equal(refused(wrong), 'remedy.no-letter')
    })

    // biome-ignore format: one case a line
    const wrong = [
      ['结果不属于该救济',   { on: day('2026-01-05'), result: 'claimDismissed', redo: null }, 'remedy.wrong-result'],
      ['结果早于收到之日',   { on: day('2026-01-04'), result: 'upheld', redo: null }, 'remedy.days-out-of-order'],
      ['日期晚于今天',       { on: day('2026-01-06'), result: 'upheld', redo: null }, 'remedy.day-in-future'],
      ['维持的没有重新答复', { on: day('2026-01-05'), result: 'upheld', redo: { from: day('2026-01-05'), days: 20 } }, 'remedy.nothing-to-redo'],
    ] as const
    for (const [title, decision, code] of wrong) {
      it(`不予登记：${title}`, async () => {
        const asked = await brought(tree.platform, officer, tree.places.own)
        const result = await decideRemedy(tree.platform, officer, { ...refOf(asked), ...decision })
        assert.equal(refused(result), code)
      })
    }

    it('随机的四年：各栏之和等于总计，未审结的次年再计，每个数字打开它统计的那些', async () => {
      const { platform, places } = tree
      const { actor, personId } = await addPerson(tree, 'disclosureOfficer', places.foreign)
      const owner = await tree.owner()
      await owner.query(fill(platform.tenantId, places.foreign, personId))
      let open = new Map<string, number>()
      for (const year of [2023, 2024, 2025, 2026]) {
        const wanted = {
          ...{ authorityId: places.foreign, form: '2021' as const },
          ...{ from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
        }
        const cells = granted(await countRemedies(platform, actor, wanted))
        const still = new Map<string, number>()
        for (const row of new Set(cells.map((cell) => cell.row))) {
          const values = cells.filter((cell) => cell.row === row).map(({ value }) => value ?? NaN)
          const total = values[4] ?? NaN
          assert.ok(total > 0)
          assert.equal(
            values.slice(0, 4).reduce((sum, value) => sum + value, 0),
            total,
          )
          assert.ok(total >= (open.get(row) ?? 0), `${year} ${row}`)
          still.set(row, values[3] ?? NaN)
        }
        open = still
        for (const { row, column, value } of year === 2024 ? cells : []) {
          const page = { row, column, after: null, limit: 200 }
          const listed = granted(await listCountedRemedies(platform, actor, { ...wanted, ...page }))
          assert.equal(listed.remedies.length, value, `${year} ${row} ${column}`)
        }
      }
    })
  })
}
