import { letterSpec } from '@gongkai/law'
import type { LetterView, RequestLetter } from '@gongkai/web'

/** How far a letter is. */
// biome-ignore format: table
export const LETTER_STATES: Readonly<Record<RequestLetter['state'], string>> = {
  draft:     '拟稿',
  inReview:  '审批中',
  approved:  '已签发，待送出',
  sent:      '已送出，待送达',
  served:    '已送达',
  returned:  '邮件已退回',
  noticed:   '公告送达中',
  discarded: '已作废',
}

/** How far a letter is, in words: what is not sent to anybody is kept in the case. */
export function letterStanding({ kind, state, sentOn }: RequestLetter): string {
  return isKept(kind) && sentOn !== null ? '已存入案卷' : LETTER_STATES[state]
}

/** Whether papers of this kind stay in the case. */
export function isKept(kind: RequestLetter['kind']): boolean {
  return letterSpec(kind).to === 'file'
}

type Course = LetterView['course'][number]

/** What was done at an entry of a letter's course, after the one before it. */
export function courseText({ state, way }: Course, before: Course | undefined): string {
  if (way === 'file') return '存入案卷'
  if (state === 'draft' && before) return before.state === 'draft' ? '修改' : '退回修改'
  if (state === 'inReview') return before?.state === 'inReview' ? '同意' : '送审'
  if (state === 'approved') return before?.state === 'inReview' ? '同意，签发' : '制作完成'
  return `${LETTER_STATES[state]}${way ? `，${SENDING_WAYS[way]}` : ''}`
}

type Way = NonNullable<RequestLetter['sentWay']>

// biome-ignore format: table
export const SENDING_WAYS: Readonly<Record<Way, string>> = {
  post:   '邮寄（邮政企业）',
  hand:   '直接送达',
  email:  '电子邮件',
  portal: '网上查询页面',
  file:   '存入案卷',
}

/** What proves that it was sent; null where nothing else is needed. */
// biome-ignore format: table
export const PROOFS: Readonly<Record<Way, string | null>> = {
  post:   '邮件编号',
  hand:   '签收人',
  email:  '发往的邮箱',
  portal: null,
  file:   null,
}

type Approver = RequestLetter['needs'][number]

/** What each of those who consent does. */
// biome-ignore format: table
export const APPROVERS: Readonly<Record<Approver, { readonly label: string; readonly action: 'letter.secrecy' | 'letter.agree' | 'letter.sign' }>> = {
  secrecyReviewer: { label: '保密审查', action: 'letter.secrecy' },
  disclosureHead:  { label: '工作机构负责人审定', action: 'letter.agree' },
  leader:          { label: '分管领导签发', action: 'letter.sign' },
}
