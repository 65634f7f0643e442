import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import type { ReportState } from '../../src/collection/states.js'
import { SERVERS } from '../support/servers.js'
import { madeReport } from './made.js'
import { type County, newCounty, type Person } from './support.js'

const WHO: readonly (Person | null)[] = [
  'officer',
  'head',
  'leader',
  'supervisor',
  'auditor',
  'siblingOfficer',
  'bureauSupervisor',
  'countyOfficer',
  null,
]

function kindOf(person: Person | null) {
  if (person === 'supervisor' || person === 'auditor') return person
  return person === 'officer' || person === 'head' || person === 'leader' ? 'own' : 'others'
}

/** Rows that each may read by direct SQL: reports, versions (1 is frozen, 2 is worked on), counts, findings, waivers, remarks. */
// biome-ignore format: table
const CASES: readonly [ReportState, Readonly<Record<'own' | 'supervisor' | 'auditor' | 'others', readonly number[]>>][] = [
  ['notStarted', { own: [1, 0, 0, 0, 0, 0], supervisor: [1, 0, 0, 0, 0, 0], auditor: [1, 0, 0, 0, 0, 0], others: [0, 0, 0, 0, 0, 0] }],
  ['draft',      { own: [1, 2, 1, 2, 2, 1], supervisor: [1, 0, 1, 0, 0, 1], auditor: [1, 2, 1, 2, 2, 1], others: [0, 0, 0, 0, 0, 0] }],
  ['submitted',  { own: [1, 1, 1, 1, 1, 1], supervisor: [1, 1, 1, 1, 1, 1], auditor: [1, 1, 1, 1, 1, 1], others: [0, 0, 0, 0, 0, 0] }],
  ['returned',   { own: [1, 2, 1, 2, 2, 1], supervisor: [1, 1, 1, 1, 1, 1], auditor: [1, 2, 1, 2, 2, 1], others: [0, 0, 0, 0, 0, 0] }],
  ['accepted',   { own: [1, 1, 1, 1, 1, 1], supervisor: [1, 1, 1, 1, 1, 1], auditor: [1, 1, 1, 1, 1, 1], others: [0, 0, 0, 0, 0, 0] }],
  ['published',  { own: [1, 2, 1, 2, 2, 1], supervisor: [1, 1, 1, 1, 1, 1], auditor: [1, 2, 1, 2, 2, 1], others: [1, 1, 0, 0, 0, 0] }],
  ['withdrawn',  { own: [1, 1, 1, 1, 1, 1], supervisor: [1, 1, 1, 1, 1, 1], auditor: [1, 1, 1, 1, 1, 1], others: [1, 0, 0, 0, 0, 0] }],
  ['closed',     { own: [1, 2, 1, 2, 2, 1], supervisor: [1, 0, 1, 0, 0, 1], auditor: [1, 2, 1, 2, 2, 1], others: [0, 0, 0, 0, 0, 0] }],
]

const TABLES = [
  'annual_report',
  'report_version',
  'report_check',
  'report_finding',
  'report_waiver',
  'report_remark',
]

for (const server of SERVERS) {
  describe(`谁能读到什么 ${server.name}`, { skip: server.skip ?? false }, () => {
    let county: County
    let owner: pg.Client
    before(async () => {
      county = await newCounty(server)
      owner = new pg.Client({ connectionString: county.url })
      await owner.connect()
    })
    after(async () => {
      await owner.end()
      await county.close()
    })

    for (const [state, expected] of CASES) {
      it(`报告状态 ${state}`, async () => {
        const place = { collector: county.government, authority: county.finance }
        const { reportId } = await madeReport(county, place, state)
        for (const person of WHO) {
          const rows = await countsOf(owner, county, person, reportId)
          assert.deepEqual(rows, expected[kindOf(person)], `${person}`)
        }
      })
    }

    it('其他机关报送后的文字只供检查比对，且只给本机关的编制人员', async () => {
      const place = { collector: county.government, authority: county.finance }
      const made = await madeReport(county, place, 'draft')
      const sibling = { collector: county.government, authority: county.education }
      await madeReport(county, sibling, 'submitted', null, made)
      const query = `select name from gongkai.sibling_texts('${made.reportId}')`
      const names: unknown[] = []
      for (const person of ['officer', 'supervisor', 'siblingOfficer', null] as const) {
        names.push((await asPerson(owner, county, person, query)).map(({ name }) => name))
      }
      assert.deepEqual(names, [['云岭县教育局'], [], [], []])
      const stamp = `select gongkai.sibling_stamp('${made.reportId}') is not null as told`
      const told: unknown[] = []
      for (const person of ['officer', 'supervisor', 'siblingOfficer', null] as const) {
        told.push(
          ...(await asPerson(owner, county, person, stamp)).map((row) => Object.values(row)[0]),
        )
      }
      assert.deepEqual(told, [true, false, false, false])
    })
  })
}

async function countsOf(
  owner: pg.Client,
  county: County,
  person: Person | null,
  reportId: string,
): Promise<readonly number[]> {
  const counts = TABLES.map((table) => {
    const key = table === 'annual_report' ? 'id' : 'report_id'
    return `(select count(*)::int from gongkai.${table} where ${key} = '${reportId}') as ${table}`
  })
  const [row] = await asPerson(owner, county, person, `select ${counts.join(', ')}`)
  return TABLES.map((table) => Number(row?.[table]))
}

async function asPerson(
  owner: pg.Client,
  { platform, people }: County,
  person: Person | null,
  query: string,
): Promise<readonly Record<string, unknown>[]> {
  await owner.query('begin')
  try {
    await owner.query('set local role gongkai_app')
    await owner.query(
      `select set_config('gongkai.tenant', $1, true), set_config('gongkai.person', $2, true), set_config('gongkai.day', '2026-01-05', true)`,
      [platform.tenantId, person ? people[person].personId : ''],
    )
    return (await owner.query(query)).rows
  } finally {
    await owner.query('rollback')
  }
}
