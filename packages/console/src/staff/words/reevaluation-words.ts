import type { ReevaluationOfRequest, ReevaluationPage } from '@gongkai/web'

type Queue = keyof ReevaluationPage['counts']

/** The queues of what is withheld, in the order of their urgency. */
// biome-ignore format: table
export const REEVALUATION_QUEUES: Readonly<Record<Queue, string>> = {
  due:         '到期和逾期',
  soon:        '三十日内',
  later:       '三十日后',
  disclosable: '可以公开、已提请',
}

/** What an empty queue means. */
// biome-ignore format: table
export const EMPTY_REEVALUATIONS: Readonly<Record<Queue, string>> = {
  due:         '没有到期的评估。可以查看“三十日内”，提前办理。',
  soon:        '三十日内没有到期的评估。',
  later:       '没有三十日后到期的评估。依照条例第十四条至第十六条不予公开的，答复送出后自动列在这里。',
  disclosable: '没有经评估可以公开的信息。',
}

/** What was found, as it is told of the past. */
// biome-ignore format: table
export const OUTCOMES: Readonly<Record<ReevaluationOfRequest['history'][number]['outcome'], string>> = {
  withheld:    '经评估仍不予公开',
  disclosable: '经评估可以公开，已提请转为主动公开',
  moved:       '另定评估日期',
}
