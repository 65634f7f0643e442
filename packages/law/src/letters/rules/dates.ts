import { cite, citePlace } from '../../citation.js'
import { type LocalDate, yearOf } from '../../local-date.js'
import { inForce } from '../../provision.js'
import { documentYear, isDocumentNumber } from '../document-number.js'
import { day } from '../example-facts.js'
import type { LetterFacts } from '../facts.js'
import { letterSpec } from '../letter-kinds.js'
import { dateText } from '../letter-text.js'
import { type Found, type Given, LETTER, type LetterPiece, type LetterRule } from './rule.js'

const FORM = (place: string) => [citePlace('GB-9704-2012', place)]

// biome-ignore format: table
export const DATE_RULES: readonly LetterRule[] = [
  {
    code: 'LTR-04',
    states: '发文字号由机关代字、六角括号内的年份和不编虚位的序号组成，年份与成文日期一致',
    basis: FORM('发文字号'),
    severity: 'error',
    passes: { kind: 'disclosure' },
    fails: { kind: 'disclosure', replace: ['〔2026〕12号', '[2026]第012号'] },
    check: documentNumber,
  },
  {
    code: 'LTR-05',
    states: '各日期的先后合理',
    basis: [cite('OGI-2019', 33, 2)],
    severity: 'error',
    passes: { kind: 'abandoned' },
    fails: { kind: 'disclosure', facts: { on: day('2026-01-04') } },
    check: order,
  },
  {
    code: 'LTR-06',
    states: '成文日期不晚于该文书的期限',
    basis: [cite('OGI-2019', 33, 2), cite('OGI-2019', 30)],
    severity: 'error',
    passes: { kind: 'correctionNotice', facts: { lastDay: day('2026-01-14') } },
    fails: { kind: 'correctionNotice', facts: { lastDay: day('2026-01-09') } },
    check: late,
  },
  {
    code: 'LTR-19',
    states: '日期写作“2026年1月5日”，落款日期与登记的成文日期一致',
    basis: FORM('成文日期'),
    severity: 'warning',
    passes: { kind: 'extensionNotice' },
    fails: { kind: 'extensionNotice', letter: { signature: { name: '云岭县财政局', date: '2026-01-12' } } },
    check: spelling,
  },
  {
    code: 'LTR-20',
    states: '延长答复期限不超过规定的工作日，新的届满日晚于原届满日',
    basis: [cite('OGI-2019', 33, 2)],
    severity: 'error',
    passes: { kind: 'extensionNotice' },
    fails: { kind: 'extensionNotice', facts: { extension: { reason: '需要向有关单位核对', days: 30, newDueOn: day('2026-03-13') } } },
    check: extension,
  },
]

// 〔2026〕12号 written with other brackets, with 第, or with leading zeros.
const MISWRITTEN =
  /[[［(（【]\s*20\d{2}\s*[\]］)）】]\s*第?\d+号|〔\d+〕(?:第\d+|0\d*)号|〔(?!\d{4}〕)\d+〕/

function documentNumber({ letter, pieces, facts }: Given): readonly Found[] {
  return [...ownNumber(letter.documentNumber, facts.on), ...pieces.flatMap(numberInText)]
}

function ownNumber(text: string | null, on: LocalDate | null): readonly Found[] {
  if (text === null) return []
  const at = { part: 'documentNumber' } as const
  if (!isDocumentNumber(text)) return [{ at, says: text, message: miswritten(text) }]
  if (on === null || documentYear(text) === yearOf(on)) return []
  const message = `发文字号“${text}”的年份与成文日期${dateText(on)}不一致，请核对。`
  return [{ at, says: text, severity: 'warning', message }]
}

/** Numbers of other papers may have been given in another form. */
function numberInText({ at, text }: LetterPiece): readonly Found[] {
  const says = at.part === 'documentNumber' ? undefined : MISWRITTEN.exec(text)?.[0]
  return says ? [{ at, says, severity: 'warning', message: miswritten(says) }] : []
}

function miswritten(text: string): string {
  return `发文字号“${text}”书写不规范，应当写作“机关代字〔2026〕12号”的形式，不加“第”，不编虚位。`
}

