import type { ReportLevel } from '@gongkai/law'

// What the name of a township or subdistrict ends with, with or without its office: 石桥街道办事处, 白塘镇人民政府.
const TOWNSHIP = /(?:镇|乡|街道)(?:人民政府|办事处)?$/

const GOVERNMENT = /(?:人民政府|省|市|县|区|州|旗)$/

// A government's own office and development zones report for themselves or for their whole area: the name does not tell.
const EITHER = /(?:人民政府办公[室厅]|管委会|管理委员会|行政公署|(?:高新|开发|示范|试验|园|新)区)$/

const DEPARTMENT =
  /(?:局|厅|委|委员会|部|办公室|署|院|中心|支队|总队|大队|分局|行|社|会|馆|所|站|队)$/

/** Whose report it is, by the authority's name: a government's, a township's, a department's; null where the name does not tell. */
export function levelOf(authority: string): ReportLevel | null {
  const name = withoutSecondName(authority)
  if (TOWNSHIP.test(name)) return 'township'
  if (EITHER.test(name)) return null
  if (GOVERNMENT.test(name)) return 'government'
  return DEPARTMENT.test(name) ? 'department' : null
}

// State Council bodies, and organs led from above under their name.
const NATIONAL = /^(?:国家|国务院|中国|中华人民共和国|海关总署|审计署)|(?:部|总局|总署)$/

// 市人民政府 may be a city with districts (with the power) or a county-level city (without): not told by the name.
const BELOW_CITY = /(?:县|旗|(?<!自治)区|镇|乡|街道)(?:人民政府|办事处)?$/

/**
 * Whether the name alone shows that the authority may not make administrative rules (规章): `sure` for counties, districts,
 * townships and subdistricts, `likely` for departments below the State Council, null where the name does not tell.
 */
export function lacksRulePower(authority: string): 'sure' | 'likely' | null {
  const name = withoutSecondName(authority)
  if (NATIONAL.test(name) || EITHER.test(name)) return null
  if (BELOW_CITY.test(name)) return 'sure'
  return levelOf(name) === 'department' ? 'likely' : null
}

/** 云岭县教育局（云岭县体育局）: an authority with two names goes by the first. */
function withoutSecondName(authority: string): string {
  return authority.trim().replace(/[（(][^（）()]*[）)]$/, '')
}
