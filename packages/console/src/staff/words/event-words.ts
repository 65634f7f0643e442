/** What was done, by the name of its event. */
// biome-ignore format: table
export const EVENTS: Readonly<Record<string, string>> = {
  regionFounded:       '设置本地区',
  authorityAdded:      '增加机关',
  authorityChanged:    '更正机关信息',
  authorityRenamed:    '登记更名',
  authorityMoved:      '登记划转',
  authorityMerged:     '登记合并',
  authoritySplit:      '登记分设',
  authorityDissolved:  '登记撤销',
  personInvited:       '邀请人员',
  personInvitedAgain:  '重新邀请人员',
  invitationAccepted:  '接受邀请',
  personBlocked:       '停用人员',
  personUnblocked:     '恢复人员',
  assignmentGiven:     '分配职责',
  assignmentEnded:     '收回职责',
  deputyAppointed:     '指定代理人',
  deputationEnded:     '终止代理',
  workHandedOver:      '移交工作',
  signedIn:            '登录',
  signInFailed:        '登录未成功',
  signInLocked:        '连续登录未成功，暂停登录',
  signedOut:           '退出登录',
  signedOutEverywhere: '退出全部登录',
  passwordChanged:     '修改密码',
  passwordReset:       '重设密码',
  resetAsked:          '申请重设密码',
  resetLinkMade:       '为人员重设密码',
  timeCodesStarted:    '启用动态验证码',
  timeCodesEnded:      '停用动态验证码',
  personalDataErased:  '清除个人信息',
  collectionOpened:    '部署年度报告工作',
  authoritiesAsked:    '增加编制年度报告的机关',
  reportStarted:       '开始编制年度报告',
  draftSaved:          '保存年度报告草稿',
  versionRestored:     '恢复年度报告的版本',
  findingWaived:       '说明并保留检查发现',
  reportSubmitted:     '报送年度报告',
  reportReturned:      '退回年度报告',
  reportAccepted:      '接收年度报告',
  reportPublished:     '公布年度报告',
  publishedCorrected:  '更正已公布的年度报告',
  publishedWithdrawn:  '撤回已公布的年度报告',
  remarkAnswered:      '答复审阅意见',
}

/** What an event is about, by the kind of its subject. */
// biome-ignore format: table
export const SUBJECTS: Readonly<Record<string, string>> = {
  region:     '本地区',
  authority:  '机关',
  person:     '人员',
  session:    '登录',
  collection: '年度报告工作',
  report:     '年度报告',
}

/** What stands in the detail of an event; the details of an authority have their own words. */
// biome-ignore format: table
export const DETAIL_WORDS: Readonly<Record<string, string>> = {
  region:        '地区名称',
  authority:     '机关',
  administrator: '系统管理员',
  parentId:      '上级机关',
  details:       '登记信息',
  series:        '发文字号',
  importedRow:   '导入文件的行号',
  happenedOn:    '生效日期',
  dissolvedOn:   '撤销日期',
  successors:    '承接的机关',
  role:          '职责',
  since:         '起始日期',
  until:         '终止日期',
  deputy:        '代理人',
  to:            '接收人',
  invitedBy:     '邀请人',
  madeBy:        '办理人',
  assignments:   '移交的职责',
  moved:         '移交的工作',
  ended:         '一并退出的登录',
  failures:      '此前未成功的次数',
  expiresAt:     '有效至',
  before:        '变更前',
  after:         '变更后',
  year:          '报告年度',
  code:          '代字',
  purpose:       '用途',
}

/** Keys whose value is the id of a person. */
export const PERSON_KEYS: readonly string[] = [
  'administrator',
  'deputy',
  'to',
  'invitedBy',
  'madeBy',
]

/** Keys that say nothing to a reader: ids of rows that have no page. */
export const SILENT_KEYS: readonly string[] = ['assignmentId', 'deputationId']
