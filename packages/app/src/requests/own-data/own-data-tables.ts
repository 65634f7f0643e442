import {
  APPLICANT_KINDS,
  CHANNELS,
  dateText,
  GROUNDS,
  LETTERS,
  PROACTIVE_REASONS,
} from '@gongkai/law'
import { ROLES } from '../../rights/roles.js'
import { ADVICE_ANSWERS, ADVICE_TOLD } from '../advices/advice.js'
import { IDENTITY_KINDS } from '../applicant.js'
import { FEE_STATES } from '../fees/fee.js'
import { REQUEST_EVENTS } from '../filing/event-titles.js'
import { SENDING_WAYS } from '../letters/letter.js'
import { NEWS, NEWS_WAYS } from '../news/news.js'
import { REEVALUATION_OUTCOMES } from '../reevaluation/reevaluation.js'
import { FILE_PURPOSES } from '../request.js'
import { SUPPLY_FORMS, SUPPLY_WAYS } from '../wanted.js'
import type { OwnData } from './own-data.js'

/** A part of what is given to who asks, to be read and printed. */
export type OwnDataTable = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Cell = string | number | null | undefined | false

/** What is kept of one who asks, in words, part by part; parts of which there is nothing are left out. */
export function ownDataTables(data: OwnData): readonly OwnDataTable[] {
  const all = [
    table('个人信息', ['项目', '内容'], personRows(data)),
    table('申请', ['项目', '内容'], requestRows(data)),
    table('提交和存入的材料', ['日期', '材料', '提交', '大小', '摘要（SHA-256）'], fileRows(data)),
    table(
      ...(['办理步骤', ['日期', '步骤', '您的说明']] as const),
      data.steps.map(({ on, title, note }) => [dateText(on), title, note]),
    ),
    table('发给您的文书', ['发出日期', '文书', '方式', '送达日期'], letterRows(data)),
    table(
      ...(['信息处理费', ['通知日期', '通知书文号', '金额', '情况', '登记日期']] as const),
      data.fees.map(({ noticedOn, documentNumber, yuan, state, settledOn }) => [
        ...[dateText(noticedOn), documentNumber, `${yuan}元`, FEE_STATES[state], day(settledOn)],
      ]),
    ),
    table(
      ...(['告知您的进展', ['日期', '进展', '方式', '告知日期']] as const),
      data.news.map(({ what, way, happenedOn, toldOn }) => [
        ...[dateText(happenedOn), NEWS[what]],
        ...[way === 'letter' ? '随文书告知' : NEWS_WAYS[way], day(toldOn)],
      ]),
    ),
    table(
      '登记的更正',
      ['日期'],
      data.corrections.map((on) => [dateText(on)]),
    ),
    table('告知您向其他机关申请', ['日期', '机关', '理由', '告知', '您的意见'], adviceRows(data)),
    table(
      ...(['您提出的主动公开建议', ['日期', '情形和理由', '答复', '公布']] as const),
      suggestionRows(data),
    ),
    table(
      ...(['不予公开信息的定期评估', ['日期', '结果']] as const),
      data.reevaluations.map(({ on, outcome }) => [dateText(on), REEVALUATION_OUTCOMES[outcome]]),
    ),
    table('谁看过', ['日期', '职责', '事项', '次数'], readingRows(data)),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): OwnDataTable {
  return { title, head, rows: rows.map((row) => row.map((cell) => (cell ? `${cell}` : ''))) }
}

function personRows({ person, others }: OwnData): readonly (readonly Cell[])[] {
  return filled([
    ['身份', person.part === 'agent' ? '代理人' : '申请人'],
    ['姓名、名称', person.name],
    [IDENTITY_KINDS[person.idKind], person.idNumber],
    ['联系人', person.contactName],
    ['电话', person.phone],
    ['电子邮箱', person.email],
    ['通信地址', person.address],
    ['邮政编码', person.postalCode],
    ['同一申请的其他申请人、代理人', others > 0 && `${others}人，其个人信息不在此提供`],
  ])
}

function requestRows({ requestNumber, authority, request }: OwnData): readonly (readonly Cell[])[] {
  const { wanted, title, number, form, way, help } = request
  return filled([
    ['申请编号', requestNumber],
    ['受理机关', authority],
    ['种类', request.kind === 'ownRecord' ? '更正与自身相关的政府信息记录' : '政府信息公开申请'],
    ['申请人类别', APPLICANT_KINDS[request.applicantKind].title],
    ['所需信息', wanted],
    ['名称、文号', [title, number].filter(Boolean).join('，')],
    ['获取方式', `${SUPPLY_FORMS[form]}，${SUPPLY_WAYS[way]}`],
    ['需要的帮助', help],
    ['提交渠道', CHANNELS[request.channel].title],
    ['到达日期', day(request.arrivedOn)],
    ['收到之日', day(request.receivedOn)],
    ['办结日期', day(request.closedOn)],
    ['办理结果', request.countedUnder && GROUNDS[request.countedUnder].title],
  ])
}

function filled(rows: readonly (readonly [string, Cell])[]) {
  return rows.filter(([, cell]) => cell)
}

function fileRows({ files }: OwnData): readonly (readonly Cell[])[] {
  return files.map(({ purpose, name, bytes, sha256, addedOn, isOwn }) => [
    ...[dateText(addedOn), name ? `${FILE_PURPOSES[purpose]}：${name}` : FILE_PURPOSES[purpose]],
    ...[isOwn ? '网上提交' : '受理机关存入', `${bytes}字节`, sha256],
  ])
}

function letterRows({ letters }: OwnData): readonly (readonly Cell[])[] {
  return letters.map(({ kind, documentNumber, sentOn, sentWay, servedOn }) => [
    dateText(sentOn),
    `《${LETTERS[kind].title}》${documentNumber ? `（${documentNumber}）` : ''}`,
    ...[SENDING_WAYS[sentWay].title, day(servedOn)],
  ])
}

function adviceRows({ advices }: OwnData): readonly (readonly Cell[])[] {
  return advices.map(({ on, competent, contact, reason, told, answer }) => [
    ...[dateText(on), contact ? `${competent}（${contact}）` : competent, reason],
    ...[ADVICE_TOLD[told], answer && ADVICE_ANSWERS[answer]],
  ])
}

function suggestionRows({ suggestions }: OwnData): readonly (readonly Cell[])[] {
  return suggestions.map((one) => [
    ...[dateText(one.on), `${PROACTIVE_REASONS[one.reason].title}：${one.says}`],
    one.decision &&
      [one.decision === 'accepted' ? '采纳' : '未采纳', day(one.decidedOn), one.answer]
        .filter(Boolean)
        .join('，'),
    one.publishedOn && `${day(one.publishedOn)}，${one.title}：${one.address}`,
  ])
}

function readingRows({ readings }: OwnData): readonly (readonly Cell[])[] {
  return readings.map(({ on, role, name, count }) => [
    ...[dateText(on), role ? ROLES[role].label : '您本人'],
    ...[REQUEST_EVENTS[name] ?? name, count],
  ])
}

function day(on: Parameters<typeof dateText>[0] | null): string {
  return on === null ? '' : dateText(on)
}
