import { ROLE_IDS, type Role } from './roles.js'

/** How far a role reaches: the authority in which it is held, or all below it too. */
export type Reach = 'own' | 'below'

export type Right = {
  /** What is done, in official words. */
  readonly label: string
  readonly roles: readonly Role[]
  readonly reach: Reach
}

/** Who may do what. A use case asks for its row; the policies of the database say the same a second time. */
// biome-ignore format: table
export const RIGHTS = {
  'authority.add':      { label: '增加机关',           roles: ['administrator'],            reach: 'below' },
  'authority.change':   { label: '更正机关信息',       roles: ['administrator'],            reach: 'below' },
  'authority.reorganise': { label: '登记更名、划转、合并、分设、撤销', roles: ['administrator'], reach: 'below' },
  'region.change':      { label: '更改地区名称、代码', roles: ['administrator'],            reach: 'own' },
  'person.read':        { label: '查看人员',           roles: ROLE_IDS,                     reach: 'below' },
  'person.invite':      { label: '邀请人员',           roles: ['administrator'],            reach: 'below' },
  'person.contact':     { label: '查看人员的联系方式', roles: ['administrator', 'supervisingOfficer', 'auditor'], reach: 'below' },
  'person.correct':     { label: '更正人员信息',       roles: ['administrator'],            reach: 'below' },
  'person.block':       { label: '停用、恢复人员',     roles: ['administrator'],            reach: 'below' },
  'person.reset':       { label: '为人员重设密码',     roles: ['administrator'],            reach: 'below' },
  'assignment.give':    { label: '分配职责',           roles: ['administrator'],            reach: 'below' },
  'assignment.end':     { label: '收回职责',           roles: ['administrator'],            reach: 'below' },
  'deputy.appoint':     { label: '为他人指定代理人',   roles: ['administrator'],            reach: 'below' },
  'work.hand-over':     { label: '移交工作',           roles: ['administrator'],            reach: 'below' },
  'event.read':         { label: '查阅记录',           roles: ['administrator', 'auditor'], reach: 'below' },
  'event.erase':        { label: '依规清除个人信息',   roles: ['administrator'],            reach: 'below' },
  'collection.open':     { label: '组织年度报告工作',   roles: ['supervisingOfficer'],       reach: 'below' },
  'collection.read':     { label: '查看年度报告进度',   roles: ['supervisingOfficer', 'auditor'], reach: 'below' },
  'collection.check':    { label: '检查全部年度报告',   roles: ['supervisingOfficer'],       reach: 'below' },
  'past.read':           { label: '查看历年报告的导入', roles: ['supervisingOfficer', 'auditor'], reach: 'below' },
  'past.import':         { label: '导入历年报告',       roles: ['supervisingOfficer'],       reach: 'below' },
  'collection.merge':    { label: '汇总年度报告',       roles: ['supervisingOfficer'],       reach: 'below' },
  'report.draft':        { label: '编制年度报告',       roles: ['disclosureOfficer'],        reach: 'own' },
  'report.waive':        { label: '说明并保留检查发现', roles: ['disclosureOfficer'],        reach: 'own' },
  'report.submit':       { label: '报送年度报告',       roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'report.return':       { label: '退回年度报告',       roles: ['supervisingOfficer'],       reach: 'below' },
  'report.accept':       { label: '接收年度报告',       roles: ['supervisingOfficer'],       reach: 'below' },
  'report.close':        { label: '了结、恢复撤销机关的年度报告', roles: ['supervisingOfficer'],  reach: 'below' },
  'report.publish':      { label: '公布年度报告',       roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'report.correct':      { label: '更正已公布的年度报告', roles: ['disclosureHead'],         reach: 'own' },
  'report.withdraw':     { label: '撤回已公布的年度报告', roles: ['disclosureHead'],         reach: 'own' },
  'job.read':            { label: '查看后台任务',       roles: ['administrator', 'auditor'], reach: 'below' },
  'token.read':          { label: '查看接口令牌',         roles: ['administrator', 'auditor'], reach: 'below' },
  'token.manage':        { label: '制作、作废接口令牌',   roles: ['administrator'],            reach: 'below' },
  'job.change':          { label: '重试、取消后台任务', roles: ['administrator'],            reach: 'below' },
  'request.read':         { label: '查看依申请公开办理情况', roles: ['disclosureOfficer', 'sectionHandler', 'reviewer', 'secrecyReviewer', 'disclosureHead', 'leader'], reach: 'own' },
  'request.oversee':      { label: '查看所属机关依申请公开办理情况', roles: ['supervisingOfficer', 'auditor'], reach: 'below' },
  'request.register':     { label: '登记政府信息公开申请',   roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'request.handle':       { label: '办理政府信息公开申请',   roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'task.answer':          { label: '答复交办的事项',         roles: ['disclosureOfficer', 'sectionHandler', 'reviewer', 'secrecyReviewer', 'disclosureHead', 'leader'], reach: 'own' },
  'request.extend':       { label: '同意延长答复期限',       roles: ['disclosureHead'],           reach: 'own' },
  'request.strike':       { label: '划去登记有误的申请',     roles: ['disclosureHead'],           reach: 'own' },
  'letter.read':          { label: '查看依申请公开文书',     roles: ['disclosureOfficer', 'secrecyReviewer', 'disclosureHead', 'leader'], reach: 'own' },
  'letter.secrecy':       { label: '对依申请公开文书作保密审查', roles: ['secrecyReviewer'],       reach: 'own' },
  'letter.agree':         { label: '审定依申请公开文书',     roles: ['disclosureHead'],           reach: 'own' },
  'letter.sign':          { label: '签发依申请公开文书',     roles: ['leader'],                   reach: 'own' },
  'letter.correct':       { label: '更正文书送出的登记',     roles: ['disclosureHead'],           reach: 'own' },
  'applicant.read':       { label: '查看申请人信息',         roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'reading.see':            { label: '查看本机关谁看过申请',   roles: ['disclosureHead'],           reach: 'own' },
  'reading.audit':          { label: '查看所属机关谁看过申请', roles: ['auditor'],                  reach: 'below' },
  'erasure.propose':        { label: '提请依规清除申请中的个人信息', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'erasure.decide':         { label: '批准依规清除申请中的个人信息', roles: ['disclosureHead', 'leader'], reach: 'own' },
  'request.hold':           { label: '保全申请的个人信息、解除保全', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'proactive.read':       { label: '查看依申请公开转主动公开的情况', roles: ['disclosureOfficer', 'disclosureHead', 'leader'], reach: 'own' },
  'proactive.propose':    { label: '提请依申请公开的信息转为主动公开', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'proactive.decide':     { label: '审核转为主动公开的提请',   roles: ['disclosureHead', 'leader'], reach: 'own' },
  'proactive.publish':    { label: '登记转为主动公开的信息的公布', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'reevaluation.record':  { label: '对不予公开的信息定期评估', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'remedy.handle':        { label: '登记、办理行政复议、行政诉讼', roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'remedy.supervise':     { label: '登记、办结投诉举报',     roles: ['supervisingOfficer'],       reach: 'below' },
  'request.import':       { label: '导入此前的申请',         roles: ['disclosureOfficer', 'disclosureHead'], reach: 'own' },
  'law.propose':         { label: '提出法规数据的补充',   roles: ['administrator', 'supervisingOfficer'], reach: 'below' },
  'law.decide':          { label: '复核、撤回法规数据的补充', roles: ['administrator', 'supervisingOfficer'], reach: 'below' },
} as const satisfies Record<string, Right>

export type Action = keyof typeof RIGHTS
