import { randomUUID } from 'node:crypto'
import { APPLICANT_KIND_IDS, GROUNDS } from '@gongkai/law'
import type pg from 'pg'
import { granted, invite } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { asOwner, startFresh } from './installation.js'
import { quantile } from './quantile.js'

const REQUESTS = 100_000
const AT_ONCE = 200
const ROUNDS = 60
const WARM = 10

/** A register of 100,000 requests in one authority: queues, search, Table 3; and 200 people who hand in a request at once. */
export async function benchRequests(): Promise<void> {
  const { service, root, admin } = await startFresh({ GONGKAI_TRUSTED_PROXIES: '127.0.0.1,::1' })
  const filled = performance.now()
  await asOwner(service.spec.folder, (client) => fillRegister(client, root))
  const seconds = ((performance.now() - filled) / 1000).toFixed(0)
  const officer = await invite(service.url, admin, 'officer', 'disclosureOfficer', [root])
  const at = `authorityId=${root}`
  const year = `${at}&from=2025-01-01&to=2025-12-31`
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, ask: string | { readonly words: string }, toReach: string])[] = [
    ['queue: all open, 50',               `/requests?${at}&queue=open`,                 '≤ 80'],
    ['queue: overdue, 50',                `/requests?${at}&queue=overdue`,              '≤ 80'],
    ['register, newest 50',               `/requests?${at}&queue=all`,                  '≤ 80'],
    ['search: a rare word',               { words: '合同第77777' }, '≤ 150'],
    ['search: a word of every request',   { words: '养护' },   '≤ 150'],
    ['search: a word of none',            { words: '没有的' }, '≤ 150'],
    ['search: a number',                  { words: '2025-001-0042' },     '≤ 150'],
    ['search: a name',                    { words: '申请人4242' }, '≤ 150'],
    ['Table 3 of a year',                 `/requests/counts?${year}`,                   '≤ 200'],
    ['what one of its numbers counts, 50', `/requests/counted?${year}&row=${word('一')}&column=${word('总计')}`, '-'],
  ]
  const rows = []
  for (const [title, ask, toReach] of CASES) {
    const asking =
      typeof ask === 'string'
        ? () => granted(officer, 'GET', ask)
        : () =>
            granted(officer, 'POST', '/requests/search', { body: { authorityId: root, ...ask } })
    rows.push([title, ...(await timed(asking)), toReach])
  }
  printTable(
    `Requests: ${REQUESTS} in one authority (filled in ${seconds} s); one asker, milliseconds to the whole answer`,
    ['what', 'rows', 'p50', 'p95', 'to reach'],
    rows,
  )
  await benchSubmitting(service.url)
  await service.stop()
}

const word = encodeURIComponent

async function timed(ask: () => ReturnType<typeof granted>): Promise<(string | number)[]> {
  const times: number[] = []
  let body = await ask()
  for (let round = -WARM; round < ROUNDS; round++) {
    const start = performance.now()
    body = await ask()
    if (round >= 0) times.push(performance.now() - start)
  }
  const many = (body.requests ?? body.cells).length
  return [many, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]
}

const draw = (names: readonly string[]) =>
  `(array[${names.map((name) => `'${name}'`)}])[1 + floor(random() * ${names.length})::int]`

/** Of eight years, one in fifty of them open; past the use cases, by the owner. */
async function fillRegister(client: pg.Client, authority: string): Promise<void> {
  await client.query(
    `with drawn as (
      select at, date '2018-12-01' + (at * 2900 / ${REQUESTS})::int as received, 5 + floor(random() * 30)::int as days,
        random() < 0.02 as open, ${draw(APPLICANT_KIND_IDS)} as kind, ${draw(Object.keys(GROUNDS))} as ground
      from generate_series(1, ${REQUESTS}) as at)
    insert into gongkai.request (tenant_id, id, authority_id, year, kind, channel, arrived_on, received_on, applicant_kind,
      applicant_masked, wanted, form, way, secret_hash, registered_at, stage, due_on, next_on, next_what, closed_on, counted_under)
    select tenant_id, gen_random_uuid(), $1, extract(year from received), 'disclosure', 'online', received, received, kind, '申＊',
      '县城道路养护项目的施工合同第' || at || '号及其附件、验收记录和付款凭证', 'paper', 'post', gen_random_uuid()::text::bytea, now(),
      case when open then 'examining' else 'closed' end, received + 28, case when open then received + 28 end,
      case when open then 'reply' end, case when not open then received + days end, case when not open then ground end
    from drawn, gongkai.tenant order by at`,
    [authority],
  )
  await client.query(
    `insert into gongkai.request_person (tenant_id, request_id, place, authority_id, part, name, id_kind, sealed)
      select tenant_id, id, 1, authority_id, 'applicant', '申请人' || row_number() over (order by id), 'identityCard', 'x' from gongkai.request`,
  )
  await client.query('vacuum analyze')
}

async function benchSubmitting(url: string): Promise<void> {
  const page = `/requests/new/${word('云岭县人民政府')}`
  const submit = async (_: unknown, at: number) => {
    const form = new FormData()
    const fields = {
      ...{ formKey: randomUUID(), wanted: '县城道路养护项目的合同', form: 'paper', way: 'post' },
      ...{ kind: 'person', 'p1-name': '周小禾', 'p1-idKind': 'identityCard' },
      ...{ 'p1-idNumber': '530000199001010011', 'p1-phone': '0000-1234567' },
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('identity', new File(['%PDF-1.7 x'], 'a.pdf'))
    const start = performance.now()
    const answer = await fetch(`${url}${page}`, {
      ...{ method: 'POST', body: form },
      // Each from an address of its own, as behind a proxy.
      headers: { 'x-forwarded-for': `198.51.${at >> 8}.${at & 255}` },
    })
    const text = await answer.text()
    return { status: answer.status, ms: performance.now() - start, text }
  }
  const rows = []
  // The first of them meet a service that has never taken in a form.
  for (const title of ['the first', 'the next', 'the next'])
    rows.push([title, ...toldOf(await Promise.all(Array.from({ length: AT_ONCE }, submit)))])
  printTable(
    `${AT_ONCE} people hand in a request at once, on the same two cores`,
    ['which', 'answers', 'requests', 'numbers apart', 'p50', 'p95', 'to reach'],
    rows,
  )
}

function toldOf(answers: readonly { status: number; ms: number; text: string }[]) {
  const numbers = answers.flatMap(({ text }) => /\d{4}-\d{3}-(\d{4,})</.exec(text)?.[1] ?? [])
  const times = answers.map(({ ms }) => ms)
  const statuses = Object.entries(Object.groupBy(answers, ({ status }) => `${status}`))
  return [
    statuses.map(([status, many]) => `${many?.length}× ${status}`).join(', '),
    numbers.length,
    new Set(numbers).size,
    quantile(times, 0.5).toFixed(0),
    quantile(times, 0.95).toFixed(0),
    'p95 ≤ 500',
  ]
}
