import { citePlace, FEE_FACTS_DUTY, forReportYear } from '@gongkai/law'
import { sum } from '../decimal.js'
import { partText } from '../reading/annual-report.js'
import { lackingCells } from './equation.js'
import { found, type Given, lacking, type Outcome, type ReportRule } from './rule.js'
import { wholePart } from './targets.js'

const UNPAID = '三（六）2'

export const FEE_RULES: readonly ReportRule[] = [
  {
    code: 'FEE-01',
    states: '第六部分写明收取信息处理费的情况；有逾期未缴费而不再处理的申请，更应当写明',
    basis: [
      ...FEE_FACTS_DUTY.filter(({ value }) => value).map(({ source }) => source),
      citePlace('FEES-2020', '信息处理费收取情况'),
    ],
    severity: 'error',
    forms: ['2021'],
    passes: { form: '2021', changes: [] },
    fails: {
      form: '2021',
      changes: [
        { cell: ['requests', '三（六）2', '总计'], printed: '1' },
        { part: 'section/六', text: '无其他需要报告的事项。' },
      ],
    },
    check: feeFacts,
  },
]

const FEE_WORDS = /处理费|收费|费用/

/** Silence about fees is an error where unpaid fees ended a request, else worth a note; in a year without the duty nothing. */
function feeFacts({ report }: Given): readonly Outcome[] {
  const { year } = report
  if (year !== null && !forReportYear(FEE_FACTS_DUTY, year)?.value) return []
  const six = partText(report, 'section/六')
  if (six === null) return [lacking('没有第六部分，无法核对信息处理费情况。')]
  if (FEE_WORDS.test(six)) return []
  const cells = report.cells.filter(({ table, row }) => table === 'requests' && row === UNPAID)
  const unread = lackingCells(cells.filter(({ state }) => state === 'unread' || state === 'text'))
  const unpaid = sum(cells.map(({ value }) => value ?? 0))
  const elsewhere = report.sections.some(({ text }) => /信息处理费|收费通知/.test(text))
  if (unpaid === 0 && elsewhere) return unread
  const target = wholePart(report, six === '' ? 'heading/六' : 'section/六')
  if (unpaid === 0) {
    const message =
      '第六部分没有写明信息处理费情况，请补充发出收费通知的件数、总金额和实际收取的总金额，没有的写明没有。'
    return [found(target, message, { severity: 'note' }), ...unread]
  }
  const message =
    '有申请人逾期未缴费而不再处理的申请，第六部分却没有写明信息处理费情况，请补充收费通知件数、总金额和实际收取的总金额。'
  return [found(target, message, { severity: elsewhere ? 'warning' : 'error' }), ...unread]
}
