import type { Proof } from './proof.js'

export const EVENTS: readonly Proof[] = [
  {
    policy: 'event.event_read',
    ...{ lets: 'auditorAbove', keepsOut: 'siblingAdministrator' },
    statement: ({ event }) => `select from gongkai.event where id = '${event}'`,
  },
  {
    policy: 'event.event_read_by_system',
    ...{ lets: 'system', keepsOut: 'siblingAdministrator' },
    statement: ({ event }) => `select from gongkai.event where id = '${event}'`,
  },
  {
    policy: 'event.event_add',
    ...{ lets: 'leader', keepsOut: 'administrator' },
    statement: ({ tenant, personas }) => `
      insert into gongkai.event (tenant_id, seq, id, happened_at, person_id, name, subject_kind, subject_id, detail, previous, digest)
      values ('${tenant}', 2001, gen_random_uuid(), now(), '${personas.leader.person}', 'x', 'x', 'x', '{}', '', '')`,
  },
  {
    policy: 'event_payload.event_payload_read',
    ...{ lets: 'auditorAbove', keepsOut: 'siblingAdministrator' },
    statement: ({ event }) => `select from gongkai.event_payload where event_id = '${event}'`,
  },
  {
    policy: 'event_payload.event_payload_add',
    ...{ lets: 'leader', keepsOut: 'elsewhere' },
    statement: ({ tenant, bareEvent }) => `
      insert into gongkai.event_payload (tenant_id, event_id, sealed)
      values ('${tenant}', '${bareEvent}', 'x')`,
  },
  {
    policy: 'event_payload.event_payload_erase',
    ...{ lets: 'administrator', keepsOut: 'auditorAbove' },
    statement: ({ event }) => `
      update gongkai.event_payload set sealed = null, erased_at = now(), erased_under = '个人信息保护法第四十七条'
      where event_id = '${event}'`,
  },
  {
    policy: 'chain_head.chain_head_read',
    ...{ lets: 'nobody', keepsOut: 'elsewhere' },
    statement: () => 'select from gongkai.chain_head',
  },
  {
    policy: 'chain_head.chain_head_move',
    ...{ lets: 'nobody', keepsOut: 'elsewhere' },
    statement: () => 'update gongkai.chain_head set seq = 1',
  },
]
