import { type Citation, cite, citePlace } from '../citation.js'
import type { Known } from '../instruments.js'
import { type LocalDate, localDate } from '../local-date.js'
import type { Timeline } from '../provision.js'

/** The periods of a request, in working days. Each may be confirmed or put right by an official. */
export type RequestPeriods = {
  /** 答复期限. */
  readonly reply: Timeline<number>
  /** 延长的期限最长不得超过. */
  readonly extension: Timeline<number>
  /** 告知补正. */
  readonly correctionNotice: Timeline<number>
  /** 第三方提出意见; silence: the authority decides. */
  readonly thirdParty: Timeline<number>
  /** 共同制作机关提出意见; silence: consent. */
  readonly coMaker: Timeline<number>
  /** 缴纳信息处理费, after the notice is received. */
  readonly feePayment: Timeline<number>
}

const REGULATIONS = localDate('2019-05-15')
const FEES = localDate('2021-01-01')

function since(
  from: LocalDate,
  value: number,
  source: Citation,
  known: Known = 'seen',
): Timeline<number> {
  return [{ from, value, source, known }]
}

/** As the Regulations of 2019 and the measures on fees give them. */
// biome-ignore format: official table
export const REQUEST_PERIODS: RequestPeriods = {
  reply:            since(REGULATIONS, 20, cite('OGI-2019', 33, 2)),
  extension:        since(REGULATIONS, 20, cite('OGI-2019', 33, 2)),
  correctionNotice: since(REGULATIONS,  7, cite('OGI-2019', 30)),
  thirdParty:       since(REGULATIONS, 15, cite('OGI-2019', 32)),
  coMaker:          since(REGULATIONS, 15, cite('OGI-2019', 34)),
  feePayment:       since(FEES,        20, citePlace('FEES-2020', '缴费期限')),
}