type Pair = readonly [
  earlier: LocalDate | null | undefined,
  later: LocalDate | null | undefined,
  message: string,
]

function order({ facts }: Given): readonly Found[] {
  return pairsOf(facts)
    .filter(([earlier, later]) => earlier && later && earlier > later)
    .map(([earlier, later, message]) => ({
      at: LETTER,
      message: `${message}（${dateText(earlier ?? null)}、${dateText(later ?? null)}），请核对。`,
    }))
}

// biome-ignore format: one pair a line
function pairsOf({ request, on, correction, reasons, consultation, assistance, notice, parts }: LetterFacts): readonly Pair[] {
  const isGivenUp = parts.some(({ ground }) => ground === 'notCorrected' || ground === 'feeUnpaid')
  return [
    [request.arrivedOn, request.receivedOn, '到达日期晚于收到申请之日'],
    [request.receivedOn, on, '收到申请之日晚于成文日期'],
    [request.receivedOn, request.dueOn, '收到申请之日晚于答复期限届满日'],
    [on, correction?.until, '成文日期晚于补正的期限'],
    [on, reasons?.until, '成文日期晚于说明理由的期限'],
    [on, assistance?.until, '成文日期晚于协办的期限'],
    [on, consultation?.until, '成文日期晚于提出意见的期限'],
    [notice?.on, notice?.servedOn, '通知的日期晚于其送达日期'],
    [notice?.servedOn, notice?.until, '通知的送达日期晚于其中的期限'],
    // What is still unclear may be answered as soon as the correction came.
    [isGivenUp ? notice?.until : null, on, '通知中的期限尚未届满'],
    ...parts.flatMap(({ what, search, earlier }): Pair[] => [
      [search?.on, on, `检索“${what}”的日期晚于成文日期`],
      [earlier?.on, on, `此前就“${what}”答复的日期晚于成文日期`],
    ]),
  ]
}

function late({ letter: { kind }, facts: { on, lastDay, request } }: Given): readonly Found[] {
  const { due } = letterSpec(kind)
  const last = lastDay ?? (due === 'reply' ? request.dueOn : null)
  if (due === null || on === null || last === null || on <= last) return []
  return [
    {
      at: { part: 'signature' },
      message: `成文日期${dateText(on)}晚于该文书的期限${dateText(last)}。逾期出具的，应当记入案卷；请尽快送达，并核对期限台账。`,
    },
  ]
}

// 2026-01-12, 2026/1/12, 2026.1.12 (not within an address), and the official form with leading zeros.
const MISSPELT =
  /(?<![\d/.-])(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/.-])|年0\d?月|年\d{1,2}月0\d日)/

function spelling({ letter: { signature }, pieces, facts: { on } }: Given): readonly Found[] {
  const wrong = pieces.flatMap(({ at, text }) => {
    const says = MISSPELT.exec(text)?.[0]
    return says
      ? [{ at, says, message: `日期“${says}”书写不规范，应当写作“2026年1月5日”的形式。` }]
      : []
  })
  if (on === null || signature.date === null || signature.date === dateText(on)) return wrong
  return [
    ...wrong,
    {
      at: { part: 'signature' },
      says: signature.date,
      message: `落款日期“${signature.date}”与登记的成文日期${dateText(on)}不一致，请核对。`,
    },
  ]
}

function extension({ facts: { extension: of, request }, law }: Given): readonly Found[] {
  if (!of) return []
  const { value } = inForce(law.periods.extension, request.receivedOn)
  const tooLong = of.days < 1 || of.days > value
  const backwards = request.dueOn !== null && of.newDueOn <= request.dueOn
  return [
    ...(tooLong
      ? [
          {
            at: LETTER,
            message: `延长${of.days}个工作日不合规定，延长的期限最长不得超过${value}个工作日，请更正。`,
          },
        ]
      : []),
    ...(backwards
      ? [
          {
            at: LETTER,
            message: `新的届满日${dateText(of.newDueOn)}不晚于原届满日${dateText(request.dueOn)}，请核对。`,
          },
        ]
      : []),
  ]
}
