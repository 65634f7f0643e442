import { GROUNDS, type Ground, type LocalDate } from '@gongkai/law'

type Filled = Readonly<Record<string, string>>

/** A part of a decision as it is typed: what it is, its ground, and the fields of that ground by their labels. */
type TypedPart = readonly [what: string, ground: Ground, fields: Filled]

/** How a letter goes out, as it is typed and as it is sent to the API. */
type Way = {
  readonly label: string
  readonly typed: Filled
  readonly sent: { readonly way: string; readonly proof: string | null }
}

/** One kind of decision: the letter that tells it, the parts that select it, what else is typed, who consents, how it goes out. */
export type DecidedCase = {
  readonly title: string
  readonly parts: readonly TypedPart[]
  readonly more?: Filled
  readonly approvers: readonly ('secrecy' | 'head' | 'leader')[]
  readonly way: Way
}

const WHERE = '获取的方式、途径和时间，或者办理的途径'
const POST: Way = {
  ...{ label: '邮寄（邮政企业）', typed: { 邮件编号: '1000000000001' } },
  sent: { way: 'post', proof: '1000000000001' },
}
const HAND: Way = {
  ...{ label: '直接送达', typed: { 签收人: '申请人本人' } },
  sent: { way: 'hand', proof: '申请人本人' },
}
const PORTAL: Way = { label: '网上查询页面', typed: {}, sent: { way: 'portal', proof: null } }
const FILE: Way = { label: '存入案卷', typed: {}, sent: { way: 'file', proof: null } }
const ENDED = { 缘由: '不是重新作出：为已经终止的申请补齐文书' }
const HEAD = ['head'] as const
const LEADER = ['head', 'leader'] as const
const EARLIER = { 此前答复的文号: '云财公复〔2026〕3号', 此前答复的日期: '2026-03-02' }

/** What an officer writes for a decision of every kind, on a day after `notices` were not followed. */
// biome-ignore format: table
export function decidedCases(notices: { readonly on: LocalDate; readonly until: LocalDate }): readonly DecidedCase[] {
  const correction = { 此前通知的文号: '云财公复〔2026〕1号', 通知的日期: notices.on, 通知送达之日: notices.on, 通知确定的期限: notices.until }
  return [
    { title: '政府信息公开答复书',           parts: [['资金安排表', 'disclosed', { [WHERE]: '复制件另行邮寄' }]], approvers: HEAD, way: POST },
    { title: '政府信息部分公开答复书',       parts: [['养护合同', 'disclosed', { [WHERE]: '到本机关当场查阅、抄录' }], ['合同中的银行账号', 'internalAffairs', { 理由: '该账号只用于内部对账' }]], approvers: LEADER, way: PORTAL },
    { title: '政府信息不予公开答复书',       parts: [['应急物资储备方案', 'stateSecret', { 理由: '该方案已经依照法定程序确定为国家秘密，尚未解密' }]], approvers: ['secrecy', 'head', 'leader'], way: HAND },
    { title: '行政查询事项告知书',           parts: [['不动产登记资料', 'specialAccess', { 所依据的专门规定: '不动产登记资料查询的专门规定', [WHERE]: '云岭县不动产登记中心，凭有效身份证明查询' }]], approvers: HEAD, way: POST },
    { title: '政府信息不存在答复书',         parts: [['资金审批台账', 'doesNotExist', {}]], approvers: LEADER, way: POST },
    { title: '不属于本机关公开告知书',       parts: [['道路验收资料', 'notOurs', { 理由: '该资料不是本机关制作，也不由本机关保存', '负责公开的机关；不能确定的不填（选填）': '云岭县交通运输局' }]], approvers: HEAD, way: POST },
    { title: '政府信息不予提供答复书',       parts: [['近十年各乡镇资金增长率', 'mustBeMade', { 理由: '本机关没有按乡镇统计的现成资料' }]], approvers: HEAD, way: POST },
    { title: '补正后申请内容不明确答复书',   parts: [['有关资金的全部材料', 'stillUnclear', { 理由: '补正的内容没有指明资金的名称、年度' }]], more: correction, approvers: HEAD, way: POST },
    { title: '信访投诉举报类申请告知书',     parts: [['要求查处违规发放补贴', 'petition', { [WHERE]: '云岭县人民来访接待中心' }]], approvers: HEAD, way: POST },
    { title: '重复申请告知书',               parts: [['资金安排表', 'repeated', EARLIER]], approvers: HEAD, way: POST },
    { title: '公开出版物获取途径告知书',     parts: [['《云岭统计手册（2025）》', 'publication', { [WHERE]: '云岭县图书馆地方文献室' }]], approvers: HEAD, way: POST },
    { title: '政府信息公开申请不予处理决定书', parts: [['2005年以来的全部拨款凭证', 'beyondReason', { 理由: '三个月内提出同类申请86件，所述理由与申请内容没有关联' }]], approvers: LEADER, way: POST },
    { title: '政府信息公开申请其他处理告知书', parts: [['资金申报条件如何理解', 'notInformation', { 理由: '该事项属于业务咨询' }]], approvers: HEAD, way: POST },
    { title: '政府信息更正申请告知书',       parts: [], more: { 要求更正的记录: '采集表中的学历记录', 处理结果: '已更正' }, approvers: HEAD, way: HAND },
    { title: '政府信息公开申请不再处理告知书', parts: [['有关资金的全部材料', 'notCorrected', { 理由: '期限届满前没有收到补正材料' }]], more: correction, approvers: HEAD, way: POST },
    { title: '政府信息公开申请不再处理告知书', parts: [['拨付凭证复印件', 'feeUnpaid', {}]], approvers: HEAD, way: POST },
    { title: '政府信息公开申请终止办理记录', parts: [['资金安排表', 'withdrawn', { 理由: '申请人书面撤回' }]], more: ENDED, approvers: HEAD, way: FILE },
  ]
}

/** The name of a case in a list: the letter and the main ground. */
export const nameOf = ({ title, parts: [first] }: DecidedCase) =>
  first ? `《${title}》：${GROUNDS[first[1]].title}` : `《${title}》`
