import type { LocalDate } from '@gongkai/law'

/** What may wait for somebody, and what is said of it. The order is that of the list. */
// biome-ignore format: table
export const TODO_KINDS = {
  requestLate:    '申请逾期',
  requestArrived: '申请待确认收到',
  requestDue:     '申请三日内到期',
  remedyDue:      '复议、诉讼、投诉待答复',
  complaint:      '投诉、举报待处理',
  requestTask:    '交办事项待答复',
  requestUnserved: '申请待核实送达',
  requestNews:    '申请待告知进展',
  requestUntold:  '办理步骤待告知申请人',
  proactiveDecide: '转为主动公开待审核',
  proactivePublish: '转为主动公开待公布',
  reevaluationDue: '不予公开的信息待定期评估',
  letterSecrecy:  '文书待保密审查',
  letterAgree:    '文书待审定',
  letterSign:     '文书待签发',
  letterToSend:   '文书待送出',
  rework:     '退回待改',
  write:      '待编制、报送',
  correction: '更正待公布',
  publish:    '待公布',
  review:     '待审阅',
  late:       '逾期未报送',
  invitation: '邀请尚未接受',
  failedJob:  '后台任务失败',
  overlay:    '法规数据的补充待复核',
  doubtful:   '法规数据待核实',
  locked:     '账户被锁定',
  chain:      '记录链条的核对',
  noted:      '上次登录以来的重要记录',
} as const satisfies Record<string, string>

export type TodoKind = keyof typeof TODO_KINDS

/** One thing that waits for somebody. */
export type Todo = {
  readonly kind: TodoKind
  readonly title: string
  readonly reportId: string | null
  readonly collectionId: string | null
  readonly personId: string | null
  /** The page on which it is done, where it is none of these three. */
  readonly path: string | null
  readonly authorityId: string
  readonly authorityName: string
  readonly dueOn: LocalDate | null
  /** Since when it waits; null where that was not noted. */
  readonly since: Date | null
}
