import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import {
  type Channel,
  type ClockStep,
  daysAhead,
  type LocalDate,
  REQUEST_LAW,
  receiptOf,
  replayClock,
  replyDueOn,
} from '@gongkai/law'
import type pg from 'pg'

/** What must hold of the register of requests at any time, whoever was killed: a statement for each, which finds what does not. */
// biome-ignore format: table
const INVARIANTS: Readonly<Record<string, string>> = {
  'requests are numbered without a gap': `
    select authority_id from gongkai.request group by tenant_id, authority_id, year
      having max(no) <> count(*) or count(distinct no) <> count(*)`,
  'letters of a series are numbered without a gap, as its counter says': `
    select c.code from gongkai.letter_counter c full join (
        select tenant_id, number_code as code, number_year as year, max(number_no) as last, count(*) as letters
        from gongkai.request_letter where number_no is not null group by 1, 2, 3) l using (tenant_id, code, year)
      where c.last is distinct from l.last or l.last <> l.letters`,
  'a letter has an event for each of its versions': `
    select l.id from gongkai.request_letter l where l.version <> (select count(*) from gongkai.event e
      where e.tenant_id = l.tenant_id and e.subject_kind = 'request' and e.subject_id = l.request_id::text
        and e.name like 'requestLetter%' and e.name not like '%Read' and e.detail::json ->> 'letterId' = l.id::text)`,
  'a step has its event': `
    select r.id from gongkai.request r where
      (select count(*) from gongkai.request_step s where s.tenant_id = r.tenant_id and s.request_id = r.id)
      <> (select count(*) from gongkai.event e where e.tenant_id = r.tenant_id and e.subject_kind = 'request'
        and e.subject_id = r.id::text and e.name in ('requestStepRecorded', 'requestFeePaid', 'requestFeeWaived')) and r.original_number is null`,
  'a decision that was sent closed its request, or its withdrawal, its splitting, its import; nothing else did': `
    select r.id from gongkai.request r where (r.stage = 'closed') <> (r.set_aside is not null or r.original_number is not null
      or exists (select from gongkai.request_letter l
        where l.tenant_id = r.tenant_id and l.request_id = r.id and l.decides and l.sent_on is not null)
      or exists (select from gongkai.request_step s
        where s.tenant_id = r.tenant_id and s.request_id = r.id and s.struck_at is null and s.step ->> 'name' = 'withdraw'))`,
  'what hangs on a request has its event, each once': `
    select coalesce(kept.what, told.what) as what, coalesce(kept.state, told.state) as state from (
        select 'fee' as what, kind as state, count(*) as many from gongkai.request_fee_entry group by 2
        union all select 'task', null, count(*) from gongkai.request_task
        union all select 'together', null, count(*) from gongkai.request_join where kind = 'handledWith'
        union all select 'part', null, count(*) / 2 from gongkai.request_join where kind = 'partOf'
        union all select 'reevaluation', outcome, count(*) from gongkai.reevaluation group by 2
        union all select 'proposal', decision, count(*) from gongkai.proactive_proposal where decision is not null group by 2
        union all select 'erased', null, count(*) from gongkai.request where erased_at is not null
        union all select 'erasure', null, count(*) from gongkai.erasure where done_at is not null) kept
      full join (values ('fee', 'paid', 'requestFeePaid'), ('fee', 'waived', 'requestFeeWaived'), ('fee', 'refunded', 'requestFeeRefunded'),
        ('task', null, 'requestTaskGiven'), ('together', null, 'requestHandledTogether'), ('part', null, 'requestSplit'),
        ('reevaluation', 'moved', 'reevaluationMoved'), ('reevaluation', 'disclosable', 'reevaluationDisclosable'),
        ('reevaluation', 'withheld', 'reevaluationWithheld'),
        ('proposal', 'accepted', 'proactiveAccepted'), ('proposal', 'declined', 'proactiveDeclined'),
        ('erased', null, 'personalDataErased'), ('erasure', null, 'erasureDone')) told (what, state, event)
        on told.what = kept.what and coalesce(told.state, '') = coalesce(kept.state, '')
      where coalesce(kept.many, 0) <> (select count(*) from gongkai.event e where e.name = told.event)`,
  'a remedy has an event for each of its versions': `
    select r.id from gongkai.remedy r where r.version <> (select count(*) from gongkai.event e
      where e.tenant_id = r.tenant_id and e.subject_kind = 'remedy' and e.subject_id = r.id::text)`,
  'what is withheld is what the decisions say': `
    with noted as (select * from gongkai.withheld),
      reckoned as (select w.* from gongkai.tenant t
        cross join lateral gongkai.reckon_withheld(t.tenant_id, array(select id from gongkai.request)) w)
    (table noted except table reckoned) union all (table reckoned except table noted)`,
  'what is being made has its job, which is not over': `
    select making.id from (
        select tenant_id, id, job_id from gongkai.request_material where state = 'making'
        union all select tenant_id, request_id, job_id from gongkai.request_filing where state = 'making') making
      left join gongkai_jobs.job run on run.id = making.job_id
      where run.id is null or run.state in ('completed', 'cancelled')`,
  'a job was put into the queue for each that was asked for': `
    select asked.queue from (values ('makeRedaction', 'requestRedactionAsked'), ('fileRequest', 'requestFilingAsked')) asked (queue, event)
      where (select count(*) from gongkai.event e where e.name = asked.event)
        <> (select count(*) from gongkai_jobs.job run where run.name = asked.queue)`,
}

