import { citationText, cite } from '../citation.js'
import { inForce } from '../provision.js'
import type { LetterFacts } from './facts.js'
import { type FeeLine, feeLines } from './fee-lines.js'
import type { LetterKind } from './letter-kinds.js'
import {
  BLANK,
  dateText,
  type LetterParagraph,
  law,
  numbered,
  orBlank,
  own,
  unstopped,
} from './letter-text.js'
import { periodWords, receiverOf, type Words } from './words.js'

type Notice = (words: Words) => { readonly paragraphs: readonly LetterParagraph[] }

const ogi = (article: number, paragraph?: number) =>
  citationText(cite('OGI-2019', article, paragraph))

/** What is asked for after the last day to reply promises no new period. */
function isLate({ on, request: { dueOn } }: LetterFacts): boolean {
  return on !== null && dueOn !== null && on > dueOn
}

/** Letters to the applicant on the way to a decision. */
export const NOTICES = {
  correctionNotice: ({ facts, facts: { correction }, opening, you }) => ({
    paragraphs: [
      opening,
      law(`经审查，申请内容不明确。根据${ogi(30)}，请${you}一次性补正下列事项：`),
      ...list(correction?.points),
      own(`补正的方式：${orBlank(correction?.how)}。`),
      law(
        `补正的期限至${dateText(correction?.until ?? null)}（含当日）。${isLate(facts) ? '' : '答复期限自本机关收到补正的申请之日起计算。'}无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`,
      ),
    ],
  }),
  reasonsNotice: ({ facts: { reasons }, opening, you }) => ({
    paragraphs: [
      opening,
      own(`${you}申请公开政府信息的情况：${orBlank(reasons?.excess)}。`),
      law(`上述申请的数量、频次明显超过合理范围。根据${ogi(35)}，请${you}说明下列理由：`),
      ...list(reasons?.points),
      law(
        `说明理由的期限至${dateText(reasons?.until ?? null)}（含当日）。理由不合理的，本机关不予处理；理由合理但无法在规定期限内答复的，本机关将确定延迟答复的合理期限并告知${you}。`,
      ),
    ],
  }),
  extensionNotice: ({ facts, law: { periods }, opening, you }) => ({
    paragraphs: [
      opening,
      own(
        `该申请的答复期限至${dateText(facts.request.dueOn)}届满。因${orBlank(facts.extension?.reason)}，不能在该期限内答复。`,
      ),
      law(
        `根据${periodWords(periods.extension, facts).basis}，经本机关政府信息公开工作机构负责人同意，答复期限延长${facts.extension?.days ?? BLANK}个工作日，至${dateText(facts.extension?.newDueOn ?? null)}届满。特此告知${you}。`,
      ),
    ],
  }),
  postponementNotice: ({ facts: { request, postponement }, opening, you }) => ({
    paragraphs: [
      opening,
      own(
        `${you}说明的理由已经收悉。因${orBlank(postponement?.reason)}，不能在${dateText(request.dueOn)}以前答复。`,
      ),
      law(
        `根据${ogi(35)}，本机关确定延迟至${dateText(postponement?.until ?? null)}（含当日）以前答复。特此告知${you}。`,
      ),
    ],
  }),
  feeNotice: ({ facts, law: { fees, periods }, opening, you }) => {
    const { fee } = facts
    const bands = inForce(fees, facts.on ?? facts.request.receivedOn)
    const lines = fee ? feeLines(bands.value, fee.way, fee.first, fee.last) : []
    const unit = fee?.way === 'byPage' ? '页' : '件'
    const sum = lines.reduce((total, { yuan }) => total + yuan, 0)
    const measures = citationText({ instrument: bands.source.instrument })
    return {
      paragraphs: [
        opening,
        law(
          `根据${ogi(42)}和${measures}，本机关对该申请收取信息处理费。收费采取${unit === '页' ? '按量计收' : '按件计收'}的方式，计算如下：`,
        ),
        ...numbered(lines.map((line) => feeLine(line, unit))).map(law),
        law(`以上合计${fee ? sum : BLANK}元。`),
        own(`缴费途径：${orBlank(fee?.howToPay)}。`),
        law(
          `请${you}自收到本通知书的次日起${periodWords(periods.feePayment, facts).days}内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。${isLate(facts) ? '' : '按期缴纳的，答复期限自缴费的次日起重新计算。'}`,
        ),
      ],
    }
  },
  ownRecord: ({ facts, you }) => ({
    paragraphs: [
      law(
        `${receiverOf(facts)}于${dateText(facts.request.receivedOn)}收到${you}提出的更正与自身相关政府信息记录的申请（申请编号：${facts.request.number}），要求更正的记录为：${orBlank(facts.ownRecord?.record)}。`,
      ),
      law(`根据${ogi(41)}，经审核，${recordWords(facts.ownRecord)}。`),
      ...(facts.ownRecord?.reason ? [own(`理由：${unstopped(facts.ownRecord.reason)}。`)] : []),
    ],
  }),
  recordTransfer: ({ facts, facts: { request, ownRecord } }) => ({
    paragraphs: [
      law(
        `${receiverOf(facts)}于${dateText(request.receivedOn)}收到申请人提出的更正与自身相关政府信息记录的申请（申请编号：${request.number}），要求更正的记录为：${orBlank(ownRecord?.record)}。`,
      ),
      law(
        `该记录不属于本机关职能范围。根据${ogi(41)}，现将该申请及其证据材料转送你机关处理，本机关已将转送情况告知申请人。`,
      ),
    ],
  }),
} as const satisfies Partial<Record<LetterKind, Notice>>

function list(points: readonly string[] = []): readonly LetterParagraph[] {
  return numbered(
    points.length > 0 ? points.map((point) => `${unstopped(point)}。`) : [`${BLANK}。`],
  ).map(own)
}

function feeLine({ from, to, yuanEach, yuan }: FeeLine, unit: string): string {
  const range = from === to ? `第${from}${unit}` : `第${from}${unit}至第${to}${unit}`
  return yuanEach === 0 ? `${range}，不收费。` : `${range}，每${unit}${yuanEach}元，计${yuan}元。`
}

function recordWords(of: Words['facts']['ownRecord']): string {
  switch (of?.result) {
    case 'corrected':
      return '该记录不准确，本机关已经予以更正'
    case 'forwarded':
      return `该记录不属于本机关职能范围，本机关已经转送${orBlank(of.other)}处理`
    case 'directed':
      return `该记录不属于本机关职能范围，请向${orBlank(of.other)}提出`
    case 'refused':
      return '提供的证据不能证明该记录不准确，本机关不予更正'
    default:
      return BLANK
  }
}
