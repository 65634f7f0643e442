import { requiredForm } from '@gongkai/law'
import type { FormId, ReportForm } from '@gongkai/report'

/** Words that only the one form prints in its tables. */
const MARKERS: Readonly<Record<FormId, readonly string[]>> = {
  '2019': [
    '本年新制作数量',
    '本年新公开数量',
    '对外公开总数量',
    '上一年项目数量',
    '采购总金额',
    '采购项目数量',
    '其他对外管理服务事项',
  ],
  '2021': [
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '本年处理决定数量',
    '本年收费金额',
    '逾期不补正',
    '未按收费通知要求缴纳费用',
  ],
}

/** Words that both forms print in table 三 and 四 and no narrative does. */
const SHARED = [
  '本年新收政府信息公开申请数量',
  '结转下年度继续办理',
  '未经复议直接起诉',
  '第三方合法权益',
  '没有现成信息需要另行制作',
]

/** A report without a title has at least so many of the six headings. */
const MOST_HEADINGS = 4

/**
 * The form that the Han characters of a report show by their tables, and where these do not tell, the one that its
 * year is held to. `unknown` for what has neither tables nor a title nor headings.
 */
export function reportForm(
  chars: string,
  year: number | null,
  isTitled: boolean,
  headings: number,
): ReportForm {
  const count = (words: readonly string[]) => words.filter((one) => chars.includes(one)).length
  const [old, fresh] = [count(MARKERS['2019']), count(MARKERS['2021'])]
  if (old !== fresh) return old > fresh ? '2019' : '2021'
  const required = year === null ? LATEST : requiredForm(year)?.form
  if (old > 0 || count(SHARED) > 0) return required ?? EARLIEST
  if (!isTitled && headings < MOST_HEADINGS) return 'unknown'
  return required ?? 'before-2019'
}

const EARLIEST: FormId = '2019'
const LATEST: FormId = '2021'
