import { AFTERWARDS_TEMPLATES } from './afterwards-templates.js'
import type { NoticeKind } from './kinds.js'
import type { PlacesIn } from './places.js'

export type TemplateSpec = {
  readonly kind: NoticeKind
  /** The title of the notice and the subject of the mail. */
  readonly title: string
  readonly body: string
  /** Where it is dealt with. */
  readonly path: string
}

/** What the system writes to persons. A place in braces is filled by `notify`. */
export const TEMPLATES = {
  collectionOpened: {
    kind: 'collection',
    title: '{year}年度政府信息公开工作年度报告编制工作已部署',
    body: '请{authority}{until}编制完成并报送{year}年度政府信息公开工作年度报告。编制要求见系统内的工作部署。',
    path: '/console/reports/{report}',
  },
  dueOnChanged: {
    kind: 'collection',
    title: '{year}年度报告报送时限已调整',
    body: '{authority}{year}年度政府信息公开工作年度报告的报送时限调整为{day}，请据此安排工作。',
    path: '/console/reports/{report}',
  },
  requestsUnconfirmed: {
    kind: 'requests',
    title: '{count}件申请等待确认收到',
    body: '{authority}有{count}件政府信息公开申请尚未与申请人确认收到，请今天办理确认并告知申请人。',
    path: '/console/requests?authority={at}&queue=arrived',
  },
  requestsDueSoon: {
    kind: 'requests',
    title: '{count}件申请即将到期',
    body: '{authority}有{count}件政府信息公开申请的答复期限在三日内届满，请抓紧办理。',
    path: '/console/requests?authority={at}&queue=week',
  },
  requestsOverdue: {
    kind: 'requests',
    title: '{count}件申请已逾期',
    body: '{authority}有{count}件政府信息公开申请超过答复期限仍未答复，请立即办理并查明原因。',
    path: '/console/requests?authority={at}&queue=overdue',
  },
  ...AFTERWARDS_TEMPLATES,
  requestsEndless: {
    kind: 'requests',
    title: '{count}件申请等待送达登记',
    body: '{authority}有{count}件政府信息公开申请已发出征求意见书或者收费通知，尚未登记对方收到的日期，期限无从起算。请查询送达情况并登记。',
    path: '/console/requests?authority={at}&queue=unserved',
  },
  requestAssigned: {
    kind: 'tasks',
    title: '有一件申请由您承办',
    body: '政府信息公开申请{requestNumber}已确定由您承办，请登录系统办理。',
    path: '/console/requests/{request}',
  },
  requestsHandedOver: {
    kind: 'tasks',
    title: '{authority}有{count}件申请移交给您',
    body: '{authority}的{count}件未办结的政府信息公开申请、{tasks}项未答复的交办事项移交给您，请登录系统办理。',
    path: '/console/requests?authority={at}&handler=me',
  },
  taskGiven: {
    kind: 'tasks',
    title: '有申请的事项交您承办',
    body: '政府信息公开申请{requestNumber}有事项交您承办，请{until}答复。具体内容请登录系统查看。',
    path: '/console/requests/{request}',
  },
  taskChased: {
    kind: 'tasks',
    title: '请抓紧答复交办事项',
    body: '政府信息公开申请{requestNumber}交您承办的事项还没有答复，请{until}答复。',
    path: '/console/requests/{request}',
  },
  taskTakenBack: {
    kind: 'tasks',
    title: '交办给您的事项已收回',
    body: '政府信息公开申请{requestNumber}交您承办的事项已收回，您不需要再办理。',
    path: '/console/requests/{request}',
  },
  taskAnswered: {
    kind: 'tasks',
    title: '您交办的事项已答复',
    body: '您就政府信息公开申请{requestNumber}交办的事项已有答复，请登录系统查看。',
    path: '/console/requests/{request}',
  },
  tasksDue: {
    kind: 'tasks',
    title: '{count}项交办事项将到期或者已逾期',
    body: '{authority}交您承办的{count}项事项明日前到期或者已经逾期，请抓紧答复。',
    path: '/console/requests/tasks?authority={at}',
  },
  tasksLate: {
    kind: 'tasks',
    title: '{count}项交办事项逾期未答复',
    body: '{authority}有{count}项交办事项超过内部期限没有答复，请催办，需要时改派。',
    path: '/console/requests/tasks?authority={at}&queue=overdue',
  },
  remediesDueSoon: {
    kind: 'requests',
    title: '{count}件复议应诉事项即将到期',
    body: '{authority}有{count}件行政复议、行政诉讼或者投诉举报的答复期限、重新答复的期限在三日内届满，请抓紧办理。',
    path: '/console/remedies?authority={at}&queue=due',
  },
  remediesOverdue: {
    kind: 'requests',
    title: '{count}件复议应诉事项已逾期',
    body: '{authority}有{count}件行政复议、行政诉讼或者投诉举报的答复期限、重新答复的期限已过，尚未登记答复。已答复的请登记，没有答复的请立即办理。',
    path: '/console/remedies?authority={at}&queue=due',
  },
  requestDaysMoved: {
    kind: 'requests',
    title: '{count}件申请的办理期限已调整',
    body: '放假安排或者法规数据有变化，{authority}{count}件政府信息公开申请的答复期限或者其他日期已据此调整，请在台账中核对。',
    path: '/console/requests?authority={at}',
  },
  remedyDaysMoved: {
    kind: 'requests',
    title: '{count}件复议应诉事项的期限已调整',
    body: '放假安排或者法规数据有变化，{authority}{count}件行政复议、行政诉讼的答复期限或者重新答复的期限已据此调整，请在台账中核对。',
    path: '/console/remedies?authority={at}&queue=due',
  },
  reportCarriedOver: {
    kind: 'collection',
    title: '{authority}{year}年度报告由{successor}承接',
    body: '{authority}已合并、分设或者撤销，其{year}年度政府信息公开工作年度报告由{successor}承接，请继续办理。',
    path: '/console/reports/{report}',
  },
  requestsCarriedOver: {
    kind: 'requests',
    title: '{authority}未办结的{count}件申请和救济由{successor}承接',
    body: '{authority}已合并、分设或者撤销，其未办结的政府信息公开申请和行政复议、诉讼、投诉共{count}件由{successor}承接，期限不变，请继续办理。',
    path: '/console/requests?authority={at}&queue=open',
  },
  reportDueSoon: {
    kind: 'reminder',
    title: '{year}年度报告将于{day}到期',
    body: '{authority}{year}年度政府信息公开工作年度报告应于{day}前报送，距到期还有{count}日，目前尚未报送。请抓紧办理。',
    path: '/console/reports/{report}',
  },
  reportOverdue: {
    kind: 'reminder',
    title: '{year}年度报告已逾期',
    body: '{authority}{year}年度政府信息公开工作年度报告应于{day}前报送，已逾期{count}日。请立即办理，并向主管部门说明情况。',
    path: '/console/reports/{report}',
  },
  unsubmittedReports: {
    kind: 'reminder',
    title: '尚有{count}个机关未报送{year}年度报告',
    body: '截至{day}，尚有{count}个机关未报送{year}年度政府信息公开工作年度报告，名单见进度表。',
    path: '/console/collections/{collection}',
  },
  reportSubmitted: {
    kind: 'review',
    title: '{authority}已报送{year}年度报告',
    body: '{authority}已报送{year}年度政府信息公开工作年度报告，请审阅。',
    path: '/console/reports/{report}',
  },
  reportReturned: {
    kind: 'review',
    title: '{year}年度报告已退回修改',
    body: '{authority}{year}年度政府信息公开工作年度报告已退回。退回意见：{reason}请修改后{until}重新报送。',
    path: '/console/reports/{report}',
  },
  remarkLeft: {
    kind: 'review',
    title: '{year}年度报告有新的审阅意见',
    body: '主管部门对{authority}{year}年度政府信息公开工作年度报告提出审阅意见，请逐条答复。',
    path: '/console/reports/{report}',
  },
  remarkAnswered: {
    kind: 'review',
    title: '{authority}已答复审阅意见',
    body: '{authority}已逐条答复您对{year}年度政府信息公开工作年度报告的审阅意见，请查看。',
    path: '/console/reports/{report}',
  },
  reportAccepted: {
    kind: 'review',
    title: '{year}年度报告已接收',
    body: '{authority}{year}年度政府信息公开工作年度报告已接收，请{until}公布。',
    path: '/console/reports/{report}',
  },
  reportClosed: {
    kind: 'review',
    title: '{authority}{year}年度报告不再编制',
    body: '{authority}已撤销，其{year}年度政府信息公开工作年度报告不再编制。理由：{reason}',
    path: '/console/reports/{report}',
  },
  reportReopened: {
    kind: 'review',
    title: '{authority}{year}年度报告恢复编制',
    body: '{authority}{year}年度政府信息公开工作年度报告恢复编制，请继续办理。理由：{reason}',
    path: '/console/reports/{report}',
  },
  reportPublished: {
    kind: 'publishing',
    title: '{authority}已公布{year}年度报告',
    body: '{authority}{year}年度政府信息公开工作年度报告已于{day}公布。',
    path: '/console/reports/{report}',
  },
  reportCorrected: {
    kind: 'publishing',
    title: '{authority}更正了已公布的{year}年度报告',
    body: '{authority}于{day}更正了已公布的{year}年度政府信息公开工作年度报告。更正原因：{reason}',
    path: '/console/reports/{report}',
  },
  reportWithdrawn: {
    kind: 'publishing',
    title: '{authority}撤回了已公布的{year}年度报告',
    body: '{authority}于{day}撤回了已公布的{year}年度政府信息公开工作年度报告。撤回原因：{reason}',
    path: '/console/reports/{report}',
  },
  dutyGiven: {
    kind: 'duties',
    title: '您已担任{authority}{role}',
    body: '自{day}起，您担任{authority}{role}。请登录系统查看待办事项。',
    path: '/console',
  },
  dutyEnded: {
    kind: 'duties',
    title: '您不再担任{authority}{role}',
    body: '自{day}起，您不再担任{authority}{role}。如有疑问，请与系统管理员联系。',
    path: '/console',
  },
  deputyAppointed: {
    kind: 'duties',
    title: '您已被指定为{authority}{role}的代理人',
    body: '{person}不在岗期间，由您代理{authority}{role}的工作，自{day}起。',
    path: '/console',
  },
  workHandedOver: {
    kind: 'duties',
    title: '{authority}有工作移交给您',
    body: '{person}在{authority}的{count}项职责移交给您，其中待办理的年度报告{reports}份、未办结的政府信息公开申请{requests}件，请登录系统办理。',
    path: '/console',
  },
  passwordChanged: {
    kind: 'security',
    title: '您的登录密码已更改',
    body: '您的登录密码已于{day}更改，所有设备上的登录已全部退出。如非本人操作，请立即与系统管理员联系。',
    path: '/console/account',
  },
  passwordChangedWaysStay: {
    kind: 'security',
    title: '您的登录密码已更改',
    body: '您的登录密码已于{day}更改，所有设备上的登录已全部退出。通行密钥、统一身份认证等{count}项登录方式没有停用，请在账户页核对并删除不认识的。如非本人操作，请立即与系统管理员联系。',
    path: '/console/account',
  },
  wayInAdded: {
    kind: 'security',
    title: '您的账户新增了登录方式',
    body: '您的账户已于{day}新增登录方式“{way}”，凭它不输入密码即可登录。如非本人操作，请立即与系统管理员联系，由其重设密码并停用其他登录方式。',
    path: '/console/account',
  },
  contactChanged: {
    kind: 'security',
    title: '您登记的个人信息已更改',
    body: '您登记的姓名、联系电话或者电子邮箱已于{day}更改，今后的邮件发往现在登记的邮箱。如有不符，请立即与系统管理员联系。',
    path: '/console/account',
  },
  jobDone: {
    kind: 'work',
    title: '“{job}”已完成',
    body: '您提交的“{job}”已完成，共处理{count}项。',
    path: '/console/{page}',
  },
  jobFailed: {
    kind: 'work',
    title: '“{job}”未能完成',
    body: '您提交的“{job}”多次重试后仍未完成。请与系统管理员联系，由其查明原因后重试。',
    path: '/console/{page}',
  },
  jobsFailed: {
    kind: 'work',
    title: '后台任务“{job}”未能完成',
    body: '后台任务“{job}”多次重试后仍未完成。请在后台任务页查看失败的任务，查明原因后重试。同一天再有失败的，不另通知。',
    path: '/console/jobs?state=failed',
  },
} as const satisfies Record<string, TemplateSpec>

export type TemplateId = keyof typeof TEMPLATES

/** A text for each place of the template. */
export type ValuesOf<T extends TemplateId> = {
  readonly [Name in PlacesIn<(typeof TEMPLATES)[T]['title' | 'body' | 'path']>]: string
}
