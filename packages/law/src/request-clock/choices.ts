import { type Citation, cite, citePlace } from '../citation.js'

/** A place where the text leaves more than one reading, and the one that is counted by. */
export type ClockChoice<Option extends string> = {
  readonly question: string
  readonly options: Readonly<Record<Option, string>>
  readonly chosen: Option
  /** Why; shown beside the days that it moves. */
  readonly because: string
  readonly source: Citation
}

function choice<Option extends string>(
  question: string,
  options: Readonly<Record<Option, string>>,
  chosen: NoInfer<Option>,
  because: string,
  source: Citation,
): ClockChoice<Option> {
  return { question, options, chosen, because, source }
}

/** ADR 0020: one line each. */
// biome-ignore format: one choice a line
export const CLOCK_CHOICES = {
  sendingDay:     choice('发出征求意见书的当日是否计入答复期限', { counts: '计入', excluded: '不计入' }, 'counts', '等待自发出的次日开始，与期间开始的当日不计入的规则一致，对申请人有利', cite('CIVIL-CODE', 201)),
  answerDay:      choice('收到意见的当日是否计入答复期限', { counts: '计入', excluded: '不计入' }, 'excluded', '意见当日方才收到，等待至当日届满，次日起继续计算', cite('OGI-2019', 33, 3)),
  secondExtension: choice('补正或者缴费后重新计算的，能否再次延长', { never: '不能，一件申请只延长一次', anew: '可以' }, 'never', '条例只规定延长一次，重新起算的是答复期限', cite('OGI-2019', 33, 2)),
  lateCorrection: choice('超过7个工作日才告知补正的，收到补正后是否重新起算', { restarts: '重新起算，逾期告知记入案卷', runsOn: '不重新起算' }, 'restarts', '条例规定的是收到补正之日；逾期告知本身另行列为问题', cite('OGI-2019', 30)),
  overdueAsking:  choice('答复期限届满后才要求补正、缴费的，补正、缴费后是否重新起算', { runsOn: '不重新起算', restarts: '重新起算' }, 'runsOn', '已经逾期的，不因要求补正、缴费成为按期', cite('OGI-2019', 33, 2)),
  askingReasons:  choice('要求申请人说明理由期间是否计入答复期限', { counts: '计入', excluded: '不计入' }, 'counts', '条例没有规定扣除；需要更长时间的，应当另行确定并告知延迟答复的期限', cite('OGI-2019', 35)),
  paymentDay:     choice('缴费后答复期限自何日重新起算', { next: '缴费的次日', same: '缴费当日' }, 'next', '与收到申请的当日不计入一致', citePlace('FEES-2020', '缴费后的办理期限')),
} as const
