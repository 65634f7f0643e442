import { refuse } from '@gongkai/law'

/** The report has no version that could be read. */
export const NOTHING_YET = refuse('report.no-version', '这份报告还没有内容。请先开始编制。')
