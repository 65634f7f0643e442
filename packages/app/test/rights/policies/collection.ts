import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
const SUPERVISORS = { lets: 'supervisorAbove', keepsOut: 'foreignSupervisor' } as const

const COLLECTION = '01900000-0000-7000-8000-00000000c011'
const REPORT = '01900000-0000-7000-8000-00000000c012'
const UNCHECKED = '01900000-0000-7000-8000-00000000c013'

/** A report that is being drafted again after it was handed in, of a collection above it, as the owner puts it there. */
export function collectionThings({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) {
  const { own, parent } = places
  const key = `'${tenant}', '${REPORT}'`
  const version = (no: number, at: string) =>
    `(${key}, ${no}, '${own}', 'edited', '{}', '[]', '[]', now(), ${at}, ${at})`
  return [
    `insert into gongkai.collection values ('${tenant}', '${COLLECTION}', '${parent}', 2025, '2021', '', '[]', now())`,
    `insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state, submitted_no)
      values ('${tenant}', '${REPORT}', '${COLLECTION}', '${own}', 2025, '2026-01-31', 'returned', 1),
        ('${tenant}', '${UNCHECKED}', '${COLLECTION}', '${own}', 2023, '2024-01-31', 'notStarted', null)`,
    `insert into gongkai.report_version (tenant_id, report_id, no, authority_id, origin, document, texts, drafters, saved_at, frozen_at, submitted_at)
      values ${version(1, 'now()')}, ${version(2, 'null')}`,
    `insert into gongkai.report_check values (${key}, '${own}', 1, 'x', now(), 0, 0)`,
    `insert into gongkai.report_finding values (${key}, 1, '${own}', '{}')`,
    `insert into gongkai.report_waiver values
      ('${tenant}', gen_random_uuid(), '${REPORT}', '${own}', 1, 'x', 'x', 'x', 'x', 'x', '${own}', now())`,
    `insert into gongkai.report_remark (tenant_id, id, report_id, authority_id, version_no, target, words, made_by, made_at)
      values ('${tenant}', gen_random_uuid(), '${REPORT}', '${own}', 1, '{}', 'x', '${own}', now())`,
    `insert into gongkai.report_step (tenant_id, id, report_id, authority_id, step, version_no, done_by, role, done_at)
      values ('${tenant}', gen_random_uuid(), '${REPORT}', '${own}', 'submit', 1, '${own}', 'disclosureOfficer', now())`,
  ]
}

export const COLLECTIONS: readonly Proof[] = [
  {
    policy: 'collection.collection_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.collection',
  },
  {
    policy: 'collection.collection_open',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `insert into gongkai.collection values
      ('${tenant}', gen_random_uuid(), '${places.own}', 2024, '2021', '', '[]', now())`,
  },
  {
    policy: 'collection.collection_change',
    lets: 'supervisorAbove',
    keepsOut: 'officer',
    statement: () => 'update gongkai.collection set version = 2',
  },
  {
    policy: 'annual_report.annual_report_read',
    ...OFFICERS,
    // What is public everybody reads.
    statement: () => `select from gongkai.annual_report where state = 'notStarted'`,
  },
  {
    policy: 'annual_report.annual_report_ask',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state)
      values ('${tenant}', gen_random_uuid(), '${COLLECTION}', '${places.own}', 2024, '2025-01-31', 'notStarted')`,
  },
  {
    policy: 'annual_report.annual_report_move',
    lets: 'officer',
    keepsOut: 'leader',
    statement: () => 'update gongkai.annual_report set version = 2',
  },
  {
    policy: 'report_version.report_version_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_version',
  },
  {
    policy: 'report_version.report_version_draft',
    lets: 'officer',
    keepsOut: 'siblingOfficer',
    statement: ({ tenant, places }) => `
      insert into gongkai.report_version (tenant_id, report_id, no, authority_id, origin, document, texts, drafters, saved_at, frozen_at)
      values ('${tenant}', '${REPORT}', 3, '${places.own}', 'edited', '{}', '[]', '[]', now(), now())`,
  },
  {
    policy: 'report_version.report_version_change',
    lets: 'officer',
    keepsOut: 'leader',
    statement: () => `update gongkai.report_version set document = '{}' where no = 2`,
  },
  {
    policy: 'report_check.report_check_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_check',
  },
  {
    policy: 'report_check.report_check_add',
    ...OFFICERS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_check values ('${tenant}', '${UNCHECKED}', '${places.own}', 1, 'x', now(), 0, 0)`,
  },
  {
    policy: 'report_check.report_check_change',
    lets: 'officer',
    keepsOut: 'leader',
    statement: () => 'update gongkai.report_check set open_errors = 0',
  },
  {
    policy: 'report_finding.report_finding_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_finding',
  },
  {
    policy: 'report_finding.report_finding_add',
    ...OFFICERS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_finding values ('${tenant}', '${REPORT}', 2, '${places.own}', '{}')`,
  },
  {
    policy: 'report_finding.report_finding_change',
    lets: 'officer',
    keepsOut: 'leader',
    statement: () => `update gongkai.report_finding set result = '{}'`,
  },
  {
    policy: 'report_waiver.report_waiver_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_waiver',
  },
  {
    policy: 'report_waiver.report_waiver_add',
    ...OFFICERS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_waiver values ('${tenant}', gen_random_uuid(), '${REPORT}', '${places.own}',
        1, 'x', 'x', 'x', 'x', 'x', gongkai.current_person(), now())`,
  },
  {
    policy: 'report_step.report_step_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_step',
  },
  {
    policy: 'report_step.report_step_take',
    ...OFFICERS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_step (tenant_id, id, report_id, authority_id, step, version_no, done_by, role, done_at)
      values ('${tenant}', gen_random_uuid(), '${REPORT}', '${places.own}', 'submit', 1, gongkai.current_person(),
        'disclosureOfficer', now())`,
  },
  {
    policy: 'report_remark.report_remark_read',
    ...OFFICERS,
    statement: () => 'select from gongkai.report_remark',
  },
  {
    policy: 'report_remark.report_remark_make',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_remark (tenant_id, id, report_id, authority_id, version_no, target, words, made_by, made_at)
      values ('${tenant}', gen_random_uuid(), '${REPORT}', '${places.own}', 1, '{}', 'x', gongkai.current_person(), now())`,
  },
  {
    policy: 'report_remark.report_remark_answer',
    lets: 'officer',
    keepsOut: 'leader',
    statement: () => `
      update gongkai.report_remark set answer = 'x', answered_by = gongkai.current_person(), answered_at = now()`,
  },
]
