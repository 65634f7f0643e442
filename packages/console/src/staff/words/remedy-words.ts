import { REMEDY_KINDS, REMEDY_RESULTS, type RemedyKind, type RemedyResult } from '@gongkai/law'
import type { Remedy } from '@gongkai/web'
import { dayText } from './authority-words.js'

export type Instance = Remedy['instances'][number]

/** The lists of the register. */
// biome-ignore format: table
export const REMEDY_QUEUES = {
  due:  '待答复、待重新答复',
  open: '未了结',
  all:  '全部',
} as const

/** What an empty list means, and what to do. */
// biome-ignore format: table
export const EMPTY_QUEUES: Readonly<Record<keyof typeof REMEDY_QUEUES, string>> = {
  due:  '没有等待答复或者重新答复的。可以查看“未了结”。',
  open: '没有未了结的。收到复议机关、人民法院的通知的，请选择“登记”。',
  all:  '没有符合条件的登记。收到复议机关、人民法院的通知的，请选择“登记”。',
}

export const PROCEDURES: Readonly<Record<Instance['procedure'], string>> = {
  ordinary: '普通程序',
  simple: '简易程序',
}

/** What the authority does when it answers. */
// biome-ignore format: table
export const ANSWERS: Readonly<Record<RemedyKind, string>> = {
  reconsideration:          '提出书面答复、提交证据',
  suit:                     '提交答辩状和证据',
  suitAfterReconsideration: '提交答辩状和证据',
  complaint:                '答复主管部门',
}

/** What came, whose receipt begins the days. */
// biome-ignore format: table
export const COPIES: Readonly<Record<RemedyKind, string>> = {
  reconsideration:          '收到行政复议申请书副本之日',
  suit:                     '收到起诉状副本之日',
  suitAfterReconsideration: '收到起诉状副本之日',
  complaint:                '主管部门收到投诉、举报之日',
}

/** What ends an instance. */
// biome-ignore format: table
export const DECISIONS: Readonly<Record<RemedyKind, string>> = {
  reconsideration:          '复议结果',
  suit:                     '裁判结果',
  suitAfterReconsideration: '裁判结果',
  complaint:                '处理结果',
}

/** Each kind by its name. */
export const REMEDY_TITLES = titlesOf(REMEDY_KINDS)

/** Whether a text is one of the kinds. */
export function isKind(text: string): text is RemedyKind {
  return text in REMEDY_KINDS
}

/** What may be the end of what is of this kind, by its name. */
export function resultsOf(kind: RemedyKind) {
  return (Object.keys(REMEDY_RESULTS) as readonly RemedyResult[])
    .filter((result) => (REMEDY_RESULTS[result].of as readonly RemedyKind[]).includes(kind))
    .map((result) => [result, REMEDY_RESULTS[result].title] as const)
}

/** Suits alone go through instances. */
export function isSuit(kind: RemedyKind): boolean {
  return kind === 'suit' || kind === 'suitAfterReconsideration'
}

/** 一审、二审、再审; empty where there are none. */
export function instanceName(kind: RemedyKind, index: number): string {
  return isSuit(kind) ? (['一审', '二审'][index] ?? '再审') : ''
}

/** How it stands, in a phrase: the heading of its page. */
export function standingOf({ kind, instances, redo, nextWhat, struckReason }: Remedy): string {
  if (struckReason !== null) return '已去除'
  const last = instances.at(-1)
  if (nextWhat === 'redo') return '待重新答复'
  if (last?.result)
    return `${REMEDY_RESULTS[last.result].title}${redo?.doneOn ? '，已重新答复' : ''}`
  const name = instanceName(kind, instances.length - 1)
  if (nextWhat === 'answer') return `${name}待答复`
  return `${name}${last?.answeredOn ? '已答复，' : ''}待${DECISIONS[kind]}`
}

/** What is to be done next, in words. */
export function nextWords({ kind, nextWhat }: Pick<Remedy, 'kind' | 'nextWhat'>): string {
  return nextWhat === 'redo' ? '重新作出答复' : ANSWERS[kind]
}

/** The result of an instance with its day; null where there is none. */
export function resultText({ decidedOn, result }: Instance): string | null {
  return decidedOn && result ? `${dayText(decidedOn)}${REMEDY_RESULTS[result].title}` : null
}

function titlesOf<K extends string>(table: Readonly<Record<K, { readonly title: string }>>) {
  const entries = Object.entries<{ readonly title: string }>(table)
  return Object.fromEntries(entries.map(([key, { title }]) => [key, title])) as Record<K, string>
}
