import {
  type AheadDay,
  daysAhead,
  type LocalDate,
  ok,
  type Receipt,
  type Refusal,
  type Result,
  refuse,
} from '@gongkai/law'
import { sql, type Transaction } from 'kysely'
import { type Platform, today } from '../context.js'
import { holdOverlays, readLaw } from '../overlays/read-law.js'
import { countTries, type Limit } from '../sessions/count-try.js'
import type { Schema } from '../storage/schema.js'
import { transact, type Work } from '../storage/transact.js'
import { type Fee, feesOf, isUnsettled } from './fees/fee.js'
import { type OwnLetter, ownLettersOf } from './letters/shown-letters.js'
import { type OwnSuggestion, ownSuggestionOf } from './proactive/own-suggestion.js'
import { clockOf, receiptOfRequest } from './reckon.js'
import { type RequestFile, requests, toRequest } from './request.js'
import { proofOf } from './secret.js'

/** What an applicant has in the hand: the number and the secret of the receipt. */
export type OwnRequest = { readonly requestNumber: string; readonly secret: string }

/** What is told to whoever has number and secret: nothing of who asks. */
export type OwnStatus = {
  readonly requestNumber: string
  readonly authorityId: string
  readonly authority: string
  /** The authority that carries the request on, where the one that was asked has ended. */
  readonly carriedBy: string | null
  readonly stage: RequestFile['stage']
  readonly arrivedOn: LocalDate
  readonly receivedOn: LocalDate | null
  readonly receipt: Receipt
  readonly dueOn: LocalDate | null
  readonly dueProvisional: boolean
  /** The days that the applicant and the authority have to keep, the nearest first. */
  readonly ahead: readonly AheadDay[]
  readonly closedOn: LocalDate | null
  readonly countedUnder: RequestFile['countedUnder']
  readonly setAside: RequestFile['setAside']
  /** The numbers of the parts in which it is handled. */
  readonly parts: readonly string[]
  /** What was sent to him on this page. */
  readonly letters: readonly OwnLetter[]
  /** What he has to pay, and how. */
  readonly fees: readonly OwnFee[]
  /** Whether he is mailed when there is news. */
  readonly isMailed: boolean
  /** His suggestion to make public to everybody what he was given; `open` where he may make one. */
  readonly suggestion: OwnSuggestion | 'open' | null
}

/** 信息处理费 that is still to be paid. */
type OwnFee = Pick<Fee, 'letterId' | 'documentNumber' | 'yuan' | 'howToPay' | 'payBy'>

export type OwnRefusal = Refusal<'requests.unknown' | 'tries.too-many'>

/** One answer for a wrong number and for a wrong secret: guessing tells nothing. */
const UNKNOWN = refuse(
  'requests.unknown',
  '申请编号或者查询密码不正确。请对照回执核对；回执遗失的，请携带身份证明到受理机关当面查询。',
)

/** Of one address; a school may stand behind it. Not of one number: numbers are consecutive, so that anybody could lock the applicants out; a secret of 80 bits is not guessed from many addresses either. */
const PER_ADDRESS: Limit = { most: 300, minutes: 15 }

/** 查询办理情况 by number and secret. `address`: where it is asked from, for the limit alone. */
export async function readOwnRequest(
  platform: Platform,
  own: OwnRequest,
  address: string,
): Promise<Result<OwnStatus, OwnRefusal>> {
  return asApplicant<OwnStatus, never>(platform, own, address, async ({ tx }, request) => {
    const law = await readLaw(tx, platform)
    const known = await clockOf(tx, request, law)
    const { requestNumber, authorityId, authority, stage, arrivedOn, receivedOn } = request
    const { dueOn, dueProvisional } = request
    return ok({
      ...{
        requestNumber,
        authorityId,
        authority,
        stage,
        arrivedOn,
        receivedOn,
        dueOn,
        dueProvisional,
      },
      receipt: receiptOfRequest(request, law),
      ahead: known ? daysAhead(known.clock, known.law) : [],
      carriedBy: request.carriedBy,
      ...{ closedOn: request.closedOn, countedUnder: request.countedUnder },
      ...{ setAside: request.setAside, parts: await partsShown(tx) },
      letters: await ownLettersOf(tx, platform, request.id),
      fees: (await feesOf(tx, request.id, today(platform))).filter(isUnsettled),
      isMailed: request.news === 'mail',
      suggestion: await ownSuggestionOf(tx, request),
    })
  })
}

async function partsShown(tx: Transaction<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`select number from parts_shown()`.execute(tx)
  return rows.map(({ number }) => number)
}

/** Does something in the place of the applicant who proves himself by number and secret: the database shows that one request and no other. */
export async function asApplicant<T, R extends Refusal>(
  platform: Platform,
  { requestNumber, secret }: OwnRequest,
  address: string,
  work: (given: Work, request: RequestFile) => Promise<Result<T, R>>,
): Promise<Result<T, R | OwnRefusal>> {
  const proof = proofOf(requestNumber, secret)
  const key = `own request from ${address}`
  const until = await countTries(platform, [{ key, limit: PER_ADDRESS }])
  if (until) return TOO_MANY
  return transact<Result<T, R | OwnRefusal>>(
    platform,
    null,
    async (given) => {
      await holdOverlays(given.tx)
      const row = await requests(given.tx).forUpdate('r').executeTakeFirst()
      return row ? work(given, toRequest(row)) : UNKNOWN
    },
    proof,
  )
}

const TOO_MANY = refuse('tries.too-many', '查询过于频繁，请在十五分钟后再试。')
