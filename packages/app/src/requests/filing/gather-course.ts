import { dateText, type LocalDate, REMEDY_KINDS, REMEDY_RESULTS } from '@gongkai/law'
import type { Transaction } from 'kysely'
import { remedies, toRemedy } from '../../remedies/find-remedies.js'
import type { Instance, Remedy } from '../../remedies/remedy.js'
import type { Schema } from '../../storage/schema.js'
import { ADVICE_ANSWERS, ADVICE_TOLD, advicesOf } from '../advices/advice.js'
import { FEE_STATES, type Fee, feesOf } from '../fees/fee.js'
import { type JoinKind, joinsOf } from '../joins/join.js'
import { NEWS, NEWS_WAYS, type NewsState } from '../news/news.js'
import type { RequestFile } from '../request.js'
import { dayOf, type Part, tablePartOf } from './case-part.js'

type Tx = Transaction<Schema>

/** What was done for a request beside its letters and steps: searches, shares of the work, fees, what the applicant was told, holds, remedies. */
export async function courseParts(
  tx: Tx,
  request: RequestFile,
  day: LocalDate,
): Promise<readonly Part[]> {
  return [
    ...(await searchesPart(tx, request)),
    ...(await advicesPart(tx, request)),
    ...(await joinsPart(tx, request)),
    ...(await tasksPart(tx, request)),
    ...(await feesPart(tx, request, day)),
    ...(await newsPart(tx, request)),
    ...(await holdsPart(tx, request)),
    ...(await remediesPart(tx, request)),
  ]
}

async function searchesPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('request_search')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('searched_on')
    .orderBy('id')
    .execute()
  const told = rows.map(({ searched_on, period, systems, words, files, persons, ...rest }) => [
    dateText(searched_on),
    [...systems, ...files].join('、'),
    [words.join('、'), period ?? ''].filter(Boolean).join('；'),
    persons.join('、'),
    rest.struck_reason ? `已更正：${rest.struck_reason}` : (rest.found ?? '没有检索到'),
  ])
  const head = ['检索日期', '系统、案卷', '检索词、期间', '检索人', '结果']
  return tablePartOf('检索记录', head, told)
}

async function advicesPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const told = (await advicesOf(tx, id)).map((one) => [
    ...[dateText(one.advisedOn), [one.competent, one.contact].filter(Boolean).join('，')],
    ...[one.reason, ADVICE_TOLD[one.told], one.answer ? ADVICE_ANSWERS[one.answer] : ''],
    one.struck ? `已更正：${one.struck.reason}` : '',
  ])
  const head = ['日期', '负责公开的机关', '理由', '告知', '申请人的意见', '更正']
  return tablePartOf('应当向其他机关申请', head, told)
}

async function joinsPart(tx: Tx, request: RequestFile): Promise<readonly Part[]> {
  const told = (await joinsOf(tx, request)).map(({ other, at, reason, undone, ...one }) => [
    ...[dateText(dayOf(at)), JOIN_WORDS[one.kind][one.isOfOther ? 1 : 0], other.requestNumber],
    reason ?? '',
    undone ? `${dateText(dayOf(undone.at))}解除、撤销：${undone.reason ?? ''}` : '',
  ])
  return tablePartOf('并案、分案', ['日期', '关系', '申请编号', '原因', '解除、撤销'], told)
}

/** What the other request is to this one: as it leads or is the whole, as it follows or is a part. */
// biome-ignore format: table
const JOIN_WORDS: Readonly<Record<JoinKind, readonly [string, string]>> = {
  handledWith: ['并入牵头件', '并入本件的申请'],
  partOf:      ['由原申请分出', '由本件分出的申请'],
}

