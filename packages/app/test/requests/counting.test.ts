import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { APPLICANT_KIND_IDS, GROUNDS, localDate, type Result } from '@gongkai/law'
import type { Cell } from '@gongkai/report'
import { randoms } from '../../../law/test/support/randoms.js'
import type { Actor, Platform } from '../../src/context.js'
import { countRemedies, listCountedRemedies } from '../../src/remedies/count-remedies.js'
import { countRequests, listCounted } from '../../src/requests/count-requests.js'
import type { LetterDraft } from '../../src/requests/letters/draft-letter.js'
import { sendLetter } from '../../src/requests/letters/send-letter.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'
import { dayAfter, later, registered } from './given.js'
import { approved, done, draftOf, newDesk, refOf } from './given-letters.js'
import {
  type Booked,
  bookedFour,
  bookedThree,
  type Counted,
  sueAtRandom,
  workAtRandom,
} from './model-years.js'

/** So many requests of the years 2023 to 2026, drawn by the database with a fixed seed; some are open, some were never received. */
const MANY = 250

const draw = (names: readonly string[]) =>
  `(array[${names.map((name) => `'${name}'`)}])[1 + floor(random() * ${names.length})::int]`

const fill = (tenant: string, authority: string) => `
  select setseed(0.42);
  with drawn as (
    select date '2023-01-01' + floor(random() * 1200)::int as received, floor(random() * 90)::int as days,
      random() < 0.15 as open, random() < 0.05 as never, ${draw(APPLICANT_KIND_IDS)} as kind, ${draw(Object.keys(GROUNDS))} as ground
    from generate_series(1, ${MANY}))
  insert into gongkai.request (tenant_id, id, authority_id, year, kind, channel, arrived_on, received_on, applicant_kind, applicant_masked,
    wanted, form, way, secret_hash, registered_at, stage, closed_on, counted_under)
  select '${tenant}', gen_random_uuid(), '${authority}', extract(year from received), 'disclosure', 'online', received,
    case when not never then received end, kind, '甲＊', 'x', 'paper', 'post', gen_random_uuid()::text::bytea, now(),
    case when never and open then 'arrived' when open then 'examining' else 'closed' end,
    case when not open then received + days end, case when not open then ground end
  from drawn`

const sorted = (counted: Counted) =>
  [...counted].toSorted(([one], [other]) => (one < other ? -1 : 1))

/** What is not zero. */
function numbersOf(cells: Result<readonly Cell[]>): readonly (readonly [string, number])[] {
  assert.ok(cells.ok)
  return sorted(
    new Map(
      cells.value.flatMap(({ row, column, value }) => (value ? [[`${row} ${column}`, value]] : [])),
    ),
  )
}

