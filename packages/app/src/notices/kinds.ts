export type NoticeKind = keyof typeof NOTICE_KINDS

/**
 * What notices are about, and whether they go out as mail too. Every notice stands in the system in any case; `on` and `off` hold until a person
 * chooses otherwise, `never` is not for choice.
 */
// biome-ignore format: table
export const NOTICE_KINDS = {
  collection: { label: '年度报告工作部署', mail: 'on' },
  reminder:   { label: '报送时限提醒',     mail: 'on' },
  review:     { label: '审阅、退回、接收', mail: 'on' },
  publishing: { label: '公布、更正、撤回', mail: 'off' },
  requests:   { label: '依申请公开办理期限', mail: 'on' },
  tasks:      { label: '依申请公开承办和交办', mail: 'on' },
  duties:     { label: '职责、代理和移交', mail: 'on' },
  security:   { label: '账户安全',         mail: 'on' },
  work:       { label: '后台任务',         mail: 'never' },
} as const satisfies Record<string, { readonly label: string; readonly mail: 'on' | 'off' | 'never' }>
