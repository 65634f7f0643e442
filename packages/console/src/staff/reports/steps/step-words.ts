/** What each step says before it is done, and when it is done. */
// biome-ignore format: table
export const STEP_WORDS = {
  submit:   { label: '报送',     isDanger: false, asks: 'nothing', said: '已报送，等待审阅。',
              follows: '报送前再检查一次。报送后不能再修改，除非被退回。' },
  accept:   { label: '接收',     isDanger: false, asks: 'nothing', said: '已接收，编制机关可以公布。',
              follows: '接收后由编制机关公布，其数据计入汇总。' },
  return:   { label: '退回',     isDanger: true,  asks: 'reason',  said: '已退回，列入编制人员的待办事项。',
              follows: '退回后由编制人员修改、答复并重新报送。已提出的意见一并交给编制人员。' },
  publish:  { label: '公布',     isDanger: false, asks: 'day',     said: '已登记公布。',
              follows: '公布后任何人都可以查阅。请填写在政府网站实际公布的日期，逾期的如实填写。' },
  correct:  { label: '更正公布', isDanger: true,  asks: 'reason',  said: '更正已公布，原版本一并保留。',
              follows: '更正后的版本取代现在公布的版本；原版本、更正内容和理由一并公开。' },
  withdraw: { label: '撤回',     isDanger: true,  asks: 'reason',  said: '已撤回。',
              follows: '撤回后报告内容不再公开，撤回日期和理由保持公开。撤回不能恢复。' },
  close:    { label: '不再编制', isDanger: true,  asks: 'closing', said: '已办结，这份报告不再编制。',
              follows: '编制机关已撤销，其情况由承接机关一并报告或者另有安排的，不再要求单独编制。不计入逾期，也不计入已公布；可以恢复编制。' },
  reopen:   { label: '恢复编制', isDanger: false, asks: 'reason',  said: '已恢复，从原处继续编制。',
              follows: '恢复后列入承接机关的待办事项，到期未报送的计入逾期。' },
} as const

export type StepKind = keyof typeof STEP_WORDS
