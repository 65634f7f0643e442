import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import {
  REPORT_STATES,
  type ReportState,
  STEPS,
  type StepSpec,
} from '../../src/collection/states.js'
import { RIGHTS, type Right } from '../../src/rights/rights.js'
import { SERVERS } from '../support/servers.js'
import { madeReport } from './made.js'
import { type County, newCounty, PEOPLE, type Person } from './support.js'

const STATES = Object.keys(REPORT_STATES) as readonly ReportState[]

/** What the numbers and days of a report in a state must be: nothing else keeps the statement back than who it is. */
// biome-ignore format: table
const ALSO: Readonly<Record<ReportState, string>> = {
  notStarted: '',
  draft:      '',
  submitted:  ', submitted_no = 1',
  returned:   ', submitted_no = 1',
  accepted:   ', accepted_no = 1',
  published:  `, published_no = 1, published_on = '2026-01-05'`,
  withdrawn:  `, withdrawn_on = '2026-01-05', withdrawn_reason = '划转'`,
  closed:     `, closed_from = state, closed_on = '2026-01-05', closed_reason = '划转', closed_basis = '云政发〔2026〕1号'`,
}
const ASKED_AGAIN =
  ', closed_from = null, closed_on = null, closed_reason = null, closed_basis = null'

const WHO: readonly Person[] = [
  'officer',
  'head',
  'leader',
  'siblingOfficer',
  'countyHead',
  'supervisor',
  'bureauSupervisor',
  'auditor',
]

/** By the table of the code. */
function mayByTable(before: ReportState, to: ReportState, person: Person): boolean {
  const rows: readonly StepSpec[] = STEPS
  // It was closed while it was being drafted: there it goes on.
  if (before === 'closed' && to !== 'draft') return false
  return rows.some(({ from, to: after, action }) => {
    const right: Right = RIGHTS[action]
    const [role, place] = PEOPLE[person]
    const reaches = right.reach === 'own' ? place === 'finance' : place !== 'education'
    return from === before && after === to && right.roles.includes(role) && reaches
  })
}

// The servers do not know of each other: both are tried at the same time.
describe('数据库只许表中的步骤', { concurrency: SERVERS.length }, () => {
  for (const server of SERVERS) {
    describe(server.name, { skip: server.skip ?? false, concurrency: 1 }, () => {
      let county: County
      let owner: pg.Client
      before(async () => {
        county = await newCounty(server)
        owner = new pg.Client({ connectionString: county.url })
        await owner.connect()
        await dissolve(`'2026-01-02'`)
      })
      after(async () => {
        await owner.end()
        await county.close()
      })

      // Only of such an authority the duty may end.
      const dissolve = (day: string) =>
        owner.query(
          `update gongkai.authority set dissolved_on = ${day} where id = '${county.finance}'`,
        )

      it('机关存在的，不能了结其年度报告', async () => {
        const place = { collector: county.government, authority: county.finance }
        const { reportId } = await madeReport(county, place, 'draft')
        const set = `state = 'closed'${ALSO.closed}`
        assert.equal(await moves(owner, county, 'supervisor', reportId, set), true)
        await dissolve('null')
        assert.equal(await moves(owner, county, 'supervisor', reportId, set), false)
        await dissolve(`'2026-01-02'`)
      })

      for (const from of STATES) {
        it(`${REPORT_STATES[from]}的报告`, async () => {
          const place = { collector: county.government, authority: county.finance }
          const { reportId } = await madeReport(county, place, from)
          const expected: string[] = []
          const found: string[] = []
          for (const to of STATES) {
            for (const person of WHO) {
              const title = `${person} ${from} → ${to}`
              if (mayByTable(from, to, person)) expected.push(title)
              const again = from === 'closed' && to !== from ? ASKED_AGAIN : ''
              const set = `state = '${to}'${to === from ? '' : ALSO[to]}${again}`
              if (await moves(owner, county, person, reportId, set)) found.push(title)
            }
          }
          assert.deepEqual(found, expected)
        })
      }

      it('已公布的版本只由更正替换', async () => {
        const place = { collector: county.government, authority: county.finance }
        const { reportId } = await madeReport(county, place, 'published')
        const set = `state = 'published', published_no = 2`
        assert.equal(await moves(owner, county, 'officer', reportId, set), false)
        assert.equal(await moves(owner, county, 'head', reportId, set), true)
      })

      it('冻结的版本不变，数据库的所有者也不能改', async () => {
        const place = { collector: county.government, authority: county.finance }
        const { reportId } = await madeReport(county, place, 'submitted')
        const of = `gongkai.report_version where report_id = '${reportId}'`
        const change = owner.query(
          `update gongkai.report_version set document = '{}' where report_id = '${reportId}'`,
        )
        await assert.rejects(change, /a frozen version does not change/)
        await assert.rejects(owner.query(`delete from ${of}`), /a frozen version does not change/)
      })

      it('版本只随报告一起报送、公布', async () => {
        const place = { collector: county.government, authority: county.finance }
        const { reportId } = await madeReport(county, place, 'draft')
        const set = `update gongkai.report_version set frozen_at = now(), submitted_at = now() where report_id = '${reportId}' and no = 2`
        await assert.rejects(owner.query(set), /goes out only with its report/)
      })
    })
  }
})

const NOT_ALLOWED = '42501'
/** A constraint of the table: in that state the numbers do not fit, so that nobody gets there. */
const NOT_CONSISTENT = '23514'

async function moves(
  owner: pg.Client,
  { platform, people }: County,
  person: Person,
  reportId: string,
  set: string,
): Promise<boolean> {
  await owner.query('begin')
  try {
    await owner.query('set local role gongkai_app')
    await owner.query(
      `select set_config('gongkai.tenant', $1, true), set_config('gongkai.person', $2, true), set_config('gongkai.day', '2026-01-05', true)`,
      [platform.tenantId, people[person].personId],
    )
    const done = await owner.query(
      `update gongkai.annual_report set ${set} where id = '${reportId}'`,
    )
    return done.rowCount === 1
  } catch (thrown) {
    const code = thrown instanceof pg.DatabaseError ? thrown.code : null
    if (code === NOT_ALLOWED || code === NOT_CONSISTENT) return false
    throw thrown
  } finally {
    await owner.query('rollback')
  }
}
