import type { Proof } from './proof.js'

const ADMINISTRATORS = { lets: 'administrator', keepsOut: 'siblingAdministrator' } as const
/** What the law makes public: it stays inside the region all the same. */
const PUBLIC = { lets: 'nobody', keepsOut: 'elsewhere' } as const

export const AUTHORITIES: readonly Proof[] = [
  { policy: 'tenant.tenant_read', ...PUBLIC, statement: () => 'select from gongkai.tenant' },
  {
    policy: 'authority.authority_read',
    ...PUBLIC,
    statement: () => 'select from gongkai.authority',
  },
  {
    policy: 'authority.authority_add',
    ...ADMINISTRATORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.authority (tenant_id, id, parent_id, name, kind, level)
      values ('${tenant}', gen_random_uuid(), '${places.own}', '石桥司法所', 'fieldOffice', 'township')`,
  },
  {
    policy: 'authority.authority_change',
    ...ADMINISTRATORS,
    statement: ({ places }) =>
      `update gongkai.authority set phone = '0000-0000000' where id = '${places.own}'`,
  },
  {
    policy: 'authority_change.authority_change_read',
    ...PUBLIC,
    statement: () => 'select from gongkai.authority_change',
  },
  {
    policy: 'authority_change.authority_change_add',
    ...ADMINISTRATORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.authority_change (tenant_id, id, authority_id, kind, happened_on, name_before, name_after)
      values ('${tenant}', gen_random_uuid(), '${places.own}', 'renamed', '2026-01-05', '石桥乡', '石桥街道')`,
  },
  {
    policy: 'number_series.number_series_read',
    ...PUBLIC,
    statement: () => 'select from gongkai.number_series',
  },
  {
    policy: 'number_series.number_series_add',
    ...ADMINISTRATORS,
    statement: ({ tenant, places }) => `
      insert into gongkai.number_series (tenant_id, id, authority_id, code, purpose, since)
      values ('${tenant}', gen_random_uuid(), '${places.own}', '石街文', 'documents', '2026-01-05')`,
  },
  {
    policy: 'number_series.number_series_end',
    ...ADMINISTRATORS,
    statement: ({ places }) => `
      update gongkai.number_series set until = '2026-01-05' where authority_id = '${places.own}'`,
  },
]
