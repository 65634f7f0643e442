import { type Citation, cite } from '../citation.js'
import type { Known } from '../instruments.js'

type ProactiveReasonSpec = {
  readonly title: string
  readonly basis: Citation
  /** An applicant may suggest it for this reason (第四十四条第二款). */
  readonly isSuggested: boolean
  readonly known: Known
}

const ogi = (article: number, paragraph?: number) => cite('OGI-2019', article, paragraph)

/** Why what was given on request becomes public to everybody. */
// biome-ignore format: official table
export const PROACTIVE_REASONS = {
  severalApplicants: { title: '多个申请人提出相同申请，可以公开', basis: ogi(44, 1), isSuggested: false, known: 'seen' },
  interests:         { title: '涉及公众利益调整',                 basis: ogi(19),    isSuggested: true,  known: 'seen' },
  widelyKnown:       { title: '需要公众广泛知晓',                 basis: ogi(19),    isSuggested: true,  known: 'seen' },
  participation:     { title: '需要公众参与决策',                 basis: ogi(19),    isSuggested: true,  known: 'seen' },
  listed:            { title: '属于应当主动公开的事项',           basis: ogi(20),    isSuggested: false, known: 'seen' },
  changed:           { title: '因情势变化可以公开',               basis: ogi(18),    isSuggested: false, known: 'seen' },
} as const satisfies Record<string, ProactiveReasonSpec>

export type ProactiveReason = keyof typeof PROACTIVE_REASONS

/** For which reasons an applicant may suggest it, and where that stands. */
export const SUGGESTED_REASONS = (
  Object.keys(PROACTIVE_REASONS) as readonly ProactiveReason[]
).filter((reason) => PROACTIVE_REASONS[reason].isSuggested)

/** 建议将依申请公开的信息纳入主动公开的范围. */
export const SUGGESTION_BASIS = ogi(44, 2)
