import type { CourseEntry, ReportHead, Todo, VersionHead } from '@gongkai/web'
import { dayText, instantText } from './authority-words.js'

type State = ReportHead['state']

/** How far a report is. */
// biome-ignore format: table
export const REPORT_STATES: Readonly<Record<State, string>> = {
  notStarted: '未开始',
  draft:      '编制中',
  submitted:  '已报送',
  returned:   '已退回',
  accepted:   '已接收',
  published:  '已公布',
  withdrawn:  '已撤回',
  closed:     '不再编制',
}

/** What was done, in the course of a report. */
// biome-ignore format: table
export const COURSE_STEPS: Readonly<Record<CourseEntry['step'], string>> = {
  submit:   '报送',
  return:   '退回',
  accept:   '接收',
  publish:  '公布',
  correct:  '更正公布',
  withdraw: '撤回',
  close:    '不再编制',
  reopen:   '恢复编制',
}

/** What waits for somebody. */
// biome-ignore format: table
export const TODO_KINDS: Readonly<Record<Todo['kind'], string>> = {
  requestLate:    '申请逾期',
  requestArrived: '申请待确认收到',
  requestNews:    '申请待告知进展',
  requestDue:     '申请三日内到期',
  remedyDue:      '复议、诉讼、投诉待答复',
  complaint:      '投诉、举报待处理',
  requestTask:    '交办事项待答复',
  requestUnserved: '申请待核实送达',
  requestUntold:  '办理步骤待告知申请人',
  proactiveDecide: '转为主动公开待审核',
  proactivePublish: '转为主动公开待公布',
  reevaluationDue: '不予公开的信息待定期评估',
  letterSecrecy:  '文书待保密审查',
  letterAgree:    '文书待审定',
  letterSign:     '文书待签发',
  letterToSend:   '文书待送出',
  write:      '待编制、报送',
  rework:     '退回待改',
  publish:    '待公布',
  review:     '待审阅',
  late:       '逾期未报送',
  correction: '更正待公布',
  invitation: '邀请尚未接受',
  failedJob:  '后台任务失败',
  overlay:    '法规数据的补充待复核',
  doubtful:   '法规数据待核实',
  locked:     '账户被锁定',
  chain:      '记录链条的核对',
  noted:      '上次登录以来的重要记录',
}

// biome-ignore format: table
const ORIGINS: Readonly<Record<Exclude<VersionHead['origin']['kind'], 'restored'>, string>> = {
  blank:    '空白表格起稿',
  lastYear: '以上年报告起稿',
  consolidation: '以汇总数起稿',
  register: '以台账起稿',
  file:     '从文件读入',
  imported: '历年报告导入',
  edited:   '编辑',
}

/** How a version came to be. */
export function originText(origin: VersionHead['origin']): string {
  return origin.kind === 'restored' ? `由第${origin.from}版恢复` : ORIGINS[origin.kind]
}

/** What became of a version, a step a phrase; none where it is still worked on. */
export function marksOf(version: VersionHead): readonly string[] {
  const { frozenAt, submittedAt, publishedAt, withdrawnAt } = version
  return [
    frozenAt === null && '正在编制',
    submittedAt !== null && `${instantText(submittedAt)}报送`,
    publishedAt !== null && `${instantText(publishedAt)}公布`,
    withdrawnAt !== null && `${instantText(withdrawnAt)}撤回`,
  ].filter((mark) => mark !== false)
}

/** How far a due date is away: 还有5天, 今日到期, 逾期3天. */
export function dueText(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000)
  if (days === 0) return '今日到期'
  return days > 0 ? `还有${days}天` : `逾期${-days}天`
}

/** `2026年1月31日（逾期3天）`. */
export function dueOnText(dueOn: string, today: string): string {
  return `${dayText(dueOn)}（${dueText(dueOn, today)}）`
}
