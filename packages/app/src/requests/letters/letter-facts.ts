import {
  asOf,
  consultationsOf,
  type DocumentNumber,
  daysAhead,
  type LetterFacts,
  type LetterKind,
  type LocalDate,
  lastRun,
  letterSpec,
  type RemedyChoice,
  type RequestClock,
  type RequestCourse,
  type RequestLaw,
  type ReviewedBody,
  replayClock,
  replyDueOn,
  type SearchRecord,
  type SentNotice,
  searchedAltogether,
  takeStep,
} from '@gongkai/law'
import type { Selectable, Transaction } from 'kysely'
import type { AuthorityKind } from '../../authorities/authority.js'
import type { Platform } from '../../context.js'
import { readLaw } from '../../overlays/read-law.js'
import type { Schema } from '../../storage/schema.js'
import { type OwedPaper, toldLater } from '../owed-papers.js'
import { clockOf } from '../reckon.js'
import type { RequestFile } from '../request.js'
import { searchesOf } from '../searches/search.js'
import { SUPPLY_FORMS, SUPPLY_WAYS } from '../wanted.js'
import { type AnewFacts, type AnewRow, anewFactsOf } from './anew.js'
import type { LetterContent } from './content.js'
import type { LetterRow } from './letter.js'
import { sentNotices } from './sent-notices.js'

/** What the register has of a received request and its authority. */
export type Registered = {
  readonly request: RequestFile
  readonly receivedOn: LocalDate
  readonly authority: Selectable<Schema['authority']>
  readonly clock: RequestClock
  readonly law: RequestLaw
  /** What the area has settled of remedies. */
  readonly remedies: RemedyChoice
  /** Of a decision made anew: by when, and what stands in it. */
  readonly anew: AnewFacts | null
  /** What it was asked to correct or to pay, as it was sent. */
  readonly notices: readonly SentNotice[]
  /** The searches that are recorded, in the order of their days. */
  readonly searches: readonly SearchRecord[]
  /** The days on which a fee was waived. */
  readonly waivedOn: readonly LocalDate[]
  /** The last day of the authority that was asked, where another answers. */
  readonly askedUntil: LocalDate | null
}

/** What a letter of the request is made from; null before its receipt. */
export async function registeredOf(
  tx: Transaction<Schema>,
  platform: Platform,
  request: RequestFile,
  letter: AnewRow & Pick<LetterRow, 'kind'>,
): Promise<Registered | null> {
  const settled = await readLaw(tx, platform)
  const known = await clockOf(tx, request, settled)
  if (!known || request.receivedOn === null) return null
  const told = await toldLater(tx, request, letter.kind)
  const clock = told ? clockBefore(known, told) : known.clock
  const authority = await tx
    .selectFrom('authority')
    .selectAll()
    .where('id', '=', await answeringFor(tx, request.authorityId))
    .executeTakeFirstOrThrow()
  const anew = await anewFactsOf(tx, letter)
  const searches = await searchesOf(tx, request.id)
  const notices = await sentNotices(tx, request.id)
  const waived = await tx
    .selectFrom('request_fee_entry')
    .select('happened_on')
    .where('request_id', '=', request.id)
    .where('kind', '=', 'waived')
    .execute()
  const asked = await tx
    .selectFrom('authority')
    .select('dissolved_on')
    .where('id', '=', request.authorityId)
    .executeTakeFirstOrThrow()
  return {
    ...{ request, receivedOn: request.receivedOn, authority },
    ...{ law: known.law, remedies: settled.remedies, clock, anew, searches, notices },
    waivedOn: waived.map((one) => one.happened_on),
    askedUntil: asked.dissolved_on,
  }
}

/** The clock as the letter finds it that tells a step which stands already. */
function clockBefore({ clock, law }: Pick<Registered, 'clock' | 'law'>, { step }: OwedPaper) {
  const text = JSON.stringify(step)
  const others = clock.steps.filter((one) => JSON.stringify(one) !== text)
  return replayClock(clock.receivedOn, others, law)
}

/** The authority that answers: the one that was asked or, where that has ended, the one that carries it on. */
export async function answeringFor(tx: Transaction<Schema>, authorityId: string): Promise<string> {
  const { carrier_id } = await tx
    .selectFrom('authority')
    .select('carrier_id')
    .where('id', '=', authorityId)
    .executeTakeFirstOrThrow()
  return carrier_id ?? authorityId
}

