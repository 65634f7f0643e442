import { oneLine, sentence } from './texts.js'

export type PlaceSpec = {
  readonly label: string
  /** How it is written there, where a person typed it. */
  readonly as?: (value: string) => string
  /** What may be put there. */
  readonly accepts: RegExp
  /** What stands in a mail instead; null where the value itself may leave the system: never what a person wrote freely, which may name an applicant. */
  readonly outside: string | null
}

const ID = /^[0-9a-f-]{36}$/
const DAY = String.raw`\d{4}年\d{1,2}月\d{1,2}日`

/** The named places of the templates. */
// biome-ignore format: table
export const PLACES = {
  authority:  { label: '机关名称',   accepts: /^[^\r\n]{1,200}$/u,          outside: null, as: oneLine },
  successor:  { label: '承接的机关', accepts: /^[^\r\n]{1,200}$/u,          outside: null, as: oneLine },
  role:       { label: '职责',       accepts: /^\p{Script=Han}{2,20}$/u,     outside: null },
  year:       { label: '报告年度',   accepts: /^\d{4}$/,                     outside: null },
  day:        { label: '日期',       accepts: new RegExp(`^${DAY}$`),        outside: null },
  until:      { label: '何时之前',   accepts: new RegExp(`^(?:于${DAY}前|尽快)$`), outside: null },
  count:      { label: '数量',       accepts: /^\d{1,9}$/,                   outside: null },
  reports:    { label: '报告份数',   accepts: /^\d{1,9}$/,                   outside: null },
  job:        { label: '任务名称',   accepts: /^\p{Script=Han}{2,20}$/u,     outside: null },
  way:        { label: '登录方式',   accepts: /^\p{Script=Han}{2,20}$/u,     outside: null },
  page:       { label: '结果所在页', accepts: /^[a-z]+(?:\/[0-9a-f-]{36}(?:\/[a-z]+\/[0-9a-f-]{36})?)?$/, outside: null },
  reason:     { label: '原因、意见', accepts: /^[\s\S]{1,2000}$/u,           outside: '（请登录系统查看）。', as: sentence },
  person:     { label: '人员姓名',   accepts: /^[^\r\n]{1,100}$/u,           outside: '有关人员', as: oneLine },
  at:         { label: '机关编号',   accepts: ID,                            outside: null },
  requestNumber: { label: '申请编号', accepts: /^\d{4}-\d{3,9}-\d{4,9}$/,  outside: null },
  request:    { label: '申请的内部编号', accepts: ID,                        outside: null },
  requests:   { label: '申请件数',   accepts: /^\d{1,9}$/,                   outside: null },
  tasks:      { label: '交办事项数', accepts: /^\d{1,9}$/,                   outside: null },
  report:     { label: '报告编号',   accepts: ID,                            outside: null },
  collection: { label: '年度工作编号', accepts: ID,                          outside: null },
} as const satisfies Record<string, PlaceSpec>

export type Place = keyof typeof PLACES

/** The names of the places of a text. */
export type PlacesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never
