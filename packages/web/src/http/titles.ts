import type { ApiCode } from './refusals.js'

/** What stands before the point of a code. */
type Family<C extends string> = C extends `${infer F}.${string}` ? F : never

// biome-ignore format: table
const FAMILIES: Readonly<Record<Family<ApiCode>, string>> = {
  'request':     '请求不符合接口要求',
  'session':     '登录的情况不符',
  'token':       '接口令牌不能这样使用',
  'passkey':     '通行密钥不能使用',
  'idempotency': '重复请求的处理',
  'server':      '服务没有办理',
  'storage':     '存储空间不足',
  'database':    '数据库没有应答',
  'set-up':      '系统设置没有进行',
  'sign-in':     '登录没有成功',
  'password':    '密码不符合要求',
  'link':        '链接不能使用',
  'time-codes':  '动态验证码的情况不符',
  'right':       '没有权限',
  'event':       '记录不能这样办理',
  'person':      '人员不能这样办理',
  'assignment':  '职责不能这样办理',
  'assignments': '职责不能这样办理',
  'hand-over':   '工作不能这样移交',
  'deputy':      '代理不能这样安排',
  'deputation':  '代理不能这样安排',
  'authority':   '机关不能这样办理',
  'region':      '地区不能这样办理',
  'name':        '名称不符合要求',
  'series':      '发文字号代字不符合要求',
  'import':      '机关名单不能导入',
  'collection':  '年度报告工作不能这样办理',
  'own-share':   '本级数据不能这样办理',
  'past':        '历年报告不能这样办理',
  'report':      '年度报告不能这样办理',
  'finding':     '发现的问题不能这样办理',
  'remark':      '审核意见不能这样办理',
  'requests':    '政府信息公开申请不能这样办理',
  'remedy':      '行政复议、诉讼、投诉不能这样办理',
  'fee':         '信息处理费不能这样办理',
  'applicant':   '申请人信息不符合要求',
  'correction':  '补正不符合要求',
  'clock':       '办理步骤不符合期限规定',
  'step':        '办理步骤不能这样更正',
  'search':      '检索记录不能这样登记',
  'split':       '申请不能这样分案',
  'join':        '申请不能这样并案',
  'advice':      '不能这样登记应当向其他机关申请',
  'task':        '交办事项不能这样办理',
  'letter':      '文书不能这样办理',
  'erasure':     '个人信息不能这样清除',
  'reevaluation': '不能这样登记定期评估',
  'proactive':   '不能这样转为主动公开',
  'hold':        '不能这样保全',
  'material':    '拟公开材料不能这样办理',
  'redact':      '文件不能这样遮盖',
  'filing':      '申请不能这样归档',
  'tries':       '查询过于频繁',
  'period':      '统计期间不正确',
  'cell':        '没有这一格',
  'public':      '没有公开的内容',
  'figures':     '没有这项数据',
  'job':         '后台任务不能这样办理',
  'notice':      '通知不能这样设置',
  'overlay':     '法定数据不能这样更正',
  'file':        '文件不能读取',
  'write':       '文件不能这样写出',
  'merge':       '报告不能汇总',
}

/** Of what means the same in every family. */
const ENDINGS: Readonly<Record<string, string>> = {
  'not-found': '没有找到',
  changed: '已被他人改动',
}

/** Where the family says too little. */
const CODES: Readonly<Partial<Record<ApiCode, string>>> = {
  'session.none': '尚未登录',
  'token.none': '接口令牌无效',
  'set-up.code': '设置码不正确',
  'region.founding': '正在设置',
  'request.media-type': '不支持的内容类型',
  'request.too-large': '内容超过上限',
  'request.host': '以其他网址发来的请求',
  'request.cross-site': '来自其他网站的请求',
  'request.method': '不接受这种请求方法',
  'request.no-version': '没有说明版本',
  'request.too-often': '请求的次数过多',
  'server.busy': '正在处理的请求较多',
  'server.fault': '服务内部出错',
  'file.too-large': '文件超过上限',
  'file.unsupported': '不支持的文件类型',
  'file.fault': '服务内部出错',
}

/** What kind of problem a code names (RFC 9457, `title`): it is the same however often the problem occurs. */
export function titleOf(code: ApiCode): string {
  const [family = '', ending = ''] = code.split('.')
  return CODES[code] ?? ENDINGS[ending] ?? FAMILIES[family as Family<ApiCode>]
}

/** Where a code is explained (RFC 9457, `type`), as a reference on this service. */
export function typeOf(code: ApiCode): string {
  return `/api/v1/problems#${code}`
}