/** The last day for a letter of `kind`; null where the law sets none, or nobody can say. */
export function lastDayOf(kind: LetterKind, { clock, law, anew }: Registered): LocalDate | null {
  if (anew) return anew.dueOn
  const { due } = letterSpec(kind)
  if (due === 'reply') return replyDueOn(clock, law).date
  return daysAhead(clock, law).find(({ what }) => what === due)?.on ?? null
}

/** The facts of a letter dated `on`: of the request and the authority as they are registered, and what the drafter stated. */
export function factsOf(
  kind: LetterKind,
  registered: Registered,
  { details, applicants }: Pick<LetterContent, 'details' | 'applicants'>,
  { on, documentNumber }: { on: LocalDate; documentNumber: DocumentNumber | null },
): LetterFacts {
  const { request, authority, receivedOn, clock, law } = registered
  const {
    wanted,
    series,
    reviewedAs,
    thirdParties,
    materials,
    extension,
    consultation,
    ...stated
  } = details
  const search = searchedAltogether(registered.searches)
  const dueOn = replyDueOn(clock, law).date
  const newDueOn = extension ? extendedTo(registered, on, extension.days) : null
  return {
    ...stated,
    searches: registered.searches,
    sentNotices: registered.notices,
    // How it was searched is told as it is recorded, and not otherwise.
    parts: stated.parts.map(({ search: _, ...part }) =>
      part.ground === 'doesNotExist' && search ? { ...part, search } : part,
    ),
    ...(extension && { extension: { ...extension, newDueOn: newDueOn ?? dueOn ?? on } }),
    ...(consultation && { consultation: { sentOn: on, ...consultation } }),
    ...{ documentNumber, on, lastDay: lastDayOf(kind, registered) },
    ...{ steps: clock.steps, consultations: consultationsOf(clock) },
    ...(registered.anew && { anew: registered.anew.told }),
    authority: {
      name: authority.name,
      reviewedAs: reviewedAs ?? reviewedAsOf(authority.kind as AuthorityKind, authority.level),
      ...{ reviewBody: authority.review_body, court: authority.court },
      ...{ address: authority.address, phone: authority.phone },
    },
    request: {
      ...(request.authorityId !== authority.id && {
        madeTo: request.authority,
        ...(registered.askedUntil && { madeToUntil: registered.askedUntil }),
      }),
      course: courseOf(registered, on),
      ...{ number: request.requestNumber, applicants, applicantKind: request.applicantKind },
      ...{ channel: request.channel, arrivedOn: request.arrivedOn, receivedOn, dueOn },
      wanted: wanted ?? request.wanted,
      supply: `${SUPPLY_FORMS[request.form]}，${SUPPLY_WAYS[request.way]}`,
    },
  }
}

/** What the count that runs now began with and what moved its end, as far as it is over on `on`; a decision made anew has days of its own. */
function courseOf({ clock, law, anew, waivedOn }: Registered, on: LocalDate): RequestCourse {
  if (anew) return {}
  const { by, dayZero, extensionDays, postponedTo } = lastRun(clock)
  const isWaived = waivedOn.includes(dayZero)
  const consulted = clock.waits.flatMap(({ consultation, from, through }) =>
    consultation !== undefined &&
    from > dayZero &&
    through !== null &&
    through >= from &&
    through <= on
      ? [{ from, through }]
      : [],
  )
  const extended = extensionDays > 0 && clock.steps.findLast(({ name }) => name === 'extend')
  const extendedTo = extended && replyDueOn(asOf(clock, extended.on, law), law).date
  return {
    ...(by === 'receiveCorrection' && { correctedOn: dayZero }),
    ...(by === 'payFee' && { [isWaived ? 'waivedOn' : 'paidOn']: dayZero }),
    ...(consulted.length > 0 && { consulted }),
    ...(extendedTo && { extendedTo }),
    ...(postponedTo && { postponedTo }),
  }
}

/** 垂直领导的部门 are not told from others by their kind: whoever drafts says so. */
function reviewedAsOf(kind: AuthorityKind, level: string): ReviewedBody {
  if (kind === 'government') return level === 'province' ? 'province' : 'government'
  return kind === 'other' ? 'authorised' : kind
}

function extendedTo({ clock, law }: Registered, on: LocalDate, days: number) {
  const taken = takeStep(clock, { name: 'extend', on, days }, law)
  return taken.ok ? replyDueOn(taken.value, law).date : null
}
