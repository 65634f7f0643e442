import {
  type AheadDay,
  type ClockStep,
  type ConsultationCourse,
  consultationsOf,
  dayLedger,
  daysAhead,
  type LedgerDay,
  type LocalDate,
  ok,
  type Receipt,
  type Result,
  type Wait,
  waitsWithoutEnd,
} from '@gongkai/law'
import type { Transaction } from 'kysely'
import { type Actor, type Platform, today } from '../context.js'
import { readLaw } from '../overlays/read-law.js'
import type { RightRefusal } from '../rights/allow.js'
import type { Schema } from '../storage/schema.js'
import { transact } from '../storage/transact.js'
import { allowToRead } from './allow-to-read.js'
import { groupDueOn, joinsOf, type RequestJoin } from './joins/join.js'
import { maskedFor, numberedIn, withoutNames } from './masking.js'
import { type OwedPaper, owedPapers } from './owed-papers.js'
import { clockOf, receiptOfRequest } from './reckon.js'
import { correctionsOf, type RequestCorrection } from './registration.js'
import {
  authorityOfRequest,
  findRequest,
  type RequestFile,
  type RequestNotFound,
} from './request.js'

/** A step as it was recorded, struck ones too. */
export type RecordedStep = {
  readonly no: number
  readonly step: ClockStep
  readonly note: string | null
  /** Null where the applicant did it. */
  readonly recordedBy: string | null
  readonly recordedAt: Date
  /** Why the paper of the step was not sent from here; told to who handles the request. */
  readonly unpaperedReason: string | null
  /** The reason is told to who handles the request. */
  readonly struck: {
    readonly by: string
    readonly at: Date
    readonly reason: string | null
  } | null
}

/** A request with all that is done on it; nothing personal but what the applicant wrote as the description. */
export type RequestView = {
  readonly request: RequestFile
  /** How the day of receipt is fixed, or what is missing to it. */
  readonly receipt: Receipt
  readonly steps: readonly RecordedStep[]
  readonly ahead: readonly AheadDay[]
  /** Who was asked for an opinion, and how far each is. */
  readonly consultations: readonly ConsultationCourse[]
  /** What is waited for without a last day: its arrival is still to be recorded. */
  readonly endless: readonly Pick<Wait, 'kind' | 'consultation' | 'from'>[]
  /** What the applicant has not been told. */
  readonly owed: readonly OwedPaper[]
  /** How the registration was put right. */
  readonly corrections: readonly RequestCorrection[]
  /** 并案、分案, the undone too. */
  readonly joins: readonly RequestJoin[]
  /** The nearest due date of those that are handled together with it. */
  readonly groupDueOn: LocalDate | null
  /** Somebody acts for who asks, and must show that he may. */
  readonly hasAgent: boolean
}

/** One request of the own authority, or of one below as the supervising authority and the auditor see it. */
export async function readRequest(
  platform: Platform,
  actor: Actor,
  requestId: string,
): Promise<Result<RequestView, RightRefusal | RequestNotFound>> {
  return reading(platform, actor, requestId, async (tx, request) => {
    const law = await readLaw(tx, platform)
    const known = await clockOf(tx, request, law)
    const rows = await stepRows(tx, requestId)
    const numbers = numberedIn(rows.map(({ step }) => step))
    const told = <T extends { readonly consultation?: string }>(one: T): T =>
      request.isMasked && one.consultation !== undefined
        ? { ...one, consultation: numbers.get(one.consultation) ?? '' }
        : one
    return {
      request,
      receipt: receiptOfRequest(request, law),
      steps: recordedSteps(rows, request),
      ahead: known ? daysAhead(known.clock, known.law).map(told) : [],
      consultations: known ? consultationsOf(known.clock).map(told) : [],
      hasAgent: await hasAgent(tx, requestId),
      endless: known ? waitsWithoutEnd(known.clock).map(told) : [],
      owed: await owedPapers(tx, request),
      corrections: await toldCorrections(tx, platform, request),
      ...{ joins: await joinsOf(tx, request), groupDueOn: await groupDueOn(tx, request) },
    }
  })
}

/** Every day from the receipt to the due date with its reason, as it stood at the end of `asOf` where one is given; empty before the receipt. */
export async function readLedger(
  platform: Platform,
  actor: Actor,
  { requestId, asOf }: { readonly requestId: string; readonly asOf: LocalDate | null },
): Promise<Result<readonly LedgerDay[], RightRefusal | RequestNotFound>> {
  return reading(platform, actor, requestId, async (tx, request) => {
    const known = await clockOf(tx, request, await readLaw(tx, platform), asOf ?? undefined)
    if (asOf && known && asOf < known.clock.receivedOn) return []
    return known ? dayLedger(known.clock, known.law, asOf ?? today(platform)) : []
  })
}

async function reading<T>(
  platform: Platform,
  actor: Actor,
  requestId: string,
  read: (tx: Transaction<Schema>, request: RequestFile) => Promise<T>,
): Promise<Result<T, RightRefusal | RequestNotFound>> {
  return transact<Result<T, RightRefusal | RequestNotFound>>(platform, actor, async ({ tx }) => {
    const authority = await authorityOfRequest(tx, requestId)
    if (!authority.ok) return authority
    const allowed = await allowToRead(tx, actor, authority.value)
    if (!allowed.ok) return allowed
    const found = await findRequest(tx, requestId)
    if (!found.ok) return found
    const [request = found.value] = await maskedFor(tx, actor, authority.value, [found.value])
    return ok(await read(tx, request))
  })
}

/** What was registered before, and why it was wrong, is told to who handles the request. */
async function toldCorrections(
  tx: Transaction<Schema>,
  platform: Platform,
  { id, isMasked }: RequestFile,
): Promise<readonly RequestCorrection[]> {
  const corrections = await correctionsOf(tx, platform, id)
  return isMasked ? corrections.map((one) => ({ ...one, reason: null, before: null })) : corrections
}

async function hasAgent(tx: Transaction<Schema>, requestId: string): Promise<boolean> {
  const agent = await tx
    .selectFrom('request_person')
    .select('place')
    .where('request_id', '=', requestId)
    .where('part', '=', 'agent')
    .executeTakeFirst()
  return agent !== undefined
}

function stepRows(tx: Transaction<Schema>, requestId: string) {
  return tx
    .selectFrom('request_step')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('no')
    .execute()
}

function recordedSteps(
  rows: Awaited<ReturnType<typeof stepRows>>,
  { isMasked }: RequestFile,
): readonly RecordedStep[] {
  const steps = rows.map(({ step }) => step)
  const told = isMasked ? withoutNames(steps) : steps
  return rows.map((row, index) => ({
    ...{ no: row.no, step: told[index] ?? row.step, note: isMasked ? null : row.note },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at },
    unpaperedReason: isMasked ? null : row.unpapered_reason,
    struck:
      row.struck_by && row.struck_at && row.struck_reason
        ? { by: row.struck_by, at: row.struck_at, reason: isMasked ? null : row.struck_reason }
        : null,
  }))
}
