import { DETAIL_LABELS } from './authority-words.js'
import { DETAIL_WORDS } from './event-words.js'

// biome-ignore format: table
const FIELD_WORDS: Readonly<Record<string, string>> = {
  login:       '登录名',
  password:    '密码',
  old:         '原密码',
  code:        '设置码或者验证码',
  region:      '地区名称',
  regionCode:  '行政区划代码',
  authority:   '本级人民政府全称',
  reason:      '理由或者依据',
  authorityId: '机关',
  personId:    '人员',
  deputyId:    '代理人',
  dutiesTo:    '承接未了事项的机关',
  lastDay:     '最后一天',
  digest:      '预览',
  file:        '文件',
}

/** What a field of a request is called on the screen, by the last word of its path; the word itself where it has no name. */
export function fieldLabel(field: string): string {
  const words: Readonly<Record<string, string>> = {
    ...DETAIL_WORDS,
    ...DETAIL_LABELS,
    ...FIELD_WORDS,
  }
  const last = field.split('.').findLast((part) => Number.isNaN(Number(part))) ?? field
  // The name of an authority stands under its details; any other name is that of a person.
  if (last === 'name' && !field.includes('details')) return '姓名或者名称'
  return words[last] ?? last
}
