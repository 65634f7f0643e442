/** The six headings, the same in both forms (条例第五十条, 国办公开办函〔2021〕30号). */
export const SECTIONS = [
  { no: '一', title: '总体情况' },
  { no: '二', title: '主动公开政府信息情况' },
  { no: '三', title: '收到和处理政府信息公开申请情况' },
  { no: '四', title: '政府信息公开行政复议、行政诉讼情况' },
  { no: '五', title: '存在的主要问题及改进情况' },
  { no: '六', title: '其他需要报告的事项' },
] as const

/** Numbers a section may have: a report before the 2019 form may have more than six. */
export const SECTION_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

export type SectionNo = (typeof SECTION_NUMBERS)[number]
