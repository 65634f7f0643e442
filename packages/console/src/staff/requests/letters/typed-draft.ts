import { type Ground, type LetterKind, PART_WORDS } from '@gongkai/law'
import type { LetterDraft } from '@gongkai/web'

/** A form as it is typed: every value by its place, `correction.points`. */
export type Typed = {
  readonly [place: string]: string | undefined
  readonly what?: string
  readonly ground?: string
  readonly wanted?: string
  readonly attachments?: string
  readonly thirdParties?: string
  readonly series?: string
}

type FieldKind = 'text' | 'area' | 'day' | 'lines' | 'number' | Readonly<Record<string, string>>

/** One field of a form: where its value stands, what it is called, how it is typed. */
export type FieldSpec = readonly [place: string, label: string, kind: FieldKind, isOptional?: true]

const WHOM = ['consultation.whom', '征求的对象', 'text'] as const
const ABOUT = ['consultation.about', '所涉内容', 'area'] as const
const CONCERN = ['consultation.concern', '可能损害的权益，或者征求意见的原因', 'area'] as const

/** What each paper needs beside what the register has. */
// biome-ignore format: table
export const PAPER_FIELDS: Readonly<Partial<Record<LetterKind, readonly FieldSpec[]>>> = {
  correctionNotice:       [['correction.points', '补正的事项，每行一项', 'lines'], ['correction.how', '补正的方式', 'text'], ['correction.until', '补正的期限', 'day']],
  reasonsNotice:          [['reasons.excess', '数量、频次超过合理范围的情况', 'area'], ['reasons.points', '要求说明的理由，每行一项', 'lines'], ['reasons.until', '说明的期限', 'day']],
  extensionNotice:        [['extension.reason', '延长的理由', 'text'], ['extension.days', '延长的工作日数', 'number']],
  postponementNotice:     [['postponement.reason', '不能在期限内答复的理由', 'text'], ['postponement.until', '延迟至', 'day']],
  thirdPartyConsultation: [WHOM, ['consultation.kind', '对象的类别', { thirdParty: '第三方' }], ABOUT, CONCERN],
  coMakerConsultation:    [WHOM, ['consultation.kind', '对象的类别', { coMaker: '共同制作机关', otherAuthority: '其他机关' }], ABOUT, CONCERN, ['consultation.until', '答复的期限（其他机关）', 'day', true]],
  consultationNotice:     [WHOM, ['consultation.kind', '对象的类别', { thirdParty: '第三方', coMaker: '共同制作机关', otherAuthority: '其他机关' }], ABOUT, CONCERN, ['consultation.sentOn', '征求意见书发出之日', 'day']],
  thirdPartyNotice:       [['override.whom', '第三方', 'text'], ['override.what', '决定公开的内容', 'text'], ['override.reason', '理由', 'area']],
  assistance:             [['assistance.whom', '协办的科室', 'text'], ['assistance.task', '协办的事项', 'area'], ['assistance.until', '期限', 'day']],
  feeNotice:              [['fee.way', '计收方式', { byItem: '按件', byPage: '按量（页）' }], ['fee.first', '自第几件、页', 'number'], ['fee.last', '至第几件、页', 'number'], ['fee.howToPay', '缴费途径', 'text']],
  recordTransfer:         [['ownRecord.record', '要求更正的记录', 'text'], ['ownRecord.result', '处理结果', { forwarded: '转送' }], ['ownRecord.other', '转送的机关', 'text']],
  serviceRecord:          [['service.paper', '送达的文书及文号', 'text'], ['service.receiver', '受送达人', 'text'], ['service.way', '送达方式', 'text'], ['service.place', '送达地点', 'text']],
  ownRecord:              [['ownRecord.record', '要求更正的记录', 'text'], ['ownRecord.result', '处理结果', { corrected: '已更正', forwarded: '已转送', directed: '告知向其他机关提出', refused: '不予更正' }], ['ownRecord.other', '其他机关', 'text', true], ['ownRecord.reason', '理由', 'area', true]],
}

/** The notice that was not followed: asked for where a decision rests on it. */
// biome-ignore format: table
export const NOTICE_FIELDS: readonly FieldSpec[] = [
  ['notice.number', '此前通知的文号', 'text'], ['notice.on', '通知的日期', 'day'], ['notice.servedOn', '通知送达之日', 'day'], ['notice.until', '通知确定的期限', 'day'],
]

/** The grounds that rest on an earlier notice. */
export const AFTER_NOTICE: readonly Ground[] = ['stillUnclear', 'notCorrected', 'feeUnpaid']

// biome-ignore format: table
const DETAIL_FIELDS: Readonly<Record<string, readonly FieldSpec[]>> = {
  reason:     [['reason', '理由', 'area']],
  where:      [['where', '获取的方式、途径和时间，或者办理的途径', 'text']],
  specialLaw: [['specialLaw', '所依据的专门规定', 'text']],
  other:      [['other.name', '负责公开的机关；不能确定的不填', 'text', true], ['other.contact', '联系方式', 'text', true]],
  earlier:    [['earlier.number', '此前答复的文号', 'text'], ['earlier.on', '此前答复的日期', 'day']],
}

/** What is asked for a part that is decided on this ground. */
export function fieldsOfPart(ground: Ground): readonly FieldSpec[] {
  return PART_WORDS[ground].needs.flatMap((need) => DETAIL_FIELDS[need] ?? [])
}

/** What was typed in `fields`, as it is sent. */
export function givenIn(typed: Typed, fields: readonly FieldSpec[]): Record<string, unknown> {
  const given: Record<string, Record<string, unknown>> = {}
  const plain: Record<string, unknown> = {}
  for (const [place, , kind] of fields) {
    const text = typed[place]?.trim() ?? ''
    if (text === '') continue
    const value = toValue(text, kind)
    const [head = '', tail] = place.split('.')
    if (tail === undefined) plain[head] = value
    else given[head] = { ...given[head], [tail]: value }
  }
  return { ...plain, ...given }
}

function toValue(text: string, kind: FieldKind): unknown {
  if (kind === 'number') return Number(text)
  if (kind !== 'lines') return text
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** What is sent, as it is typed: lists are lines, what stands within has its place. */
export function typedOf(given: Readonly<Record<string, unknown>>, within = ''): Typed {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]): (readonly [string, string | undefined])[] => {
      const place = within + key
      if (value === null || value === undefined) return []
      if (Array.isArray(value)) return [[place, value.join('\n')]]
      if (typeof value === 'object')
        return Object.entries(typedOf(value as Record<string, unknown>, `${place}.`))
      return [[place, String(value)]]
    }),
  )
}

/** A part as it is sent. Who is responsible and cannot be found out is said to be unknown. */
export function partOf(typed: Typed): NonNullable<LetterDraft['details']['parts']>[number] {
  // Chosen from the grounds; the API checks all of it once more.
  const ground = typed.ground as Ground
  const given = givenIn(typed, [['what', '', 'text'], ...fieldsOfPart(ground)])
  const needsOther = PART_WORDS[ground].needs.includes('other')
  return { other: needsOther ? 'unknown' : undefined, ...given, ground } as ReturnType<
    typeof partOf
  >
}
