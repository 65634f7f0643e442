import assert from 'node:assert/strict'
import type { Result } from '@gongkai/law'
import type { SavedReport } from '@gongkai/report'
import { openCollection } from '../../src/collection/open-collection.js'
import type { ReportRef } from '../../src/collection/report-file.js'
import type { Actor } from '../../src/context.js'
import { FINANCE_2023 } from '../../src/examples/data/finance-2023.js'
import { toReport } from '../../src/examples/to-report.js'
import { toSaved } from '../../src/files/read-file.js'
import { type FileStore, folderStore } from '../../src/storage/file-store.js'
import { addAuthority, addPerson } from '../people/tree.js'
import { newRegion, type Region } from '../support/platform.js'
import { newFolder, type TestServer } from '../support/servers.js'

export const FINANCE = '云岭县财政局'
export const EDUCATION = '云岭县教育局'

/** The county collects the reports of 2025 from itself and two bureaus; who works there. */
export type County = Region & {
  readonly files: FileStore
  readonly government: string
  readonly finance: string
  readonly education: string
  readonly people: Readonly<Record<Person, Actor>>
}

/** Who works there: the role, and where it is held. */
// biome-ignore format: table
export const PEOPLE = {
  officer:          ['disclosureOfficer',  'finance'],
  secondOfficer:    ['disclosureOfficer',  'finance'],
  head:             ['disclosureHead',     'finance'],
  leader:           ['leader',             'finance'],
  siblingOfficer:   ['disclosureOfficer',  'education'],
  siblingHead:      ['disclosureHead',     'education'],
  countyOfficer:    ['disclosureOfficer',  'government'],
  countyHead:       ['disclosureHead',     'government'],
  supervisor:       ['supervisingOfficer', 'government'],
  auditor:          ['auditor',            'government'],
  bureauSupervisor: ['supervisingOfficer', 'education'],
} as const

export type Person = keyof typeof PEOPLE

export async function newCounty(server: TestServer): Promise<County> {
  const region = await newRegion(server)
  const government = region.founded.authorityId
  const finance = await addAuthority(region, FINANCE, government)
  const education = await addAuthority(region, EDUCATION, government)
  const places = { government, finance, education }
  const people: Partial<Record<Person, Actor>> = {}
  for (const [name, [role, place]] of Object.entries(PEOPLE)) {
    people[name as Person] = (await addPerson(region, role, places[place])).actor
  }
  return {
    ...{ ...region, ...places },
    files: folderStore(newFolder()),
    people: people as County['people'],
  }
}

/** Asks all three for the reports of 2025; the ids of their reports by authority. */
export async function collect(county: County) {
  const { platform, people, government, finance, education } = county
  const collection = granted(
    await openCollection(platform, people.supervisor, {
      ...{ authorityId: government, reportYear: 2025 },
      instructions: '请于1月20日前报送。',
      localDuties: [],
      authorityIds: [government, finance, education],
    }),
  )
  const rows = await asOwner(county, 'select id, authority_id from gongkai.annual_report')
  const reportOf = (authorityId: string) =>
    String(rows.find((row) => row.authority_id === authorityId)?.id)
  return { collection, reportOf }
}

/** A report in good order. */
export function goodReport(authority: string, year = 2025): SavedReport {
  const words = JSON.stringify(FINANCE_2023)
    .replaceAll('2023', String(year))
    .replaceAll(FINANCE, authority)
  const { signedOn: _, ...report } = toReport(JSON.parse(words))
  const saved = { ...report, signedOn: null }
  return toSaved({ report: saved, corrections: [], waivers: [] }, saved)
}

/** The same with one cell of table 三 printed otherwise. */
export function withCell(
  report: SavedReport,
  row: string,
  column: string,
  raw: string,
): SavedReport {
  const cells = report.cells.map((cell) =>
    cell.table === 'requests' && cell.row === row && cell.column === column
      ? { ...cell, raw }
      : cell,
  )
  return { ...report, cells }
}

export function granted<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code} ${result.refusal.message}`)
  return result.value
}

/** The code of the refusal; `ok` where there is none. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code
}

/** Names the report as it stands after a step. */
export function refOf({
  id,
  version,
}: {
  readonly id: string
  readonly version: number
}): ReportRef {
  return { reportId: id, version }
}

/** Runs a statement as the owner of the database, whom no policy keeps from anything. */
export async function asOwner({ owner }: Region, statement: string, values: unknown[] = []) {
  const client = await owner()
  return (await client.query(statement, values)).rows
}

/** Gives somebody another role in the government, as the owner of the database. */
export async function withRole(
  county: County,
  personId: string,
  role: 'supervisingOfficer' | 'disclosureHead' | 'disclosureOfficer',
): Promise<void> {
  const { platform, government } = county
  await asOwner(
    county,
    `insert into gongkai.assignment values
      ('${platform.tenantId}', gen_random_uuid(), '${personId}', '${government}', '${role}', '2026-01-05')`,
  )
}
