import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type CaseAct, type Followed, nextAct, type SeenCase, seeCase } from './case-acts.js'
import { type Coming, scriptOf, type Written } from './case-scripts.js'
import { AWAY, findRequest, Gone, handIn } from './coming.js'
import { granted } from './county.js'
import type { AskedCounty, Office } from './offices.js'

/** What becomes of a request. */
export type Course = Followed | Written

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
  /** How many acts of a course that is written out are done. */
  done: number
  events: readonly string[]
}

const PAUSE_MS = 100

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
    const journal: Journal = { formKey: randomUUID(), course, requestId: null, done: 0, events: [] }
    journals.push(journal)
    return journal
  }

  async function ask(journal: Journal): Promise<void> {
    underWay = 'handing in'
    const comes = scriptOf(journal.course)?.comes ?? 'portal'
    const handed = await handIn(comes, county.url, office, journal.formKey)
    begun(journal, comes, handed)
  }

  function begun(journal: Journal, comes: Coming, requestId: string): void {
    journal.requestId = requestId
    journal.events = [FIRST[comes]]
    underWay = null
    acts += 1
  }

  function done(journal: Journal, { events }: CaseAct): void {
    journal.events = [...journal.events, ...events]
    // What leaves no event of the request is looked for each time.
    if (events.length > 0) journal.done += 1
    underWay = null
    acts += 1
  }

  async function nextOf(journal: Journal, seen: SeenCase): Promise<CaseAct | 'wait' | null> {
    const script = scriptOf(journal.course)
    if (!script) return nextAct(county, office, seen, journal.course as Followed)
    for (; journal.done < script.acts.length; journal.done++) {
      const next = await script.acts[journal.done]?.({ county, office, seen })
      if (next) return next
    }
    return null
  }

  /** False where the case is over. */
  async function go(journal: Journal, requestId: string): Promise<boolean> {
    const next = await nextOf(journal, await seeCase(office, requestId))
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
    done(journal, next)
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
    const comes = scriptOf(journal.course)?.comes ?? 'portal'
    if (act === 'handing in' || journal.requestId === null) {
      // An applicant asks by sending the same form again, the desk looks into the register.
      if (comes === 'portal') await ask(journal)
      else {
        const found = await findRequest(office, journal.formKey)
        if (!found) return 'not done'
        begun(journal, comes, found)
      }
      return 'done'
    }
    const kept = await eventsOf(county, office, journal.requestId)
    if (kept.length === journal.events.length) return 'not done'
    done(journal, act)
    return 'done'
  }

  async function holdJournal({ requestId, events }: Journal): Promise<void> {
    if (requestId) assert.deepEqual(await eventsOf(county, office, requestId), inOrder(events))
  }

  return {
    office,
    work,
    acts: () => acts,
    cases: () =>
      journals.reduce(
        (sum, { requestId, events }) => sum + (requestId ? requestsOf(events) : 0),
        0,
      ),
    async verify() {
      const found = await verify()
      const last = journals.at(-1)
      if (last) await holdJournal(last)
      return found
    },
    async verifyAll() {
      for (const journal of journals) await holdJournal(journal)
    },
  }
}

/** A question that `granted` asked of a service that was killed meanwhile. */
function isAway(thrown: unknown): boolean {
  return thrown instanceof assert.AssertionError && /: (0|503) /.test(thrown.message)
}

/** What the record says first of a request. */
const FIRST: Readonly<Record<Coming, string>> = {
  portal: 'requestSubmitted',
  ...{ desk: 'requestRegistered', ownRecord: 'requestRegistered', import: 'requestImported' },
}

/** Each is split in two. */
function requestsOf(events: readonly string[]): number {
  return 1 + 2 * events.filter((name) => name === 'requestSplit').length
}

/** What is told of readings and of what the background did comes when it comes. */
const ASIDE = /Read$|Made$|Failed$|Erased$|^requestFiled$/

/** What the record says was done with a request and then with its remedies, oldest first. */
async function eventsOf(
  { admin }: AskedCounty,
  { officer, authorityId }: Office,
  id: string,
): Promise<readonly string[]> {
  const { remedies } = await granted(
    officer,
    'GET',
    `/remedies?authorityId=${authorityId}&requestId=${id}`,
  )
  const ids: readonly string[] = remedies.map((one: { id: string }) => one.id)
  const subjects = [
    `request&subjectId=${id}`,
    ...ids.toSorted().map((one) => `remedy&subjectId=${one}`),
  ]
  const names: string[] = []
  for (const subject of subjects) {
    const { events } = await granted(admin, 'GET', `/events?subjectKind=${subject}&limit=200`)
    names.push(...events.map(({ name }: { name: string }) => name).toReversed())
  }
  return names.filter((name) => !ASIDE.test(name))
}

const OF_REMEDY = /^remedy|^decisionRedone$/

/** As {@link eventsOf} tells them. */
function inOrder(events: readonly string[]): readonly string[] {
  return [
    ...events.filter((name) => !OF_REMEDY.test(name)),
    ...events.filter((name) => OF_REMEDY.test(name)),
  ]
}
