import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Answer } from './browser.js'
import type { County, Desk } from './county.js'
import { type Known, type Move, markOf, nextMove } from './moves.js'

/** Whoever writes at one desk, with a journal of what was acknowledged. */
export type Clerk = {
  readonly desk: Desk
  /** Writes until the service does not answer any more; throws where an answer makes no sense. */
  readonly work: () => Promise<void>
  /** How many writes were acknowledged. */
  readonly written: () => number
  /** Holds what is kept against the journal, after a restart. Whether the write that was under way was done. */
  readonly verify: () => Promise<'nothing under way' | 'done' | 'not done'>
  /** Sends what was done without an answer once more, under its key: it may not be done a second time. */
  readonly repeatUnanswered: () => Promise<readonly Answer[]>
}

type UnderWay = { readonly move: Move; readonly key: string }

const FRESH: Known = {
  ...{ state: 'notStarted', version: 1, mark: '', hasCorrection: false },
  ...{ remarks: 0, answered: 0, open: [] },
}

/** What the service says while its database is away, or while it ends. */
const AWAY = [0, 503]

/** Someone who works at a desk; `chance` decides what is done. After one of `alsoAway`, too, nobody knows what was done. */
export function newClerk(
  county: County,
  desk: Desk,
  chance: () => number,
  alsoAway: readonly number[] = [],
): Clerk {
  let known = FRESH
  let underWay: UnderWay | null = null
  const unanswered: UnderWay[] = []
  const journal: string[] = []
  const send = ({ move, key }: UnderWay): Promise<Answer> =>
    move.by('POST', move.path, {
      ...(move.body && { body: move.body }),
      ...(move.version !== undefined && { version: move.version }),
      key,
    })

  async function write(): Promise<boolean> {
    const move = nextMove(county, desk, known, chance)
    underWay = { move, key: randomUUID() }
    const { status, body } = await send(underWay)
    if ([...AWAY, ...alsoAway].includes(status)) return false
    const title = `${desk.authority} ${move.name} at ${known.version}`
    assert.ok(status >= 200 && status < 300, `${title}: ${status} ${JSON.stringify(body)}`)
    known = move.after(body)
    journal.push(move.event)
    underWay = null
    return true
  }

  return {
    desk,
    async work() {
      while (await write());
    },
    written: () => journal.length,
    async verify() {
      const kept = await readKept(county, desk)
      if (underWay === null) {
        assertKept(kept, known, journal)
        return 'nothing under way'
      }
      const { move } = underWay
      const isDone = kept.events.length > journal.length
      if (isDone) {
        unanswered.push(underWay)
        known = move.after({})
        journal.push(move.event)
      }
      underWay = null
      assertKept(kept, known, journal)
      return isDone ? 'done' : 'not done'
    },
    repeatUnanswered: () => Promise.all(unanswered.map(send)),
  }
}

type Head = {
  readonly no: number
  readonly frozenAt: string | null
  readonly submittedAt: string | null
  readonly publishedAt: string | null
}

type Kept = {
  readonly submittedNo: number | null
  readonly publishedNo: number | null
  readonly state: string
  readonly version: number
  readonly mark: string
  readonly remarks: number
  readonly answered: number
  readonly heads: readonly Head[]
  readonly events: readonly string[]
}

async function readKept({ admin }: County, desk: Desk): Promise<Kept> {
  const view = await desk.officer('GET', `/reports/${desk.reportId}`)
  assert.equal(view.status, 200, JSON.stringify(view.body))
  const { report, version, remarks } = view.body
  const heads = (await desk.officer('GET', `/reports/${desk.reportId}/versions`)).body
  return {
    ...{ state: report.state, version: report.version, heads },
    ...{ submittedNo: report.submittedNo, publishedNo: report.publishedNo },
    mark: markOf(version?.document.intro ?? ''),
    remarks: remarks.length,
    answered: remarks.filter(({ answer }: { answer: string | null }) => answer !== null).length,
    events: await eventsOf(admin, desk.reportId),
  }
}

/** What the record says of a report, oldest first. */
async function eventsOf(admin: County['admin'], reportId: string): Promise<readonly string[]> {
  const names: string[] = []
  for (let before = ''; ; ) {
    const query = `subjectKind=report&subjectId=${reportId}&limit=200${before}`
    const { status, body } = await admin('GET', `/events?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    names.push(...body.events.map(({ name }: { name: string }) => name))
    if (body.next === null) return names.toReversed()
    before = `&before=${body.next}`
  }
}

/** Every acknowledged write is there, in its order and once; and what a step does at several places was done at all of them. */
function assertKept(kept: Kept, known: Known, journal: readonly string[]): void {
  assert.deepEqual(kept.events, journal)
  assert.deepEqual([kept.state, kept.version], [known.state, known.version])
  if (known.state !== 'notStarted') assert.equal(kept.mark, known.mark)
  assert.deepEqual([kept.remarks, kept.answered], [known.remarks, known.answered])
  const { submittedNo, publishedNo } = kept
  const working = kept.heads.filter(({ frozenAt }) => frozenAt === null)
  assert.ok(working.length <= 1, 'one working version')
  const head = (no: number) => kept.heads.find((one) => one.no === no)
  if (submittedNo !== null) assert.notEqual(head(submittedNo)?.submittedAt, null)
  if (publishedNo !== null) assert.notEqual(head(publishedNo)?.publishedAt, null)
  const isOut = ['submitted', 'accepted'].includes(kept.state)
  if (isOut) assert.deepEqual(working, [], 'what is handed in is frozen')
}
