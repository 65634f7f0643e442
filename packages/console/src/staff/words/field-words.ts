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
  channel:     '提出渠道',
  arrivedOn:   '到达日期',
  authorityConfirmedOn: '本机关确认的日期',
  applicantConfirmedOn: '申请人确认的日期',
  proof:       '收到凭据',
  idKind:      '证件',
  idNumber:    '证件号码',
  wanted:      '内容描述',
  form:        '获取信息的方式',
  way:         '获取信息的途径',
  step:        '步骤',
  consultation: '征求意见的名称',
  whom:        '征求谁的意见',
  how:         '确认的方式和确认人',
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
