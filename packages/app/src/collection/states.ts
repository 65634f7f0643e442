import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import type { Action } from '../rights/rights.js'

/** How far the report of an authority is. What failed its check and what is late is worked out, not stored. */
// biome-ignore format: table
export const REPORT_STATES = {
  notStarted: '未开始',
  draft:      '编制中',
  submitted:  '已报送',
  returned:   '已退回',
  accepted:   '已接收',
  published:  '已公布',
  withdrawn:  '已撤回',
  closed:     '不再编制',
} as const satisfies Record<string, string>

export type ReportState = keyof typeof REPORT_STATES

/** One thing that may be done to a report in one state. Who may do it stands in the table of rights. */
export type StepSpec = {
  readonly step: string
  readonly from: ReportState
  readonly to: ReportState
  readonly action: Action
  /** What is done, in official words. */
  readonly label: string
}

/**
 * Every step that there is: what is not here does not happen. A duty is only closed where its authority is dissolved; opened again, it goes on where it
 * stopped.
 */
// biome-ignore format: table
export const STEPS = [
  { step: 'start',    from: 'notStarted', to: 'draft',     action: 'report.draft',    label: '开始编制' },
  { step: 'start',    from: 'draft',      to: 'draft',     action: 'report.draft',    label: '重新起稿' },
  { step: 'save',     from: 'draft',      to: 'draft',     action: 'report.draft',    label: '保存' },
  { step: 'save',     from: 'returned',   to: 'returned',  action: 'report.draft',    label: '修改' },
  { step: 'save',     from: 'published',  to: 'published', action: 'report.draft',    label: '起草更正' },
  { step: 'submit',   from: 'draft',      to: 'submitted', action: 'report.submit',   label: '报送' },
  { step: 'submit',   from: 'returned',   to: 'submitted', action: 'report.submit',   label: '重新报送' },
  { step: 'return',   from: 'submitted',  to: 'returned',  action: 'report.return',   label: '退回' },
  { step: 'accept',   from: 'submitted',  to: 'accepted',  action: 'report.accept',   label: '接收' },
  { step: 'publish',  from: 'accepted',   to: 'published', action: 'report.publish',  label: '公布' },
  { step: 'correct',  from: 'published',  to: 'published', action: 'report.correct',  label: '更正公布' },
  { step: 'withdraw', from: 'published',  to: 'withdrawn', action: 'report.withdraw', label: '撤回' },
  { step: 'close',    from: 'notStarted', to: 'closed',    action: 'report.close',    label: '不再编制' },
  { step: 'close',    from: 'draft',      to: 'closed',    action: 'report.close',    label: '不再编制' },
  { step: 'close',    from: 'returned',   to: 'closed',    action: 'report.close',    label: '不再编制' },
  { step: 'reopen',   from: 'closed',     to: 'notStarted', action: 'report.close',   label: '恢复编制' },
  { step: 'reopen',   from: 'closed',     to: 'draft',     action: 'report.close',    label: '恢复编制' },
  { step: 'reopen',   from: 'closed',     to: 'returned',  action: 'report.close',    label: '恢复编制' },
] as const satisfies readonly StepSpec[]

export type Step = (typeof STEPS)[number]['step']

/** What the right to a step is called in the table of rights. */
export function actionOf(step: Step): Action {
  return rowsOf(step)[0].action
}

/** The row of a step in a state; refused where the table has none, with what may be done instead. */
export function stepFrom(
  step: Step,
  state: ReportState,
): Result<StepSpec, Refusal<'report.wrong-state'>> {
  const row = rowsOf(step).find(({ from }) => from === state)
  return row ? ok(row) : wrongState(rowsOf(step)[0].label, state)
}

function rowsOf(step: Step): readonly [StepSpec, ...StepSpec[]] {
  const [first, ...others] = STEPS.filter((row) => row.step === step)
  if (!first) throw new Error(`no step ${step}`)
  return [first, ...others]
}

function wrongState(label: string, state: ReportState) {
  // That a duty ends is the exception.
  const usual = STEPS.filter(({ step, from }) => from === state && step !== 'close')
  const possible = new Set(usual.map((row) => row.label))
  const next =
    possible.size > 0 ? `现在可以：${[...possible].join('、')}。` : '这份报告的办理已经结束。'
  const message = `报告现在的状态是“${REPORT_STATES[state]}”，不能“${label}”。${next}`
  return refuse('report.wrong-state', message)
}
