import {
  APPLICANT_KINDS,
  type ApplicantKind,
  addDays,
  GROUNDS,
  type Ground,
  type LocalDate,
  localDate,
  REMEDY_KINDS,
  REMEDY_RESULTS,
  type RemedyKind,
  type RemedyResult,
} from '@gongkai/law'
import type { Actor, Platform } from '../../src/context.js'
import { addInstance, decideRemedy } from '../../src/remedies/handle-remedy.js'
import { registerRemedy } from '../../src/remedies/register-remedy.js'
import { handleTogether } from '../../src/requests/joins/handle-together.js'
import { rejoinRequest } from '../../src/requests/joins/rejoin-request.js'
import { splitRequest } from '../../src/requests/joins/split-request.js'
import { recordStep } from '../../src/requests/record-step.js'
import type { RequestFile } from '../../src/requests/request.js'
import { dayAfter, registered } from './given.js'
import { done } from './given-letters.js'

/** A request as whoever keeps the books by hand knows it. */
export type Booked = {
  readonly kind: ApplicantKind
  readonly received: LocalDate
  readonly closed: LocalDate | null
  readonly ground: Ground | null
}

/** An instance of a remedy, decided or not. */
type BookedInstance = {
  readonly received: LocalDate
  readonly decided: LocalDate | null
  readonly result: RemedyResult | null
}
export type BookedRemedy = {
  readonly kind: RemedyKind
  readonly instances: readonly BookedInstance[]
}

/** A number for each cell that is not zero: `row column`. */
export type Counted = ReadonlyMap<string, number>

/** Table 3 of a year by hand: each request is put into its cells, one by one. */
export function bookedThree(books: readonly Booked[], year: number): Counted {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return tally(
    books.flatMap(({ kind, received, closed, ground }) => {
      if (received > last || (closed !== null && closed < first)) return []
      const ends = closed !== null && closed <= last ? [rowOf(ground), '三（七）'] : ['四']
      const rows = [received >= first ? '一' : '二', ...ends]
      return rows.flatMap((row) => [`${row} ${APPLICANT_KINDS[kind].column}`, `${row} 总计`])
    }),
  )
}

/** Table 4 of a year by hand: a remedy counts by the last of its instances that had begun. */
export function bookedFour(books: readonly BookedRemedy[], year: number): Counted {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return tally(
    books.flatMap(({ kind, instances }) => {
      const now = instances.filter(({ received }) => received <= last).at(-1)
      if (!now || (now.decided !== null && now.decided < first)) return []
      const isOver = now.decided !== null && now.decided <= last && now.result
      const column = isOver ? REMEDY_RESULTS[isOver].column : '尚未审结'
      const { row } = REMEDY_KINDS[kind]
      return [`${row} ${column}`, `${row} 总计`]
    }),
  )
}

function rowOf(ground: Ground | null): string {
  if (!ground) throw new Error('closed on no ground')
  return GROUNDS[ground].row
}

function tally(cells: readonly string[]): Counted {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}

/** Who works at random, and in which authority; `platform` stands at the end of the years. */
export type Random = {
  readonly platform: Platform
  readonly actor: Actor
  readonly authorityId: string
  readonly chance: () => number
}

const WANTED = { title: null, number: null, kind: 'disclosure' } as const

/** Requests that come on random days, of which some are split, joined again, handled together, withdrawn; what is to be counted of them. */
export async function workAtRandom(random: Random, many: number): Promise<readonly Booked[]> {
  const { platform, actor, authorityId, chance } = random
  const books: Booked[] = []
  let open: RequestFile | null = null
  for (let at = 0; at < many; at++) {
    const arrivedOn = dayAfter(platform, -Math.floor(chance() * 1200))
    const { request } = await registered(platform, actor, authorityId, { arrivedOn })
    const work = chance()
    if (work < 0.3) books.push(...(await splitAtRandom(random, request)))
    else {
      const stands: RequestFile = work < 0.5 && open ? await joined(random, request, open) : request
      books.push(await endedAtRandom(random, stands))
      if (books.at(-1)?.closed === null) open ??= stands
    }
  }
  return books
}

