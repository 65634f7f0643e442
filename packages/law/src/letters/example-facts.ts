import { localDate } from '../local-date.js'
import { REQUEST_PERIODS } from '../request-clock/periods.js'
import type { Ground } from '../requests/grounds.js'
import { FEE_BANDS } from '../requests/processing-fee.js'
import { REMEDY_CHOICE } from '../requests/remedies.js'
import type { DecidedPart, LetterAuthority, LetterFacts, LetterLaw, SearchRecord } from './facts.js'
import { type LetterKind, letterSpec } from './letter-kinds.js'

export const day = localDate

/** The law of the country, without an area's overlay. */
export const NATIONAL_LETTER_LAW: LetterLaw = {
  periods: REQUEST_PERIODS,
  fees: FEE_BANDS,
  remedies: REMEDY_CHOICE[0].value,
}

/** An invented authority. */
export const EXAMPLE_AUTHORITY: LetterAuthority = {
  name: '云岭县财政局',
  reviewedAs: 'department',
  reviewBody: '云岭县人民政府',
  court: '云岭县人民法院',
  address: '云岭县青禾路8号',
  phone: '0999-5550123',
}

/** Facts of an invented case with which the letter of `kind` is right; `grounds` decide other parts than its own. */
export function exampleFacts(
  kind: LetterKind,
  grounds: readonly Ground[] = EXAMPLE_GROUNDS[kind] ?? letterSpec(kind).grounds.slice(0, 1),
): LetterFacts {
  return {
    authority: EXAMPLE_AUTHORITY,
    documentNumber: { code: '云财公开', year: 2026, no: 12 },
    on: day('2026-01-12'),
    lastDay: null,
    request: {
      number: '2026-017-0012',
      applicants: ['林青禾'],
      applicantKind: 'person',
      channel: 'online',
      arrivedOn: day('2026-01-05'),
      receivedOn: day('2026-01-05'),
      dueOn: day('2026-02-02'),
      wanted: '2025年县级农业专项资金的安排和审批情况',
      supply: '电子文件，电子邮件',
    },
    parts: grounds.map((ground) => ({ ...EXAMPLE_PARTS[ground], ground })),
    searches: [EXAMPLE_SEARCH],
    attachments: [],
    ...EXAMPLE_DETAILS[kind],
  }
}

const EXAMPLE_SEARCH: SearchRecord = {
  on: day('2026-01-08'),
  systems: ['公文管理系统', '预算管理一体化系统'],
  words: ['专项资金', '审批台账'],
  files: ['农业科2025年度文书档案'],
  persons: ['办公室', '农业科'],
}

const EXAMPLE_GROUNDS: Partial<Record<LetterKind, readonly Ground[]>> = {
  partialDisclosure: ['disclosed', 'thirdPartyRights', 'internalAffairs'],
  refusal: ['internalAffairs'],
}

const TABLE = '2025年农业专项资金安排情况表'
const EARLIER = { number: '云财公开〔2025〕86号', on: day('2025-11-18') }
const NOTICE = {
  number: '云财公开〔2025〕91号',
  on: day('2025-12-08'),
  servedOn: day('2025-12-10'),
  until: day('2025-12-31'),
}
const BY_MAIL = '以电子文件形式发送至申请时提供的电子邮箱，随本答复一并提供'

