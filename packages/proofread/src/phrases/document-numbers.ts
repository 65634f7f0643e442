import type { ProofreadInput } from '../input.js'
import { type Draft, draftAt } from '../rule.js'
import { type Match, matchesIn } from '../words/text.js'

// After the 代字 a year in any brackets, an ordinal or leading zeros, a number: 国办发[2021]30号, 国办发〔2021〕第30号.
// The number of a registered normative document (杨管规〔2012〕001号) keeps its zeros.
const NUMBER =
  /(?<open>[[［(（【〔﹝〈<])(?<=(?<code>[发函办字规政电文])\s*.)(?<year>\d{2}|\d{4})(?<close>[\]］)）】〕﹞〉>])\s*(?<ordinal>第?)\s*(?<zeros>0*)(?<number>\d{1,5})\s*号/g

/** Numbers of documents that are not written as `国办发〔2021〕30号`. */
export function malformedNumbers({ parts }: ProofreadInput): Draft[] {
  return matchesIn(parts, NUMBER).flatMap(toDraft)
}

function toDraft({ part, groups, start, end }: Match): Draft[] {
  const {
    open = '',
    year = '',
    close = '',
    ordinal,
    zeros,
    number = '',
    code,
  } = groups.groups ?? {}
  const keepsZeros = code === '规' && zeros !== ''
  const right = `〔${year}〕${keepsZeros ? zeros : ''}${number}号`
  const faults = [
    isTortoise(open, close) ? null : '年份应当用六角括号“〔〕”',
    year.length === 4 ? null : '年份应当写全四位',
    ordinal ? '序号前不加“第”字' : null,
    zeros && !keepsZeros ? '序号不编虚位' : null,
  ].filter((fault) => fault !== null)
  if (faults.length === 0) return []
  return [
    draftAt(part, [start, end], {
      severity: 'warning',
      message: `发文字号书写不规范：${faults.join('，')}。`,
      shouldBe: year.length === 4 ? right : null,
    }),
  ]
}

/** ﹝﹞ are the small forms of 〔〕, which many input methods give. */
function isTortoise(open: string, close: string): boolean {
  return '〔﹝'.includes(open) && '〕﹞'.includes(close)
}
