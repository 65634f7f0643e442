import { FINDING_COLUMNS, type FileFindings, findingRow } from './finding-row.js'
import { htmlPage } from './html-page.js'
import { escapeMarkup } from './printable.js'

const TITLE = '政府信息公开工作年度报告核验问题清单'

/** The findings as a page for print, a chapter a file; what could not be checked stands under each. */
export function findingsHtml(items: readonly FileFindings[]): Uint8Array {
  const body = `<main>\n<h1>${TITLE}</h1>\n${items.map(chapter).join('\n')}\n</main>`
  return htmlPage(TITLE, STYLE, body)
}

function chapter(item: FileFindings, at: number): string {
  const id = `file-${at + 1}`
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeMarkup(item.file)}</h2>
${item.findings.length > 0 ? table(item, id) : '<p>没有发现问题。</p>'}
${item.notAssessable.length > 0 ? open(item) : ''}
</section>`
}

function table({ findings }: FileFindings, headingId: string): string {
  const head = FINDING_COLUMNS.map(({ name }) => `<th scope="col">${name}</th>`).join('')
  const rows = findings.map((finding) => {
    const row = findingRow(finding)
    const cells = FINDING_COLUMNS.map(({ key }) => `<td>${lines(row[key])}</td>`).join('')
    return `<tr class="${finding.severity}">${cells}</tr>`
  })
  return `<table aria-labelledby="${headingId}">
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function open({ notAssessable }: FileFindings): string {
  const items = notAssessable.map(
    ({ rule, reason }) => `<li>${escapeMarkup(rule)}：${escapeMarkup(reason)}</li>`,
  )
  return `<h3>未能核验</h3>\n<ul>\n${items.join('\n')}\n</ul>`
}

function lines(text: string): string {
  return escapeMarkup(text).replace(/\n/g, '<br>')
}

const STYLE = `body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.5 "Times New Roman", SimSun, 宋体, "Noto Serif SC", serif; }
main { padding: 1.5rem; }
h1 { font-size: 18pt; text-align: center; }
h2 { font-size: 13pt; break-after: avoid; overflow-wrap: anywhere; }
h3 { font-size: 11pt; break-after: avoid; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #000; padding: .2em .4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { white-space: nowrap; background: #f2f2f2; }
td:first-child { white-space: nowrap; }
tr { break-inside: avoid; }
tr.error td:first-child { color: #b00020; font-weight: bold; }
@page { size: A4 landscape; margin: 15mm; }
@media print { main { padding: 0; } }`
