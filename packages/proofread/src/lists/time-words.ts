import type { Severity } from '@gongkai/law'

/** A time word that runs from the day of writing, while a report tells of a closed year. */
export type TimeWord = {
  readonly pattern: RegExp
  readonly severity: Severity
  /** Sections of plans and of the present state may use it. */
  readonly notInPlans: boolean
  readonly unless: RegExp
}

const NEVER = /(?!)/

// biome-ignore format: one word a line
export const TIME_WORDS: readonly TimeWord[] = [
  { pattern: /今年以来/g,                          severity: 'warning', notInPlans: false, unless: NEVER },
  { pattern: /今年(?!以来|[初底末]?(?:将|要|拟|计划))/g, severity: 'note',  notInPlans: true,  unless: /将|计划|拟|下一步/ },
  { pattern: /截至目前|截止目前|到目前为止|截至今日|截至发稿/g, severity: 'warning', notInPlans: false, unless: NEVER },
  { pattern: /至今(?!后)/g,                        severity: 'note',    notInPlans: false, unless: /沿用至今|流传至今/ },
  { pattern: /目前(?=[^。；，]{0,4}(?:共|已|累计)[^。；]{0,16}\d)/g, severity: 'note', notInPlans: true, unless: NEVER },
  { pattern: /近日|日前(?!往)/g,                   severity: 'note',    notInPlans: false, unless: /\d日前|[前后]日前|工作日前|之日前/ },
  { pattern: /(?<![较比与同和超])去年(?!同期|相比|度?的?基础)/g, severity: 'note', notInPlans: true, unless: /较|比|相比|同期|增长|增加|下降|减少/ },
]
