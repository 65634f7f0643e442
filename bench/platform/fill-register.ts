import { APPLICANT_KIND_IDS, GROUNDS } from '@gongkai/law'
import type pg from 'pg'

/**
 * Fills the register of one authority past the use cases, by the owner: `many` requests of eight years, one in fifty of them open, each with its
 * steps; of the open ones some wait for a proof of service or owe a paper; of the closed ones each has its reply.
 */
export async function fillRegister(
  client: pg.Client,
  authority: string,
  many: number,
): Promise<void> {
  await client.query(
    `with drawn as (
      select at, date '2018-12-01' + (at * 2900 / ${many})::int as received, 5 + floor(random() * 30)::int as days,
        random() < 0.02 as open, ${draw(APPLICANT_KIND_IDS)} as kind, ${draw(Object.keys(GROUNDS))} as ground
      from generate_series(1, ${many}) as at)
    insert into gongkai.request (tenant_id, id, authority_id, year, kind, channel, arrived_on, received_on, applicant_kind,
      applicant_masked, wanted, form, way, secret_hash, registered_at, stage, due_on, next_on, next_what, closed_on, counted_under)
    select tenant_id, gen_random_uuid(), $1, extract(year from received), 'disclosure', 'online', received, received, kind, '申＊',
      '县城道路养护项目的施工合同第' || at || '号及其附件、验收记录和付款凭证', 'paper', 'post', gen_random_uuid()::text::bytea, now(),
      case when open then 'examining' else 'closed' end, received + 28, case when open then received + 28 end,
      case when open then 'reply' end, case when not open then received + days end, case when not open then ground end
    from drawn, gongkai.tenant order by at`,
    [authority],
  )
  for (const statement of OF_EACH) await client.query(statement)
  await client.query('vacuum analyze')
}

const draw = (names: readonly string[]) =>
  `(array[${names.map((name) => `'${name}'`)}])[1 + floor(random() * ${names.length})::int]`

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
]
