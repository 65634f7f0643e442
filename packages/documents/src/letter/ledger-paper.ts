import {
  type Citation,
  citationText,
  dateText,
  instrument,
  type LedgerDay,
  type LocalDate,
  weekday,
} from '@gongkai/law'
import { cell, type Paper } from './paper.js'

/** A day ledger and which request it is of. */
export type Ledger = {
  readonly authority: string
  readonly requestNumber: string
  readonly receivedOn: LocalDate
  readonly dueOn: LocalDate | null
  readonly days: readonly LedgerDay[]
}

/** The ledger as a table, a line for each day. */
export function ledgerPaper({ authority, requestNumber, receivedOn, dueOn, days }: Ledger): Paper {
  const isOpen = days.some(({ provisional }) => provisional)
  const due = dueOn === null ? '尚不能确定' : dateText(dueOn)
  return {
    title: [authority, '政府信息公开申请期限逐日台账'],
    number: null,
    addressee: null,
    before: [
      `申请编号：${requestNumber}。收到申请之日：${dateText(receivedOn)}。答复期限届满日：${due}${isOpen ? '（其中有日期的放假安排尚未公布，可能变动）' : ''}。`,
    ],
    table: {
      widths: [31, 10, 12, 49, 54],
      size: 9,
      head: ['日期', '星期', '第几日', '计算情况', '依据'],
      rows: days.map((day) => ({ height: 6.5, cells: cellsOf(day) })),
    },
    after: sourcesOf(days),
    attachments: [],
    signature: null,
    note: null,
  }
}

const WEEKDAYS = '日一二三四五六'

function cellsOf({ date, count, why, source, provisional }: LedgerDay) {
  return [
    cell(dateText(date), true),
    cell(WEEKDAYS[weekday(date)] ?? '', true),
    cell(count === null ? '' : String(count), true),
    cell(provisional ? `${why}（暂定）` : why, false),
    cell(shortly(source), false),
  ]
}

/** Without what the note under the table tells once. */
function shortly(source: Citation): string {
  const title = citationText({ instrument: source.instrument })
  return citationText(source).replace(title, shortTitle(source.instrument))
}

function sourcesOf(days: readonly LedgerDay[]): readonly string[] {
  const ids = [...new Set(days.map(({ source }) => source.instrument))]
  if (ids.length === 0) return []
  const told = ids.map((id) => `${shortTitle(id)}，即${citationText({ instrument: id })}`)
  return [`依据：${told.join('；')}。`]
}

function shortTitle(id: Citation['instrument']): string {
  return instrument(id).title.replace(/^中华人民共和国/, '')
}