// biome-ignore format: table
const EXAMPLE_PARTS: Readonly<Record<Ground, Omit<DecidedPart, 'ground'>>> = {
  published:         { what: '2025年县级财政预算', where: '云岭县人民政府门户网站“政府信息公开”专栏“财政预决算”栏目' },
  disclosed:         { what: TABLE, where: BY_MAIL },
  partlyDisclosed:   { what: TABLE, where: BY_MAIL, reason: '其中载有企业的账户信息，公开会损害其合法权益' },
  stateSecret:       { what: '应急物资储备方案', reason: '该方案已经依照法定程序确定为国家秘密，尚未解密' },
  forbiddenByLaw:    { what: '企业纳税申报明细', specialLaw: '《云岭县税费信息管理办法》', reason: '该明细属于依法应当保密的纳税人信息' },
  endangersSecurity: { what: '县级金库守护方案', reason: '公开后可能被用于实施危害公共安全的行为' },
  thirdPartyRights:  { what: '受补助企业的账户信息', reason: '该信息属于企业的商业秘密，经书面征求意见，企业不同意公开且理由合理' },
  internalAffairs:   { what: '专项资金审批内部流转单', reason: '该流转单只记录本机关的内部工作流程，不对外发生法律效力' },
  processRecords:    { what: '专项资金分配会议的讨论记录', reason: '该记录形成于决定作出之前，反映讨论过程，不是最终决定' },
  enforcementFile:   { what: '财政监督检查案卷', reason: '该案卷是行政执法过程中形成的材料，没有应当公开的规定' },
  specialAccess:     { what: '不动产登记资料', specialLaw: '不动产登记资料查询的专门规定', where: '云岭县不动产登记中心，凭有效身份证明当场查询' },
  doesNotExist:      { what: '2025年专项资金审批台账', search: EXAMPLE_SEARCH },
  notOurs:           { what: '乡村道路建设资金的验收资料', reason: '该资料不是本机关制作，也不由本机关保存', other: { name: '云岭县交通运输局', contact: '0999-5550188' } },
  mustBeMade:        { what: '近十年各乡镇专项资金增长率', reason: '本机关没有按乡镇统计的现成资料' },
  stillUnclear:      { what: '有关资金的全部材料', reason: '补正的内容没有指明资金的名称、年度或者文件' },
  petition:          { what: '要求查处违规发放补贴', where: '云岭县人民来访接待中心（云岭县青禾路2号）' },
  repeated:          { what: TABLE, earlier: EARLIER },
  publication:       { what: '《云岭统计手册（2025）》', where: '云岭县图书馆地方文献室' },
  beyondReason:      { what: '2005年以来的全部拨款凭证', reason: '申请人三个月内提出同类申请86件，所述理由与申请内容没有关联' },
  confirmAgain:      { what: TABLE, earlier: EARLIER },
  notCorrected:      { what: '有关资金的全部材料', reason: '期限届满前没有收到补正材料' },
  feeUnpaid:         { what: '专项资金拨付凭证复印件' },
  withdrawn:         { what: TABLE, reason: '申请人于2026年1月9日书面撤回' },
  merged:            { what: TABLE, reason: '与同一申请人在先提出的申请内容相同' },
  notInformation:    { what: '专项资金申报条件如何理解', reason: '该事项属于业务咨询，可以向农业科咨询' },
  otherwise:         { what: TABLE, reason: '申请人当场查阅后表示不再需要书面答复' },
}

const THIRD_PARTY = '云岭青禾食品有限公司'
const CONSULTATION = {
  whom: '云岭县农业农村局',
  kind: 'coMaker',
  about: '2025年农业专项资金联合验收意见',
  concern: '该意见由你机关与本机关共同制作',
  sentOn: day('2026-01-12'),
} as const

// biome-ignore format: table
const EXAMPLE_DETAILS: Readonly<Partial<Record<LetterKind, Partial<LetterFacts>>>> = {
  correctionNotice:       { lastDay: day('2026-01-14'), correction: { points: ['所需信息的文件名称、文号或者形成时间', '获取信息的形式和途径'], how: '填写补正申请表，当面提交、邮寄或者在网上提交', until: day('2026-01-27') } },
  reasonsNotice:          { lastDay: day('2026-02-02'), reasons: { excess: '2025年10月至2026年1月共提出申请86件，内容均为拨款凭证', points: ['各件申请之间的联系', '在此期间多次提出申请的原因'], until: day('2026-01-27') } },
  extensionNotice:        { lastDay: day('2026-02-02'), extension: { reason: '所涉资料需要向有关单位核对', days: 20, newDueOn: day('2026-03-10') } },
  postponementNotice:     { lastDay: day('2026-02-02'), postponement: { reason: '所涉拨款凭证数量大，需要逐件核对', until: day('2026-03-31') } },
  thirdPartyConsultation: { consultation: { ...CONSULTATION, whom: THIRD_PARTY, kind: 'thirdParty', about: '你方申领专项资金时提交的账户信息', concern: '该信息可能属于商业秘密' } },
  coMakerConsultation:    { consultation: CONSULTATION },
  consultationNotice:     { consultation: { ...CONSULTATION, whom: THIRD_PARTY, kind: 'thirdParty' } },
  thirdPartyNotice:       { lastDay: day('2026-02-02'), override: { whom: THIRD_PARTY, what: '食品抽检不合格批次的名称和数量', reason: '该信息关系公众健康，不公开可能使消费者继续购买' } },
  assistance:             { assistance: { whom: '农业科', task: '查找2025年农业专项资金的安排文件，并提出能否公开的意见', until: day('2026-01-20') } },
  feeNotice:              { lastDay: day('2026-02-02'), fee: { way: 'byPage', first: 1, last: 120, howToPay: '凭本通知书到云岭县政务服务中心非税窗口缴纳' } },
  disclosure:             { lastDay: day('2026-02-02'), attachments: [TABLE] },
  partialDisclosure:      { lastDay: day('2026-02-02'), attachments: [TABLE, '不予公开内容目录'] },
  stillUnclear:           { notice: NOTICE },
  abandoned:              { notice: NOTICE },
  ownRecord:              { ownRecord: { record: '会计人员信息采集表中的学历记录', result: 'corrected' } },
  recordTransfer:         { ownRecord: { record: '会计人员信息采集表中的学历记录', result: 'forwarded', other: '嘉禾市财政局' } },
  serviceRecord:          { service: { paper: '政府信息公开答复书（云财公开〔2026〕12号）', receiver: '林青禾', way: '邮寄（邮政企业）', place: '申请时提供的地址' } },
}