async function splitAtRandom(random: Random, request: RequestFile): Promise<readonly Booked[]> {
  const { platform, actor, chance } = random
  const ref = { requestId: request.id, version: request.version, reason: '分别办理' }
  const parts = ['合同', '验收记录', '付款凭证'].slice(0, 2 + Math.round(chance()))
  const split = done(
    await splitRequest(platform, actor, {
      ...ref,
      parts: parts.map((wanted) => ({ ...WANTED, wanted })),
    }),
  )
  if (chance() < 0.3) {
    const back = { ...ref, version: split.request.version }
    return [await endedAtRandom(random, done(await rejoinRequest(platform, actor, back)))]
  }
  const books: Booked[] = []
  for (const part of split.parts) books.push(await endedAtRandom(random, part.request))
  return books
}

async function joined({ platform, actor }: Random, request: RequestFile, leader: RequestFile) {
  const { id: requestId, version } = request
  const { requestNumber: leaderNumber } = leader
  const join = { requestId, version, leaderNumber, reason: '内容相同' }
  return done(await handleTogether(platform, actor, join))
}

/** Withdrawn on a random day, or left open. */
async function endedAtRandom(random: Random, request: RequestFile): Promise<Booked> {
  const { platform, actor, chance } = random
  const received = request.receivedOn ?? request.arrivedOn
  const booked = { kind: request.applicantKind, received, closed: null, ground: null }
  const on = addDays(received, Math.floor(chance() * 400))
  if (on > dayAfter(platform, 0)) return booked
  const ref = { requestId: request.id, version: request.version, note: null }
  done(await recordStep(platform, actor, { ...ref, step: { name: 'withdraw', on } }))
  return { ...booked, closed: on, ground: 'withdrawn' }
}

const SUITS = Object.entries(REMEDY_RESULTS).flatMap(([result, { of }]) =>
  of.some((kind) => kind === 'suit') ? [result as RemedyResult] : [],
)

type Kept = { readonly id: string; readonly version: number }

const refOf = ({ id: remedyId, version }: Kept) => ({ remedyId, version })

/** Suits of up to three instances, each begun and decided on random days. */
export async function sueAtRandom(
  { platform, actor, authorityId, chance }: Random,
  many: number,
): Promise<readonly BookedRemedy[]> {
  const today = dayAfter(platform, 0)
  const books: BookedRemedy[] = []
  for (let at = 0; at < many; at++) {
    const instances: BookedInstance[] = []
    const facts = { body: '云岭县人民法院', requestId: null, letterId: null, ground: null }
    const links = { ...facts, decisionNumber: null, afterId: null }
    let remedy: Kept | null = null
    for (let from = localDate('2023-01-01'); instances.length < 3; ) {
      const received: LocalDate = addDays(from, Math.floor(chance() * 500))
      const decided: LocalDate = addDays(received, Math.floor(chance() * 500))
      if (received > today) break
      const instance = { caseNumber: null, procedure: 'ordinary', answerBy: null } as const
      const begun = { instance: { ...instance, receivedOn: received } }
      const kept: Kept = done(
        remedy
          ? await addInstance(platform, actor, { ...refOf(remedy), ...begun })
          : await registerRemedy(platform, actor, {
              authorityId,
              kind: 'suit',
              ...links,
              ...begun,
            }),
      )
      const result = SUITS[Math.floor(chance() * SUITS.length)]
      if (decided > today || !result) {
        instances.push({ received, decided: null, result: null })
        break
      }
      const decision = { ...refOf(kept), redo: null, on: decided, result }
      remedy = done(await decideRemedy(platform, actor, decision))
      instances.push({ received, decided, result })
      from = decided
      if (chance() < 0.4) break
    }
    if (instances.length > 0) books.push({ kind: 'suit', instances })
  }
  return books
}
