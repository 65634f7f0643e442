import type { RequestTask } from '@gongkai/web'

/** The lists of shares of the work. */
// biome-ignore format: table
export const TASK_QUEUES = {
  overdue: '逾期',
  today:   '今日到期',
  week:    '一周内到期',
  open:    '全部待答复',
  done:    '已答复',
} as const

/** What an empty list means. */
// biome-ignore format: table
export const NO_TASKS: Readonly<Record<keyof typeof TASK_QUEUES, string>> = {
  overdue: '没有逾期的交办事项。',
  today:   '今天没有到期的交办事项。',
  week:    '一周内没有到期的交办事项。',
  open:    '没有等待答复的交办事项。需要科室提供材料的，在申请的页面选择“交办”。',
  done:    '还没有答复的交办事项。',
}

/** Whether a share waits for its answer. */
export function isOpenTask({ doneOn, takenBack }: RequestTask): boolean {
  return doneOn === null && takenBack === null
}
