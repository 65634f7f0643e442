import { isLocalDate, type LocalDate } from '@gongkai/law'
import { wrongName } from '../names/tidy-name.js'
import type { AuthorityDetails } from './authority.js'
import { isCreditCode } from './credit-code.js'

/** What is wrong with the details of an authority, each said with what to do; empty where nothing is. */
export function wrongDetails(details: AuthorityDetails, today: LocalDate): readonly string[] {
  const { name, shortName } = details
  const names = [
    wrongName('机关名称', name),
    shortName === null ? null : wrongName('简称', shortName),
  ]
  return [
    ...names.filter((one) => one !== null),
    ...CHECKS.filter(([isRight]) => !isRight(details, today)).map(([, message]) => message),
  ]
}

type Check = readonly [isRight: (details: AuthorityDetails, today: LocalDate) => boolean, string]

// biome-ignore format: table
const CHECKS: readonly Check[] = [
  [({ creditCode }) => creditCode === null || isCreditCode(creditCode),
    '统一社会信用代码有误：应为18位，且校验码正确。请与统一社会信用代码证书核对；在 Excel 中请以文本格式填写。'],
  // Six digits (GB/T 2260), nine with the township (GB/T 10114), twelve with the village.
  [({ regionCode }) => matches(regionCode, /^\d{6}(?:\d{3}){0,2}$/), '行政区划代码应为6位、9位或者12位数字。'],
  [({ postalCode }) => matches(postalCode, /^\d{6}$/), '邮政编码应为6位数字。'],
  [({ email }) => matches(email, /^[^\s@]+@[^\s@]+$/), '电子邮箱格式有误。'],
  [({ site }) => matches(site, /^https?:\/\/[^\s/]+\S*$/), '网站请填写完整网址，以 http:// 或者 https:// 开头。'],
  [({ kind, level }) => (kind !== 'township' && kind !== 'subdistrict') || level === 'township',
    '乡镇人民政府、街道办事处的层级应为“乡级”。'],
  [({ establishedOn }, today) => establishedOn === null || (isLocalDate(establishedOn) && establishedOn <= today),
    '设立日期有误，或者晚于今天。'],
]

function matches(value: string | null, shape: RegExp): boolean {
  return value === null || shape.test(value)
}
