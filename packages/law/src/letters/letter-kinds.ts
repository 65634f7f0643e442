import { type Citation, cite, citePlace } from '../citation.js'
import type { Known } from '../instruments.js'
import type { AheadDay } from '../request-clock/due-date.js'
import type { StepName } from '../request-clock/steps.js'
import { countedUnder, type Ground } from '../requests/grounds.js'
import type { LetterField } from './letter-fields.js'

/** Who a letter is for. `file`: it stays in the case file. */
export type LetterTo = 'applicant' | 'thirdParty' | 'otherAuthority' | 'section' | 'file'

/** Who consents to it before it is sent; an area may ask for more. */
export type Approval = 'none' | 'officeHead' | 'leader'

type LetterSpec = {
  readonly title: string
  readonly to: LetterTo
  /** The day of the request's clock by which it must be sent; null where the Regulations set none. */
  readonly due: AheadDay['what'] | null
  /** The step of the clock that sending it is. */
  readonly step: StepName | null
  /** The grounds of a decision that it tells. */
  readonly grounds: readonly Ground[]
  /** What must be known for it, besides what each ground needs. */
  readonly fields: readonly LetterField[]
  readonly remedy: boolean
  readonly approval: Approval
  readonly basis: Citation
  /** How it is known that this paper is in use; what it must say follows from `basis`. */
  readonly known: Known
}

const ogi = (article: number, paragraph?: number, item?: number) =>
  cite('OGI-2019', article, paragraph, item)
const SERVICE: Citation = { ...citePlace('SERVICE-2016', '送达方式'), known: 'memory' }
const CLOSED: Citation = { ...citePlace('REPORT-FORMAT-2021', '三（六）其他处理') }

const REFUSED = [
  'stateSecret',
  'forbiddenByLaw',
  'endangersSecurity',
  'thirdPartyRights',
  'internalAffairs',
  'processRecords',
  'enforcementFile',
] as const satisfies readonly Ground[]
const REPLY = ['documentNumber', 'applicant', 'request', 'parts'] as const
const TO_APPLICANT = ['documentNumber', 'applicant', 'request'] as const

