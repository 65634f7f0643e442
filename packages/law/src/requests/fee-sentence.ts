import { INSTRUMENTS } from '../instruments.js'

/** What section six of the annual report tells of the fees of a year: notices that went out, what they asked for, what was received, in yuan. */
export type FeeFacts = {
  readonly notices: number
  readonly yuan: number
  readonly received: number
}

const BEGINNING = `依据《${INSTRUMENTS['FEES-2020'].title}》，本年度`

/** The sentence of section six (第六部分) on fees: notices, amount, amount received; where there were none, that there were none. */
export function feeSentence({ notices, yuan, received }: FeeFacts): string {
  if (notices === 0 && received === 0)
    return `${BEGINNING}没有发出信息处理费收费通知，没有收取信息处理费。`
  return `${BEGINNING}发出信息处理费收费通知${notices}件，总金额${yuan}元，实际收取${received}元。`
}

/** A text without the sentence that {@link feeSentence} made of another year at its end. */
export function withoutFeeSentence(text: string): string {
  return text.replace(MADE, '')
}

const MADE = new RegExp(
  `\\n?${BEGINNING}(?:没有发出信息处理费收费通知，没有收取信息处理费|发出信息处理费收费通知\\d+件，总金额\\d+元，实际收取-?\\d+元)。$`,
)
