import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type CaseAct, type Course, nextAct, pdfFile, seeCase } from './case-acts.js'
import { granted } from './county.js'
import type { AskedCounty, Office } from './offices.js'

/** Whoever asks an office and works on what was asked, case after case, with a journal of what was acknowledged. */
export type CaseWorker = {
  readonly office: Office
  /** Works until the service does not answer any more; throws where an answer makes no sense. */
  readonly work: () => Promise<void>
  /** How many acts were acknowledged, or found done after a restart. */
  readonly acts: () => number
  /** How many requests were handed in. */
  readonly cases: () => number
  /** Holds the case that was under way against the journal, after a restart. */
  readonly verify: () => Promise<Found>
  /** Holds every case against its journal. */
  readonly verifyAll: () => Promise<void>
}

type Found = 'nothing under way' | 'done' | 'not done'

/** A request, and in which order the record must tell of it. */
type Journal = {
  readonly formKey: string
  readonly course: Course
  /** Null until it is known that it was handed in. */
  requestId: string | null
  events: readonly string[]
}

/** The service does not answer, or says that its database is away. */
const AWAY: readonly number[] = [0, 503]

const PAUSE_MS = 100

class Gone extends Error {}

/** Someone who works on the requests of an office; of `courses` each request has the next. */
export function newCaseWorker(
  county: AskedCounty,
  office: Office,
  courses: readonly Course[],
): CaseWorker {
  const journals: Journal[] = []
  let underWay: CaseAct | 'handing in' | null = null
  let acts = 0

  /** The case that is worked on; a new one where the last came to its end. */
  function begin(): Journal {
    const course = courses[journals.length % courses.length] ?? 'plain'
    const journal: Journal = { formKey: randomUUID(), course, requestId: null, events: [] }
    journals.push(journal)
    return journal
  }

  async function ask(journal: Journal): Promise<void> {
    underWay = 'handing in'
    const number = await submitForm(county.url, office, journal.formKey)
    journal.requestId = await idOf(office, number)
    journal.events = ['requestSubmitted']
    underWay = null
    acts += 1
  }

  /** False where the case is over. */
  async function go(journal: Journal, requestId: string): Promise<boolean> {
    const next = await nextAct(county, office, await seeCase(office, requestId), journal.course)
    if (next === null) return false
    if (next === 'wait') {
      await wait(PAUSE_MS)
      return true
    }
    underWay = next
    const { status, body } = await next.by('POST', next.path, { ...next.sent, key: randomUUID() })
    if (AWAY.includes(status)) throw new Gone()
    const title = `${journal.course} ${next.path}`
    assert.ok(status >= 200 && status < 300, `${title}: ${status} ${JSON.stringify(body)}`)
    journal.events = [...journal.events, ...next.events]
    underWay = null
    acts += 1
    return true
  }

  async function work(): Promise<void> {
    try {
      for (let journal = journals.at(-1) ?? begin(); ; ) {
        if (journal.requestId === null) await ask(journal)
        else if (!(await go(journal, journal.requestId))) journal = begin()
      }
    } catch (thrown) {
      if (!(thrown instanceof Gone) && !isAway(thrown)) throw thrown
    }
  }

  async function verify(): Promise<Found> {
    const journal = journals.at(-1)
    if (!journal || underWay === null) return 'nothing under way'
    const act = underWay
    underWay = null
    // Whether it was handed in is asked as an applicant does: by sending the same form again.
    if (act === 'handing in' || journal.requestId === null) {
      await ask(journal)
      return 'done'
    }
    const kept = await eventsOf(county, journal.requestId)
    if (kept.length === journal.events.length) return 'not done'
    journal.events = [...journal.events, ...act.events]
    acts += 1
    return 'done'
  }

  return {
    office,
    work,
    acts: () => acts,
    cases: () => journals.filter(({ requestId }) => requestId !== null).length,
    async verify() {
      const found = await verify()
      const last = journals.at(-1)
      if (last?.requestId) assert.deepEqual(await eventsOf(county, last.requestId), last.events)
      return found
    },
    async verifyAll() {
      for (const { requestId, events } of journals)
        if (requestId) assert.deepEqual(await eventsOf(county, requestId), events)
    },
  }
}

/** A question that `granted` asked of a service that was killed meanwhile. */
function isAway(thrown: unknown): boolean {
  return thrown instanceof assert.AssertionError && /: (0|503) /.test(thrown.message)
}

const PERSON = {
  ...{ 'p1-name': '周小禾', 'p1-idKind': 'identityCard', 'p1-idNumber': '530000199001010011' },
  'p1-phone': '0000-1234567',
}

/** Sends the form of an office, with the proof of who asks; the number of the request. Throws {@link Gone} where nothing came back. */
async function submitForm(url: string, { name }: Office, formKey: string): Promise<string> {
  const form = new FormData()
  const wanted = { wanted: '县城道路养护项目的合同', form: 'electronic', way: 'portal' }
  const fields = { formKey, kind: 'person', ...wanted, ...PERSON }
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('identity', pdfFile('身份证.pdf'))
  const at = `${url}/requests/new/${encodeURIComponent(name)}`
  const answer = await fetch(at, { method: 'POST', body: form }).catch(() => null)
  const page = await answer?.text().catch(() => null)
  if (!answer || !page || AWAY.includes(answer.status)) throw new Gone()
  const number = /<strong>(\d{4}-\d{3,}-\d{4,})<\/strong>/.exec(page)?.[1]
  assert.ok(answer.status === 201 && number, page)
  return number
}

async function idOf({ officer, authorityId }: Office, words: string): Promise<string> {
  const body = { authorityId, words }
  const { requests } = await granted(officer, 'POST', '/requests/search', { body })
  assert.equal(requests.length, 1)
  return requests[0].id
}

/** What is told of readings and of what the background did comes when it comes. */
const ASIDE = /Read$|Made$|Failed$|^requestFiled$/

/** What the record says was done with a request, oldest first. */
async function eventsOf({ admin }: AskedCounty, id: string): Promise<readonly string[]> {
  const query = `subjectKind=request&subjectId=${id}&limit=200`
  const { events } = await granted(admin, 'GET', `/events?${query}`)
  const names: readonly string[] = events.map(({ name }: { name: string }) => name)
  return names.filter((name) => !ASIDE.test(name)).toReversed()
}
