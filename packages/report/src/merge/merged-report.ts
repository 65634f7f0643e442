import { SECTIONS } from '../form/sections.js'
import { type AnnualReport, CELLS_ONLY } from '../reading/annual-report.js'
import type { MergedReport } from './merge.js'

/**
 * The merged tables as a report of `authority` (null: not known) that can be written: headings without text, no
 * signature.
 */
export function mergedAnnualReport(
  merged: Pick<MergedReport, 'form' | 'year' | 'cells'>,
  authority: string | null,
): AnnualReport {
  const { form, year } = merged
  return {
    form,
    title: `${authority ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`,
    authority,
    year,
    intro: '',
    sections: SECTIONS.map(({ no, title }) => ({
      no,
      title,
      heading: `${no}、${title}`,
      text: '',
    })),
    cells: merged.cells.map(({ sources: _, ...cell }) => cell),
    signature: null,
    signedOn: null,
    publishedOn: null,
    figures: [],
    labels: [],
    residue: [],
    problems: [{ code: CELLS_ONLY, at: null, message: '汇总结果只有表格数据，没有报告正文。' }],
    trace: [],
  }
}
