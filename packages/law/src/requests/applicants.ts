import { type Citation, citePlace } from '../citation.js'
import type { Known } from '../instruments.js'

/** Of what kind an applicant is: the column of Table 3 follows from it. */
export type ApplicantKind =
  | 'person'
  | 'enterprise'
  | 'research'
  | 'charity'
  | 'legalService'
  | 'otherBody'

type ApplicantSpec = {
  readonly title: string
  /** The column of Table 3, in the words of the form. */
  readonly column: string
  /** Who belongs to it, as it is told to whoever fills in the form. */
  readonly holds: string
  readonly source: Citation
  /** How it is known who belongs there; the columns themselves are printed in the form. */
  readonly known: Known
}

const FORM = citePlace('REPORT-FORMAT-2021', '申请人情况')

/** 申请人情况. A lawyer or agent asks in the column of whom he acts for; of several applicants the first decides. */
// biome-ignore format: official table
export const APPLICANT_KINDS = {
  person:       { title: '自然人',       column: '自然人',       holds: '公民，包括在境外的公民',             source: FORM, known: 'seen' },
  enterprise:   { title: '商业企业',     column: '商业企业',     holds: '公司、合伙企业、农民专业合作社等',   source: FORM, known: 'memory' },
  research:     { title: '科研机构',     column: '科研机构',     holds: '研究机构、高等学校',                 source: FORM, known: 'memory' },
  charity:      { title: '社会公益组织', column: '社会公益组织', holds: '社会团体、基金会、社会服务机构',     source: FORM, known: 'memory' },
  legalService: { title: '法律服务机构', column: '法律服务机构', holds: '以自己名义申请的律师事务所、公证处、法律援助机构', source: FORM, known: 'memory' },
  otherBody:    { title: '其他组织',     column: '其他',         holds: '机关、村（居）民委员会、新闻媒体等', source: FORM, known: 'memory' },
} as const satisfies Record<ApplicantKind, ApplicantSpec>

/** The kinds in the order of the form. */
export const APPLICANT_KIND_IDS = Object.keys(APPLICANT_KINDS) as readonly ApplicantKind[]
