import type { LetterText, LocalDate } from '@gongkai/law'
import { REPORT_FORMATS, type WrittenFile } from '../write/write-report.js'
import { type Ledger, ledgerPaper } from './ledger-paper.js'
import { letterPaper, type Paper } from './paper.js'
import { requestForm } from './request-form.js'
import { type WithheldIndex, withheldPaper } from './withheld-paper.js'

/** The formats of letters and forms: to edit, and to print and keep. */
export type PaperFormat = 'docx' | 'pdf'

/**
 * The letter in the layout of GB/T 9704, as Word or as PDF/A-2a. `on` is the date that the PDF carries within; what is printed is
 * the date of the letter, and an empty one to fill in where it has none. A character that the fonts of the PDF lack is a problem.
 */
export function writeLetter(
  letter: LetterText,
  to: PaperFormat,
  on: LocalDate,
): Promise<WrittenFile> {
  return write(letterPaper(letter), to, on)
}

/** 政府信息公开申请表, blank, to print and fill in by hand (第二十九条); it does not ask for the purpose. */
export function writeRequestForm(
  authority: string,
  to: PaperFormat,
  on: LocalDate,
): Promise<WrittenFile> {
  return write(requestForm(authority), to, on)
}

/** 逐日台账: every day of a request with its reason and its provision. */
export function writeLedger(ledger: Ledger, to: PaperFormat, on: LocalDate): Promise<WrittenFile> {
  return write(ledgerPaper(ledger), to, on)
}

/** 不予公开内容目录 (遮盖目录) of a redacted file. */
export function writeWithheld(
  index: WithheldIndex,
  to: PaperFormat,
  on: LocalDate,
): Promise<WrittenFile> {
  return write(withheldPaper(index), to, on)
}

/** Each format loads its library when it is first needed. */
async function write(paper: Paper, to: PaperFormat, on: LocalDate): Promise<WrittenFile> {
  const mediaType = REPORT_FORMATS[to]
  if (to === 'docx') {
    const { writePaperDocx } = await import('./paper-docx.js')
    return { bytes: await writePaperDocx(paper), mediaType, problems: [] }
  }
  const { typesetPdf } = await import('../write/pdf.js')
  const { PAPER_TEMPLATE } = await import('./paper-template.js')
  return { ...typesetPdf(PAPER_TEMPLATE, paper, on), mediaType }
}
