import type { LocalDate } from '@gongkai/law'

/** What an authority may be. 派出机构 and 法律、法规授权的组织: Articles 10 and 54 of the Regulations. */
// biome-ignore format: table
export const AUTHORITY_KINDS = {
  government:  '人民政府',
  department:  '政府部门',
  township:    '乡镇人民政府',
  subdistrict: '街道办事处',
  fieldOffice: '派出机构',
  authorised:  '授权组织',
  other:       '其他',
} as const satisfies Record<string, string>

export type AuthorityKind = keyof typeof AUTHORITY_KINDS

// biome-ignore format: table
export const AUTHORITY_LEVELS = {
  province: '省级',
  city:     '市级',
  county:   '县级',
  township: '乡级',
} as const satisfies Record<string, string>

export type AuthorityLevel = keyof typeof AUTHORITY_LEVELS

/** Where the seal stands on what is issued (GB/T 9704-2012, 7.3.5). */
// biome-ignore format: table
export const SEAL_PLACES = {
  onSignature: '署名处',
  none:        '不加盖',
} as const satisfies Record<string, string>

export type SealPlace = keyof typeof SEAL_PLACES

/** What is registered of an authority beside its place in the tree; null is not stated. */
export type AuthorityDetails = {
  readonly name: string
  readonly shortName: string | null
  readonly kind: AuthorityKind
  readonly level: AuthorityLevel
  readonly creditCode: string | null
  readonly regionCode: string | null
  /** 机关代字, the common beginning of its number series. */
  readonly documentCode: string | null
  readonly address: string | null
  readonly postalCode: string | null
  readonly phone: string | null
  readonly fax: string | null
  readonly email: string | null
  readonly officeHours: string | null
  readonly site: string | null
  /** The body that reviews its decisions, as a letter names it. */
  readonly reviewBody: string | null
  /** The court of first instance, as a letter names it. */
  readonly court: string | null
  readonly sealPlace: SealPlace | null
  readonly establishedOn: LocalDate | null
}

export type DetailKey = keyof AuthorityDetails

/** Each detail in official words, in the order of the form. */
// biome-ignore format: table
export const DETAIL_LABELS = {
  name:          '机关名称',
  shortName:     '简称',
  kind:          '类型',
  level:         '层级',
  creditCode:    '统一社会信用代码',
  regionCode:    '行政区划代码',
  documentCode:  '机关代字',
  address:       '地址',
  postalCode:    '邮政编码',
  phone:         '联系电话',
  fax:           '传真',
  email:         '电子邮箱',
  officeHours:   '办公时间',
  site:          '网站',
  reviewBody:    '行政复议机关',
  court:         '行政诉讼管辖法院',
  sealPlace:     '印章位置',
  establishedOn: '设立日期',
} as const satisfies Record<DetailKey, string>

export const DETAIL_KEYS = Object.keys(DETAIL_LABELS) as readonly DetailKey[]

/** The least that is known of a new authority, and whatever else is. */
export type NewAuthority = Pick<AuthorityDetails, 'name' | 'kind' | 'level'> &
  Partial<AuthorityDetails>

/** An authority as it is registered. */
export type Authority = AuthorityDetails & {
  readonly id: string
  readonly parentId: string | null
  /** The ids from the root down, itself included. */
  readonly path: readonly string[]
  /** The first day on which it is not there any more. */
  readonly dissolvedOn: LocalDate | null
  readonly version: number
}
