import type { Cast } from './cast.js'
import type { Proof } from './proof.js'

const SUPERVISORS = { lets: 'supervisorAbove', keepsOut: 'foreignSupervisor' } as const
const OFFICERS = { lets: 'officer', keepsOut: 'siblingOfficer' } as const
/** The leader reads what is of `own`, and neither checks nor drafts. */
const SYSTEM = { lets: 'system', keepsOut: 'leader' } as const

const REPORT = '01900000-0000-7000-8000-00000000d001'
const COLLECTION = '01900000-0000-7000-8000-00000000d002'
const IMPORT = '01900000-0000-7000-8000-00000000d003'
const WAITING = '01900000-0000-7000-8000-00000000d004'
const DOUBTED = '01900000-0000-7000-8000-00000000d005'
const IMPORTED = '01900000-0000-7000-8000-00000000d006'
const DIGEST = '0'.repeat(64)

/** A report of `own` that is being drafted with its own share, one that was imported without its text, and a queue with two files. */
export function pastThings({ tenant, places }: Pick<Cast, 'tenant' | 'places'>) {
  const { own, parent } = places
  const item = (id: string, state: string) =>
    `('${tenant}', '${id}', '${IMPORT}', '${own}', 'x', '${DIGEST}', '${state}')`
  return [
    `insert into gongkai.collection values ('${tenant}', '${COLLECTION}', '${parent}', 2022, '2021', '', '[]', now())`,
    `insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state)
      values ('${tenant}', '${REPORT}', '${COLLECTION}', '${own}', 2022, '2023-01-31', 'draft')`,
    `insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state,
        submitted_no, accepted_no, published_no, imported)
      values ('${tenant}', '${IMPORTED}', '${COLLECTION}', '${own}', 2021, '2022-01-31', 'published', 1, 1, 1, true)`,
    `insert into gongkai.own_share values ('${tenant}', '${REPORT}', '${own}', '[]', '${own}', now())`,
    `insert into gongkai.past_import values ('${tenant}', '${IMPORT}', '${own}', '${own}', now())`,
    `insert into gongkai.past_item (tenant_id, id, import_id, authority_id, file, digest, state)
      values ${item(WAITING, 'waiting')}, ${item(DOUBTED, 'review')}`,
  ]
}

const reads = (table: string, persons: Pick<Proof, 'lets' | 'keepsOut'>, name: string): Proof => ({
  policy: `${table}.${name}`,
  ...persons,
  statement: () => `select from gongkai.${table}`,
})

const checked = (tenant: string, own: string) => `'${tenant}', '${REPORT}', '${own}'`

export const PAST: readonly Proof[] = [
  {
    policy: 'tenant.tenant_mark',
    ...{ lets: 'regionAdministrator', keepsOut: 'administrator' },
    statement: () => 'update gongkai.tenant set demonstration = true',
  },
  {
    policy: 'annual_report.annual_report_import',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state,
        submitted_no, accepted_no, published_no, imported)
      values ('${tenant}', gen_random_uuid(), '${COLLECTION}', '${places.own}', 2020, '2021-01-31', 'published', 1, 1, 1, true)`,
  },
  {
    policy: 'report_version.report_version_import',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.report_version (tenant_id, report_id, no, authority_id, origin, file_digest, document, texts, drafters,
        saved_at, frozen_at, submitted_at, published_at)
      values ('${tenant}', '${IMPORTED}', 1, '${places.own}', 'imported', '${DIGEST}', '{}', '[]', '[]', now(), now(), now(), now())`,
  },
  reads('past_import', SUPERVISORS, 'past_import_read'),
  {
    policy: 'past_import.past_import_add',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.past_import values ('${tenant}', gen_random_uuid(), '${places.own}', gongkai.current_person(), now())`,
  },
  reads('past_item', SUPERVISORS, 'past_item_read'),
  reads('past_item', SYSTEM, 'past_item_read_by_system'),
  {
    policy: 'past_item.past_item_add',
    ...SUPERVISORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.past_item (tenant_id, id, import_id, authority_id, file, digest, state)
      values ('${tenant}', gen_random_uuid(), '${IMPORT}', '${places.own}', 'x', '${DIGEST}', 'waiting')`,
  },
  {
    policy: 'past_item.past_item_decide',
    ...{ lets: 'supervisorAbove', keepsOut: 'auditorAbove' },
    statement: () => `
      update gongkai.past_item set state = 'discarded', reason = 'x', decided_by = gongkai.current_person(), decided_at = now()
      where id = '${DOUBTED}'`,
  },
  {
    policy: 'past_item.past_item_give_up',
    ...{ lets: 'supervisorAbove', keepsOut: 'auditorAbove' },
    statement: () => `
      update gongkai.past_item set state = 'discarded', reason = 'x', decided_by = gongkai.current_person(), decided_at = now()
      where id = '${WAITING}'`,
  },
  {
    policy: 'past_item.past_item_recognise',
    ...{ lets: 'system', keepsOut: 'auditorAbove' },
    statement: () => `update gongkai.past_item set state = 'review' where id = '${WAITING}'`,
  },
  reads('own_share', OFFICERS, 'own_share_read'),
  {
    policy: 'own_share.own_share_add',
    ...OFFICERS,
    statement: ({ tenant, places }) => `
      insert into gongkai.own_share values ('${tenant}', '${IMPORTED}', '${places.own}', '[]', gongkai.current_person(), now())`,
  },
  {
    policy: 'own_share.own_share_change',
    ...{ lets: 'officer', keepsOut: 'leader' },
    statement: () =>
      `update gongkai.own_share set cells = '[]', saved_by = gongkai.current_person(), saved_at = now()`,
  },
  ...['collection', 'report_version', 'report_waiver', 'report_check', 'report_finding'].map(
    (table): Proof =>
      reads(table, { lets: 'system', keepsOut: 'foreignSupervisor' }, `${table}_read_by_system`),
  ),
  {
    policy: 'annual_report.annual_report_read_by_system',
    ...{ lets: 'system', keepsOut: 'foreignSupervisor' },
    // What is public everybody reads.
    statement: () => `select from gongkai.annual_report where state = 'draft'`,
  },
  {
    policy: 'annual_report.annual_report_hold',
    ...SYSTEM,
    statement: () => `select from gongkai.annual_report where state = 'draft' for update`,
  },
  {
    policy: 'report_check.report_check_add_by_system',
    ...SYSTEM,
    statement: ({ tenant, places }) =>
      `insert into gongkai.report_check values (${checked(tenant, places.own)}, 1, 'x', now(), 0, 0)`,
  },
  {
    policy: 'report_check.report_check_change_by_system',
    ...SYSTEM,
    statement: () => 'update gongkai.report_check set open_errors = 0',
  },
  {
    policy: 'report_finding.report_finding_add_by_system',
    ...SYSTEM,
    // The second version of the report that is drafted again.
    statement: ({ tenant, places }) => `
      insert into gongkai.report_finding
      values ('${tenant}', '01900000-0000-7000-8000-00000000c012', 2, '${places.own}', '{}')`,
  },
  {
    policy: 'report_finding.report_finding_change_by_system',
    ...SYSTEM,
    statement: () => `update gongkai.report_finding set result = '{}'`,
  },
]
