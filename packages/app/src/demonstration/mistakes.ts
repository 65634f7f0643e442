import type { Cell, SavedReport, TableKey } from '@gongkai/report'

/** A mistake as it happens: what is planted, and what it does to a report that was in good order. */
type Mistake = {
  readonly what: string
  readonly plant: (report: SavedReport) => SavedReport
}

/** Of several rules; the first ones are errors, which keep a report from being handed in. */
const MISTAKES: readonly Mistake[] = [
  { what: '办理结果合计多1', plant: (report) => more(report, 'requests', '三（七）', '总计', 1) },
  {
    what: '上年结转与上一年度不符',
    plant: (report) => more(report, 'requests', '二', '自然人', 2),
  },
  {
    what: '复议总计与各项之和不符',
    plant: (report) => more(report, 'remedies', '行政复议', '总计', 1),
  },
  {
    what: '统计期限写成上一年',
    plant: (report) => ({
      ...report,
      intro: report.intro.replace(`至${report.year}年`, `至${(report.year ?? 0) - 1}年`),
    }),
  },
  {
    what: '没有第五部分',
    plant: (report) => ({ ...report, sections: report.sections.filter(({ no }) => no !== '五') }),
  },
  {
    what: '文字与表格不一致',
    plant: (report) => said(report, /(新收(?:政府信息公开申请)?)(\d+)件/, (count) => count + 3),
  },
  {
    what: '分类之和不等于总数',
    plant: (report) => said(report, /(公开政府信息|合计发布|三类共)(\d+)条/, (count) => count + 10),
  },
  {
    what: '现行有效件数接不上',
    plant: (report) => more(report, 'proactive', '行政规范性文件', '现行有效件数', 4),
  },
  { what: '空格代替了零', plant: blanked },
  { what: '文字中有个人电话', plant: (report) => told(report, '申请人联系电话为13900001234。') },
]

function more(
  report: SavedReport,
  table: TableKey,
  row: string,
  column: string,
  by: number,
): SavedReport {
  const cells = report.cells.map((cell) =>
    cell.table === table && cell.row === row && cell.column === column
      ? numbered(cell, (cell.value ?? 0) + by)
      : cell,
  )
  return { ...report, cells }
}

function numbered(cell: Cell, value: number): Cell {
  return { ...cell, state: 'number', value, raw: `${value}` }
}

function blanked(report: SavedReport): SavedReport {
  const cells = report.cells.map((cell) =>
    cell.table === 'requests' && cell.row === '三（二）'
      ? { ...cell, state: 'blank' as const, value: null, raw: '' }
      : cell,
  )
  return { ...report, cells }
}

function said(report: SavedReport, pattern: RegExp, to: (count: number) => number): SavedReport {
  return ofGeneral(report, (text) =>
    text.replace(
      pattern,
      (whole, words: string, count: string) => words + to(Number(count)) + whole.slice(-1),
    ),
  )
}

function told(report: SavedReport, words: string): SavedReport {
  return ofGeneral(report, (text) => text + words)
}

function ofGeneral(report: SavedReport, change: (text: string) => string): SavedReport {
  const sections = report.sections.map((section) =>
    section.no === '一' ? { ...section, text: change(section.text) } : section,
  )
  return { ...report, sections }
}

/** Which mistake goes into the `at`-th report; the report as it is where it changes nothing of it. */
export function withMistake(report: SavedReport, at: number): SavedReport {
  const mistake = MISTAKES[at % MISTAKES.length]
  return mistake ? mistake.plant(report) : report
}
