import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** Authorities whose reports are due in a week, added before each kill: every one of them is reminded of once. */
export type Reminders = {
  /** Adds some and asks for the reminders, as the clock does every morning. */
  readonly ask: (client: pg.Client) => Promise<void>
  /** How many authorities were not reminded yet; throws where one was reminded of twice. */
  readonly missing: (client: pg.Client) => Promise<number>
}

const MANY = 15

/** Whoever drafts them is the officer of `login`. */
export function newReminders(root: string, collectionId: string, login: string): Reminders {
  const names: string[] = []
  return {
    async ask(client) {
      for (let at = 0; at < MANY; at++) {
        const name = `云岭县第${names.length + 1}服务所`
        names.push(name)
        const id = randomUUID()
        await client.query(
          `with t as (select tenant_id from gongkai.tenant), a as (
            insert into gongkai.authority (tenant_id, id, parent_id, name, kind, level)
              select tenant_id, $1, $2, $3, 'fieldOffice', 'county' from t returning tenant_id, id)
          insert into gongkai.annual_report (tenant_id, id, collection_id, authority_id, report_year, due_on, state)
            select tenant_id, gen_random_uuid(), $4, $1, 2023, (now() at time zone 'Asia/Shanghai')::date + 7, 'notStarted' from a`,
          [id, root, name, collectionId],
        )
        await client.query(
          `insert into gongkai.assignment (tenant_id, id, person_id, authority_id, role, since)
            select tenant_id, gen_random_uuid(), id, $1, 'disclosureOfficer', '2026-01-01' from gongkai.person where login = $2`,
          [id, login],
        )
      }
      await client.query(
        `insert into gongkai_jobs.job (name, data, policy, retry_limit, retry_delay, expire_seconds, heartbeat_seconds)
          select q.name, jsonb_build_object('tenantId', tenant_id, 'data', '{}'::jsonb), policy, retry_limit, retry_delay, expire_seconds,
            heartbeat_seconds from gongkai_jobs.queue q, gongkai.tenant where q.name = 'remindOfDueDates'`,
      )
    },
    async missing(client) {
      const { rows } = await client.query(
        `select name, (select count(*)::integer from gongkai.notice n
            where position(name in n.title || n.body) > 0 and n.kind = 'reminder') as told
          from unnest($1::text[]) as a (name)`,
        [names],
      )
      const twice = rows.filter(({ told }) => told > 1)
      assert.deepEqual(twice, [], 'reminded of twice')
      return rows.filter(({ told }) => told === 0).length
    },
  }
}
