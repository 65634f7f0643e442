import { type Citation, cite, citePlace } from '../citation.js'
import type { Known } from '../instruments.js'

/** What is told to the applicant, in the groups of Table 3. */
export type Outcome =
  | 'open'
  | 'partlyOpen'
  | 'refused'
  | 'unavailable'
  | 'notProcessed'
  | 'abandoned'
  | 'other'

/** A legal ground on which a request is decided. */
export type GroundSpec = {
  readonly title: string
  readonly outcome: Outcome
  readonly basis: Citation
  /** The row of Table 3 in the form of 2021; that of 2019 has no rows under （六）. */
  readonly row: string
  /** How the row is known: its label in the form, or usage. */
  readonly known: Known
}

const ogi = (article: number, paragraph?: number, item?: number) =>
  cite('OGI-2019', article, paragraph, item)

/** 每一决定依据一次，登记一次: the letter, the remedy clause, the approval and the row of the annual report follow from it. */
// biome-ignore format: official table
export const GROUNDS = {
  published:         { title: '已经主动公开，告知获取方式、途径',   outcome: 'open',         basis: ogi(36, undefined, 1), row: '三（一）',  known: 'memory' },
  disclosed:         { title: '予以公开',                           outcome: 'open',         basis: ogi(36, undefined, 2), row: '三（一）',  known: 'seen' },
  partlyDisclosed:   { title: '部分公开',                           outcome: 'partlyOpen',   basis: ogi(37),               row: '三（二）',  known: 'seen' },
  stateSecret:       { title: '属于国家秘密',                       outcome: 'refused',      basis: ogi(14),               row: '三（三）1', known: 'seen' },
  forbiddenByLaw:    { title: '法律、行政法规禁止公开',             outcome: 'refused',      basis: ogi(14),               row: '三（三）2', known: 'seen' },
  endangersSecurity: { title: '公开后可能危及国家安全、公共安全、经济安全、社会稳定', outcome: 'refused', basis: ogi(14), row: '三（三）3', known: 'seen' },
  thirdPartyRights:  { title: '公开会对第三方合法权益造成损害',     outcome: 'refused',      basis: ogi(15),               row: '三（三）4', known: 'seen' },
  internalAffairs:   { title: '内部事务信息',                       outcome: 'refused',      basis: ogi(16, 1),            row: '三（三）5', known: 'seen' },
  processRecords:    { title: '过程性信息',                         outcome: 'refused',      basis: ogi(16, 2),            row: '三（三）6', known: 'seen' },
  enforcementFile:   { title: '行政执法案卷信息',                   outcome: 'refused',      basis: ogi(16, 2),            row: '三（三）7', known: 'seen' },
  specialAccess:     { title: '行政查询事项',                       outcome: 'refused',      basis: ogi(36, undefined, 7), row: '三（三）8', known: 'seen' },
  doesNotExist:      { title: '经检索没有所申请公开信息',           outcome: 'unavailable',  basis: ogi(36, undefined, 4), row: '三（四）1', known: 'memory' },
  notOurs:           { title: '不属于本机关负责公开',               outcome: 'unavailable',  basis: ogi(36, undefined, 5), row: '三（四）1', known: 'memory' },
  mustBeMade:        { title: '需要加工、分析',                     outcome: 'unavailable',  basis: ogi(38),               row: '三（四）2', known: 'seen' },
  stillUnclear:      { title: '补正后申请内容仍不明确',             outcome: 'unavailable',  basis: ogi(30),               row: '三（四）3', known: 'seen' },
  petition:          { title: '以申请形式进行信访、投诉、举报',     outcome: 'notProcessed', basis: ogi(39, 1),            row: '三（五）1', known: 'seen' },
  repeated:          { title: '重复申请',                           outcome: 'notProcessed', basis: ogi(36, undefined, 6), row: '三（五）2', known: 'seen' },
  publication:       { title: '要求提供公开出版物',                 outcome: 'notProcessed', basis: ogi(39, 2),            row: '三（五）3', known: 'seen' },
  beyondReason:      { title: '无正当理由大量反复申请',             outcome: 'notProcessed', basis: ogi(35),               row: '三（五）4', known: 'seen' },
  confirmAgain:      { title: '要求确认或者重新出具已获取信息',     outcome: 'notProcessed', basis: citePlace('REPORT-FORMAT-2021', '三（五）5'), row: '三（五）5', known: 'seen' },
  notCorrected:      { title: '逾期不补正，视为放弃',               outcome: 'abandoned',    basis: ogi(30),               row: '三（六）1', known: 'seen' },
  feeUnpaid:         { title: '逾期未缴费，视为放弃',               outcome: 'abandoned',    basis: citePlace('FEES-2020', '缴费期限'), row: '三（六）2', known: 'seen' },
  withdrawn:         { title: '申请人撤回',                         outcome: 'other',        basis: citePlace('REPORT-FORMAT-2021', '三（六）3'), row: '三（六）3', known: 'memory' },
  merged:            { title: '并案办理',                           outcome: 'other',        basis: citePlace('REPORT-FORMAT-2021', '三（六）3'), row: '三（六）3', known: 'memory' },
  notInformation:    { title: '不属于政府信息，或者属于咨询',       outcome: 'other',        basis: ogi(2),                row: '三（六）3', known: 'memory' },
  otherwise:         { title: '其他',                               outcome: 'other',        basis: citePlace('REPORT-FORMAT-2021', '三（六）3'), row: '三（六）3', known: 'memory' },
} as const satisfies Record<string, GroundSpec>

export type Ground = keyof typeof GROUNDS

/** What is decided on a part is what becomes of it. 部分公开 is decided on none: it is what open and withheld parts are together. */
export const PART_GROUNDS = (Object.keys(GROUNDS) as readonly Ground[]).filter(
  (ground) => ground !== 'partlyDisclosed',
)

/**
 * The one row of Table 3 in which a request with these grounds for its parts is counted: parts that are open and parts that
 * are not are 部分公开 and that row alone (区分处理的，只计这一情形). Of several grounds without an open part the first, which
 * is the main one. An empty list is a fault: RangeError.
 */
export function countedUnder(grounds: readonly Ground[]): Ground {
  const [first] = grounds
  if (first === undefined) throw new RangeError('没有登记决定依据')
  const isOpen = (ground: Ground) => GROUNDS[ground].outcome === 'open'
  const isMixed = grounds.some(isOpen) && !grounds.every(isOpen)
  return isMixed || grounds.includes('partlyDisclosed') ? 'partlyDisclosed' : first
}

/** Whether a part of a document can be withheld on this ground: what must not be disclosed, or is no government information (第三十七条). */
export function withholdsPart(ground: Ground): boolean {
  return GROUNDS[ground].outcome === 'refused' || ground === 'notInformation'
}
