import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import {
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
        and e.subject_id = r.id::text and e.name in ('requestStepRecorded', 'requestFeePaid'))`,
  'a decision that was sent closed its request, and nothing else did': `
    select r.id from gongkai.request r where (r.stage = 'closed') <> exists (select from gongkai.request_letter l
      where l.tenant_id = r.tenant_id and l.request_id = r.id and l.decides and l.sent_on is not null)`,
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

/** Holds all of them, the days against a replay of the steps, how many requests each authority has, and the files against the store in `folder`. */
export async function holdRegister(
  client: pg.Client,
  cases: ReadonlyMap<string, number>,
  folder: string,
): Promise<void> {
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
  const { rows: files } = await client.query<{ digest: string }>(
    `select digest from gongkai.request_file
      union select s.digest from gongkai.request_stored s join gongkai.request_material m on m.tenant_id = s.tenant_id and m.id = s.id`,
  )
  for (const { digest } of files)
    assert.ok(existsSync(path.join(folder, 'files', digest.slice(0, 2), digest)), 'a file is kept')
}

type Row = {
  readonly id: string
  readonly arrived: LocalDate
  readonly applicant: LocalDate | null
  readonly authority: LocalDate | null
  readonly kept: readonly (string | null)[]
  readonly steps: readonly ClockStep[]
}

/** Where each request stands and its days are what its steps give. */
async function holdDays(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Row>(`
    select id, arrived_on::text as arrived, applicant_confirmed_on::text as applicant, authority_confirmed_on::text as authority,
      array[stage, received_on::text, due_on::text, next_on::text, next_what, closed_on::text] as kept,
      array(select step from gongkai.request_step s
        where s.tenant_id = r.tenant_id and s.request_id = r.id and s.struck_at is null order by no) as steps
    from gongkai.request r where channel = 'online'`)
  for (const row of rows) assert.deepEqual(row.kept, replayed(row), `request ${row.id}`)
}

function replayed({ arrived, applicant, authority, steps }: Row): readonly (string | null)[] {
  const receipt = receiptOf(
    {
      ...{ channel: 'online', arrivedOn: arrived },
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
