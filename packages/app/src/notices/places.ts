type PlaceSpec = {
  readonly label: string
  /** What may be put there. */
  readonly accepts: RegExp
  /** Whether it may leave the system in a mail: never what a person wrote freely, which may name an applicant. */
  readonly inMail: boolean
}

const ID = /^[0-9a-f-]{36}$/

/** The named places of the templates. */
// biome-ignore format: table
export const PLACES = {
  authority:  { label: '机关名称',   accepts: /^[^\r\n]{1,120}$/u,         inMail: true },
  role:       { label: '职责',       accepts: /^\p{Script=Han}{2,20}$/u,   inMail: true },
  year:       { label: '报告年度',   accepts: /^\d{4}$/,                   inMail: true },
  day:        { label: '日期',       accepts: /^\d{4}年\d{1,2}月\d{1,2}日$/, inMail: true },
  count:      { label: '数量',       accepts: /^\d{1,9}$/,                 inMail: true },
  job:        { label: '任务名称',   accepts: /^\p{Script=Han}{2,20}$/u,   inMail: true },
  reason:     { label: '原因、意见', accepts: /^[\s\S]{1,2000}$/u,         inMail: false },
  person:     { label: '人员姓名',   accepts: /^[^\r\n]{1,60}$/u,          inMail: false },
  report:     { label: '报告编号',   accepts: ID,                          inMail: true },
  collection: { label: '年度工作编号', accepts: ID,                        inMail: true },
  jobId:      { label: '任务编号',   accepts: ID,                          inMail: true },
} as const satisfies Record<string, PlaceSpec>

export type Place = keyof typeof PLACES

/** The names of the places of a text. */
export type PlacesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never
