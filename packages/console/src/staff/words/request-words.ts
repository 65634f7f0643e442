import {
  CLOCK_STEPS,
  type ClockStep,
  type Consulted,
  OWN_RECORD_RESULTS,
  type OwnRecordResult,
  type ReceiptRule,
} from '@gongkai/law'
import type {
  RegisterRequest,
  RequestAdvices,
  RequestFile,
  RequestFiles,
  RequestNews,
} from '@gongkai/web'
import { dayText } from './authority-words.js'

type Person = RegisterRequest['applicants']['people'][number]

/** How far a request is. */
// biome-ignore format: table
export const STAGES: Readonly<Record<RequestFile['stage'], string>> = {
  arrived:            '待确认收到',
  examining:          '办理中',
  awaitingCorrection: '等待补正',
  awaitingReasons:    '等待说明理由',
  awaitingFee:        '等待缴费',
  closed:             '已办结',
}

/** What came of an application to correct one's own record. */
export const OWN_RESULTS: Readonly<Record<OwnRecordResult, string>> = {
  corrected: OWN_RECORD_RESULTS.corrected.title,
  refused: OWN_RECORD_RESULTS.refused.title,
  forwarded: OWN_RECORD_RESULTS.forwarded.title,
  directed: OWN_RECORD_RESULTS.directed.title,
}

/** Why a request is none. */
export const ASIDE: Readonly<Record<NonNullable<RequestFile['setAside']>, string>> = {
  struck: '登记有误，已划去',
  notReceived: '未受理，已终结',
  split: '已分案，由各件分别办理',
  rejoined: '分案已撤销，并回原申请',
}

/** How a request is joined to others, as a mark in a list. */
export const JOIN_MARKS: Readonly<Record<NonNullable<RequestFile['join']>, string>> = {
  leads: '并案牵头',
  follows: '并案',
  part: '分案',
}

/** How far a request is, or that it is none. */
export function standing({ stage, setAside }: Pick<RequestFile, 'stage' | 'setAside'>): string {
  return setAside ? ASIDE[setAside] : STAGES[stage]
}

/** What was registered, by its key. */
// biome-ignore format: table
export const REGISTERED: Readonly<Record<string, string>> = {
  kind:                 '申请事项',
  channel:              '提出渠道',
  arrivedOn:            '到达日期',
  applicantConfirmedOn: '申请人确认的日期',
  authorityConfirmedOn: '本机关确认的日期',
  confirmedHow:         '确认的方式和确认人',
  proof:                '收到凭据',
  applicantKind:        '申请人类别',
  wanted:               '内容描述',
  title:                '文件名称',
  number:               '文号',
  form:                 '获取信息的方式',
  way:                  '获取信息的途径',
  help:                 '需要的帮助',
  news:                 '告知方式',
  people:               '申请人',
}

/** What is to be done by the next day. */
// biome-ignore format: table
export const NEXT: Readonly<Record<NonNullable<RequestFile['nextWhat']>, string>> = {
  confirmReceipt: '确认收到',
  askCorrection:  '告知补正（内容不明确的）',
  correction:     '申请人补正',
  reasons:        '申请人说明理由',
  opinion:        '收到征求的意见',
  feePayment:     '申请人缴费',
  reply:          '答复',
}

/** The queues of the register, in the order of their urgency. */
// biome-ignore format: table
export const QUEUES = {
  overdue:     '逾期',
  today:       '今日到期',
  week:        '一周内到期',
  arrived:     '待确认收到',
  unserved:    '待核实送达',
  open:        '全部未办结',
  carriedOver: '年底将结转',
  toFile:      '待归档',
  closed:      '已办结',
  untold:      '待补文书',
  setAside:    '划去、未受理、分案',
  all:         '全部',
} as const

/** What an empty queue means, and what to do. */
// biome-ignore format: table
export const EMPTY: Readonly<Record<keyof typeof QUEUES, string>> = {
  overdue:     '没有逾期的申请。',
  today:       '今天没有到期的事项。可以查看“一周内到期”，提前办理。',
  week:        '一周内没有到期的事项。可以查看“全部未办结”。',
  arrived:     '没有等待确认的申请。网上提交和传真、电子邮件、平常信函等送来的，确认收到后才开始计算期限，确认前列在这里。',
  unserved:    '没有等待核实送达的。征求意见书、收费通知发出后，没有登记对方收到日期的申请列在这里。',
  open:        '没有未办结的申请。',
  carriedOver: '照现在的情况，没有将结转下年度的申请。',
  toFile:      '没有等待归档的申请。办结的申请在文书送出后归档；归档后又有变动的，重新列在这里。',
  closed:      '还没有办结的申请。',
  untold:      '没有应当告知申请人而没有送出文书的步骤。',
  setAside:    '没有划去、未受理或者已经分案的申请。',
  all:         '还没有登记申请。当面、邮寄等渠道收到的，请选择“登记申请”；网上提交的，自动列在这里。',
}

// biome-ignore format: table
export const KINDS_OF_REQUEST: Readonly<Record<RequestFile['kind'], string>> = {
  disclosure: '获取政府信息',
  ownRecord:  '更正与自身相关的政府信息',
}

