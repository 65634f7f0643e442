import { type LocalDate, requiredForm, yearOf } from '@gongkai/law'
import { type AnnualReport, cellKey, cellsByKey, isOfficialForm } from '@gongkai/report'
import { type KnownName, type Recognised, recogniseName } from './known-names.js'
import type { Doubt } from './past-item.js'

/** What a reading says of itself, and what is doubtful in it. */
export type Judged = Recognised & {
  readonly reportYear: number | null
  readonly doubts: readonly Doubt[]
}

/** Whose report it is and of which year, as far as it can be told, with every doubt that a person must settle. */
export function judgeReading(
  report: AnnualReport,
  file: string,
  names: readonly KnownName[],
  today: LocalDate,
): Judged {
  const found = recogniseName(report.authority, names)
  const recognised = found.proposals.length > 0 ? found : fromFileName(file, names)
  const year = report.year ?? yearIn(file)
  return {
    ...recognised,
    reportYear: year,
    doubts: [
      ...authorityDoubts(report, recognised),
      ...yearDoubts(report, file, year, today),
      ...formDoubts(report, year),
      ...unreadDoubts(report),
    ],
  }
}

/** A name in the name of the file is a hint and no more. */
function fromFileName(file: string, names: readonly KnownName[]): Recognised {
  const inside = names.filter(({ known }) => file.includes(known))
  const proposals = inside.map(({ authorityId, name }) => ({
    authorityId,
    name,
    how: 'close' as const,
  }))
  return { targetId: null, proposals: proposals.slice(0, 3) }
}

function yearIn(text: string): number | null {
  const found = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1]
  return found ? Number(found) : null
}

function authorityDoubts(
  { authority }: AnnualReport,
  { targetId, proposals }: Recognised,
): Doubt[] {
  if (targetId !== null) return []
  const said = authority === null ? '没有识别出机关名称' : `机关登记中没有“${authority}”`
  const hint =
    proposals.length > 0 ? `，可能是“${proposals.map(({ name }) => name).join('”“')}”` : ''
  return [{ kind: 'authority', message: `${said}${hint}。请选择机关。` }]
}

function yearDoubts(
  { year, signedOn }: AnnualReport,
  file: string,
  taken: number | null,
  today: LocalDate,
): Doubt[] {
  const doubt = (message: string): Doubt[] => [
    { kind: 'year', message: `${message}请核对报告年度。` },
  ]
  if (taken === null) return doubt('没有识别出报告年度。')
  if (year === null) return doubt(`报告中没有写明年度，文件名中是${taken}年。`)
  if (taken >= yearOf(today)) return doubt(`报告年度${taken}年还没有结束。`)
  const named = yearIn(file)
  if (named !== null && named !== taken && named !== taken + 1) {
    return doubt(`报告年度是${taken}年，文件名中是${named}年。`)
  }
  if (signedOn !== null && yearOf(signedOn) !== taken + 1) {
    return doubt(`报告年度是${taken}年，落款日期在${yearOf(signedOn)}年。`)
  }
  return []
}

function formDoubts({ form }: AnnualReport, year: number | null): Doubt[] {
  if (form === 'before-2019' || (year !== null && year < 2019)) {
    const message = '2019年以前没有全国统一的报告格式，其中的数据不能与以后的比较，不作为数据导入。'
    return [{ kind: 'before-2019', message }]
  }
  if (!isOfficialForm(form)) {
    return [{ kind: 'form', message: '没有识别出规定格式的统计表。请核对是不是年度报告。' }]
  }
  const required = year === null ? undefined : requiredForm(year)?.form
  if (required === undefined || required === form) return []
  const message = `报告用的是${form}年格式，${year}年度应当用${required}年格式。请核对报告年度。`
  return [{ kind: 'form', message }]
}

function unreadDoubts({ cells }: AnnualReport): Doubt[] {
  const unread = cells.filter(({ state }) => state === 'unread').length
  if (unread === 0) return []
  return [{ kind: 'unread', message: `有${unread}格没有读出，请对照原文件核对。` }]
}

/** In how many cells two reports of the same authority and year differ. */
export function differingCells(a: AnnualReport, b: AnnualReport): number {
  const others = cellsByKey(b)
  return a.cells.filter((cell) => {
    const other = others.get(cellKey(cell))
    return (other?.value ?? 0) !== (cell.value ?? 0) || other?.state === 'unread'
  }).length
}
