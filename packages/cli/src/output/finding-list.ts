import type { Checked } from '@gongkai/app/toolkit'
import { describePlace, findingRow, SEVERITIES } from '@gongkai/documents'
import type { Severity } from '@gongkai/law'
import type { Finding } from '@gongkai/report'

/** What was found in one file, for a person to read. */
export function findingList(checked: Checked): string {
  const { file, authority, year } = checked.report
  const { findings, notAssessable, waived, rejected, problems } = checked.result
  const whose = `${authority ?? '机关不明'}${year === null ? '' : `，${year}年`}`
  const unread = problems.map(({ at, message }) => placed(describePlace(at), message))
  const open = notAssessable.map(({ rule, reason }) => `${rule} ${reason}`)
  return [
    `${file}（${whose}）：${verdict(checked)}`,
    ...findings.flatMap(findingLines),
    ...heading('读取时的问题', unread),
    ...heading(
      '未采用的更正',
      rejected.map(({ reason }) => oneLine(reason)),
    ),
    ...heading('未能核验', open),
    ...(waived.length > 0 ? [`  已豁免 ${waived.length} 处`] : []),
    '',
  ].join('\n')
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/** `错误 3 处，疑似错误 1 处，提示 2 处`; cells that could not be read are said with it. */
function verdict({ report, result: { findings } }: Checked): string {
  if (report.form === 'unknown') return '没有认出年度报告，未作检查'
  const counts = ORDER.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return `${SEVERITIES[severity]} ${count} 处`
  })
  const unread = report.cells.filter(({ state }) => state === 'unread').length
  return [...counts, ...(unread > 0 ? [`未读出单元格 ${unread} 个`] : [])].join('，')
}

function findingLines(finding: Finding): string[] {
  const { severity, rule, about, place, message, says, shouldBe, basis } = findingRow(finding)
  const where = [about, place].filter(Boolean).join('，')
  const correction = shouldBe ? `　应为：${oneLine(shouldBe)}` : ''
  return [
    `  [${severity}] ${rule} ${placed(where, message)}`,
    ...(says ? [`      原文：${oneLine(says)}${correction}`] : []),
    `      依据：${basis}`,
  ]
}

function placed(place: string, message: string): string {
  return place ? `${place}：${oneLine(message)}` : oneLine(message)
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ')
}

function heading(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`  ${title}：`, ...lines.map((line) => `    ${line}`)] : []
}
