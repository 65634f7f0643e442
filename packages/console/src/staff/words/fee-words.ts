import type { Fee } from '@gongkai/web'
import { dayText } from './authority-words.js'

/** How far a fee is. */
// biome-ignore format: table
const FEE_STATES: Readonly<Record<Fee['state'], string>> = {
  awaiting: '待缴费',
  overdue:  '逾期未缴费',
  paid:     '已缴费',
  refunded: '已退费',
  waived:   '免收',
  lapsed:   '未缴费，申请已办结',
}

/** What is charged: 第11至12件, 第1至120页. */
export function unitsText({ way, first, last }: Pick<Fee, 'way' | 'first' | 'last'>): string {
  const unit = way === 'byPage' ? '页' : '件'
  return first === last ? `第${first}${unit}` : `第${first}至${last}${unit}`
}

/** How a fee stands, with its days. */
export function feeStanding({ state, payBy, settledOn, refundedOn, refundedYuan }: Fee): string {
  const says = FEE_STATES[state]
  if (state === 'refunded' && refundedOn)
    return `${says}${refundedYuan}元（${dayText(refundedOn)}）`
  if (settledOn) return `${says}（${dayText(settledOn)}）`
  return payBy ? `${says}（期限${dayText(payBy)}）` : says
}
