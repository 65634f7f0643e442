import { type Citation, cite } from '../citation.js'
import type { Known } from '../instruments.js'

/** What kind of body decides, as far as the law on reconsideration tells them apart. */
export type ReviewedBody =
  | 'department'
  | 'government'
  | 'township'
  | 'subdistrict'
  | 'fieldOffice'
  | 'authorised'
  | 'province'
  | 'stateDepartment'
  | 'vertical'
  | 'justice'

type ReviewSpec = {
  /** By whom its decisions are reviewed, as it is told. */
  readonly by: string
  /** What that body's name ends in. */
  readonly name: RegExp
  /** 中级人民法院 in the first instance (行政诉讼法第十五条). */
  readonly intermediateCourt: boolean
  readonly basis: Citation
  readonly known: Known
}

const review = (article: number, paragraph?: number, item?: number) =>
  cite('RECONSIDERATION-2023', article, paragraph, item)

// The end of a name: a government, a body above in the same line, or a ministry that reviews itself.
const GOVERNMENT = /人民政府$/
const LINE = /(?<!人民政府)$/
const ANY = /\p{Script=Han}$/u

/** 行政复议机关, since 2024: of a department its own government and no longer the department above it. */
// biome-ignore format: official table
export const REVIEW_BODIES: Readonly<Record<ReviewedBody, ReviewSpec>> = {
  department:      { by: '本级人民政府',                       name: GOVERNMENT, intermediateCourt: false, basis: review(24, 1, 1), known: 'seen' },
  government:      { by: '上一级人民政府',                     name: GOVERNMENT, intermediateCourt: true,  basis: review(24, 1, 2), known: 'seen' },
  township:        { by: '上一级人民政府',                     name: GOVERNMENT, intermediateCourt: false, basis: review(24, 1, 2), known: 'seen' },
  subdistrict:     { by: '设立该派出机关的人民政府',           name: GOVERNMENT, intermediateCourt: false, basis: review(24, 1, 3), known: 'seen' },
  fieldOffice:     { by: '设立它的部门的本级人民政府',         name: GOVERNMENT, intermediateCourt: false, basis: review(24),       known: 'memory' },
  authorised:      { by: '管理它的人民政府，或者管理它的部门的本级人民政府', name: GOVERNMENT, intermediateCourt: false, basis: review(24, 1, 4), known: 'memory' },
  province:        { by: '本机关（省、自治区、直辖市人民政府）', name: GOVERNMENT, intermediateCourt: true, basis: review(24),       known: 'memory' },
  stateDepartment: { by: '本部门',                             name: LINE,       intermediateCourt: true,  basis: review(25),       known: 'seen' },
  vertical:        { by: '上一级主管部门',                     name: LINE,       intermediateCourt: false, basis: review(27),       known: 'seen' },
  justice:         { by: '本级人民政府或者上一级司法行政部门', name: ANY,        intermediateCourt: false, basis: review(28),       known: 'seen' },
}