async function tasksPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('request_task as t')
    .innerJoin('person as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.person_id'),
    )
    .selectAll('t')
    .select('p.name as person')
    .where('t.request_id', '=', id)
    .where('t.taken_back_at', 'is', null)
    .orderBy('t.id')
    .execute()
  const told = rows.map(({ asked_at, person, task, done_on, answer }) => [
    ...[dateText(dayOf(asked_at)), person, task, done_on ? dateText(done_on) : '', answer ?? ''],
  ])
  return tablePartOf('交办和办理情况', ['交办日期', '承办人', '事项', '完成日期', '结果'], told)
}

async function feesPart(tx: Tx, { id }: RequestFile, day: LocalDate): Promise<readonly Part[]> {
  const told = (await feesOf(tx, id, day)).map((fee) => [
    ...[dateText(fee.noticedOn), fee.documentNumber ?? '', `${fee.yuan}元`, feeText(fee)],
  ])
  return tablePartOf('信息处理费', ['通知日期', '通知书文号', '金额', '情况'], told)
}

function feeText(fee: Fee): string {
  const { state, settledOn, receiptNumber, refundedOn, refundedYuan, reason } = fee
  return [
    FEE_STATES[state],
    settledOn && `${dateText(settledOn)}登记`,
    receiptNumber && `票据号码${receiptNumber}`,
    refundedOn && `${dateText(refundedOn)}退还${refundedYuan}元`,
    reason,
  ]
    .filter(Boolean)
    .join('，')
}

async function newsPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('request_news')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('id')
    .execute()
  const told = rows.map(({ happened_on, what, way, told_at, state }) => [
    ...[dateText(happened_on), NEWS[what], way === 'letter' ? '随文书告知' : NEWS_WAYS[way]],
    told_at ? `${dateText(dayOf(told_at))}已告知` : UNTOLD[state],
  ])
  return tablePartOf('告知申请人的情况', ['日期', '进展', '方式', '情况'], told)
}

// biome-ignore format: table
const UNTOLD: Readonly<Record<NewsState, string>> = {
  waiting:   '待告知',
  told:      '已告知',
  failed:    '邮件没有发出',
  cancelled: '登记更正，不再告知',
}

async function holdsPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('request_hold')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy('id')
    .execute()
  const told = rows.map(({ placed_at, reason, lifted_at, lifted_reason }) => [
    ...[dateText(dayOf(placed_at)), reason],
    lifted_at ? `${dateText(dayOf(lifted_at))}解除：${lifted_reason}` : '保全中',
  ])
  return tablePartOf('个人信息保全', ['保全日期', '理由', '情况'], told)
}

async function remediesPart(tx: Tx, { id }: RequestFile): Promise<readonly Part[]> {
  const rows = await remedies(tx)
    .where('r.request_id', '=', id)
    .where('r.struck_at', 'is', null)
    .orderBy('r.id')
    .execute()
  const told = rows
    .map(toRemedy)
    .flatMap((one) => [...one.instances.map((_, at) => instanceRow(one, at)), ...redoRow(one)])
  const head = ['种类', '机关、案号', '收到日期', '答复、应诉', '结果']
  return tablePartOf('行政复议、诉讼、投诉', head, told)
}

function instanceRow({ kind, body, instances }: Remedy, at: number): readonly string[] {
  const { caseNumber, receivedOn, answeredOn, decidedOn, result } = instances[at] as Instance
  const isSuit = kind === 'suit' || kind === 'suitAfterReconsideration'
  const name = isSuit ? `（${['一审', '二审'][at] ?? '再审'}）` : ''
  return [
    `${REMEDY_KINDS[kind].title}${name}`,
    [body, caseNumber].filter(Boolean).join('，'),
    dateText(receivedOn),
    answeredOn ? dateText(answeredOn) : '',
    decidedOn && result ? `${dateText(decidedOn)}${REMEDY_RESULTS[result].title}` : '正在办理',
  ]
}

function redoRow({ body, redo }: Remedy): readonly (readonly string[])[] {
  if (!redo) return []
  const done = redo.doneOn && `${dateText(redo.doneOn)}重新答复${redo.number ?? ''}`
  return [['责令重新作出答复', body, dateText(redo.from), '', done ?? '正在办理']]
}