/** Holds all of them, the days against a replay of the steps, how many requests each authority has, and the files against the store in `folder`. How many files wait to be swept. */
export async function holdRegister(
  client: pg.Client,
  cases: ReadonlyMap<string, number>,
  folder: string,
): Promise<number> {
  for (const [title, statement] of Object.entries(INVARIANTS)) {
    const { rows } = await client.query(statement)
    assert.deepEqual(rows, [], title)
  }
  await holdDays(client)
  const { rows: counted } = await client.query(
    'select authority_id, count(*)::integer as many from gongkai.request group by 1',
  )
  for (const { authority_id, many } of counted)
    assert.equal(many, cases.get(authority_id), 'each form that was answered made one request')
  return holdFiles(client, path.join(folder, 'files'))
}

/** A file that a row names is kept, and one that is kept is named, or is announced and swept. How many there are of the last. */
async function holdFiles(client: pg.Client, folder: string): Promise<number> {
  const { rows: named } = await client.query<{ digest: string }>(
    `select digest from gongkai.request_file
      union select s.digest from gongkai.request_stored s join gongkai.request_material m on m.tenant_id = s.tenant_id and m.id = s.id`,
  )
  for (const { digest } of named)
    assert.ok(existsSync(path.join(folder, digest.slice(0, 2), digest)), 'a file is kept')
  const { rows: known } = await client.query<{ digest: string; is_named: boolean }>(
    `select digest, bool_or(is_named) as is_named from (
        select digest, true as is_named from gongkai.request_file union all select digest, true from gongkai.request_stored
        union all select digest, false from gongkai.announced_file) k group by 1`,
  )
  const names = new Map(known.map(({ digest, is_named }) => [digest, is_named]))
  const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((place) => path.basename(place))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
  for (const digest of kept) assert.ok(names.has(digest), 'a file is named or will be swept')
  return kept.filter((digest) => names.get(digest) === false).length
}

type Row = {
  readonly id: string
  readonly channel: Channel
  readonly arrived: LocalDate
  readonly applicant: LocalDate | null
  readonly authority: LocalDate | null
  readonly kept: readonly (string | null)[]
  readonly steps: readonly ClockStep[]
}

/** Where each request stands and its days are what its steps give. */
async function holdDays(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Row>(`
    select id, channel, arrived_on::text as arrived, applicant_confirmed_on::text as applicant, authority_confirmed_on::text as authority,
      array[stage, received_on::text, due_on::text, next_on::text, next_what, closed_on::text] as kept,
      array(select step from gongkai.request_step s
        where s.tenant_id = r.tenant_id and s.request_id = r.id and s.struck_at is null order by no) as steps
    from gongkai.request r where kind = 'disclosure' and set_aside is null and original_number is null`)
  for (const row of rows) assert.deepEqual(row.kept, replayed(row), `request ${row.id}`)
}

function replayed({
  channel,
  arrived,
  applicant,
  authority,
  steps,
}: Row): readonly (string | null)[] {
  const receipt = receiptOf(
    {
      ...{ channel, arrivedOn: arrived },
      ...(applicant && { applicantConfirmedOn: applicant }),
      ...(authority && { authorityConfirmedOn: authority }),
    },
    REQUEST_LAW.calendar,
  )
  if (receipt.receivedOn === null)
    return ['arrived', null, null, receipt.escalateOn, 'confirmReceipt', null]
  const clock = replayClock(receipt.receivedOn, steps, REQUEST_LAW)
  const [next] = daysAhead(clock, REQUEST_LAW)
  const due = replyDueOn(clock, REQUEST_LAW).date
  return [
    ...[clock.stage, clock.receivedOn, due],
    ...[next?.on ?? null, next?.what ?? null, clock.closedOn],
  ]
}
