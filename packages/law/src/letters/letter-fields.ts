import type { LetterFacts } from './facts.js'

type FieldSpec = { readonly title: string; readonly isGiven: (facts: LetterFacts) => boolean }

const filled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== '')

/** What a letter must be made from; a kind names those that it needs. */
// biome-ignore format: table
export const LETTER_FIELDS = {
  documentNumber: { title: '发文字号',                   isGiven: (facts) => facts.documentNumber !== null },
  applicant:      { title: '申请人',                     isGiven: ({ request }) => request.applicants.length > 0 && filled(...request.applicants) },
  request:        { title: '申请编号和申请内容',         isGiven: ({ request }) => filled(request.number, request.wanted) },
  replyDue:       { title: '答复期限届满日',             isGiven: ({ request }) => request.dueOn !== null },
  parts:          { title: '各部分的决定依据',           isGiven: ({ parts }) => parts.length > 0 && parts.every(({ what }) => filled(what)) },
  correction:     { title: '补正事项、方式和期限',       isGiven: ({ correction: of }) => of !== undefined && of.points.length > 0 && filled(of.how, ...of.points) },
  reasons:        { title: '超出合理范围的情况和说明期限', isGiven: ({ reasons: of }) => of !== undefined && of.points.length > 0 && filled(of.excess, ...of.points) },
  extension:      { title: '延期的理由和新的届满日',     isGiven: ({ extension: of }) => of !== undefined && filled(of.reason) },
  postponement:   { title: '延迟答复的理由和期限',       isGiven: ({ postponement: of }) => of !== undefined && filled(of.reason) },
  consultation:   { title: '征求意见的对象和事项',       isGiven: ({ consultation: of }) => of !== undefined && filled(of.whom, of.about, of.concern) },
  override:       { title: '决定公开的内容和理由',       isGiven: ({ override: of }) => of !== undefined && filled(of.whom, of.what, of.reason) },
  assistance:     { title: '协办事项和期限',             isGiven: ({ assistance: of }) => of !== undefined && filled(of.whom, of.task) },
  fee:            { title: '计收方式、数量和缴费途径',   isGiven: ({ fee: of }) => of !== undefined && filled(of.howToPay) },
  notice:         { title: '此前通知的文号、送达日和期限', isGiven: ({ notice: of }) => of !== undefined && filled(of.number) },
  ownRecord:      { title: '更正的记录和处理结果',       isGiven: ({ ownRecord: of }) => of !== undefined && filled(of.record) && filled(NEEDED_OF_RECORD[of.result](of) ?? '') },
  service:        { title: '送达的文书、受送达人和方式', isGiven: ({ service: of }) => of !== undefined && filled(of.paper, of.receiver, of.way) },
} as const satisfies Record<string, FieldSpec>

export type LetterField = keyof typeof LETTER_FIELDS

type OwnRecord = NonNullable<LetterFacts['ownRecord']>

/** What each result of an application for correction must tell (第四十一条). */
const NEEDED_OF_RECORD: Readonly<
  Record<OwnRecord['result'], (of: OwnRecord) => string | undefined>
> = {
  corrected: ({ record }) => record,
  forwarded: ({ other }) => other,
  directed: ({ other }) => other,
  refused: ({ reason }) => reason,
}
