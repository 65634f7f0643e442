import type { ClockStep, LetterKind, LocalDate } from '@gongkai/law'
import { letterSpec } from '@gongkai/law'

/** 告知方式: how an applicant wants to hear that there is news. */
// biome-ignore format: table
export const NEWS_WAYS = {
  mail: '电子邮件提醒',
  slip: '书面告知（邮寄或者传真）',
  page: '不另行告知，自行在查询页面查看',
} as const satisfies Record<string, string>

export type NewsWay = keyof typeof NEWS_WAYS

/** What an applicant is told, in the words of a slip. */
// biome-ignore format: table
export const NEWS = {
  received:        '收到申请之日已经确定',
  correctionAsked: '需要补正申请内容',
  reasonsAsked:    '需要说明理由',
  extended:        '答复期限延长',
  postponed:       '确定了延迟答复的期限',
  consulted:       '正在征求第三方或者其他机关的意见',
  feeAsked:        '需要缴纳信息处理费',
  letterSent:      '有新的文书',
  closed:          '已经办结',
  suggestionDecided: '关于主动公开的建议已有答复',
  split:           '申请事项分为几件分别办理',
  rejoined:        '分开办理的几件合并为原来的一件办理',
  corrected:       '此前告知的进展登记有误，已经更正',
} as const satisfies Record<string, string>

export type NewsWhat = keyof typeof NEWS

/** `cancelled`: it turned out wrong before the applicant was told of it. */
export type NewsState = 'waiting' | 'told' | 'failed' | 'cancelled'

/** One piece of news, and whether it reached the applicant. */
export type News = {
  readonly id: string
  readonly what: NewsWhat
  /** A letter on paper or by e-mail tells of itself. */
  readonly way: NewsWay | 'letter'
  readonly happenedOn: LocalDate
  readonly state: NewsState
  readonly toldAt: Date | null
}

// biome-ignore format: table
const BY_STEP: Readonly<Partial<Record<ClockStep['name'], NewsWhat>>> = {
  askCorrection: 'correctionAsked',
  askReasons:    'reasonsAsked',
  extend:        'extended',
  postpone:      'postponed',
  consult:       'consulted',
  askFee:        'feeAsked',
  reply:         'closed',
  abandon:       'closed',
  withdraw:      'closed',
}

/** What the applicant is told of a step; null where it is his own, or nothing to him. */
export function newsOfStep(name: ClockStep['name']): NewsWhat | null {
  return BY_STEP[name] ?? null
}

/** What the applicant is told of a letter that was sent; null of one that is nothing to him. */
export function newsOfLetter(kind: LetterKind): NewsWhat | null {
  const { to, step } = letterSpec(kind)
  const told = step === null ? null : newsOfStep(step)
  return told ?? (to === 'applicant' ? 'letterSent' : null)
}