// biome-ignore format: table
export const FORMS: Readonly<Record<RequestFile['form'], string>> = {
  paper:      '纸质',
  electronic: '电子文件',
  inspection: '当场查阅、抄录',
  other:      '其他形式',
}

// biome-ignore format: table
export const ADVICE_TOLD: Readonly<Record<RequestAdvices['advices'][number]['told'], string>> = {
  inside:   '内部审核提出，没有告知申请人',
  phone:    '电话告知申请人',
  inPerson: '当面告知申请人',
}

// biome-ignore format: table
export const ADVICE_ANSWERS: Readonly<Record<NonNullable<RequestAdvices['advices'][number]['answer']>, string>> = {
  withdraws: '撤回申请',
  insists:   '坚持由本机关答复',
  undecided: '没有表示意见',
}

// biome-ignore format: table
export const NEWS_WAYS: Readonly<Record<RequestNews['chosen'], string>> = {
  mail: '电子邮件提醒',
  slip: '书面告知（邮寄或者传真）',
  page: '不另行告知，自行在查询页面查看',
}

// biome-ignore format: table
export const NEWS_WORDS: Readonly<Record<RequestNews['news'][number]['what'], string>> = {
  received:        '收到申请之日已经确定',
  correctionAsked: '需要补正申请内容',
  reasonsAsked:    '需要说明理由',
  extended:        '答复期限延长',
  postponed:       '确定了延迟答复的期限',
  consulted:       '正在征求第三方或者其他机关的意见',
  feeAsked:        '需要缴纳信息处理费',
  letterSent:      '有新的文书',
  closed:          '已经办结',
  suggestionDecided: '关于主动公开的建议已有答复',
  split:           '申请事项分为几件分别办理',
  rejoined:        '分开办理的几件合并为原来的一件办理',
  corrected:       '此前告知的进展登记有误，已经更正',
}

// biome-ignore format: table
export const WAYS: Readonly<Record<RequestFile['way'], string>> = {
  inPerson: '自行领取',
  post:     '邮寄',
  email:    '电子邮件',
  fax:      '传真',
  portal:   '网上查询页面下载',
}

// biome-ignore format: table
export const IDENTITIES: Readonly<Record<Person['idKind'], string>> = {
  identityCard: '居民身份证',
  passport:     '护照',
  permit:       '港澳台居民居住证、来往内地通行证',
  creditCode:   '统一社会信用代码',
  other:        '其他有效身份证明',
}

/** Day of receipt by the rule of the channel. */
// biome-ignore format: table
export const RECEIPT_RULES: Readonly<Record<ReceiptRule, string>> = {
  submitted:     '以申请人提交之日为收到申请之日',
  signed:        '以行政机关签收之日为收到申请之日',
  confirmed:     '以与申请人确认之日为收到申请之日',
  bothConfirmed: '以双方确认之日为收到申请之日',
}

// biome-ignore format: table
export const CONSULTED: Readonly<Record<Consulted, string>> = {
  thirdParty:     '第三方',
  coMaker:        '共同制作的机关',
  otherAuthority: '其他机关',
}

// biome-ignore format: table
export const PURPOSES: Readonly<Record<RequestFiles['files'][number]['purpose'], string>> = {
  scan:          '来信、申请表的扫描件',
  proof:         '投递、送达的凭证',
  identity:      '身份证明',
  authorisation: '授权委托书',
  correction:    '补正材料',
  other:         '其他材料',
}

/** What a step says besides its name and its day; empty where that is all. */
export function stepText(step: ClockStep): string {
  if (step.name === 'extend') return `延长${step.days}个工作日`
  const parts = [
    'consultation' in step && step.consultation,
    step.name === 'consult' && `征求${CONSULTED[step.whom]}意见`,
    'until' in step && step.until && `期限：${dayText(step.until)}`,
  ]
  return parts.filter(Boolean).join('，')
}

/** A step in one phrase. */
export function stepName({ name }: ClockStep): string {
  return CLOCK_STEPS[name].title
}

/** The day on which somebody must act next, as it is seen today: a correction that was not asked for in time need not be asked for any more, and whoever is silent keeps nobody waiting. */
export function nextOf(
  { nextOn, nextWhat, dueOn }: Pick<RequestFile, 'nextOn' | 'nextWhat' | 'dueOn'>,
  today: string,
): { readonly on: string; readonly what: string; readonly isLate: boolean } | null {
  const isNobodys = nextWhat === 'askCorrection' || nextWhat === 'opinion'
  const isPast = isNobodys && nextOn !== null && nextOn < today
  const [on, what] = isPast ? [dueOn, 'reply' as const] : [nextOn, nextWhat]
  return on && what ? { on, what: NEXT[what], isLate: on < today } : null
}

/** A step of the log: the day, the name and what else it says. */
export function loggedStep(step: ClockStep): string {
  return [`${dayText(step.on)}${stepName(step)}`, stepText(step)].filter(Boolean).join('，')
}

/** The first words of a long text. */
export function shortened(text: string, most = 60): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text
}
