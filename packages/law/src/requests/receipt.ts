import { type Citation, cite, citePlace } from '../citation.js'
import { addDays, type LocalDate } from '../local-date.js'
import { onWorkingDay, type WorkCalendar } from '../work-calendar.js'

/** By which way a request came. */
export type Channel =
  | 'inPerson'
  | 'oral'
  | 'registeredMail'
  | 'ordinaryMail'
  | 'online'
  | 'email'
  | 'fax'
  | 'elsewhere'
  | 'other'

/** What makes a day the day of receipt. */
export type ReceiptRule = 'submitted' | 'signed' | 'confirmed' | 'bothConfirmed'

type ChannelSpec = {
  readonly title: string
  readonly rule: ReceiptRule
  /** What the register must hold as proof of that day. */
  readonly proof: string
  readonly source: Citation
}

// The letter was seen as it is quoted by those who apply it, and not as it was issued.
const LETTER: Citation = { ...citePlace('RECEIPT-2015', '收到申请的时间'), known: 'memory' }

/** 第三十一条, and where it is silent the letter of 2015. */
// biome-ignore format: official table
export const CHANNELS: Readonly<Record<Channel, ChannelSpec>> = {
  inPerson:       { title: '当面提交',           rule: 'submitted',     proof: '提交日期及接收人', source: cite('OGI-2019', 31, undefined, 1) },
  oral:           { title: '口头提出，代为填写', rule: 'submitted',     proof: '代为填写的申请表及申请人签名', source: cite('OGI-2019', 29, 1) },
  registeredMail: { title: '挂号信、特快专递',   rule: 'signed',        proof: '签收日期及邮件编号', source: cite('OGI-2019', 31, undefined, 2) },
  ordinaryMail:   { title: '平常信函',           rule: 'confirmed',     proof: '收到信函当日与申请人确认的方式和确认人', source: cite('OGI-2019', 31, undefined, 2) },
  online:         { title: '网上提交',           rule: 'bothConfirmed', proof: '双方确认的日期', source: cite('OGI-2019', 31, undefined, 3) },
  email:          { title: '电子邮件',           rule: 'bothConfirmed', proof: '双方确认的日期', source: cite('OGI-2019', 31, undefined, 3) },
  fax:            { title: '传真',               rule: 'bothConfirmed', proof: '双方确认的日期', source: cite('OGI-2019', 31, undefined, 3) },
  elsewhere:      { title: '寄到本机关其他部门', rule: 'confirmed',     proof: '公开工作机构实际收到之日与申请人确认的方式和确认人', source: LETTER },
  other:          { title: '公布的其他渠道',     rule: 'bothConfirmed', proof: '公布的确认规则，或者双方确认的日期', source: LETTER },
}

/** The days that the register holds of a request's coming. */
export type Arrival = {
  readonly channel: Channel
  /** The day on which it reached the authority. */
  readonly arrivedOn: LocalDate
  /** The day on which the applicant confirmed; a request sent online is confirmed by sending it. */
  readonly applicantConfirmedOn?: LocalDate
  /** The day of the act by which the authority confirmed and told the applicant. */
  readonly authorityConfirmedOn?: LocalDate
}

/** The legal day of receipt, or what is still missing to it. */
export type Receipt =
  | { readonly receivedOn: LocalDate; readonly why: string; readonly source: Citation }
  | {
      readonly receivedOn: null
      readonly missing: readonly ('applicant' | 'authority')[]
      /** From this day on the missing confirmation is brought before the head of the office: no clock waits for a click. */
      readonly escalateOn: LocalDate
      readonly source: Citation
    }

/** The day from which the reply period counts: day zero of {@link requestClock}. */
export function receiptOf(arrival: Arrival, calendar: WorkCalendar): Receipt {
  const { channel, arrivedOn, applicantConfirmedOn, authorityConfirmedOn } = arrival
  const { rule, source, proof } = CHANNELS[channel]
  const on = (day: LocalDate): Receipt => ({
    receivedOn: day,
    why: `${RULES[rule]}（${proof}）`,
    source,
  })
  if (rule === 'submitted' || rule === 'signed') return on(arrivedOn)
  const needed =
    rule === 'confirmed' ? [authorityConfirmedOn] : [applicantConfirmedOn, authorityConfirmedOn]
  const known = needed.filter((day) => day !== undefined).toSorted()
  const last = known.at(-1)
  if (known.length === needed.length && last) return on(last)
  return {
    receivedOn: null,
    missing: missingOf(arrival, rule),
    escalateOn: onWorkingDay(calendar, addDays(arrivedOn, 1)),
    source,
  }
}

// biome-ignore format: one rule a line
const RULES: Readonly<Record<ReceiptRule, string>> = {
  submitted:     '以申请人提交之日为收到申请之日',
  signed:        '以行政机关签收之日为收到申请之日',
  confirmed:     '以与申请人确认之日为收到申请之日',
  bothConfirmed: '以双方确认之日为收到申请之日',
}

function missingOf({ applicantConfirmedOn, authorityConfirmedOn }: Arrival, rule: ReceiptRule) {
  const applicant =
    rule === 'bothConfirmed' && !applicantConfirmedOn ? (['applicant'] as const) : []
  return [...applicant, ...(authorityConfirmedOn ? [] : (['authority'] as const))]
}