/** Every paper of a request, in the order of its life. What `letterOf` selects is told by `grounds`. */
// biome-ignore format: official table
export const LETTERS = {
  registration:           { title: '政府信息公开申请登记回执',     to: 'applicant',      due: null,            step: null,            grounds: [], fields: ['applicant', 'request', 'replyDue'], remedy: false, approval: 'none', basis: ogi(45), known: 'seen' },
  correctionNotice:       { title: '政府信息公开申请补正告知书',   to: 'applicant',      due: 'askCorrection', step: 'askCorrection', grounds: [], fields: [...TO_APPLICANT, 'correction'],      remedy: false, approval: 'officeHead', basis: ogi(30), known: 'seen' },
  reasonsNotice:          { title: '政府信息公开申请说明理由告知书', to: 'applicant',    due: 'reply',         step: 'askReasons',    grounds: [], fields: [...TO_APPLICANT, 'reasons'],         remedy: false, approval: 'officeHead', basis: ogi(35), known: 'seen' },
  extensionNotice:        { title: '政府信息公开申请延期答复告知书', to: 'applicant',    due: 'reply',         step: 'extend',        grounds: [], fields: [...TO_APPLICANT, 'replyDue', 'extension'], remedy: false, approval: 'officeHead', basis: ogi(33, 2), known: 'seen' },
  postponementNotice:     { title: '政府信息公开申请延迟答复告知书', to: 'applicant',    due: 'reply',         step: 'postpone',      grounds: [], fields: [...TO_APPLICANT, 'replyDue', 'postponement'], remedy: false, approval: 'officeHead', basis: ogi(35), known: 'memory' },
  thirdPartyConsultation: { title: '政府信息公开征求第三方意见书', to: 'thirdParty',     due: null,            step: 'consult',       grounds: [], fields: ['documentNumber', 'consultation'],   remedy: false, approval: 'officeHead', basis: ogi(32), known: 'seen' },
  coMakerConsultation:    { title: '政府信息公开征求意见函',       to: 'otherAuthority', due: null,            step: 'consult',       grounds: [], fields: ['documentNumber', 'consultation'],   remedy: false, approval: 'officeHead', basis: ogi(34), known: 'seen' },
  consultationNotice:     { title: '政府信息公开申请征求意见告知书', to: 'applicant',    due: null,            step: null,            grounds: [], fields: [...TO_APPLICANT, 'consultation'],    remedy: false, approval: 'officeHead', basis: ogi(33, 3), known: 'seen' },
  thirdPartyNotice:       { title: '公开政府信息告知书',           to: 'thirdParty',     due: 'reply',         step: null,            grounds: [], fields: ['documentNumber', 'override'],       remedy: true,  approval: 'leader', basis: ogi(32), known: 'seen' },
  assistance:             { title: '政府信息公开申请协办函',       to: 'section',        due: null,            step: null,            grounds: [], fields: ['request', 'assistance'],            remedy: false, approval: 'officeHead', basis: ogi(45), known: 'seen' },
  feeNotice:              { title: '政府信息公开信息处理费收费通知书', to: 'applicant',  due: 'reply',         step: 'askFee',        grounds: [], fields: [...TO_APPLICANT, 'fee'],             remedy: false, approval: 'leader', basis: ogi(42), known: 'seen' },
  disclosure:             { title: '政府信息公开答复书',           to: 'applicant', due: 'reply', step: 'reply', grounds: ['published', 'disclosed'], fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(36),               known: 'memory' },
  partialDisclosure:      { title: '政府信息部分公开答复书',       to: 'applicant', due: 'reply', step: 'reply', grounds: ['partlyDisclosed'],        fields: REPLY, remedy: true, approval: 'leader',     basis: ogi(37),               known: 'memory' },
  refusal:                { title: '政府信息不予公开答复书',       to: 'applicant', due: 'reply', step: 'reply', grounds: REFUSED,                    fields: REPLY, remedy: true, approval: 'leader',     basis: ogi(36, undefined, 3), known: 'memory' },
  specialAccess:          { title: '行政查询事项告知书',           to: 'applicant', due: 'reply', step: 'reply', grounds: ['specialAccess'],          fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(36, undefined, 7), known: 'memory' },
  doesNotExist:           { title: '政府信息不存在答复书',         to: 'applicant', due: 'reply', step: 'reply', grounds: ['doesNotExist'],           fields: REPLY, remedy: true, approval: 'leader',     basis: ogi(36, undefined, 4), known: 'memory' },
  notOurs:                { title: '不属于本机关公开告知书',       to: 'applicant', due: 'reply', step: 'reply', grounds: ['notOurs'],                fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(36, undefined, 5), known: 'memory' },
  mustBeMade:             { title: '政府信息不予提供答复书',       to: 'applicant', due: 'reply', step: 'reply', grounds: ['mustBeMade'],             fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(38),               known: 'memory' },
  stillUnclear:           { title: '补正后申请内容不明确答复书',   to: 'applicant', due: 'reply', step: 'reply', grounds: ['stillUnclear'],           fields: [...REPLY, 'notice'], remedy: true, approval: 'officeHead', basis: ogi(30), known: 'memory' },
  petition:               { title: '信访投诉举报类申请告知书',     to: 'applicant', due: 'reply', step: 'reply', grounds: ['petition'],               fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(39, 1),            known: 'memory' },
  repeated:               { title: '重复申请告知书',               to: 'applicant', due: 'reply', step: 'reply', grounds: ['repeated'],               fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(36, undefined, 6), known: 'memory' },
  publication:            { title: '公开出版物获取途径告知书',     to: 'applicant', due: 'reply', step: 'reply', grounds: ['publication'],            fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(39, 2),            known: 'memory' },
  beyondReason:           { title: '政府信息公开申请不予处理决定书', to: 'applicant', due: 'reply', step: 'reply', grounds: ['beyondReason', 'confirmAgain'], fields: REPLY, remedy: true, approval: 'leader', basis: ogi(35),          known: 'memory' },
  notInformation:         { title: '政府信息公开申请其他处理告知书', to: 'applicant', due: 'reply', step: 'reply', grounds: ['notInformation', 'otherwise'],  fields: REPLY, remedy: true, approval: 'officeHead', basis: ogi(2),       known: 'memory' },
  abandoned:              { title: '政府信息公开申请不再处理告知书', to: 'applicant', due: null,  step: 'abandon', grounds: ['notCorrected', 'feeUnpaid'], fields: [...REPLY, 'notice'], remedy: true, approval: 'officeHead', basis: CLOSED, known: 'memory' },
  ownRecord:              { title: '政府信息更正申请告知书',       to: 'applicant', due: null,    step: 'reply', grounds: [],                         fields: [...TO_APPLICANT, 'ownRecord'], remedy: true, approval: 'officeHead', basis: ogi(41), known: 'memory' },
  recordTransfer:         { title: '政府信息更正申请转送函',       to: 'otherAuthority', due: null, step: null,    grounds: [],                         fields: ['documentNumber', 'request', 'ownRecord'], remedy: false, approval: 'officeHead', basis: ogi(41), known: 'memory' },
  closure:                { title: '政府信息公开申请终止办理记录', to: 'file',      due: null,    step: 'withdraw', grounds: ['withdrawn', 'merged'],  fields: ['applicant', 'request', 'parts'], remedy: false, approval: 'officeHead', basis: CLOSED, known: 'memory' },
  serviceRecord:          { title: '送达回证',                     to: 'file',      due: null,    step: null,    grounds: [],                         fields: ['service'], remedy: false, approval: 'none', basis: SERVICE, known: 'memory' },
} as const satisfies Record<string, LetterSpec>

export type LetterKind = keyof typeof LETTERS

/** The kinds in the order of a request's life. */
export const LETTER_KINDS = Object.keys(LETTERS) as readonly LetterKind[]

/** What is fixed for letters of `kind`. */
export function letterSpec(kind: LetterKind): LetterSpec {
  return LETTERS[kind]
}

/** The paper that tells the applicant of a step, where somebody recorded the step by itself: it is owed until it is sent (第三十条、第三十三条、第三十五条). */
export const OWED_PAPERS: Readonly<Partial<Record<StepName, LetterKind>>> = {
  extend: 'extensionNotice',
  postpone: 'postponementNotice',
  abandon: 'abandoned',
  withdraw: 'closure',
}

/**
 * The one letter that tells a decision on `grounds`, one for each part: open and other parts together are 部分公开, else
 * the first, the main ground selects. Every ground has its letter. An empty list is a fault: RangeError.
 */
export function letterOf(grounds: readonly Ground[]): LetterKind {
  const counted = countedUnder(grounds)
  const kind = LETTER_KINDS.find((one) => letterSpec(one).grounds.includes(counted))
  if (!kind) throw new RangeError(`决定依据没有对应的文书：${counted}`)
  return kind
}
