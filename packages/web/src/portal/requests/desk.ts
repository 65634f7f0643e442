import {
  type Addressee,
  type Announced,
  addresseesNamed,
  announceFiles,
  type ComingFiles,
  type Platform,
  type SubmitRequest,
  type Submitted,
  submitRequests,
} from '@gongkai/app'
import type { Result } from '@gongkai/law'
import { together } from '../together.js'

/** Of one transaction, which holds the chain of the log. */
const LOTS = { most: 50, gatherMs: 10 }

type Handed<T> = { readonly platform: Platform; readonly one: T }

/** Looks up the authority that is asked and writes down what is handed in. What comes while something is under way goes together, so that two hundred at once wait for a few transactions. */
export type RequestDesk = {
  readonly addressee: (named: Handed<string>) => Promise<Addressee | null>
  readonly announce: (handed: Handed<ComingFiles>) => Promise<Announced>
  readonly submit: (handed: Handed<SubmitRequest>) => Promise<Result<Submitted>>
}

/** A desk of the service, which is that of one region. */
export function newRequestDesk(): RequestDesk {
  return {
    addressee: ofOneRegion(addresseesNamed),
    announce: ofOneRegion(announceFiles),
    submit: ofOneRegion(submitRequests),
  }
}

function ofOneRegion<T, R>(
  work: (platform: Platform, lot: readonly T[]) => Promise<readonly R[]>,
): (handed: Handed<T>) => Promise<R> {
  return together(LOTS, async (lot: readonly Handed<T>[]) => {
    const [first] = lot
    const all = lot.map(({ one }) => one)
    return first ? work(first.platform, all) : []
  })
}
