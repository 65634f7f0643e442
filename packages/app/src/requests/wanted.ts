import { type Refusal, refuse } from '@gongkai/law'

/** 获取信息的方式: in what form the information is wanted. */
// biome-ignore format: table
export const SUPPLY_FORMS = {
  paper:      '纸质',
  electronic: '电子文件',
  inspection: '当场查阅、抄录',
  other:      '其他形式',
} as const satisfies Record<string, string>

export type SupplyForm = keyof typeof SUPPLY_FORMS

/** 获取信息的途径: by which way it is to come. */
// biome-ignore format: table
export const SUPPLY_WAYS = {
  inPerson: '自行领取',
  post:     '邮寄',
  email:    '电子邮件',
  fax:      '传真',
  portal:   '网上查询页面下载',
} as const satisfies Record<string, string>

export type SupplyWay = keyof typeof SUPPLY_WAYS

/** What is asked for (第二十九条第二款第二项、第三项). Its purpose is never asked. */
export type Wanted = {
  /** 所需政府信息的内容描述. */
  readonly wanted: string
  /** 名称 of a document that is known. */
  readonly title: string | null
  /** 文号 of it. */
  readonly number: string | null
  readonly form: SupplyForm
  readonly way: SupplyWay
  /** What help is needed to read, see or hear (第四十三条). */
  readonly help: string | null
}

export type WantedRefusal = Refusal<'requests.wanted-missing' | 'requests.wanted-too-long'>

/** Characters: more belongs into an attachment. */
const MOST = 5000

/** Why this is no description with which an authority could look for anything; null where it is one. */
export function refuseWanted({ wanted, title, number, help }: Wanted) {
  if (wanted.trim() === '')
    return refuse(
      'requests.wanted-missing',
      '请写明所需政府信息的名称、文号或者便于查询的其他特征。',
    )
  const isLong =
    wanted.length > MOST || [title, number, help].some((text) => text && text.length > 500)
  if (!isLong) return null
  return refuse(
    'requests.wanted-too-long',
    `所需信息的描述不超过${MOST}字，名称、文号和需要的帮助各不超过500字。更多内容请作为附件提交。`,
  )
}