const [server] = SERVERS
if (server) {
  describe('由台账统计表三', { skip: server.skip ?? false }, () => {
    let tree: Tree
    let officer: Actor
    before(async () => {
      tree = await newTree(server)
      officer = (await addPerson(tree, 'disclosureOfficer', tree.places.own)).actor
      const owner = await tree.owner()
      await owner.query(fill(tree.platform.tenantId, tree.places.own))
    })
    after(() => tree.close())

    const yearOf = (year: number) => ({
      ...{ authorityId: tree.places.own, form: '2021' as const },
      ...{ from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) },
    })

    it('每一年勾稽平衡，上年结转等于上一年的结转下年', async () => {
      let carried: readonly (number | null)[] = []
      for (const year of [2023, 2024, 2025, 2026]) {
        const cells = await countRequests(tree.platform, officer, yearOf(year))
        assert.ok(cells.ok)
        const row = (name: string) =>
          cells.value.filter((cell) => cell.row === name).map(({ value }) => value)
        const [received, before, closed, over] = [row('一'), row('二'), row('三（七）'), row('四')]
        assert.ok((received.at(-1) ?? 0) > 0)
        for (const [index, value] of received.entries())
          assert.equal(
            (value ?? NaN) + (before[index] ?? NaN),
            (closed[index] ?? NaN) + (over[index] ?? NaN),
          )
        if (year > 2023) assert.deepEqual(before, carried)
        carried = over
      }
    })

    it('随机办理的各年：分案、撤销分案、并案、撤回、重新作出决定，几个审级，都与逐件手工统计相同；每个数字打开的就是它统计的', async () => {
      const owner = await tree.owner()
      const platform = later(tree.platform, 350)
      const random = { platform, actor: officer, authorityId: tree.places.own, chance: randoms(7) }
      const { rows } = await owner.query<Booked>(
        `select applicant_kind as kind, received_on::text as received, closed_on::text as closed, counted_under as ground
          from gongkai.request where received_on is not null`,
      )
      const books = [...rows, ...(await workAtRandom(random, 30)), await decidedTwice(platform)]
      const suits = await sueAtRandom(random, 15)
      for (const year of [2023, 2024, 2025, 2026, 2027]) {
        const wanted = yearOf(year)
        const three = await countRequests(platform, officer, wanted)
        const four = await countRemedies(platform, officer, wanted)
        assert.deepEqual(numbersOf(three), sorted(bookedThree(books, year)))
        assert.deepEqual(numbersOf(four), sorted(bookedFour(suits, year)))
        const page = { ...wanted, after: null, limit: 1000 }
        if (year !== 2025) continue
        for (const [cell, value] of numbersOf(three)) {
          const [row = '', column = ''] = cell.split(' ')
          const listed = await listCounted(platform, officer, { ...page, row, column })
          assert.equal(listed.ok && listed.value.requests.length, value, `${year} ${cell}`)
        }
        for (const [cell, value] of numbersOf(four)) {
          const [row = '', column = ''] = cell.split(' ')
          const listed = await listCountedRemedies(platform, officer, { ...page, row, column })
          assert.equal(listed.ok && listed.value.remedies.length, value, `${year} ${cell}`)
        }
      }
    })

    /** Refused, and of its own accord decided anew in the next year: what was counted stays. */
    async function decidedTwice(platform: Platform): Promise<Booked> {
      const desk = await newDesk(tree, tree.places.own, '石街公开')
      const { request } = await registered(platform, officer, tree.places.own, {
        arrivedOn: dayAfter(platform, 0),
      })
      const decide = async (when: Platform, draft: LetterDraft) => {
        const letter = await approved(when, desk, request.id, draft)
        const posted = { way: 'post', proof: 'XA00000000000', on: dayAfter(when, 0) } as const
        done(await sendLetter(when, desk.officer, { ...refOf(letter), ...posted }))
      }
      await decide(platform, draftOf('decision', 'refusal', ['internalAffairs']))
      const anew = { remedyId: null, reason: '原答复依据有误' }
      await decide(later(platform, 20), { ...draftOf('decision', 'disclosure'), anew })
      const on = dayAfter(platform, 0)
      return { kind: 'person', received: on, closed: on, ground: 'internalAffairs' }
    }

    it('一页接一页，不漏不重', async () => {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page = await listCounted(tree.platform, officer, {
          ...yearOf(2024),
          ...{ row: '一', column: '总计', after: cursor, limit: 7 },
        })
        assert.ok(page.ok)
        seen.push(...page.value.requests.map(({ id }) => id))
        cursor = page.value.next
      } while (cursor)
      const all = await listCounted(tree.platform, officer, {
        ...yearOf(2024),
        ...{ row: '一', column: '总计', after: null, limit: 1000 },
      })
      assert.ok(all.ok)
      assert.deepEqual(
        seen,
        all.value.requests.map(({ id }) => id),
      )
    })

    it('不由台账统计的格、颠倒的期间，说明原因', async () => {
      const other = { ...yearOf(2024), row: '五', column: '总计', after: null, limit: 1 }
      const unknown = await listCounted(tree.platform, officer, other)
      assert.equal(unknown.ok ? '' : unknown.refusal.code, 'cell.not-counted')
      const { from, to } = yearOf(2024)
      const turned = await countRequests(tree.platform, officer, {
        ...yearOf(2024),
        from: to,
        to: from,
      })
      assert.equal(turned.ok ? '' : turned.refusal.code, 'period.wrong')
    })
  })
}
