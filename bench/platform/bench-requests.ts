import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { granted, invite } from '../../packages/web/test/faults/county.js'
import { printTable } from '../table.js'
import { fillRegister } from './fill-register.js'
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
  await asOwner(service.spec.folder, (client) => fillRegister(client, root, REQUESTS))
  const seconds = ((performance.now() - filled) / 1000).toFixed(0)
  const officer = await invite(service.url, admin, 'officer', 'disclosureOfficer', [root])
  const at = `authorityId=${root}`
  const authority = { authorityId: root }
  const find = (words: string): Question => ({
    ...{ path: '/requests/search', body: { ...authority, words } },
  })
  const year = `${at}&from=2025-01-01&to=2025-12-31`
  // biome-ignore format: table
  const CASES: readonly (readonly [title: string, ask: string | Question, toReach: string])[] = [
    ['queue: all open, 50',               `/requests?${at}&queue=open`,                 '≤ 80'],
    ['queue: overdue, 50',                `/requests?${at}&queue=overdue`,              '≤ 80'],
    ['queue: of nobody, 50',              `/requests?${at}&queue=open&handlerId=none`,    '≤ 80'],
    ['queue: waits for a proof of service', `/requests?${at}&queue=unserved`,           '≤ 80'],
    ['queue: waits for its paper',        `/requests?${at}&queue=untold`,               '≤ 80'],
    ['queue: will be carried over',       `/requests?${at}&queue=carriedOver`,          '≤ 80'],
    ['queue: waits to be filed',          `/requests?${at}&queue=toFile`,               '≤ 80'],
    ['register, newest 50',               `/requests?${at}&queue=all`,                  '≤ 80'],
    ['search: a rare word',               find('合同第77777'),   '≤ 150'],
    ['search: a word of every request',   find('养护'),          '≤ 150'],
    ['search: a word of none',            find('没有的'),        '≤ 150'],
    ['search: a number',                  find('2025-001-0042'), '≤ 150'],
    ['search: a name',                    find('申请人4242'),    '≤ 150'],
    ['alike while one is registered',     { path: '/requests/related', body: { ...authority, people: [], wanted: WANTED } }, '≤ 150'],
    ['what waits for an officer',         '/todos',                                     '-'],
    ['what is kept for how long',         `/requests/retention?${at}`,                  '-'],
    ['rehearsal of the year\'s end',      `/requests/year-end?${at}`,                   '-'],
    ['what is refused: due to be looked at, 50', `/reevaluations?${at}&queue=due`,     '≤ 200'],
    ['what is refused: due later, 50',    `/reevaluations?${at}&queue=later`,           '≤ 200'],
    ['proposed for everybody, newest 50', `/proactive?${at}`,                           '≤ 80'],
    ['proposed for everybody and not decided, 50', `/proactive?${at}&state=proposed`,   '≤ 80'],
    ['Table 3 of a year',                 `/requests/counts?${year}`,                   '≤ 200'],
    ['what one of its numbers counts, 50', `/requests/counted?${year}&row=${word('一')}&column=${word('总计')}`, '-'],
  ]
  const rows = []
  for (const [title, ask, toReach] of CASES) {
    const asking =
      typeof ask === 'string'
        ? () => granted(officer, 'GET', ask)
        : () => granted(officer, 'POST', ask.path, { body: ask.body })
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

type Question = { readonly path: string; readonly body: object }

const WANTED = {
  ...{ wanted: '县城道路养护项目的施工合同第42424号及其附件', title: '', number: '' },
}

async function timed(ask: () => ReturnType<typeof granted>): Promise<(string | number)[]> {
  const times: number[] = []
  let body = await ask()
  for (let round = -WARM; round < ROUNDS; round++) {
    const start = performance.now()
    body = await ask()
    if (round >= 0) times.push(performance.now() - start)
  }
  const many =
    (body.requests ?? body.cells ?? body.related ?? body.items ?? body.withheld ?? body.proposals)
      ?.length ?? '-'
  return [many, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)]
}

async function benchSubmitting(url: string): Promise<void> {
  const rows = []
  // The first of them meet a service that has never taken in a form.
  for (const title of ['the first', 'the next', 'the next']) {
    const forms = await Promise.all(Array.from({ length: AT_ONCE }, filledIn))
    rows.push([title, ...toldOf(await Promise.all(forms.map((form) => submit(url, form))))])
  }
  printTable(
    `${AT_ONCE} people hand in a request at once, on the same two cores`,
    ['which', 'answers', 'requests', 'numbers apart', 'p50', 'p95', 'to reach'],
    rows,
  )
}

type FilledIn = { readonly headers: Record<string, string>; readonly bytes: Buffer }

/** A form as it leaves a browser, which makes it on a machine of its own. */
async function filledIn(_: unknown, at: number): Promise<FilledIn> {
  const form = new FormData()
  const fields = {
    ...{
      formKey: randomUUID(),
      wanted: '县城道路养护项目的合同',
      form: 'electronic',
      way: 'portal',
    },
    ...{ kind: 'person', 'p1-name': '周小禾', 'p1-idKind': 'identityCard' },
    ...{ 'p1-idNumber': '530000199001010011', 'p1-phone': '0000-1234567' },
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('identity', new File(['%PDF-1.7 x'], 'a.pdf'))
  const body = new Response(form)
  const bytes = Buffer.from(await body.arrayBuffer())
  const headers = {
    'content-type': body.headers.get('content-type') ?? '',
    'content-length': `${bytes.length}`,
    // Each from an address of its own, as behind a proxy.
    'x-forwarded-for': `198.51.${at >> 8}.${at & 255}`,
  }
  return { headers, bytes }
}

async function submit(url: string, { headers, bytes }: FilledIn) {
  const start = performance.now()
  const sent = request(`${url}/requests/new/${word('云岭县人民政府')}`, {
    ...{ method: 'POST', headers, agent: false },
  })
  const answered = once(sent, 'response')
  sent.end(bytes)
  const [answer] = (await answered) as [IncomingMessage]
  const page = await text(answer)
  return { status: answer.statusCode, ms: performance.now() - start, text: page }
}

function toldOf(answers: readonly Awaited<ReturnType<typeof submit>>[]) {
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
