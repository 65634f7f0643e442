import type { Severity } from '@gongkai/law'
import { Input } from 'antd'
import { useState } from 'react'
import { SEVERITIES, SEVERITY_NAMES } from '../words/words.js'
import { FindingCard } from './finding-card.js'
import { groupFindings, type Numbered, type RuleGroup } from './number-findings.js'
import { useSheet } from './sheet-context.js'

/** The findings under their severities and rules, narrowed by both and by words. */
export function FindingsPanel() {
  const { numbered } = useSheet()
  const [text, setText] = useState('')
  const [hidden, setHidden] = useState<readonly Severity[]>([])
  if (numbered.length === 0) return <p className="nothing">没有发现问题。</p>
  const selected = numbered.filter(
    ({ finding }) => !hidden.includes(finding.severity) && holds(finding, text.trim()),
  )
  const toggle = (severity: Severity) =>
    setHidden(
      hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity],
    )
  return (
    <div className="findings">
      <search className="filters" aria-label="筛选发现">
        {SEVERITIES.map((severity) => (
          <SeverityToggle
            key={severity}
            severity={severity}
            numbered={numbered}
            isShown={!hidden.includes(severity)}
            onToggle={() => toggle(severity)}
          />
        ))}
        <Input
          aria-label="按文字或规则编号筛选发现"
          placeholder="文字或规则编号"
          allowClear
          size="small"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </search>
      {selected.length === 0 && <p className="nothing">没有符合筛选条件的发现，请放宽条件。</p>}
      {groupFindings(selected).map(({ severity, rules, count }) => (
        <section key={severity} className="severity-group">
          <h3 className={severity}>
            {SEVERITY_NAMES[severity]}（{count}）
          </h3>
          {rules.map((group) => (
            <RuleSection key={group.rule} group={group} />
          ))}
        </section>
      ))}
    </div>
  )
}

function SeverityToggle({
  severity,
  numbered,
  isShown,
  onToggle,
}: {
  readonly severity: Severity
  readonly numbered: readonly Numbered[]
  readonly isShown: boolean
  readonly onToggle: () => void
}) {
  const count = numbered.filter(({ finding }) => finding.severity === severity).length
  return (
    <button
      type="button"
      className={`toggle ${severity}`}
      aria-pressed={isShown}
      disabled={count === 0}
      onClick={onToggle}
    >
      {SEVERITY_NAMES[severity]} {count}
    </button>
  )
}

function RuleSection({ group: { rule, findings } }: { readonly group: RuleGroup }) {
  const { rules } = useSheet()
  return (
    <section className="rule-group">
      <h4>
        <span className="code">{rule}</span> {rules.get(rule)}
      </h4>
      <ol>
        {findings.map((one) => (
          <FindingCard key={one.no} numbered={one} />
        ))}
      </ol>
    </section>
  )
}

function holds({ rule, message, says }: Numbered['finding'], text: string): boolean {
  return `${rule} ${message} ${says ?? ''}`.toLowerCase().includes(text.toLowerCase())
}
