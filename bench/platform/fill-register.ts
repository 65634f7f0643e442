import { APPLICANT_KIND_IDS, GROUNDS, REFUSALS } from '@gongkai/law'
import type pg from 'pg'

/**
 * Fills the register of one authority past the use cases, by the owner: `many` requests of eight years, one in fifty of them open, each with its
 * steps; of the open ones some wait for a proof of service or owe a paper; of the closed ones each has its reply. One in ten is refused, wholly or in
 * part; half of these were looked at again since. Of what was given some is proposed for everybody.
 */
export async function fillRegister(
  client: pg.Client,
  authority: string,
  many: number,
): Promise<void> {
  // Reckoned at once, at the end.
  for (const [trigger, table] of NOTING)
    await client.query(`alter table gongkai.${table} disable trigger ${trigger}`)
  await client.query(
    `with drawn as (
      select at, date '2018-12-01' + (at * 2900 / ${many})::int as received, 5 + floor(random() * 30)::int as days,
        random() < 0.02 as open, ${draw(APPLICANT_KIND_IDS)} as kind,
        case when at % 3 = 0 then ${draw(Object.keys(GROUNDS))} else 'disclosed' end as ground
      from generate_series(1, ${many}) as at)
    insert into gongkai.request (tenant_id, id, authority_id, year, kind, channel, arrived_on, received_on, applicant_kind,
      applicant_masked, wanted, form, way, secret_hash, registered_at, stage, due_on, next_on, next_what, closed_on, grounds, counted_under)
    select tenant_id, gen_random_uuid(), $1, extract(year from received), 'disclosure', 'online', received, received, kind, '申＊',
      '县城道路养护项目的施工合同第' || at || '号及其附件、验收记录和付款凭证', 'paper', 'post', gen_random_uuid()::text::bytea, now(),
      case when open then 'examining' else 'closed' end, received + 28, case when open then received + 28 end,
      case when open then 'reply' end, case when not open then received + days end, case when open then '{}' else array[ground] end, case when not open then ground end
    from drawn, gongkai.tenant order by at`,
    [authority],
  )
  for (const statement of OF_EACH) await client.query(statement)
  for (const [trigger, table] of NOTING)
    await client.query(`alter table gongkai.${table} enable trigger ${trigger}`)
  await client.query('vacuum analyze')
}

const textArray = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`)}]`

const draw = (names: readonly string[]) =>
  `(${textArray(names)})[1 + floor(random() * ${names.length})::int]`

const NOTING = [
  ['note_withheld_added', 'request'],
  ['note_withheld_sent', 'request_letter'],
  ['note_withheld_looked_at', 'reevaluation'],
] as const

const STEP = 'tenant_id, request_id, no, authority_id, taken_on, step, recorded_at'

const OF_EACH = [
  `insert into gongkai.request_person (tenant_id, request_id, place, authority_id, part, name, id_kind, sealed)
    select tenant_id, id, 1, authority_id, 'applicant', '申请人' || row_number() over (order by id), 'identityCard', 'x' from gongkai.request`,
  `insert into gongkai.request_step (${STEP})
    select tenant_id, id, 1, authority_id, closed_on, json_build_object('name', 'reply', 'on', closed_on), now()
    from gongkai.request where closed_on is not null`,
  // Of three that are open, one asked for an opinion and does not know when the letter arrived; one was extended without its notice.
  `insert into gongkai.request_step (${STEP})
    select tenant_id, id, 1, authority_id, received_on + 3, case drawn % 3
      when 0 then json_build_object('name', 'consult', 'on', received_on + 3, 'consultation', 'a', 'whom', 'thirdParty')
      else json_build_object('name', 'extend', 'on', received_on + 3, 'days', 10) end, now()
    from (select *, row_number() over (order by id) as drawn from gongkai.request where closed_on is null) r where drawn % 3 < 2`,
  `insert into gongkai.request_letter (tenant_id, id, request_id, authority_id, kind, decides, grounds, needs, state, writers, number_code,
      number_year, number_no, approved_on, sent_way, sent_on, served_on, content, paper, course, drafted_at)
    select tenant_id, gen_random_uuid(), id, authority_id, 'disclosure', true, array[counted_under], '{disclosureHead}', 'served', array[id], '复',
      year, row_number() over (partition by year order by id), closed_on, 'post', closed_on, closed_on + 3, 'x', 'x', 'x', now()
    from gongkai.request where closed_on is not null`,
  `insert into gongkai.reevaluation (tenant_id, id, request_id, authority_id, letter_id, outcome, happened_on, reason, next_on, recorded_by)
    select tenant_id, gen_random_uuid(), request_id, authority_id, id, 'withheld', sent_on + 300, 'x', sent_on + 700, id
    from (select *, row_number() over (order by id) as drawn from gongkai.request_letter
      where grounds && ${textArray(REFUSALS)}) l where drawn % 2 = 0`,
  `insert into gongkai.proactive_proposal (tenant_id, id, request_id, authority_id, letter_id, file_ids, title, reason, says, proposed_by, proposed_on,
      decision, decided_by, decided_on, decided_reason)
    select tenant_id, gen_random_uuid(), request_id, authority_id, id, '{}', 'x', 'widelyKnown', 'x', id, sent_on,
      case drawn / 50 % 3 when 1 then 'accepted' when 2 then 'declined' end, case when drawn / 50 % 3 > 0 then request_id end,
      case when drawn / 50 % 3 > 0 then sent_on end, case when drawn / 50 % 3 > 0 then 'x' end
    from (select *, row_number() over (order by id) as drawn from gongkai.request_letter where grounds = '{disclosed}') l where drawn % 50 = 0`,
  `insert into gongkai.withheld select w.* from gongkai.tenant t
    cross join lateral gongkai.reckon_withheld(t.tenant_id, array(select id from gongkai.request where closed_on is not null)) w`,
]
