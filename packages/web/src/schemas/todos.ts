import { z } from '@hono/zod-openapi'
import { Instant } from './parts.js'

const TodoKindId = z
  .enum([
    'requestLate',
    'requestArrived',
    'requestDue',
    'remedyDue',
    'complaint',
    'requestTask',
    'requestUnserved',
    'requestNews',
    'requestUntold',
    'proactiveDecide',
    'proactivePublish',
    'reevaluationDue',
    'letterSecrecy',
    'letterAgree',
    'letterSign',
    'letterToSend',
    'write',
    'rework',
    'publish',
    'review',
    'late',
    'correction',
    'invitation',
    'failedJob',
    'overlay',
    'doubtful',
    'locked',
    'chain',
    'noted',
  ])
  .openapi('TodoKind', {
    description:
      'requestLate 申请逾期，requestArrived 申请待确认收到（期限为提请处理之日），requestDue 申请三日内到期，requestNews 申请有进展待告知申请人，remedyDue 复议、诉讼、投诉待答复或者待重新答复，complaint 投诉举报待处理，requestTask 交办事项待答复（期限为内部期限），requestUnserved 申请待核实送达，requestUntold 步骤已登记、应当告知申请人而文书没有送出，proactiveDecide、proactivePublish 转为主动公开待审核、待公布，reevaluationDue 不予公开的信息待定期评估（期限为最近的一件），letterSecrecy、letterAgree、letterSign 文书待保密审查、待审定、待签发，letterToSend 文书待送出（期限为答复期限），write 待编制，rework 退回待改，publish 待公布，review 待审阅，late 逾期未报送，correction 更正待公布，invitation 邀请尚未接受（期限为链接失效之日），failedJob 后台任务失败，overlay 法规数据的补充待复核，doubtful 法规数据待核实，locked 账户被锁定，chain 记录链条的核对，noted 上次登录以来的重要记录',
  })

export const Todo = z
  .object({
    kind: TodoKindId,
    title: z.string(),
    reportId: z.string().nullable(),
    collectionId: z.string().nullable(),
    personId: z.string().nullable(),
    path: z.string().nullable().openapi({ description: '办理的页面，不是报告、人员、年度工作的' }),
    authorityId: z.string(),
    authorityName: z.string(),
    dueOn: z.string().nullable(),
    since: Instant.nullable(),
  })
  .openapi('Todo')

/** What waits for who asks; of each kind the most pressing, with how many there are. */
export const Todos = z
  .object({
    items: z.array(Todo).readonly(),
    counts: z.array(z.object({ kind: TodoKindId, count: z.number() })).readonly(),
  })
  .openapi('Todos')

export type Todo = z.infer<typeof Todo>
export type Todos = z.infer<typeof Todos>
