import { type Citation, cite, citePlace } from '../citation.js'
import type { LocalDate } from '../local-date.js'

/** What a request waits for, or that it waits for nothing. */
export type Stage =
  | 'examining'
  | 'awaitingCorrection'
  | 'awaitingReasons'
  | 'awaitingFee'
  | 'closed'

/** Who is asked in writing before the authority decides. */
export type Consulted = 'thirdParty' | 'coMaker' | 'otherAuthority'

/**
 * What happened to a request on a day that counts in law. `until`: the last day that the letter gave. A consultation is
 * named by whoever records it; `consultationArrives` is the day on which the one asked received the letter.
 */
export type ClockStep = { readonly on: LocalDate } & (
  | { readonly name: 'askCorrection' | 'askReasons' | 'postpone'; readonly until: LocalDate }
  | {
      readonly name: 'consult'
      readonly consultation: string
      readonly whom: Consulted
      /** Of another authority, which no provision binds to a day. */
      readonly until?: LocalDate
    }
  | { readonly name: 'consultationArrives' | 'receiveOpinion'; readonly consultation: string }
  | { readonly name: 'extend'; readonly days: number }
  | { readonly name: PlainStep }
)

type PlainStep =
  | 'receiveCorrection'
  | 'receiveReasons'
  | 'askFee'
  | 'feeNoticeArrives'
  | 'payFee'
  | 'reply'
  | 'abandon'
  | 'withdraw'

export type StepName = ClockStep['name']

type StepSpec = {
  readonly title: string
  readonly from: readonly Stage[]
  /** The stage after it; the same stage where none is given. */
  readonly to?: Stage
  /** The reply period starts again with it. */
  readonly restarts?: true
  readonly source: Citation
}

const OPEN: readonly Stage[] = ['examining', 'awaitingCorrection', 'awaitingReasons', 'awaitingFee']
const EXAMINING: readonly Stage[] = ['examining']
const ogi = (article: number, paragraph?: number) => cite('OGI-2019', article, paragraph)

/** The life of a request, one line for each step. Read it beside articles 30 to 39 of the Regulations. */
// biome-ignore format: official table
export const CLOCK_STEPS: Readonly<Record<StepName, StepSpec>> = {
  askCorrection:       { title: '告知补正',             from: EXAMINING, to: 'awaitingCorrection', source: ogi(30) },
  receiveCorrection:   { title: '收到补正',             from: ['awaitingCorrection'], to: 'examining', restarts: true, source: ogi(30) },
  consult:             { title: '书面征求意见',         from: EXAMINING, source: ogi(33, 3) },
  consultationArrives: { title: '被征求意见方收到来函', from: OPEN, source: ogi(32) },
  receiveOpinion:      { title: '收到意见',             from: OPEN, source: ogi(33, 3) },
  extend:              { title: '延长答复期限',         from: ['examining', 'awaitingReasons'], source: ogi(33, 2) },
  askReasons:          { title: '要求说明理由',         from: EXAMINING, to: 'awaitingReasons', source: ogi(35) },
  receiveReasons:      { title: '收到说明的理由',       from: ['awaitingReasons'], to: 'examining', source: ogi(35) },
  postpone:            { title: '确定延迟答复的期限',   from: EXAMINING, source: ogi(35) },
  askFee:              { title: '通知缴纳信息处理费',   from: EXAMINING, to: 'awaitingFee', source: ogi(42) },
  feeNoticeArrives:    { title: '申请人收到收费通知',   from: ['awaitingFee'], source: citePlace('FEES-2020', '缴费期限') },
  payFee:              { title: '缴费',                 from: ['awaitingFee'], to: 'examining', restarts: true, source: citePlace('FEES-2020', '缴费后的办理期限') },
  reply:               { title: '答复',                 from: ['examining', 'awaitingReasons', 'awaitingCorrection'], to: 'closed', source: ogi(36) },
  abandon:             { title: '视为放弃申请',         from: ['awaitingCorrection', 'awaitingFee'], to: 'closed', source: ogi(30) },
  withdraw:            { title: '申请人撤回',           from: OPEN, to: 'closed', source: ogi(29) },
}
