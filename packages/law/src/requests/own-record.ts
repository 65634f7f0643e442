import { type Citation, cite } from '../citation.js'
import type { Known } from '../instruments.js'

type OwnRecordSpec = { readonly title: string; readonly source: Citation }

/** 更正与自身相关的政府信息记录 (第四十一条): what may come of it. It is counted in no row of the report. */
export const OWN_RECORD_RESULTS = {
  corrected: { title: '已经更正', source: cite('OGI-2019', 41) },
  refused: { title: '不予更正', source: cite('OGI-2019', 41) },
  forwarded: { title: '转送有权更正的机关', source: cite('OGI-2019', 41) },
  directed: { title: '告知向有权更正的机关提出', source: cite('OGI-2019', 41) },
} as const satisfies Record<string, OwnRecordSpec>

export type OwnRecordResult = keyof typeof OWN_RECORD_RESULTS

/** Article 41 sets no period: the days of a reply are taken, as is done in practice. */
export const OWN_RECORD_PERIOD: {
  readonly says: string
  readonly source: Citation
  readonly known: Known
} = {
  says: '条例没有规定更正申请的办理期限，参照答复期限计算',
  source: cite('OGI-2019', 41),
  known: 'memory',
}
