import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { ok } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { reportsToAdd } from '../../src/collection/accepted-reports.js'
import { type Board, board } from '../../src/collection/board.js'
import { consolidate } from '../../src/collection/consolidate.js'
import { readOwnShare, saveOwnShare } from '../../src/collection/own-share.js'
import { readReport } from '../../src/collection/read-report.js'
import { startReport } from '../../src/collection/start-report.js'
import { createPool } from '../../src/pool/create-pool.js'
import { transact } from '../../src/storage/transact.js'
import { addAuthority } from '../people/tree.js'
import { ANY_SERVER } from '../support/servers.js'
import { type Made, madeReport } from './made.js'
import {
  asOwner,
  type County,
  EDUCATION,
  FINANCE,
  goodReport,
  granted,
  newCounty,
  withCell,
} from './support.js'

for (const server of ANY_SERVER) {
  describe(`进度和汇总 ${server.name}`, { skip: server.skip ?? false }, () => {
    let county: County
    before(async () => {
      county = await newCounty(server)
    })
    after(() => county.close())

    it('进度：状态、待处理的发现、时限、逾期天数、公布日期', async () => {
      const { platform, people, finance, education, government } = county
      const made = await gathered(county, [
        [finance, 'published'],
        [education, 'draft'],
        [government, 'returned'],
      ])
      await asOwner(
        county,
        `update gongkai.report_check set open_errors = 2, open_findings = 3 where authority_id = '${education}'`,
      )
      await asOwner(
        county,
        `update gongkai.annual_report set due_on = '2026-01-02' where collection_id = '${made}'`,
      )
      const seen = granted(await board(platform, people.supervisor, { collectionId: made }))
      assert.deepEqual(
        seen.rows.map((row) => [
          row.authority,
          row.state,
          row.openErrors,
          row.openFindings,
          row.checksFailed,
          row.dueOn,
          row.daysLate,
          row.publishedOn,
        ]),
        [
          ['云岭县人民政府', 'returned', 0, 0, false, '2026-01-02', 3, null],
          [FINANCE, 'published', 0, 0, false, '2026-01-02', 3, '2026-01-05'],
          [EDUCATION, 'draft', 2, 3, true, '2026-01-02', 3, null],
        ],
      )
      // biome-ignore format: table
      const CASES = [
        [{ state: 'published' },              [FINANCE]],
        [{ checksFailed: true },              [EDUCATION]],
        [{ checksFailed: false, late: true }, ['云岭县人民政府', FINANCE]],
        [{ late: false },                     []],
      ] as const
      for (const [query, expected] of CASES) {
        const { rows } = granted(
          await board(platform, people.auditor, { collectionId: made, ...query }),
        )
        assert.deepEqual(
          rows.map(({ authority }) => authority),
          expected,
          JSON.stringify(query),
        )
      }
    })

    it('进度分页不重不漏', async () => {
      const { platform, people, government } = county
      const ids: string[] = []
      for (let number = 1; number <= 7; number++) {
        ids.push(await addAuthority(county, `第${number}街道办事处`, government))
      }
      const made = await gathered(
        county,
        ids.map((id) => [id, 'notStarted'] as const),
      )
      const found: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const query = { collectionId: made, limit: 3, ...(after && { after }) }
        const page: Board = granted(await board(platform, people.supervisor, query))
        found.push(...page.rows.map(({ authorityId }) => authorityId))
        after = page.next
      }
      assert.deepEqual(found, ids)
    })

    it('汇总：合计能追溯到各机关的版本，未接收的不计，并与本级印发的报告核对', async () => {
      const { platform, people, finance, education, government } = county
      const late = await addAuthority(county, '云岭县水务局', government)
      const made = await gathered(county, [
        [finance, 'accepted'],
        [education, 'published'],
        [government, 'accepted'],
        [late, 'submitted'],
      ])
      const merged = granted(await consolidate(platform, people.supervisor, made))
      assert.deepEqual(merged.missing, [{ authorityId: late, authority: '云岭县水务局' }])
      const cell = merged.cells.find(
        ({ table, row, column }) => table === 'requests' && row === '一' && column === '自然人',
      )
      assert.equal(cell?.value, 12)
      // What is handed out of a version has the digest that the sums name.
      const { version } = granted(
        await readReport(platform, people.supervisor, {
          reportId: merged.reports[0]?.reportId ?? '',
        }),
      )
      assert.deepEqual(
        merged.reports.map(({ authorityId, no }) => [authorityId, no]),
        [
          [finance, 1],
          [education, 1],
        ],
      )
      const digest = createHash('sha256').update(JSON.stringify(version?.document)).digest('hex')
      assert.equal(merged.reports[0]?.digest, digest)
      assert.deepEqual(
        cell?.sources.map(({ authorityId, no, value }) => [authorityId, no, value]),
        [
          [finance, 1, 6],
          [education, 1, 6],
        ],
      )
      const difference = merged.differences?.find(
        ({ cell: one }) => one.row === '一' && one.column === '自然人',
      )
      assert.deepEqual(
        [difference?.merged, difference?.printed, difference?.difference],
        [12, 6, -6],
      )
    })

    it('汇总：本级数据由本级填写，与各机关的数据一并相加；他人已改动的不覆盖', async () => {
      const { platform, people, finance, government } = county
      const made = await gathered(county, [
        [finance, 'accepted'],
        [government, 'draft'],
      ])
      const before = granted(await consolidate(platform, people.supervisor, made))
      assert.equal(before.hasOwnShare, false)
      const reportId = before.ownReportId ?? assert.fail()
      const cells = goodReport('云岭县人民政府').cells.map((cell) =>
        cell.table === 'requests' && cell.row === '一' ? { ...cell, raw: '30' } : cell,
      )
      const command = { reportId, version: 0, cells }
      const saved = granted(await saveOwnShare(platform, people.countyOfficer, command))
      assert.equal(saved.version, 1)
      const stale = await saveOwnShare(platform, people.countyOfficer, command)
      assert.ok(!stale.ok && stale.refusal.code === 'own-share.changed')
      assert.deepEqual(granted(await readOwnShare(platform, people.countyOfficer, reportId)), saved)

      const merged = granted(await consolidate(platform, people.supervisor, made))
      assert.equal(merged.hasOwnShare, true)
      const cell = merged.cells.find(
        ({ table, row, column }) => table === 'requests' && row === '一' && column === '自然人',
      )
      assert.equal(cell?.value, 36)
      assert.deepEqual(
        cell?.sources.map(({ name, reportId: from, no, value }) => [
          name,
          from === reportId,
          no,
          value,
        ]),
        [
          [FINANCE, false, 1, 6],
          ['云岭县人民政府（本级）', true, 0, 30],
        ],
      )
    })

    it('以汇总数起稿：已接收的和本级数据相加，没有接收的不计；只告诉组织机关的联络员', async () => {
      const { platform, people, files, finance, education, government } = county
      const made = await gathered(county, [
        [finance, 'accepted'],
        [education, 'submitted'],
        [government, 'notStarted'],
      ])
      const seen = granted(await consolidate(platform, people.supervisor, made))
      const reportId = seen.ownReportId ?? assert.fail()
      const cells = goodReport('云岭县人民政府').cells.map((cell) =>
        cell.table === 'requests' && cell.row === '一' ? { ...cell, raw: '30' } : cell,
      )
      granted(await saveOwnShare(platform, people.countyOfficer, { reportId, version: 0, cells }))
      for (const person of ['countyHead', 'officer', 'supervisor', 'auditor'] as const) {
        const { value } = await transact(platform, people[person], async ({ tx }) =>
          ok(await reportsToAdd(tx, reportId)),
        )
        assert.deepEqual([person, value], [person, []])
      }
      const command = { reportId, version: 1, from: { kind: 'consolidation' } } as const
      const pool = createPool({ jobs: 1 })
      granted(await startReport(platform, people.countyOfficer, command, files, pool.addUp))
      await pool.close()
      const told = await asOwner(
        county,
        `select detail::json->>'digest' as digest, detail::json->>'reports' as reports from gongkai.event
          where name = 'reportStarted' and subject_id = $1`,
        [reportId],
      )
      const again = granted(await consolidate(platform, people.supervisor, made))
      assert.deepEqual(told, [{ digest: again.digest, reports: '1' }])
      const { version } = granted(await readReport(platform, people.countyOfficer, { reportId }))
      assert.deepEqual(version?.origin, { kind: 'consolidation' })
      const received = version?.document.cells.find(
        ({ table, row, column }) => table === 'requests' && row === '一' && column === '自然人',
      )
      assert.deepEqual([received?.value, received?.raw, received?.state], [36, '36', 'number'])
    })

    it('汇总：不能相加的注明原因', async () => {
      const { platform, people, finance } = county
      const made = await gathered(county, [[finance, 'accepted']], (year) =>
        unclear(goodReport(FINANCE, year)),
      )
      const merged = granted(await consolidate(platform, people.supervisor, made))
      assert.equal(merged.differences, null)
      assert.deepEqual(
        merged.notAdded.map(({ name, reason }) => [name, reason]),
        [[FINANCE, '未能识别为数字（原文“约六件”），请补录后重新汇总。']],
      )
    })
  })
}

type State = Parameters<typeof madeReport>[2]

/** Reports of these authorities in these states, all in one collection; its id. */
async function gathered(
  county: County,
  reports: readonly (readonly [string, State])[],
  documentOf = (year: number) => goodReport(FINANCE, year),
): Promise<string> {
  let first: Made | null = null
  for (const [authority, state] of reports) {
    const place = { collector: county.government, authority }
    const made: Made = await madeReport(county, place, state, documentOf, first)
    first ??= made
  }
  return first?.collectionId ?? ''
}

/** The same with words where a number belongs. */
function unclear(document: SavedReport): SavedReport {
  const cells = withCell(document, '一', '自然人', '约六件').cells.map((cell) =>
    cell.raw === '约六件' ? { ...cell, state: 'text' as const, value: null } : cell,
  )
  return { ...document, cells }
}
