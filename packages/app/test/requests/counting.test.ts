import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { APPLICANT_KIND_IDS, GROUNDS, localDate } from '@gongkai/law'
import type { Actor } from '../../src/context.js'
import { countRequests, listCounted } from '../../src/requests/count-requests.js'
import { addPerson, newTree, type Tree } from '../people/tree.js'
import { SERVERS } from '../support/servers.js'

/** So many requests of the years 2023 to 2026, drawn by the database with a fixed seed; some are open, some were never received. */
const MANY = 400

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

    it('每个数字打开的就是它统计的那些申请', async () => {
      const cells = await countRequests(tree.platform, officer, yearOf(2024))
      assert.ok(cells.ok)
      const some = cells.value.filter(({ row, column }) => column === '总计' || row === '二')
      for (const { row, column, value } of some) {
        const listed = await listCounted(tree.platform, officer, {
          ...yearOf(2024),
          ...{ row, column, after: null, limit: 1000 },
        })
        assert.ok(listed.ok)
        assert.equal(listed.value.requests.length, value, `${row} ${column}`)
      }
    })

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
