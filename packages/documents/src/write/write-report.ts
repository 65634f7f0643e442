import { ok, type Refusal, type Result, refuse } from '@gongkai/law'
import {
  applyCorrections,
  type FormId,
  type Problem,
  type RejectedCorrection,
  type SavedReport,
} from '@gongkai/report'
import { writeCsv } from './csv.js'
import { writeHtml } from './html.js'
import { writeJson } from './json.js'
import { layOut, type PrintedReport } from './statutory.js'
import { isTooLong } from './too-long.js'
import { writeXlsx } from './xlsx.js'
import { writeXml } from './xml.js'

/** The formats that a report can be written in, with the media type that each is served as. */
export const REPORT_FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

export type ReportFormat = keyof typeof REPORT_FORMATS

/** A file made, and what the person who gets it has to know about it. */
export type WrittenFile = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** `cell.unread`, `cell.inferred`, `correction.rejected`, `write.character-missing`. */
  readonly problems: readonly Problem[]
}

export type WriteRefusal = Refusal<'write.no-form' | 'write.too-long'>

type Written = { readonly bytes: Uint8Array; readonly problems: readonly Problem[] }

/**
 * Writes a report as a file. `docx`, `pdf`, `html` and `xlsx` are in the statutory layout, `csv` holds the cells,
 * `xml` the content, `json` the whole reading. Corrections of the saved report are carried out in all but `json`,
 * which keeps them beside the reading. A report without one of the two forms has no statutory layout and no
 * cells: only `json` and `xml` are made of it, the others are refused (`write.no-form`). So is a layout of what is
 * longer than any report (`write.too-long`).
 */
export async function writeReport(
  report: SavedReport,
  to: ReportFormat,
): Promise<Result<WrittenFile, WriteRefusal>> {
  const mediaType = REPORT_FORMATS[to]
  if (to === 'json') return ok({ bytes: writeJson(report), mediaType, problems: doubts(report) })
  const { report: corrected, rejected } = applyCorrections(report, report.corrections ?? [])
  const amended = { ...report, ...corrected }
  const written = await write(amended, to)
  if (!written.ok) return written
  const { bytes, problems } = written.value
  const all = [...doubts(amended), ...rejected.map(rejectedProblem), ...problems]
  return ok({ bytes, mediaType, problems: all })
}

const NO_FORM =
  '这份文件没有采用2019年或2021年规定格式的年度报告表格，无法按法定格式生成文件；可以改存为JSON或XML。'
const TOO_LONG =
  '标题或单元格超过2000字，或者正文超过30万字，超出年度报告可能的篇幅，无法排版；请核对读取结果，或改存为JSON或XML。'

async function write(
  report: SavedReport,
  to: Exclude<ReportFormat, 'json'>,
): Promise<Result<Written, WriteRefusal>> {
  if (to === 'xml') return ok({ bytes: writeXml(report), problems: [] })
  const { form } = report
  if (form !== '2019' && form !== '2021') return refuse('write.no-form', NO_FORM)
  if (to === 'csv') return ok({ bytes: writeCsv(report), problems: [] })
  const printed = layOut(report, form)
  if (isTooLong(printed)) return refuse('write.too-long', TOO_LONG)
  return ok(await PRINTERS[to](printed, report, form))
}

type Printer = (printed: PrintedReport, report: SavedReport, form: FormId) => Promise<Written>

/** Each loads its library when it is first needed: reading needs none of them. */
const PRINTERS: Readonly<Record<'docx' | 'pdf' | 'html' | 'xlsx', Printer>> = {
  docx: async (printed, report) => {
    const { writeDocx } = await import('./docx.js')
    return { bytes: await writeDocx(printed, report), problems: [] }
  },
  pdf: async (printed, report, form) => {
    const { writePdf } = await import('./pdf.js')
    return writePdf(printed, documentDay(report, form))
  },
  html: async (printed) => ({ bytes: writeHtml(printed), problems: [] }),
  xlsx: async (printed) => ({ bytes: await writeXlsx(printed), problems: [] }),
}

/** The day that the file states as its own: of the signature, else of publication, else the last day reported on. */
function documentDay({ signedOn, publishedOn, year }: SavedReport, form: FormId): string {
  return signedOn ?? publishedOn ?? `${year ?? form}-12-31`
}

/** What a reader of the printed file cannot see in it or must not overlook. */
function doubts({ cells }: SavedReport): Problem[] {
  const unread = cells.filter(({ state }) => state === 'unread').length
  const inferred = cells.filter((cell) => cell.inferred).length
  return [
    ...(unread > 0
      ? [problem('cell.unread', `有${unread}个单元格未能读出，生成的文件中需要人工核对补填。`)]
      : []),
    ...(inferred > 0
      ? [
          problem(
            'cell.inferred',
            `有${inferred}个单元格的位置是依据勾稽关系推定的，请对照原件核对。`,
          ),
        ]
      : []),
  ]
}

function rejectedProblem({ reason }: RejectedCorrection): Problem {
  return problem('correction.rejected', reason)
}

function problem(code: string, message: string): Problem {
  return { code, at: null, message }
}
