import { type Citation, citationText, isDoubtful, type RuleSpec, type Severity } from '@gongkai/law'
import { exampleText } from './rule-example.js'

const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '警告', note: '提示' }

const HEAD = `# 检查规则目录

本页由 \`npm run docs\` 按规则数据生成，请勿手工修改。级别是该规则给出的最重级别；单个发现可以更轻。
注明“待核实”的依据凭记忆录入，尚未与原文核对。
`

/** docs/rules.md: every rule of annual reports and of text, ordered by code, with what it states and on what it rests. */
export function rulesPage(rules: readonly RuleSpec<unknown>[]): string {
  const ordered = rules.toSorted((a, b) => Number(a.code > b.code) - Number(a.code < b.code))
  return `${HEAD}\n共 ${ordered.length} 条。\n\n${ordered.map(section).join('\n')}`
}

function section({
  code,
  states,
  severity,
  forms,
  basis,
  passes,
  fails,
}: RuleSpec<unknown>): string {
  const lines = [
    `- 级别：${SEVERITIES[severity]}`,
    `- 适用格式：${forms.map((form) => `${form}年格式`).join('、')}`,
    ...basis.map(basisLine),
    `- 不报：${exampleText(passes)}`,
    `- 报：${exampleText(fails)}`,
  ]
  return `## ${code} ${states}\n\n${lines.join('\n')}\n`
}

function basisLine(source: Citation): string {
  return `- 依据：${citationText(source)}${isDoubtful(source) ? '（待核实）' : ''}`
}
