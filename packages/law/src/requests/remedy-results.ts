import { type Citation, cite } from '../citation.js'
import type { Known } from '../instruments.js'

/** What is brought against an authority. The first three are the blocks of Table 4; a complaint is counted in none. */
export type RemedyKind = 'reconsideration' | 'suit' | 'suitAfterReconsideration' | 'complaint'

type RemedyKindSpec = {
  readonly title: string
  /** The block of Table 4, in the words of the form. */
  readonly row: string | null
  /** By whom it is decided. */
  readonly body: string
  readonly source: Citation
}

// biome-ignore format: official table
export const REMEDY_KINDS = {
  reconsideration:          { title: '行政复议',         row: '行政复议',         body: '行政复议机关', source: cite('OGI-2019', 51) },
  suit:                     { title: '未经复议直接起诉', row: '未经复议直接起诉', body: '人民法院',     source: cite('OGI-2019', 51) },
  suitAfterReconsideration: { title: '复议后起诉',       row: '复议后起诉',       body: '人民法院',     source: cite('LITIGATION-2017', 45) },
  complaint:                { title: '投诉、举报',       row: null,               body: '政府信息公开工作主管部门', source: cite('OGI-2019', 51) },
} as const satisfies Record<RemedyKind, RemedyKindSpec>

export const REMEDY_KIND_IDS = Object.keys(REMEDY_KINDS) as readonly RemedyKind[]

/** The columns of Table 4 that a result is counted in; null where it is none of them. */
type ResultColumn = '结果维持' | '结果纠正' | '其他结果'

type RemedyResultSpec = {
  readonly title: string
  readonly of: readonly RemedyKind[]
  readonly column: ResultColumn | null
  readonly source: Citation
  /** How the column is known: the form names the columns, it does not say what belongs there. */
  readonly known: Known
}

const RECON: readonly RemedyKind[] = ['reconsideration']
const SUITS: readonly RemedyKind[] = ['suit', 'suitAfterReconsideration']
const COMPLAINT: readonly RemedyKind[] = ['complaint']
const recon = (article: number) => cite('RECONSIDERATION-2023', article)
const court = (article: number) => cite('LITIGATION-2017', article)
const office = cite('OGI-2019', 47)

/** 复议决定、裁判、处理结果 in the wording of the laws, and the column of Table 4 that follows from it. */
// biome-ignore format: official table
export const REMEDY_RESULTS = {
  upheld:               { title: '维持',                   of: RECON,     column: '结果维持', source: recon(68), known: 'memory' },
  requestDismissed:     { title: '驳回行政复议请求',       of: RECON,     column: '结果维持', source: recon(69), known: 'memory' },
  changed:              { title: '变更',                   of: RECON,     column: '结果纠正', source: recon(63), known: 'memory' },
  revoked:              { title: '撤销或者部分撤销',       of: RECON,     column: '结果纠正', source: recon(64), known: 'memory' },
  foundUnlawful:        { title: '确认违法',               of: RECON,     column: '结果纠正', source: recon(65), known: 'memory' },
  ordered:              { title: '责令限期履行',           of: RECON,     column: '结果纠正', source: recon(66), known: 'memory' },
  foundVoid:            { title: '确认无效',               of: RECON,     column: '结果纠正', source: recon(67), known: 'memory' },
  applicationDismissed: { title: '驳回行政复议申请',       of: RECON,     column: '其他结果', source: recon(33), known: 'memory' },
  terminated:           { title: '撤回申请，终止行政复议', of: RECON,     column: '其他结果', source: recon(41), known: 'memory' },
  mediated:             { title: '调解、和解',             of: RECON,     column: '其他结果', source: recon(73), known: 'memory' },
  reconOtherwise:       { title: '移送等其他情形',         of: RECON,     column: '其他结果', source: recon(41), known: 'memory' },
  claimDismissed:       { title: '驳回诉讼请求',           of: SUITS,     column: '结果维持', source: court(69), known: 'memory' },
  courtRevoked:         { title: '撤销或者部分撤销',       of: SUITS,     column: '结果纠正', source: court(70), known: 'memory' },
  courtOrdered:         { title: '责令履行职责',           of: SUITS,     column: '结果纠正', source: court(72), known: 'memory' },
  courtFoundUnlawful:   { title: '确认违法',               of: SUITS,     column: '结果纠正', source: court(74), known: 'memory' },
  courtFoundVoid:       { title: '确认无效',               of: SUITS,     column: '结果纠正', source: court(75), known: 'memory' },
  courtChanged:         { title: '变更',                   of: SUITS,     column: '结果纠正', source: court(77), known: 'memory' },
  suitDismissed:        { title: '裁定驳回起诉、不予立案', of: SUITS,     column: '其他结果', source: court(49), known: 'memory' },
  suitWithdrawn:        { title: '准许撤诉',               of: SUITS,     column: '其他结果', source: court(62), known: 'memory' },
  courtMediated:        { title: '调解',                   of: SUITS,     column: '其他结果', source: court(60), known: 'memory' },
  courtOtherwise:       { title: '移送、终结等其他情形',   of: SUITS,     column: '其他结果', source: court(22), known: 'memory' },
  rectified:            { title: '督促整改',               of: COMPLAINT, column: null,       source: office,    known: 'seen' },
  criticised:           { title: '予以通报批评',           of: COMPLAINT, column: null,       source: office,    known: 'seen' },
  unfounded:            { title: '反映的情况不属实',       of: COMPLAINT, column: null,       source: office,    known: 'memory' },
  complaintOtherwise:   { title: '撤回、转送等其他情形',   of: COMPLAINT, column: null,       source: office,    known: 'memory' },
} as const satisfies Record<string, RemedyResultSpec>

export type RemedyResult = keyof typeof REMEDY_RESULTS

export const REMEDY_RESULT_IDS = Object.keys(REMEDY_RESULTS) as readonly RemedyResult[]

/** Whether `result` can be the end of what is of this kind. */
export function isResultOf(kind: RemedyKind, result: RemedyResult): boolean {
  return REMEDY_RESULTS[result].of.includes(kind)
}

/** The column of Table 4 (表四) under which a result is counted, 尚未审结 where there is none yet; null for what Table 4 does not count. */
export function remedyColumn(
  kind: RemedyKind,
  result: RemedyResult | null,
): ResultColumn | '尚未审结' | null {
  if (REMEDY_KINDS[kind].row === null) return null
  return result === null ? '尚未审结' : REMEDY_RESULTS[result].column
}
